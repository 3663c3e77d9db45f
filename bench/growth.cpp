// Writes a form of sections of ten criteria, and hangs conditions on it: gates over boolean facts and over ranges of numbers,
// criteria that apply where a fact holds or where the criterion before them has points, minima that bind where a fact holds.
#include "growth.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "form.hpp"

namespace growth {
namespace {

enum class Kind { gate, range, applies, points, minimum };
constexpr std::size_t kinds = 5;
constexpr std::size_t options_each = 4;  // of a criterion

Kind kind(std::size_t condition) { return static_cast<Kind>(condition % kinds); }

std::string number(std::size_t n) { return std::to_string(n); }
std::string titled(const std::string& text) { return "title: {vi: \"" + text + "\", en: \"" + text + "\"}"; }
std::string id(std::size_t criterion) { return number(criterion / 10 + 1) + "." + number(criterion % 10 + 1); }

// What the conditions of one criterion come to; several of a kind are joined, as authors would.
struct Hung {
    std::string applies, when;
};

void join(std::string& into, const std::string& condition) { into += (into.empty() ? "" : " and ") + condition; }

std::vector<Hung> hang(const Size& size) {
    std::vector<Hung> hung(size.criteria);
    for (std::size_t c = 0; c < size.conditions; ++c) {
        const std::size_t at = std::max<std::size_t>(1, c * 7 % size.criteria);
        if (kind(c) == Kind::applies) join(hung[at].applies, "fact_" + number(c));
        if (kind(c) == Kind::points) join(hung[at].applies, "points(\"" + id(at - 1) + "\") > 0");
        if (kind(c) == Kind::minimum) join(hung[at].when, "fact_" + number(c));
    }
    return hung;
}

std::string facts(const Size& size) {
    std::string out = size.conditions > 0 ? "facts:\n" : "";
    for (std::size_t c = 0; c < size.conditions; ++c) {
        const std::string type = kind(c) == Kind::range ? "number, unit: \"%\", domain: \"[0..100]\"" : "boolean";
        if (kind(c) != Kind::points) out += "  fact_" + number(c) + ": {type: " + type + ", " + titled("Fact " + number(c)) + "}\n";
    }
    return out;
}

std::string gates(const Size& size) {
    std::string out = size.conditions > 0 ? "gates:\n" : "";
    for (std::size_t c = 0; c < size.conditions; ++c) {
        const std::string begin = "  - {id: gate-" + number(c) + ", " + titled("Gate " + number(c)) + ", ";
        if (kind(c) == Kind::gate) out += begin + "when: \"not(fact_" + number(c) + ")\", effect: reject}\n";
        if (kind(c) == Kind::range) out += begin + "when: \"fact_" + number(c) + " in [0%..5%)\", effect: cap, stars: 4}\n";
    }
    return out;
}

std::string options(const std::string& when) {
    std::string out = "            options:\n";
    for (int points = 0; points < static_cast<int>(options_each); ++points) {
        const std::string letter(1, static_cast<char>('a' + points));
        const std::string minimum = points != 1 || when.empty() ? "" : ", minimum_for: {3: \"" + when + "\"}";
        out += "              - {id: " + letter + ", points: " + std::to_string(points) + minimum + ", " + titled("Option " + letter) + "}\n";
    }
    return out;
}

std::string parts(const Size& size) {
    const std::vector<Hung> hung = hang(size);
    std::string out = "parts:\n  - id: A\n    " + titled("Part A") + "\n    items:\n";
    for (std::size_t i = 0; i < size.criteria; ++i) {
        if (i % 10 == 0) out += "      - id: \"" + number(i / 10 + 1) + "\"\n        " + titled("Section " + number(i / 10 + 1)) + "\n        items:\n";
        out += "          - id: \"" + id(i) + "\"\n            " + titled("Criterion " + id(i)) + "\n";
        if (!hung[i].applies.empty()) out += "            applies: '" + hung[i].applies + "'\n";
        out += options(hung[i].when);
    }
    return out;
}

std::string stars(const Size& size) {
    const std::size_t most = 3 * size.criteria;
    const auto share = [&](std::size_t percent) { return number(most * percent / 100); };
    return "stars: {5: \"[" + share(90) + ".." + number(most) + "]\", 4: \"[" + share(70) + ".." + share(90) + ")\", 3: \"[" + share(50) + ".." + share(70) + ")\", 2: \"[" +
           share(30) + ".." + share(50) + ")\", 1: \"[0.." + share(30) + ")\"}\n";
}

// One scorecard thrown.
struct Card {
    std::vector<unsigned> facts;       // by condition: percent of a range, else 1 for true
    std::vector<std::uint8_t> marks;   // [criterion * sheets + sheet]: 0 for a
};

unsigned fact(std::size_t condition, workload::Random& random) {
    switch (kind(condition)) {
        case Kind::gate: return 1;
        case Kind::range: return static_cast<unsigned>(random() % 101);
        case Kind::points: return 0;
        default: return random() % 4 > 0 ? 1 : 0;
    }
}

Card card(const Size& size, workload::Random& random) {
    Card made;
    for (std::size_t c = 0; c < size.conditions; ++c) made.facts.push_back(fact(c, random));
    for (std::size_t i = 0; i < size.criteria * size.sheets; ++i) {
        const auto first = random() % options_each, second = random() % options_each;
        made.marks.push_back(static_cast<std::uint8_t>(std::max(first, second)));
    }
    return made;
}

constexpr unsigned seed = 1;

std::string letter(std::uint8_t mark) { return std::string(1, static_cast<char>('a' + mark)); }

std::string written(std::size_t condition, unsigned fact) {
    if (kind(condition) == Kind::range) return number(fact) + "%";
    return fact == 1 ? "true" : "false";
}

std::string line(const Size& size, const Card& card, std::size_t n) {
    std::string out = R"({"scorecard":"card-)" + number(n) + R"(","rule_set":"growth/made-up","level":"province","facts":{)";
    const auto comma = [&] { return out.back() == '{' || out.back() == '[' ? "" : ","; };
    for (std::size_t c = 0; c < size.conditions; ++c) {
        if (kind(c) == Kind::points) continue;
        (out += comma()) += "\"fact_" + number(c) + "\":" + (kind(c) == Kind::range ? number(card.facts[c]) : written(c, card.facts[c]));
    }
    out += R"(},"members":)" + number(size.sheets) + R"(,"sheets":[)";
    for (std::size_t s = 0; s < size.sheets; ++s) {
        (out += comma()) += R"({"assessor":"member )" + number(s) + R"(","marks":{)";
        for (std::size_t i = 0; i < size.criteria; ++i) (out += comma()) += "\"" + id(i) + "\":\"" + letter(card.marks[i * size.sheets + s]) + "\"";
        out += "}}";
    }
    return out + "]}\n";
}

template <class T>
void repeat(std::vector<T>& column, std::size_t count) {
    const std::size_t known = column.size();
    column.resize(count);
    for (std::size_t n = known; n < count; n += known) std::copy_n(column.begin(), std::min(known, count - n), column.begin() + static_cast<std::ptrdiff_t>(n));
}

}  // namespace

std::string yaml(const Size& size) {
    return "rule_set: growth/made-up\n" + titled("Made up") + "\nbasis: {decision: \"1/2026\", place: \"Annex\"}\n" + facts(size) + gates(size) + parts(size) + stars(size) +
           "council: {combine: mean}\n";
}

ocop::RuleSet rules(const Size& size) {
    const auto loaded = ocop::RuleSet::from_text(yaml(size), "growth");
    if (loaded) return *loaded.rule_set;
    for (const auto& each : loaded.diagnostics) std::fputs(ocop::to_string(each).c_str(), stderr);
    workload::give_up("a made-up rule set did not load");
}

std::vector<ocop::Scorecard> cards(const ocop::RuleSet& rules, const Size& size, std::size_t count) {
    workload::Random random(seed);
    std::vector<ocop::Scorecard> made;
    for (std::size_t n = 0; n < count; ++n) {
        const Card thrown = card(size, random);
        ocop::Scorecard::Builder builder(rules, "card-" + number(n));
        builder.level(ocop::Authority::province).members(static_cast<int>(size.sheets));
        for (std::size_t c = 0; c < size.conditions; ++c)
            if (kind(c) != Kind::points) builder.fact("fact_" + number(c), written(c, thrown.facts[c]));
        for (std::size_t s = 0; s < size.sheets; ++s) {
            builder.sheet("member " + number(s));
            for (std::size_t i = 0; i < size.criteria; ++i) builder.mark(id(i), letter(thrown.marks[i * size.sheets + s]));
        }
        made.push_back(builder.build().value());
        if (rules.rate(made.back()).outcome() != ocop::Outcome::rated) workload::give_up("a made-up card is not rated");
    }
    return made;
}

std::string lines(const Size& size, std::size_t count) {
    workload::Random random(seed);
    std::string out;
    for (std::size_t n = 0; n < count; ++n) out += line(size, card(size, random), n);
    return out;
}

Columns::Columns(const ocop::Batch& batch, const Size& size, std::size_t count) : marks_(size.criteria * size.sheets) {
    workload::Random random(seed);
    for (std::size_t c = 0; c < size.conditions; ++c) facts_.push_back({"fact_" + number(c), {}, {}});
    for (std::size_t n = 0; n < std::min(count, different); ++n) {
        const Card thrown = card(size, random);
        for (std::size_t i = 0; i < marks_.size(); ++i) marks_[i].push_back(thrown.marks[i]);
        for (std::size_t c = 0; c < size.conditions; ++c) {
            if (kind(c) == Kind::range) facts_[c].percent.push_back(thrown.facts[c]);
            else if (n % 8 == 0) facts_[c].bits.push_back(static_cast<std::uint8_t>(thrown.facts[c]));
            else facts_[c].bits.back() = static_cast<std::uint8_t>(facts_[c].bits.back() | thrown.facts[c] << n % 8);
        }
    }
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        std::array<std::uint8_t, options_each> codes{};
        for (std::uint8_t mark = 0; mark < options_each; ++mark) codes[mark] = static_cast<std::uint8_t>(batch.code(i / size.sheets, letter(mark)).value());
        for (std::uint8_t& mark : marks_[i]) mark = codes[mark];
        repeat(marks_[i], count);
        mark_columns_.push_back(marks_[i].data());
    }
    for (std::size_t c = 0; c < size.conditions; ++c) {
        if (kind(c) == Kind::points) continue;
        ocop::batch::FactColumn& column = fact_columns_.emplace_back();
        column.name = facts_[c].name;
        if (kind(c) == Kind::range) {
            repeat(facts_[c].percent, count);
            column.kind = ocop::batch::FactColumn::Kind::number;
            column.decimals = 2;
            column.values = facts_[c].percent.data();
        } else {
            repeat(facts_[c].bits, count / 8 + 1);
            column.values = facts_[c].bits.data();
        }
    }
    cards_.count = count;
    cards_.sheets = size.sheets;
    cards_.marks = mark_columns_;
    cards_.facts = fact_columns_;
}

}  // namespace growth
