// Rule sets: finding them, loading them, rating with them.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/rating.hpp>

namespace ocop {

class Scorecard;

// One published rule set, ready to use. A cheap handle to immutable data: copies share it, threads may rate with it at
// the same time without locks.
class OCOP_API RuleSet {
public:
    struct Loaded;

    // A rule set in one text that extends nothing outside it.
    static Loaded from_text(std::string_view yaml, std::string name = "<text>");
    // A file; its `extends` are looked up beside it.
    static Loaded from_file(const std::filesystem::path& file);

    const std::string& id() const;
    const Text& title() const;
    // SHA-256 (lower-case hex) of the RFC 8785 form of the merged rule set, without origins.
    const std::string& digest() const;

    // Never throws for what a card can contain. The card must have been loaded for this rule set (same digest) or for
    // the same rule set under another council's rules; else std::invalid_argument.
    Rating rate(const Scorecard& card) const;

    // This rule set with a council's own rules (a text with `council:`, `readings:` and `basis:`) in place of its own.
    Loaded with_council(std::string_view yaml, std::string name = "<council>") const;

    struct State;
    explicit RuleSet(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    const State& state() const { return *state_; }
    const std::shared_ptr<const State>& shared_state() const { return state_; }

private:
    std::shared_ptr<const State> state_;
};

// A rule set, or the reasons there is none; warnings and notes either way.
struct OCOP_API RuleSet::Loaded {
    std::optional<RuleSet> rule_set;
    Diagnostics diagnostics;

    explicit operator bool() const { return rule_set.has_value(); }
    // The rule set; throws LoadError if there is none.
    const RuleSet& value() const;
};

// One or several directories of rule sets. Opening lists nothing; a rule set is read when it is asked for, without
// reading the others. Immutable; threads may share it.
class OCOP_API Library {
public:
    struct Opened;
    // What a library has, in a line.
    struct Entry {
        std::string id;
        Text title;
        std::string in_force_from, in_force_until;  // ISO dates or empty
        std::string directory;
    };

    // Earlier directories are looked in first.
    static Opened open(std::vector<std::filesystem::path> directories);
    // A library in memory: texts by their paths in it ("26-2026/decision.yaml"), which `extends` and councils are looked up in. No file
    // is opened.
    static Library from_files(std::vector<std::pair<std::string, std::string>> files);

    // Every rule set, by id; files that cannot be read are told in `diagnostics` if that is given.
    std::vector<Entry> list(Diagnostics* diagnostics = nullptr) const;
    RuleSet::Loaded load(std::string_view id) const;
    RuleSet::Loaded load_file(const std::filesystem::path& file) const;
    // The rule set under the rules of `councils/<council>.yaml`.
    RuleSet::Loaded load(std::string_view id, std::string_view council) const;
    // `rules` under the rules of `councils/<council>.yaml`.
    RuleSet::Loaded with_council(const RuleSet& rules, std::string_view council) const;

    struct State;
    explicit Library(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    const State& state() const { return *state_; }

private:
    std::shared_ptr<const State> state_;
};

struct OCOP_API Library::Opened {
    std::optional<Library> library;
    Diagnostics diagnostics;

    explicit operator bool() const { return library.has_value(); }
    const Library& value() const;  // throws LoadError
};

}  // namespace ocop
