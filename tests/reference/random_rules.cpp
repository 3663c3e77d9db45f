#include "reference/random_rules.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace reference {
namespace {

class Author {
public:
    explicit Author(unsigned seed) : random_(seed) {}

    SmallRules write() {
        rules_.facts = {"f", "g"};
        rules_.g_is_assumed = one_in(3);
        std::string items;
        const std::size_t count = 3 + below(2);
        for (std::size_t i = 1; i <= count; ++i) items += criterion(std::to_string(i), i > 1);
        // One draw after the other, so that every compiler draws alike.
        const std::string gate = gates(), combine = pick({"mean", "mean", "median", "trimmed mean"}), reading = readings();
        rules_.yaml = fmt::format(R"yaml(rule_set: small
title: {{vi: "Nhỏ", en: "Small"}}
basis: {{decision: 1/2026, place: "Phụ lục"}}
facts:
  f: {{type: boolean, title: {{vi: "f", en: "f"}}}}
  g: {{type: boolean, title: {{vi: "g", en: "g"}}{}}}
{}parts:
  - id: A
    title: {{vi: "A", en: "A"}}
    items:
{}stars: {}
council: {{combine: {}}}
readings:
{})yaml",
                                  rules_.g_is_assumed ? ", missing: false" : "", gate, items, bands(), combine, reading);
        return std::move(rules_);
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    const char* pick(std::initializer_list<const char*> words) { return words.begin()[below(words.size())]; }

    static std::string title(const std::string& text) { return fmt::format("title: {{vi: \"{0}\", en: \"{0}\"}}", text); }

    // For a star that no option of this list is the minimum for yet.
    std::string minimum(int& next) {
        if (next > 3 || one_in(2)) return "";
        const int star = next + static_cast<int>(below(static_cast<std::size_t>(4 - next)));
        next = star + 1;
        if (!one_in(3)) return fmt::format(", minimum_for: {}", star);
        return fmt::format(", minimum_for: {{{}: '{}'}}", star, pick({"f", "not(g)", "points(\"1\") > 0"}));
    }

    // Ascending points, not always from 0.
    std::string options(const std::string& of_case, SmallCriterion& criterion, int& best) {
        std::string out;
        int star = 2, points = static_cast<int>(below(2));
        for (char id = 'a'; id < static_cast<char>('c' + below(2)); ++id) {
            out += fmt::format("{}{{id: {}, points: {}, {}{}}}", out.empty() ? "" : ", ", id, points, title(std::string(1, id)), points > 0 ? minimum(star) : "");
            criterion.marks.push_back(of_case + id);
            best = std::max(best, points);
            points += 1 + static_cast<int>(below(2));
        }
        return "[" + out + "]";
    }

    std::string criterion(const std::string& id, bool may_depend) {
        SmallCriterion made{id, {}, false};
        std::string out = fmt::format("      - id: \"{}\"\n        {}\n", id, title(id));
        if (may_depend && one_in(2)) out += fmt::format("        applies: '{}'\n", pick({"points(\"1\") > 0", "points(\"1\") = 0", "f", "points(\"1\") < 2 or g"}));
        int best = 0;
        const std::size_t shape = id == "1" ? 3 : below(6);
        if (shape == 0) {
            out += fmt::format("        cases:\n          - {{id: x, when: f, {}, options: {}}}\n", title("x"), options("x.", made, best));
            out += fmt::format("          - {{id: y, when: not(f), {}, options: {}}}\n", title("y"), options("y.", made, best));
            made.marks.push_back("0");
        } else if (shape == 1) {
            best = 2;
            out += "        score: \"[0..2]\"\n        step: 1\n";
            made.marks = {"0", "1", "2"};
        } else if (shape == 2) {
            best = 3;
            made.any = true;
            out += fmt::format("        choose: any\n        max: 3\n        options: [{{id: a, points: 1, {0}}}, {{id: b, points: 2, {0}}}, {{id: c, points: 2, {0}}}]\n", title("t"));
            made.marks = {"0", "a", "b", "c", "a+b", "a+c", "b+c", "a+b+c"};
        } else {
            out += fmt::format("        options: {}\n", options("", made, best));
            made.marks.push_back("0");
        }
        total_ += best;
        rules_.criteria.push_back(std::move(made));
        return out;
    }

    std::string gates() {
        std::string out;
        if (one_in(4)) out += fmt::format("  - {{id: no-f, when: not(f), effect: reject, {}}}\n", title("r"));
        const std::size_t stars = 1 + below(2);
        if (one_in(3)) out += fmt::format("  - {{id: cap, when: '{}', effect: cap, stars: {}, {}}}\n", pick({"g", "points(\"2\") = 0", "points(\"3\") > 1", "total < 4"}), stars, title("c"));
        if (one_in(4)) out += fmt::format("  - {{id: halt, when: '{}', effect: stop, after: \"2\", {}}}\n", pick({"points(\"2\") = 0", "points(\"1\") = 0 and g"}), title("s"));
        return out.empty() ? "" : "gates:\n" + out;
    }

    std::string bands() {
        const int three = std::max(2, total_ * 2 / 3), two = std::max(1, total_ / 3);
        return fmt::format("{{3: \"[{}..{}]\", 2: \"[{}..{})\", 1: \"[0..{})\"}}", three, std::max(three, total_), two, three, two);
    }

    std::string readings() {
        const auto line = [&](const char* name, std::initializer_list<const char*> ways) { return fmt::format("  {}: {{chosen: {}, {}}}\n", name, pick(ways), title("t")); };
        std::string out = line("rounding", {"none", "none", "half-up 0"});
        out += line("minima_missed", {"next-star", "next-star", "no-star"});
        out += line("minima_cumulate", {"cumulative", "own"});
        out += line("minima_met_by", {"combined", "combined", "majority", "every-sheet"});
        return out + line("gates_met_by", {"combined", "majority", "any-sheet"});
    }

    std::mt19937 random_;
    SmallRules rules_;
    int total_ = 0;
};

nlohmann::json mark_json(const SmallCriterion& criterion, const std::string& mark) {
    if (!criterion.any || mark == "0") return mark;
    nlohmann::json out = nlohmann::json::array();
    for (char each : mark)
        if (each != '+') out.push_back(std::string(1, each));
    return out;
}

bool fill_next(const SmallRules& rules, SmallCard card, std::size_t most, std::vector<SmallCard>& out) {
    for (const std::string& fact : rules.facts) {
        if (card.facts.contains(fact)) continue;
        for (const bool value : {true, false}) {
            card.facts[fact] = value;
            if (!fill_next(rules, card, most, out)) return false;
        }
        return true;
    }
    for (Marks& sheet : card.sheets)
        for (const SmallCriterion& criterion : rules.criteria) {
            if (sheet.contains(criterion.id)) continue;
            for (const std::string& mark : criterion.marks) {
                sheet[criterion.id] = mark;
                if (!fill_next(rules, card, most, out)) return false;
            }
            return true;
        }
    out.push_back(card);
    return out.size() <= most;
}

}  // namespace

SmallRules small_rules(unsigned seed) { return Author(seed).write(); }

std::string to_json(const SmallRules& rules, const SmallCard& card) {
    nlohmann::json out = {{"scorecard", "S-1"}, {"rule_set", "small"}, {"facts", nlohmann::json::object()}, {"sheets", nlohmann::json::array()}};
    for (const auto& [name, value] : card.facts) out["facts"][name] = value;
    for (std::size_t i = 0; i < card.sheets.size(); ++i) {
        nlohmann::json marks = nlohmann::json::object();
        for (const SmallCriterion& each : rules.criteria)
            if (const auto found = card.sheets[i].find(each.id); found != card.sheets[i].end()) marks[each.id] = mark_json(each, found->second);
        out["sheets"].push_back({{"assessor", "member " + std::to_string(i + 1)}, {"marks", marks}});
    }
    return out.dump();
}

SmallCard complete_card(const SmallRules& rules, std::size_t sheets, std::mt19937& random) {
    SmallCard out;
    for (const std::string& fact : rules.facts) out.facts[fact] = random() % 2 == 0;
    out.sheets.resize(sheets);
    for (Marks& sheet : out.sheets)
        for (const SmallCriterion& each : rules.criteria) sheet[each.id] = each.marks[random() % each.marks.size()];
    return out;
}

std::vector<SmallCard> completions(const SmallRules& rules, const SmallCard& card, std::size_t most) {
    std::vector<SmallCard> out;
    if (!fill_next(rules, card, most, out)) out.clear();
    return out;
}

}  // namespace reference
