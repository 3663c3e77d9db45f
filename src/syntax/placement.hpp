// The order of a merged list: entries stand where they were, new ones at the end, and any with `after` behind its
// target.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.hpp"
#include "syntax/document.hpp"

namespace ocop::syntax {

// A list of entries with ids while it is being merged.
class Placement {
public:
    struct Slot {
        std::string id;
        Written node;
        bool removed = false;
        std::optional<Written> after;  // as written: the id of the entry it follows
    };

    explicit Placement(base::Report& report) : report_(report) {}

    Slot* find(std::string_view id);
    // `id` must be new.
    void append(std::string id, Written node);
    std::vector<std::string> ids() const;  // of what is not removed
    // The entries in their order; several after one target keep the order they were written in.
    std::vector<Written> take();

private:
    bool resolve(std::size_t slot);
    void emit(std::size_t first, std::vector<Written>& out);

    base::Report& report_;
    std::vector<Slot> slots_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<std::vector<std::size_t>> followers_;
    std::vector<bool> emitted_;
};

// A suggestion, unless there are too many names to look through or too many faults already to be read.
std::string suggestion(std::string_view name, const std::vector<std::string>& names, const base::Report& report);
// False once there are more faults than will be listed, or their lines fill too much memory: a diagnostic carries the
// whole line that it is about, and a file may be one line.
bool worth_telling(const base::Report& report);

}  // namespace ocop::syntax
