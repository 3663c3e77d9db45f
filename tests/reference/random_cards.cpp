// Facts first, then for each sheet a mark a criterion, better or worse with the quality drawn for the product.
#include "reference/random_cards.hpp"

#include <algorithm>

#include "reference/figures.hpp"
#include "reference/simple_condition.hpp"

namespace reference {
namespace {

using nlohmann::json;

std::optional<bool> holds(const std::string& condition, const Card& card) {
    const auto value = [&](const std::string& name) {
        const auto found = card.facts.find(name);
        return found == card.facts.end() ? json() : found->second;
    };
    Lookup lookup;
    lookup.boolean = [&](const std::string& name) { return value(name).is_boolean() ? std::optional(value(name).get<bool>()) : std::nullopt; };
    lookup.text = [&](const std::string& name) { return value(name).is_string() ? std::optional(value(name).get<std::string>()) : std::nullopt; };
    lookup.number = [&](const std::string& name) { return value(name).is_number() ? std::optional(points_of(value(name))) : std::nullopt; };
    lookup.points = [](const std::string&) { return std::optional<Fraction>(); };
    lookup.reading = [](const std::string&) { return std::optional<std::string>(); };
    return ask(condition, lookup);
}

std::string name_of(const Case& each, const Option& option) { return each.id.empty() ? option.id : each.id + "." + option.id; }

// The options of a case from the fewest points to the most.
std::vector<Option> ascending(const Case& each) {
    std::vector<Option> out = each.options;
    std::stable_sort(out.begin(), out.end(), [](const Option& a, const Option& b) { return a.points < b.points; });
    return out;
}

std::string decimal(const Fraction& x) {
    std::string digits = std::to_string(x.over * (10000 / x.under));
    while (digits.size() < 5) digits.insert(digits.begin(), '0');
    digits.insert(digits.size() - 4, ".");
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

}  // namespace

RandomCards::RandomCards(const json& rule_set, unsigned seed)
    : rules_(rule_set), facts_(rule_set.value("facts", json::object())), gates_(rule_set.value("gates", json::array())), form_(criteria(rule_set)), generator_(seed) {}

void RandomCards::draw_facts(Card& card) {
    for (const auto& [name, fact] : facts_.items()) {
        const std::string& type = fact.at("type").get_ref<const std::string&>();
        if (type == "boolean") card.facts[name] = one_in(2);
        if (type == "number") card.facts[name] = static_cast<int>(below(101));
        if (type == "string" && fact.contains("values") && !fact.at("values").empty())
            card.facts[name] = fact.at("values").at(below(fact.at("values").size()));
    }
}

// By a gate that rejects or stops.
bool RandomCards::held_back(const Card& card) const {
    for (const json& gate : gates_)
        if (gate.at("effect") != "cap" && holds(condition_of(gate, "when"), card) == true) return true;
    return false;
}

const Case& RandomCards::case_of(const Criterion& criterion, const Card& card) const {
    for (const Case& each : criterion.cases)
        if (!each.when.empty() && holds(each.when, card) == true) return each;
    return criterion.cases.front();
}

std::vector<std::string> RandomCards::mark(const Criterion& criterion, const Card& card, std::size_t quality) {
    if (criterion.score) {
        const Interval range = Interval::of(criterion.score_range);
        const Fraction step = criterion.step.empty() ? Fraction(1) : Fraction::of(criterion.step);
        const Fraction steps = Fraction((range.high - range.low).over * step.under, (range.high - range.low).under * step.over);
        const long long most = steps.over / steps.under;
        const long long taken = std::min<long long>(most, most * static_cast<long long>(quality + below(40)) / 110);
        return {decimal(range.low + Fraction(step.over * taken, step.under))};
    }
    const Case& each = case_of(criterion, card);
    if (criterion.any) {
        std::vector<std::string> ticked;
        for (const Option& option : each.options)
            if (below(100) < quality) ticked.push_back(option.id);
        return ticked.empty() ? std::vector<std::string>{"0"} : ticked;
    }
    if (one_in(30)) return {"0"};
    const std::vector<Option> options = ascending(each);
    const std::size_t place = std::min(options.size() - 1, (quality + below(60)) * options.size() / 130);
    return {name_of(each, options[place])};
}

Card RandomCards::complete(std::size_t most_sheets) {
    Card card;
    card.id = "R-" + std::to_string(++number_);
    card.rule_set = rules_.at("rule_set").get<std::string>();
    const bool any_gate = one_in(8);
    for (int tries = 0; tries < 200; ++tries) {
        draw_facts(card);
        if (any_gate || !held_back(card)) break;
    }
    const std::size_t quality = 20 + below(80);
    const std::size_t sheets = 1 + below(most_sheets);
    for (std::size_t sheet = 0; sheet < sheets; ++sheet) {
        card.sheets.push_back({"member " + std::to_string(sheet + 1), {}});
        for (const Criterion& criterion : form_) card.sheets.back().marks[criterion.id] = mark(criterion, card, quality);
    }
    return card;
}

Card RandomCards::partial(const Card& card) {
    Card out = card;
    const std::size_t marks = 2 + below(30), facts = 1 + below(4);
    for (Sheet& sheet : out.sheets)
        for (const Criterion& criterion : form_)
            if (one_in(marks)) sheet.marks.erase(criterion.id);
    // A fact that the rule set assumes when nobody says it cannot be left open.
    for (const auto& [name, fact] : facts_.items())
        if ((!fact.contains("missing") || fact.at("missing").is_null()) && one_in(facts)) out.facts.erase(name);
    return out;
}

Card RandomCards::raised(const Card& card) {
    Card out = card;
    Sheet& sheet = out.sheets[below(out.sheets.size())];
    const Criterion& criterion = form_[below(form_.size())];
    std::vector<std::string>& marks = sheet.marks.at(criterion.id);
    if (criterion.score) {
        marks = {decimal(Interval::of(criterion.score_range).high)};
        return out;
    }
    if (criterion.any) {
        for (const Option& option : criterion.cases.front().options)
            if (std::find(marks.begin(), marks.end(), option.id) == marks.end()) {
                if (marks.front() == "0") marks.clear();
                marks.push_back(option.id);
                return out;
            }
        return out;
    }
    const Case& each = case_of(criterion, card);
    Fraction now;
    for (const Option& option : each.options)
        if (marks.front() == name_of(each, option)) now = option.points;
    for (const Option& option : ascending(each))
        if (option.points > now) {
            marks = {name_of(each, option)};
            break;
        }
    return out;
}

Card RandomCards::shuffled(const Card& card) {
    Card out = card;
    for (std::size_t i = out.sheets.size(); i > 1; --i) std::swap(out.sheets[i - 1], out.sheets[below(i)]);
    return out;
}

}  // namespace reference
