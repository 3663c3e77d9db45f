// Draws one construct after the other. Points are in halves.
#include "random_rules.hpp"

#include <fmt/format.h>

namespace ocop::test {
namespace {

std::string halves(int n) { return n % 2 == 0 ? std::to_string(n / 2) : std::to_string(n / 2) + ".5"; }

constexpr const char* head = R"(rule_set: random
title: {vi: "Ngẫu nhiên", en: "Random"}
basis: {decision: 1/2026, place: "Phụ lục"}
facts:
  one: {type: boolean, title: {vi: "Một", en: "One"}}
  two: {type: boolean, title: {vi: "Hai", en: "Two"}}
  kind: {type: string, values: [left, right], title: {vi: "Loại", en: "Kind"}}
)";

}  // namespace

// About facts, or points of another criterion or of the whole.
std::string RandomRules::condition(const std::string& of) {
    const int turn = below(9);
    if (turn == 0) return "one";
    if (turn == 1) return "not(two)";
    if (turn == 2) return "one or points(\"1\") > 0";
    std::string other = std::to_string(1 + below(count_));
    if (other == of) other = of == "1" ? "2" : "1";
    const std::string bound = halves(below(5));
    return "points(\"" + other + "\") " + pick({">", ">=", "=", "<", "<="}) + " " + bound;
}

std::string RandomRules::options(const std::string& of, bool minima, int& best) {
    const int count = 2 + below(3);
    int points = one_in(3) ? 1 + below(3) : 0, star = 1 + below(2);
    std::string out = "[";
    for (int i = 0; i < count; ++i) {
        const char id = static_cast<char>('a' + i);
        out += fmt::format("{}{{id: {}, points: {}, title: {{vi: x, en: x}}", i == 0 ? "" : ", ", id, halves(points));
        if (minima && star <= 3 && one_in(3)) {
            out += one_in(3) ? fmt::format(", minimum_for: {{{}: '{}'}}", star, condition(of)) : fmt::format(", minimum_for: {}", star);
            star += 1 + below(2);
        }
        out += "}";
        best = points;
        points += 1 + below(4);
    }
    return out + "]";
}

std::string RandomRules::criterion(int number) {
    Criterion made{std::to_string(number), {}};
    std::string out = fmt::format("      - id: \"{}\"\n        title: {{vi: x, en: x}}\n", number);
    if (one_in(4)) out += "        applies: '" + condition(made.id) + "'\n";
    int best = 0, other = 0;
    const int turn = below(10);
    if (turn == 0) {
        const int most = 1 + below(4);
        out += fmt::format("        max: {}\n        score: \"[0..{}]\"\n        step: {}\n", most, most, most == 1 ? "0.5" : "1");
        best = 2 * most;
        for (int i = 0; i <= most; ++i) made.marks.push_back(std::to_string(i));
    } else if (turn == 1) {
        out += "        max: 3\n        choose: any\n        options: [{id: a, points: 1, title: {vi: x, en: x}}, {id: b, points: 1.5, title: {vi: x, en: x}}, {id: c, points: 2, title: {vi: x, en: x}}]\n";
        best = 6;
    } else if (turn == 2) {
        const bool by_fact = !one_in(3);
        const std::string left = by_fact ? "kind = \"left\"" : condition(made.id);
        const std::string right = by_fact ? "kind = \"right\"" : "not(" + left + ")";
        const std::string first = options(made.id, true, best), second = options(made.id, false, other);
        out += fmt::format("        cases:\n          - {{id: left, when: '{}', title: {{vi: x, en: x}}, options: {}}}\n          - {{id: right, when: '{}', title: {{vi: x, en: x}}, options: {}}}\n", left, first, right, second);
        best = std::max(best, other);
        made.marks = {"a", "b", "left.a", "right.b", "0"};
    } else {
        out += "        options: " + options(made.id, true, best) + "\n";
        made.marks = {"a", "a", "b", "0"};
    }
    halves_ += best;
    criteria_.push_back(std::move(made));
    return out;
}

std::string RandomRules::gates() {
    std::string out;
    if (one_in(4)) out += "  - {id: capped, when: '" + condition("") + "', effect: cap, stars: " + std::to_string(1 + below(3)) + ", title: {vi: x, en: x}}\n";
    const int few = below(12), left = 1 + below(2);
    if (one_in(8)) out += "  - {id: few, when: total < " + halves(few) + ", effect: cap, stars: " + std::to_string(left) + ", title: {vi: x, en: x}}\n";
    if (one_in(5)) out += "  - {id: stopped, when: 'points(\"1\") = 0', effect: stop, after: \"" + std::to_string(1 + below(2)) + "\", title: {vi: x, en: x}}\n";
    if (one_in(8)) out += "  - {id: refused, when: '" + condition("") + "', effect: reject, title: {vi: x, en: x}}\n";
    return out.empty() ? out : "gates:\n" + out;
}

std::string RandomRules::readings() {
    return "council: {combine: " + pick({"mean", "mean", "median", "trimmed mean"}) + "}\nreadings:\n  rounding: {chosen: " + pick({"none", "none", "half-up 0", "half-up 1"}) +
           "}\n  minima_met_by: {chosen: " + pick({"combined", "combined", "majority", "every-sheet"}) + "}\n  minima_cumulate: {chosen: " + pick({"cumulative", "cumulative", "own"}) +
           "}\n  minima_missed: {chosen: " + pick({"next-star", "next-star", "no-star"}) + "}\n  gates_met_by: {chosen: " + pick({"combined", "combined", "majority", "any-sheet"}) + "}\n";
}

std::string RandomRules::rule_set() {
    criteria_.clear();
    halves_ = 0;
    count_ = 3 + below(3);
    std::string parts = "parts:\n  - id: A\n    title: {vi: x, en: x}\n    items:\n";
    for (int i = 1; i <= count_; ++i) parts += criterion(i);
    std::string bands;
    for (int star = 1, low = 0; star <= 4; ++star) {
        const int high = star == 4 ? halves_ : halves_ * (star + 1 + below(2)) / 6;
        bands += fmt::format("{}: \"[{}..{}{}\"", star == 1 ? "" : ", " + std::to_string(star), halves(low), halves(high), star == 4 ? "]" : ")");
        low = high;
    }
    return head + gates() + parts + "stars: {1" + bands + "}\n" + readings();
}

nlohmann::json RandomRules::scorecard() {
    nlohmann::json card = {{"scorecard", "r"}, {"rule_set", "random"}, {"assessed_on", "2026-06-20"}, {"facts", nlohmann::json::object()}};
    for (const char* name : {"one", "two"})
        if (!one_in(8)) card["facts"][name] = one_in(2);
    if (!one_in(8)) card["facts"]["kind"] = pick({"left", "right"});
    if (one_in(12)) return card;
    const int sheets = 1 + below(4);
    for (int i = 0; i < sheets; ++i) {
        nlohmann::json marks = nlohmann::json::object();
        for (const Criterion& each : criteria_) {
            if (one_in(12)) continue;
            if (!each.marks.empty()) marks[each.id] = pick(each.marks);
            else marks[each.id] = one_in(2) ? nlohmann::json::array({"a"}) : nlohmann::json::array({"b", "c"});
        }
        card["sheets"].push_back({{"assessor", std::to_string(i + 1)}, {"marks", std::move(marks)}});
    }
    return card;
}

Costs RandomRules::costs() {
    Costs out;
    if (one_in(3)) return out;
    const auto number = [&] { return *Number::fraction(below(7), 2); };
    for (const Criterion& each : criteria_) {
        if (one_in(3)) continue;
        Effort& effort = out.items[each.id];
        effort.cost = number();
        if (one_in(5)) effort.cost.reset();
        if (one_in(3)) effort.options["b"] = number();
        if (one_in(6)) effort.options["c"].reset();
        if (one_in(6)) effort.options["none"] = number();
    }
    if (one_in(4)) out.items["A"].cost = number();
    return out;
}

}  // namespace ocop::test
