// The cheapest ways to a star, against every combination of marks there is.
#include <gtest/gtest.h>

#include <algorithm>

#include <nlohmann/json.hpp>
#include <ocop/ocop.hpp>

#include "api/state.hpp"
#include "analysis/random_rules.hpp"
#include "model/small_rules.hpp"
#include "rate/rate.hpp"

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

void expect_same(const RuleSet& rules, const Improvement& found, const std::vector<Exhaustive::Way>& all, std::size_t top, const std::string& what) {
    (void)rules;
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
    std::size_t rated_cards = 0, sets = 0, reached = 0, cannot = 0;
    for (unsigned seed = 1; rated_cards < 6000000 && seed < 200000; ++seed) {
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
        if (every.size() > 12000) continue;
        const std::string what = "seed " + std::to_string(seed) + " to " + std::to_string(*options.to) + "\n" + yaml + card.dump(1);
        const Improvement found = improve(rules, scorecard, options);
        const Rating now = rules.rate(scorecard);
        if (now.stars() && *now.stars() >= *options.to) {
            EXPECT_EQ(found.answer, Improvement::Answer::already) << what;
            continue;
        }
        ++sets;
        rated_cards += every.size();
        const auto all = every.ways(*options.to);
        all.empty() ? ++cannot : ++reached;
        expect_same(rules, found, all, 4, what + told(found, all));
        expect_reached(rules, stands, found, what);
        if (HasFailure()) break;
    }
    std::cout << sets << " rule sets, " << rated_cards << " cards, " << reached << " reached, " << cannot << " cannot\n";
    EXPECT_GE(rated_cards, 100'000U);
    EXPECT_GT(cannot, 20U);
}

}  // namespace
}  // namespace ocop::test
