// Values that many parts of one rule set have alike, kept once.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include <ocop/rating.hpp>

namespace ocop::model {

// An immutable value that copies share. Reads like the value itself.
template <class T>
class Shared {
public:
    Shared() : value_(none()) {}
    Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}  // NOLINT: the value itself

    operator const T&() const { return *value_; }  // NOLINT: see above
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }

private:
    static const std::shared_ptr<const T>& none() {
        static const auto empty = std::make_shared<const T>();
        return empty;
    }

    std::shared_ptr<const T> value_;
};

// Where something was written. The file's name stands once for all that is written there.
struct WrittenAt {
    Shared<std::string> file;
    int line = 0;

    operator Origin() const { return {*file, line}; }  // NOLINT: what the public interface shows
};

}  // namespace ocop::model
