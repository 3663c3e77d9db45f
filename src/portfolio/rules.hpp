// The rule sets of one run: each loaded when a card first names it, and known to every thread from then on.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "base/diagnostics.hpp"
#include "card/written.hpp"
#include "program/program.hpp"

namespace ocop::portfolio {

// A rule set under the council's rules that a card names (empty: the rule set's own), or why it cannot be had.
struct Rule {
    int index = -1;  // among those that could be loaded; -1: it could not
    std::shared_ptr<const program::Program> program;
    Diagnostics diagnostics;
};

// Where rule sets come from.
struct Shelf {
    std::function<Rule(const std::string& rule_set, const std::string& council)> load;  // `index` is left alone
    std::function<std::vector<std::string>()> ids;                                      // all there are
};

// Threads share it.
class Rules {
public:
    explicit Rules(const Shelf& shelf) : shelf_(shelf) {}

    std::shared_ptr<const Rule> get(const std::string& rule_set, const std::string& council);
    std::shared_ptr<const Rule> at(int index) const;

private:
    using Key = std::pair<std::string, std::string>;

    const Shelf& shelf_;
    mutable std::mutex mutex_;
    std::map<Key, std::shared_ptr<const Rule>> loaded_, failed_;
    std::deque<std::shared_ptr<const Rule>> by_index_;
};

// One thread's view of them: what it has seen once, it finds without a lock.
class Lookup {
public:
    explicit Lookup(Rules& rules) : rules_(rules) {}

    const Rule& get(const std::string& rule_set, const std::string& council);

private:
    Rules& rules_;
    std::map<std::pair<std::string, std::string>, std::shared_ptr<const Rule>> known_;
    std::shared_ptr<const Rule> last_;  // one that could not be loaded
};

}  // namespace ocop::portfolio
