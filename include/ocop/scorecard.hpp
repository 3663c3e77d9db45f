// Scorecards: a product, its facts and evidence, and the marks of one or more assessors.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/rule_set.hpp>

namespace ocop {

// A scorecard as written, not yet read against a rule set. Cheap to copy, immutable.
class OCOP_API WrittenCard {
public:
    const std::string& id() const;        // as far as it can be told; may be empty
    const std::string& rule_set() const;  // the id it names; may be empty
    const std::string& council() const;   // the council it names; may be empty
    const Place& place() const;           // where it begins

    struct State;
    explicit WrittenCard(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    const State& state() const { return *state_; }

private:
    std::shared_ptr<const State> state_;
};

enum class CardFormat { guess, yaml, json, ndjson, csv };

// What a file of scorecards holds: the cards that could be read, and what is wrong with the others.
struct OCOP_API WrittenCards {
    std::vector<WrittenCard> cards;
    Diagnostics diagnostics;

    // `guess` goes by the file's ending, else by its first bytes.
    static WrittenCards from_text(std::string_view text, std::string name = "<text>", CardFormat format = CardFormat::guess);
    static WrittenCards from_file(const std::filesystem::path& file, CardFormat format = CardFormat::guess);
    // Joins members' files of one scorecard (same id): sheets follow each other in the order given; facts, product, level and
    // dates must agree or stand in one file only.
    static WrittenCards joined(std::vector<WrittenCards> files);
};

// A scorecard read against one rule set. Cheap to copy, immutable.
class OCOP_API Scorecard {
public:
    struct Loaded;
    class Builder;

    static Loaded read(const WrittenCard& written, const RuleSet& rules);
    // The only scorecard in a file or a text.
    static Loaded load(const std::filesystem::path& file, const RuleSet& rules);
    static Loaded from_text(std::string_view text, const RuleSet& rules, std::string name = "<text>",
                            CardFormat format = CardFormat::guess);

    const std::string& id() const;

    struct State;
    explicit Scorecard(std::shared_ptr<const State> state) : state_(std::move(state)) {}
    const State& state() const { return *state_; }
    const std::shared_ptr<const State>& shared_state() const { return state_; }

private:
    std::shared_ptr<const State> state_;
};

struct OCOP_API Scorecard::Loaded {
    std::optional<Scorecard> scorecard;
    Diagnostics diagnostics;

    explicit operator bool() const { return scorecard.has_value(); }
    const Scorecard& value() const;  // throws LoadError
};

// Fills in a scorecard by code. Values are written as on a card ("80%", "true", "2026-06-20"); what is wrong comes out of
// build(), which may be called again after more was added. Not thread-safe.
class OCOP_API Scorecard::Builder {
public:
    explicit Builder(RuleSet rules, std::string id);
    Builder& product(std::string key, std::string value);
    Builder& level(Authority level);
    Builder& filed_on(std::string date);
    Builder& assessed_on(std::string date);
    Builder& members(int count);
    Builder& fact(std::string name, std::string value);
    Builder& facts(std::string name, std::vector<std::string> values);  // a list
    Builder& evidence(std::string id);
    Builder& sheet(std::string assessor);                                // the marks that follow are this assessor's
    Builder& mark(std::string criterion, std::string mark);              // an option id, points, or "operator.b"
    Builder& marks(std::string criterion, std::vector<std::string> ids);  // choose: any
    Loaded build() const;

    struct State;

private:
    std::shared_ptr<State> state_;
};

}  // namespace ocop
