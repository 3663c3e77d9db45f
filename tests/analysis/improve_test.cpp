// The cheapest ways to a star, against every combination of marks there is.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>
#include <ocop/ocop.hpp>

#include "api/state.hpp"
#include "analysis/random_rules.hpp"
#include "rate/rate.hpp"
#include "reference/form.hpp"
#include "reference/random_cards.hpp"
#include "syntax/folder.hpp"

namespace ocop::test {
namespace {

using nlohmann::json;

// ---- every combination, one after the other ----

struct Mark {
    card::Mark mark;
    Number cost;
};

// All cards that differ from one in marks that all sheets share. Written for reading: no bound, no order, no pruning.
class Exhaustive {
public:
    struct Way {
        Number cost;
        std::vector<int> picks;  // -1: as it is
        int changes() const { return static_cast<int>(std::count_if(picks.begin(), picks.end(), [](int pick) { return pick >= 0; })); }
    };

    Exhaustive(const RuleSet& rules, const Scorecard& card, const Costs& costs) : program_(*rules.state().program), card_(card.state().card), costs_(costs) {
        for (int leaf = 0; leaf < leaves(); ++leaf) marks_.push_back(marks(leaf));
    }

    std::size_t size() const {
        std::size_t all = 1;
        for (const auto& each : marks_) all *= each.size() + 1;
        return all;
    }

    // The ways to that many stars, none of which has all the changes of another; cheapest first, then fewest changes.
    std::vector<Way> ways(int stars) {
        stars_ = stars;
        found_.clear();
        std::vector<int> picks(marks_.size(), -1);
        go(0, picks, card_, Number());
        std::sort(found_.begin(), found_.end(), [](const Way& a, const Way& b) { return std::pair(a.cost, a.changes()) < std::pair(b.cost, b.changes()); });
        std::vector<Way> out;
        for (const Way& each : found_)
            if (std::none_of(out.begin(), out.end(), [&](const Way& less) { return contains(each, less); })) out.push_back(each);
        return out;
    }

private:
    int leaves() const { return static_cast<int>(program_.leaves.size()); }
    const model::Node& node(int leaf) const { return program_.rules->nodes[static_cast<std::size_t>(program_.leaves[static_cast<std::size_t>(leaf)].node)]; }

    static bool contains(const Way& way, const Way& less) {
        for (std::size_t i = 0; i < way.picks.size(); ++i)
            if (less.picks[i] >= 0 && less.picks[i] != way.picks[i]) return false;
        return true;
    }

    const Effort& effort(int leaf) const {
        static const Effort usual;
        for (const std::string& id : {node(leaf).id, std::string("A")})
            if (const auto found = costs_.items.find(id); found != costs_.items.end()) return found->second;
        return usual;
    }

    std::optional<Number> cost(int leaf, const std::string& option) const {
        const auto& named = effort(leaf).options;
        const auto found = named.find(option);
        return found != named.end() ? found->second : effort(leaf).cost;
    }

    bool has(int leaf, const card::Mark& mark) const {
        return std::all_of(card_.sheets.begin(), card_.sheets.end(), [&](const card::Sheet& sheet) {
            const card::Mark& is = sheet.marks[static_cast<std::size_t>(leaf)];
            return is.kind == mark.kind && is.choice == mark.choice && is.points == mark.points && is.ticked == mark.ticked && is.per_case == mark.per_case;
        });
    }

    std::vector<Mark> marks(int number) const {
        const program::Leaf& leaf = program_.leaves[static_cast<std::size_t>(number)];
        std::vector<Mark> out;
        const auto add = [&](card::Mark mark, std::optional<Number> cost) {
            if (cost && !has(number, mark)) out.push_back({std::move(mark), *cost});
        };
        card::Mark mark;
        if (leaf.free) {
            const Number step = *node(number).score->step;
            mark.kind = card::Mark::Kind::free;
            for (Number at; at <= node(number).score->high; at = *ocop::add(at, step)) {
                mark.points = *program_.scaled(at);
                add(mark, effort(number).cost);
            }
        } else if (leaf.any) {
            mark.kind = card::Mark::Kind::several;
            for (int set = 0; set < 8; ++set) {
                mark.ticked.clear();
                std::optional<Number> sum = set == 0 ? cost(number, "none") : Number();
                for (int i = 0; i < 3; ++i) {
                    if ((set >> i & 1) == 0) continue;
                    mark.ticked.push_back(leaf.first_choice + i);
                    const auto one = cost(number, std::string(1, static_cast<char>('a' + i)));
                    sum = sum && one ? ocop::add(*sum, *one) : std::nullopt;
                }
                add(mark, sum);
            }
        } else {
            choose(number, leaf, add);
        }
        return out;
    }

    template <class Add>
    void choose(int number, const program::Leaf& leaf, Add add) const {
        card::Mark nothing;
        nothing.kind = leaf.end_case - leaf.first_case > 1 ? card::Mark::Kind::by_case : card::Mark::Kind::none;
        bool no_zero = false;
        for (int of = leaf.first_case; of < leaf.end_case; ++of) {
            const auto index = static_cast<std::size_t>(of - leaf.first_case);
            const model::Case& each = node(number).cases[index];
            int zero = program::none;
            for (std::size_t i = 0; i < each.options.size(); ++i)
                if (each.options[i].points == Number()) zero = program_.cases[static_cast<std::size_t>(of)].first_choice + static_cast<int>(i);
            if (nothing.kind == card::Mark::Kind::by_case) nothing.per_case.push_back(zero);
            if (excluded(leaf, of)) continue;
            no_zero = no_zero || zero == program::none;
            for (std::size_t i = 0; i < each.options.size(); ++i) {
                card::Mark mark;
                mark.kind = card::Mark::Kind::choice;
                mark.choice = program_.cases[static_cast<std::size_t>(of)].first_choice + static_cast<int>(i);
                add(mark, cost(number, each.options[i].id));
            }
        }
        if (no_zero) add(nothing, cost(number, "none"));
    }

    // By the facts alone: with no mark known its condition is false, and another case's is not.
    bool excluded(const program::Leaf& leaf, int of) const {
        card::Card blank = card_;
        blank.sheets.resize(1);
        for (card::Mark& each : blank.sheets[0].marks) each = card::Mark();
        const std::vector<int> chosen(program_.rules->readings.size(), 0);
        rate::Assessment assessed;
        rate::assess(program_, blank, chosen, rate::decode(program_, chosen), leaves(), assessed);
        const rate::SheetFigures figures(program_, assessed, blank, 0);
        const auto no = [&](int which) {
            bool faults = false;
            const int when = program_.cases[static_cast<std::size_t>(which)].when;
            return when != program::none && rate::truth(program_, when, {blank.facts, &figures, chosen}, faults) == rate::Truth::no;
        };
        bool all = true;
        for (int i = leaf.first_case; i < leaf.end_case; ++i) all = all && no(i);
        return no(of) && !all;
    }

    void go(std::size_t leaf, std::vector<int>& picks, const card::Card& card, const Number& cost) {
        if (leaf == marks_.size()) {
            const rate::Result result = rate::rate(program_, card);
            see(result);
            if (result.conclusion.outcome == Outcome::rated && result.conclusion.stars >= stars_) found_.push_back({cost, picks});
            return;
        }
        picks[leaf] = -1;
        go(leaf + 1, picks, card, cost);
        for (std::size_t i = 0; i < marks_[leaf].size(); ++i) {
            card::Card changed = card;
            for (card::Sheet& sheet : changed.sheets) sheet.marks[leaf] = marks_[leaf][i].mark;
            picks[leaf] = static_cast<int>(i);
            go(leaf + 1, picks, changed, *add(cost, marks_[leaf][i].cost));
        }
        picks[leaf] = -1;
    }

    void see(const rate::Result& result) {
        for (std::size_t i = 0; i < result.found.gates.size(); ++i)
            if (result.found.gates[i].met == rate::Truth::no) let_pass_.insert(program_.rules->gates[i].id);
        if (result.found.stop_leaf != program::none) return;
        const rate::Figure& total = result.conclusion.total_high;
        most_ = std::max(most_, program_.number(total.numerator, total.denominator));
        for (int leaf = 0; leaf < leaves(); ++leaf)
            if (meets(result, leaf)) met_.insert(node(leaf).id);
    }

    // All the minima of that many stars that stand at the criterion.
    bool meets(const rate::Result& result, int leaf) const {
        for (std::size_t i = 0; i < program_.minima.size(); ++i) {
            const bool needed = result.ways.cumulative ? program_.minima[i].star <= stars_ : program_.minima[i].star == stars_;
            if (program_.minima[i].leaf == leaf && needed && result.found.minima[i].binds != rate::Truth::no && !result.found.minima[i].met) return false;
        }
        return true;
    }

public:
    // What no card escaped.
    bool says(const Blocker& blocker) const {
        switch (blocker.kind) {
            case Blocker::Kind::gate: return !let_pass_.contains(blocker.id);
            case Blocker::Kind::minimum: return !met_.contains(blocker.id) && blocker.needed.has_value() && blocker.star > 0;
            case Blocker::Kind::points: return most_ <= *blocker.most && *blocker.most < *blocker.needed;
            case Blocker::Kind::above_highest: return stars_ > program_.stars.back();
            case Blocker::Kind::together: return true;
        }
        return false;
    }

private:
    std::set<std::string> let_pass_, met_;
    Number most_;
    const program::Program& program_;
    const card::Card& card_;
    const Costs& costs_;
    std::vector<std::vector<Mark>> marks_;
    std::vector<Way> found_;
    int stars_ = 0;
};

// ---- suggestions applied, as a user would ----

// The card as it stands: with a sheet, and 0 for what is missing.
json standing(const RuleSet& rules, json card, const Scorecard& read) {
    const Trail trail = rules.rate(read).trail();
    if (!card.contains("sheets")) {
        json marks = json::object();
        for (const TrailNode& node : trail.nodes)
            if (!node.marks.empty() && !node.marks[0].options.empty()) marks[node.id] = node.marks[0].options.size() == 1 ? json(node.marks[0].options[0]) : json(node.marks[0].options);
        card["sheets"] = json::array({{{"assessor", "A"}, {"marks", marks}}});
    }
    for (json& sheet : card["sheets"])
        for (const TrailNode& node : trail.nodes)
            if (node.kind == TrailNode::Kind::criterion && !sheet["marks"].contains(node.id)) sheet["marks"][node.id] = "0";
    return card;
}

json applied(json card, const Way& way) {
    for (json& sheet : card["sheets"])
        for (const Change& each : way.changes) sheet["marks"][each.criterion] = each.mark.empty() ? json("0") : each.mark.size() == 1 ? json(each.mark[0]) : json(each.mark);
    return card;
}

Rating rated(const RuleSet& rules, const json& card) { return rules.rate(Scorecard::from_text(card.dump(), rules, "card", CardFormat::json).value()); }

void expect_reached(const RuleSet& rules, const json& standing, const Improvement& found, const std::string& what) {
    for (const Way& way : found.ways) {
        const Rating rating = rated(rules, applied(standing, way));
        ASSERT_EQ(rating.outcome(), Outcome::rated) << what;
        EXPECT_GE(*rating.stars(), found.to) << what;
        EXPECT_EQ(*rating.stars(), way.stars) << what;
        EXPECT_EQ(*rating.total(), way.total) << what;
        Number sum;
        for (const Change& each : way.changes) sum = *add(sum, each.cost);
        EXPECT_EQ(sum, way.cost) << what;
    }
}

// What was found, and what there is.
std::string told(const Improvement& found, const std::vector<Exhaustive::Way>& all) {
    std::string out = "\nfound:";
    for (const Way& way : found.ways) {
        out += "\n  " + way.cost.text();
        for (const Change& each : way.changes) out += " " + each.criterion + "=" + each.to;
    }
    out += "\nthere are " + std::to_string(all.size()) + ":";
    for (std::size_t i = 0; i < all.size() && i < 6; ++i) {
        out += "\n  " + all[i].cost.text();
        for (int pick : all[i].picks) out += " " + std::to_string(pick);
    }
    return out;
}

void expect_same(const Improvement& found, const std::vector<Exhaustive::Way>& all, std::size_t top, const std::string& what) {
    ASSERT_TRUE(found.proven) << what;
    ASSERT_EQ(found.answer == Improvement::Answer::cannot, all.empty()) << what;
    ASSERT_EQ(found.ways.size(), std::min(top, all.size())) << what;
    for (std::size_t i = 0; i < found.ways.size(); ++i) {
        EXPECT_EQ(found.ways[i].cost, all[i].cost) << what << "\nway " << i;
        EXPECT_EQ(static_cast<int>(found.ways[i].changes.size()), all[i].changes()) << what << "\nway " << i;
    }
    if (!all.empty()) {
        EXPECT_EQ(found.more, all.size() > top && all[top].cost == all[top - 1].cost) << what;
    }
    EXPECT_EQ(found.blockers.empty(), !all.empty()) << what;
}

TEST(Improve, FindsWhatEveryCombinationOfMarksFinds) {
    std::size_t rated_cards = 0, reached = 0, cannot = 0;
    std::set<std::string> kinds;
    for (unsigned seed = 1; rated_cards < 150'000 && seed < 20'000; ++seed) {
        RandomRules random(seed);
        const std::string yaml = random.rule_set();
        const auto loaded = RuleSet::from_text(yaml);
        if (!loaded) continue;
        const RuleSet& rules = loaded.value();
        const json card = random.scorecard();
        const Scorecard scorecard = Scorecard::from_text(card.dump(), rules, "card", CardFormat::json).value();
        const json stands = standing(rules, card, scorecard);
        const Scorecard base = Scorecard::from_text(stands.dump(), rules, "card", CardFormat::json).value();
        ImproveOptions options;
        options.costs = random.costs();
        options.to = 1 + random.below(4);
        options.top = 4;
        Exhaustive every(rules, base, options.costs);
        if (every.size() > 4000) continue;
        const std::string what = "seed " + std::to_string(seed) + " to " + std::to_string(*options.to) + "\n" + yaml + card.dump(1);
        const Improvement found = improve(rules, scorecard, options);
        const Rating now = rules.rate(scorecard);
        if (now.stars() && *now.stars() >= *options.to) {
            EXPECT_EQ(found.answer, Improvement::Answer::already) << what;
            continue;
        }
        rated_cards += every.size();
        const auto all = every.ways(*options.to);
        all.empty() ? ++cannot : ++reached;
        expect_same(found, all, 4, what + told(found, all));
        expect_reached(rules, stands, found, what);
        for (const Blocker& each : found.blockers) {
            EXPECT_TRUE(every.says(each)) << name(each.kind) << " " << each.id << "\n" << what;
            kinds.insert(name(each.kind));
        }
        if (HasFailure()) break;
    }
    EXPECT_GE(rated_cards, 100'000U);
    EXPECT_GT(cannot, 20U);
    EXPECT_GT(reached, 100U);
    EXPECT_EQ(kinds, (std::set<std::string>{"gate", "minimum", "points", "together"}));
}

// ---- the shipped rule sets ----

struct Shipped {
    RuleSet rules;
    json shown;
};

const std::vector<Shipped>& shipped() {
    static const std::vector<Shipped> all = [] {
        std::vector<Shipped> out;
        const Library library = Library::open({OCOP_SOURCE_DIR "/rules"}).value();
        for (const auto& each : library.list()) {
            const RuleSet rules = library.load(each.id).value();
            out.push_back({rules, json::parse(report::show_json(rules))});
        }
        return out;
    }();
    return all;
}

// The card with the best mark of one case at every criterion.
json best(json card, const json& shown, std::size_t of_case) {
    for (const reference::Criterion& each : reference::criteria(shown)) {
        const reference::Case& one = each.cases[std::min(of_case, each.cases.size() - 1)];
        std::vector<std::string> marks;
        const reference::Option* most = &one.options.front();
        for (const reference::Option& option : one.options) {
            if (most->points < option.points) most = &option;
            marks.push_back(option.id);
        }
        for (json& sheet : card["sheets"]) sheet["marks"][each.id] = each.any ? json(marks) : json(one.id.empty() ? most->id : one.id + "." + most->id);
    }
    return card;
}

void expect_answered(const Shipped& set, const json& card, int top) {
    const Scorecard read = Scorecard::from_text(card.dump(), set.rules, "card", CardFormat::json).value();
    ImproveOptions options;
    options.to = 5;
    options.top = top;
    const Improvement found = improve(set.rules, read, options);
    const std::string what = set.rules.id() + "\n" + card.dump();
    ASSERT_TRUE(found.proven) << what;
    expect_reached(set.rules, card, found, what);
    if (found.answer != Improvement::Answer::cannot) return;
    EXPECT_FALSE(found.blockers.empty());
    for (std::size_t of_case : {0U, 1U}) {
        const auto stars = rated(set.rules, best(card, set.shown, of_case)).stars();
        EXPECT_LT(stars.value_or(0), 5) << what;
    }
}

TEST(Improve, AnswersForEveryShippedRuleSet) {
    int reached = 0;
    for (const Shipped& each : shipped()) {
        reference::RandomCards random(each.shown, 7);
        json card = json::parse(reference::to_json(random.complete(7)));
        expect_answered(each, card, 10);
        for (json& sheet : card["sheets"])
            for (json& mark : sheet["marks"]) mark = "0";
        expect_answered(each, card, 1);
        ++reached;
        if (HasFatalFailure()) return;
    }
    EXPECT_EQ(reached, 78);
}

// ---- what is told ----

const char* const tea = R"yaml(rule_set: tea
title: {vi: "Chè", en: "Tea"}
basis: {decision: "1/2026/QĐ-TTg", place: "Phụ lục"}
facts:
  share: {type: number, unit: "%", title: {vi: "Tỷ lệ", en: "Share"}}
  forged: {type: boolean, title: {vi: "Giả mạo", en: "Forged"}}
  own: {type: boolean, missing: true, title: {vi: "Của mình", en: "Own"}}
evidence:
  contract: {title: {vi: "Hợp đồng", en: "Contract"}}
gates:
  - {id: forged, when: forged, effect: reject, title: {vi: "Giả mạo hồ sơ", en: "Forged dossier"}}
parts:
  - id: A
    title: {vi: "Phần A", en: "Part A"}
    items:
      - id: "1"
        title: {vi: "Tổ chức", en: "Organisation"}
        items:
          - id: "1.1"
            title: {vi: "Nguồn gốc", en: "Origin"}
            options:
              - {id: a, points: 0, title: {vi: "Ít", en: "Little"}}
              - {id: b, points: 10, title: {vi: "Nhiều", en: "Much"}, when: share >= 50%, evidence: [contract], cite: "1.1, b"}
          - id: "1.2"
            title: {vi: "Liên kết", en: "Links"}
            options:
              - {id: a, points: 0, title: {vi: "Không", en: "None"}}
              - {id: b, points: 2, minimum_for: 2, title: {vi: "Có", en: "Some"}}
              - {id: c, points: 10, title: {vi: "Tốt", en: "Good"}}
      - id: "2"
        title: {vi: "Câu chuyện", en: "Story"}
        applies: own
        options:
          - {id: a, points: 0, title: {vi: "Không có", en: "None"}}
          - {id: b, points: 10, title: {vi: "Có", en: "Told"}}
stars: {3: "[25..30]", 2: "[10..25)", 1: "[0..10)"}
council: {combine: mean}
)yaml";

Improvement improved(const std::string& card, int to, int top = 1, const std::string& costs = {}) {
    static const RuleSet rules = RuleSet::from_text(tea).value();
    ImproveOptions options;
    options.to = to;
    options.top = top;
    if (!costs.empty()) options.costs = Costs::from_text(costs, rules).value();
    return improve(rules, Scorecard::from_text("scorecard: c\nrule_set: tea\n" + card, rules).value(), options);
}

// "1.2 -> b (minimum); 1.1 -> b (points)"
std::string changes(const Improvement& found, std::size_t way = 0) {
    std::string out = name(found.answer);
    if (way < found.ways.size()) {
        out = found.ways[way].cost.text() + ":";
        for (const Change& each : found.ways[way].changes) out += " " + each.criterion + "=" + each.to + "/" + name(each.why);
    }
    return out;
}

const std::string zeros = "facts: {forged: false}\nsheets: [{assessor: A, marks: {\"1.1\": a, \"1.2\": a, \"2\": a}}]\n";

TEST(Improve, TellsMinimaFirstThenPoints) {
    const Improvement found = improved(zeros, 2);
    EXPECT_EQ(changes(found), "1: 1.2=c/minimum");
    EXPECT_FALSE(found.more);
    const Improvement three = improved(zeros, 3);
    EXPECT_EQ(changes(three), "3: 1.2=c/minimum 1.1=b/points 2=b/points");
    const Change& origin = three.ways[0].changes[1];
    EXPECT_EQ(origin.now, std::vector<std::string>{"a"});
    EXPECT_EQ(origin.mark, std::vector<std::string>{"b"});
    EXPECT_EQ(origin.to_title.en, "Much");
    EXPECT_EQ(origin.before, Number(0));
    EXPECT_EQ(origin.after, Number(10));
    EXPECT_EQ(origin.when, "share >= 50%");
    ASSERT_EQ(origin.evidence.size(), 1U);
    EXPECT_EQ(origin.evidence[0].id, "contract");
    EXPECT_EQ(origin.cite.place, "Phụ lục, 1.1, b");
    EXPECT_EQ(three.ways[0].changes[0].minima, std::vector<int>{2});
    EXPECT_EQ(three.ways[0].total, Number(30));
    EXPECT_EQ(three.ways[0].stars, 3);
}

TEST(Improve, TakesTheFewestPointsOfEqualCostsAndTellsTheNextBest) {
    const std::string card = "facts: {forged: false}\nsheets: [{assessor: A, marks: {\"1.1\": b, \"1.2\": a, \"2\": a}}]\n";
    const Improvement found = improved(card, 2, 5);
    ASSERT_EQ(found.ways.size(), 2U);
    EXPECT_EQ(changes(found, 0), "1: 1.2=b/minimum");
    EXPECT_EQ(changes(found, 1), "1: 1.2=c/minimum");
    EXPECT_FALSE(found.more);
    EXPECT_TRUE(improved(card, 2, 1).more);
}

TEST(Improve, CostsDecide) {
    const std::string card = "facts: {forged: false}\nsheets: [{assessor: A, marks: {\"1.1\": a, \"1.2\": b, \"2\": a}}]\n";
    EXPECT_EQ(changes(improved(card, 2, 1, "costs: {\"1\": 3, \"2\": 2.5}")), "2.5: 2=b/points");
    EXPECT_EQ(changes(improved(card, 2, 1, "costs: {\"1\": 3, \"1.2\": {c: 0.125}, \"2\": 2.5}")), "0.125: 1.2=c/points");
    EXPECT_EQ(changes(improved(card, 2, 1, "costs: {A: cannot-change, \"1.1\": {default: 7, a: 1}}")), "7: 1.1=b/points");
    const Improvement none = improved(card, 2, 1, "costs: {A: cannot-change}");
    EXPECT_EQ(none.answer, Improvement::Answer::cannot);
    ASSERT_EQ(none.blockers.size(), 1U);
    EXPECT_EQ(none.blockers[0].kind, Blocker::Kind::points);
    EXPECT_EQ(*none.blockers[0].most, Number(2));
    EXPECT_EQ(*none.blockers[0].needed, Number(10));
}

TEST(Improve, NamesWhatStandsInTheWay) {
    const Improvement gate = improved("facts: {forged: true}\nsheets: [{assessor: A, marks: {\"1.1\": a}}]\n", 2);
    ASSERT_EQ(gate.blockers.size(), 1U);
    EXPECT_EQ(gate.blockers[0].id, "forged");
    EXPECT_EQ(gate.blockers[0].holds, true);
    const Improvement unknown = improved("sheets: [{assessor: A, marks: {\"1.1\": a}}]\n", 2);
    ASSERT_EQ(unknown.blockers.size(), 1U);
    EXPECT_EQ(unknown.blockers[0].holds, std::nullopt);
    ASSERT_EQ(unknown.blockers[0].unknown.size(), 1U);
    EXPECT_EQ(unknown.blockers[0].unknown[0].name, "forged");
    const Improvement minimum = improved(zeros, 2, 1, "costs: {\"1.2\": cannot-change}");
    ASSERT_EQ(minimum.blockers.size(), 1U);
    EXPECT_EQ(minimum.blockers[0].reason, Blocker::Reason::cannot_change);
    EXPECT_EQ(minimum.blockers[0].id, "1.2");
    EXPECT_EQ(*minimum.blockers[0].needed, Number(2));
    const Improvement apply = improved("facts: {forged: false, own: false}\nsheets: [{assessor: A, marks: {\"1.1\": b, \"1.2\": c, \"2\": a}}]\n", 3);
    ASSERT_EQ(apply.blockers.size(), 1U);
    EXPECT_EQ(*apply.blockers[0].most, Number(20));
    const Improvement above = improved(zeros, 4);
    ASSERT_EQ(above.blockers.size(), 1U);
    EXPECT_EQ(above.blockers[0].kind, Blocker::Kind::above_highest);
    EXPECT_EQ(above.blockers[0].star, 3);
}

TEST(Improve, TakesMissingMarksAsNoneAndSaysSo) {
    const Improvement found = improved("facts: {forged: false}\nsheets: [{assessor: A, marks: {\"1.1\": b}}, {assessor: B, marks: {\"1.1\": b, \"1.2\": c}}]\n", 2);
    EXPECT_EQ(found.outcome, Outcome::undecided);
    EXPECT_EQ(changes(found), "0:");
    ASSERT_EQ(found.ways[0].filled_in.size(), 2U);
    EXPECT_EQ(found.ways[0].filled_in[0].criterion, "1.2");
    EXPECT_EQ(found.ways[0].filled_in[0].sheets, std::vector<std::string>{"A"});
    EXPECT_EQ(found.ways[0].filled_in[1].sheets, (std::vector<std::string>{"A", "B"}));
    const Improvement facts = improved("facts: {forged: false, share: 60%}\n", 2);
    EXPECT_TRUE(facts.from_facts);
    EXPECT_EQ(changes(facts), "1: 1.2=c/minimum");
    EXPECT_EQ(facts.ways[0].total, Number(10));
    // What the facts do not settle is said too.
    ASSERT_EQ(facts.ways[0].filled_in.size(), 2U);
    EXPECT_EQ(facts.ways[0].changes[0].now, std::vector<std::string>{""});
}

TEST(Improve, SaysThatItIsThereAlready) {
    EXPECT_EQ(improved(zeros, 1).answer, Improvement::Answer::already);
    ImproveOptions options;
    const RuleSet rules = RuleSet::from_text(tea).value();
    const auto next = [&](const std::string& card) { return improve(rules, Scorecard::from_text("scorecard: c\nrule_set: tea\n" + card, rules).value(), options).to; };
    EXPECT_EQ(next(zeros), 2);
    EXPECT_EQ(next("facts: {forged: false}\nsheets: [{assessor: A, marks: {\"1.1\": b, \"1.2\": c, \"2\": b}}]\n"), 3);
}

TEST(Improve, SaysWhenItCouldNotProveIt) {
    const Shipped& set = shipped()[0];
    reference::RandomCards random(set.shown, 3);
    json card = json::parse(reference::to_json(random.complete(3)));
    for (json& sheet : card["sheets"])
        for (json& mark : sheet["marks"]) mark = "0";
    ImproveOptions options;
    options.to = 3;
    options.budget = 100;
    const Scorecard read = Scorecard::from_text(card.dump(), set.rules, "card", CardFormat::json).value();
    const Improvement found = improve(set.rules, read, options);
    ASSERT_NE(found.answer, Improvement::Answer::cannot);
    EXPECT_FALSE(found.proven);
    EXPECT_TRUE(found.at_least.has_value());
    options.budget = 1'000'000;
    EXPECT_GE(improve(set.rules, read, options).ways.at(0).cost, *found.at_least);
}

TEST(Costs, MustBeWithinTheirLimits) {
    const RuleSet rules = RuleSet::from_text(tea).value();
    const Scorecard card = Scorecard::from_text("scorecard: c\nrule_set: tea\n" + zeros, rules).value();
    for (const char* cost : {"-1", "1000001", "1/3", "0.0000001"}) {
        ImproveOptions options;
        options.costs.items["1.1"].options["b"] = *Number::parse(cost);
        EXPECT_THROW(improve(rules, card, options), std::invalid_argument) << cost;
    }
}

TEST(Costs, AreRefusedAtTheirPlaces) {
    const RuleSet rules = RuleSet::from_text(tea).value();
    const auto refused = [&](const std::string& text) {
        const Costs::Loaded loaded = Costs::from_text(text, rules);
        return loaded ? std::string("read") : terse(loaded.diagnostics);
    };
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"costs: {\"1.1\": 0}", "read"},
        {"costs: {\"1.1\": {none: 1, a: cannot-change, default: 1000000}}", "read"},
        {"[]", "<costs>:1:1 wrong-type: a file of costs is a map of keys and values, found a list"},
        {"cost: {\"1.1\": 1}", "<costs>:1:1 key-missing: a file of costs has no `costs` [write costs: {\"1.5\": 3}]\n<costs>:1:1 unknown-key: a file of costs has no key `cost` [did you mean `costs`?]"},
        {"costs: 3", "<costs>:1:8 wrong-type: `costs` is a map of keys and values, found the number `3`"},
        {"costs: {}", "<costs>:1:8 empty: `costs` names no criterion"},
        {"costs: {\"1.3\": 1}", "<costs>:1:10 unknown-criterion: the form has no criterion `1.3` [did you mean `1.1`?]"},
        {"costs: {\"1.1\": much}", "<costs>:1:16 wrong-type: a cost is a number or cannot-change, found the text `much`"},
        {"costs: {\"1.1\": \"2\"}", "<costs>:1:17 wrong-type: a cost is a number or cannot-change, found the text `2`"},
        {"costs: {\"1.1\": 1/3}", "<costs>:1:16 wrong-type: a cost is a number or cannot-change, found the text `1/3`"},
        {"costs: {\"1.1\": -1}", "<costs>:1:16 cost-range: the cost is -1; costs are 0 to 1000000"},
        {"costs: {\"1.1\": 1000001}", "<costs>:1:16 cost-range: the cost is 1000001; costs are 0 to 1000000"},
        {"costs: {\"1.1\": 0.1234567}", "<costs>:1:16 cost-range: the cost is 0.1234567; costs have at most 6 decimals"},
        {"costs: {\"1.1\": [1]}", "<costs>:1:16 wrong-type: a cost is a number or cannot-change, found a list"},
        {"costs: {\"1.1\":}", "<costs>:1:15 wrong-type: a cost is a number or cannot-change, found nothing"},
        {"costs: {\"1.1\": {}}", "<costs>:1:16 empty: `1.1` names no option"},
        {"costs: {\"1.1\": {d: 1}}", "<costs>:1:17 no-such-option: `1.1` has no option `d` [did you mean `a`?]"},
        {"costs: {\"1\": {a: 1}}", "<costs>:1:14 wrong-type: `1` has no options to give costs to [write one number, or cannot-change]"},
        {"costs: {\"1.1\": 1, \"1.1\": 2}", "repeated"},
    };
    for (const auto& [text, expected] : rows) {
        const std::string found = refused(text);
        EXPECT_TRUE(found == expected || (expected == "repeated" && found.find("1.1") != std::string::npos)) << text << "\n" << found << "\n" << expected;
    }
}

}  // namespace
}  // namespace ocop::test
