// Handles that free themselves, and what the tests of the C interface have in common.
#pragma once

#include <ocop/ocop.h>

#include <memory>
#include <string>
#include <vector>

#include <ocop/ocop.hpp>

namespace ocop::test {

struct Free {
    void operator()(ocop_library* it) const { ocop_library_free(it); }
    void operator()(ocop_rules* it) const { ocop_rules_free(it); }
    void operator()(ocop_text* it) const { ocop_text_free(it); }
    void operator()(ocop_diagnostics* it) const { ocop_diagnostics_free(it); }
    void operator()(ocop_batch* it) const { ocop_batch_free(it); }
};
template <class T>
using Held = std::unique_ptr<T, Free>;

// Takes what an out-parameter is set to. It begins as what no call may leave: one that sets nothing is seen.
template <class T>
class Out {
public:
    explicit Out(Held<T>& to) : to_(to) {}
    ~Out() { to_.reset(at_); }
    operator T**() { return &at_; }  // NOLINT: it is one

private:
    Held<T>& to_;
    T* at_ = reinterpret_cast<T*>(std::uintptr_t{8});
};
template <class T>
Out<T> out(Held<T>& to) {
    return Out<T>(to);
}

inline const char* const directory = OCOP_SOURCE_DIR "/rules";

Held<ocop_library> library();
Held<ocop_rules> rules(const char* id);

// Every scorecard of the examples: the rule set it names, and the card as JSON.
struct Example {
    std::string file, rule_set, json;
};
const std::vector<Example>& examples();

}  // namespace ocop::test
