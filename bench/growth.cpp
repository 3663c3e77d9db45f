// Writes a form of sections of ten criteria, and hangs conditions on it: gates over boolean facts and over ranges of numbers,
// criteria that apply where a fact holds or where the criterion before them has points, minima that bind where a fact holds.
#include "growth.hpp"

#include <algorithm>
#include <cstdio>

#include "form.hpp"

namespace growth {
namespace {

enum class Kind { gate, range, applies, points, minimum };
constexpr std::size_t kinds = 5;

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
    for (int points = 0; points <= 3; ++points) {
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

void give_facts(const Size& size, workload::Random& random, ocop::Scorecard::Builder& card) {
    for (std::size_t c = 0; c < size.conditions; ++c) {
        const std::string name = "fact_" + number(c);
        if (kind(c) == Kind::gate) card.fact(name, "true");
        else if (kind(c) == Kind::range) card.fact(name, number(random() % 101) + "%");
        else if (kind(c) != Kind::points) card.fact(name, random() % 4 > 0 ? "true" : "false");
    }
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
    workload::Random random(1);
    std::vector<ocop::Scorecard> made;
    for (std::size_t n = 0; n < count; ++n) {
        ocop::Scorecard::Builder card(rules, "card-" + number(n));
        card.level(ocop::Authority::province).members(static_cast<int>(size.sheets));
        give_facts(size, random, card);
        for (std::size_t s = 0; s < size.sheets; ++s) {
            card.sheet("member " + number(s));
            for (std::size_t i = 0; i < size.criteria; ++i) card.mark(id(i), std::string(1, static_cast<char>('a' + std::max(random() % 4, random() % 4))));
        }
        made.push_back(card.build().value());
        if (rules.rate(made.back()).outcome() != ocop::Outcome::rated) workload::give_up("a made-up card is not rated");
    }
    return made;
}

}  // namespace growth
