// An Arrow struct that was taken over: released once, by whoever holds it last.
#pragma once

#include <utility>

#include <ocop/arrow.hpp>

namespace ocop::arrow {

template <class Struct>
class Taken {
public:
    // Moves the struct; the caller's is marked as released, as Arrow asks. Null is a struct that was released.
    explicit Taken(Struct* from) noexcept {
        if (from == nullptr || from->release == nullptr) return;
        held_ = *from;
        from->release = nullptr;
    }
    Taken(Taken&& other) noexcept : held_(std::exchange(other.held_, Struct{})) {}
    Taken& operator=(Taken&&) = delete;
    ~Taken() {
        if (held_.release != nullptr) held_.release(&held_);
    }

    bool is_there() const { return held_.release != nullptr; }
    Struct& operator*() { return held_; }
    const Struct& operator*() const { return held_; }
    const Struct* operator->() const { return &held_; }

private:
    Struct held_{};
};

}  // namespace ocop::arrow
