// Options and cases of one criterion, and the minima they carry.
#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "model/reader.hpp"
#include "yaml/scalar.hpp"

namespace ocop::model {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

// a, b, … z, aa, ab, …
std::string default_id(std::size_t place) {
    std::string out(1, static_cast<char>('a' + place % 26));
    return place < 26 ? out : default_id(place / 26 - 1) + out;
}

bool starts_with_letter(const std::string& id) {
    const auto first = static_cast<unsigned char>(id.empty() ? '0' : id[0]);
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first >= 0x80;
}

bool has_reserved_sign(const std::string& id) { return id.find_first_of(".+|,;\" ") != std::string::npos; }

}  // namespace

void Reader::read_cases(const Written& at, int node) {
    if (!is_list(at, "`cases`")) return;
    if (at.items.size() < 2) error(at, "empty", "`cases` has at least two cases");
    std::map<std::string, Place> seen;
    for (const Written& each : at.items) {
        if (!is_map(each, "a case")) continue;
        known_keys(each, "a case", {"id", "when", "title", "options", "notes", "cite", "basis"});
        Case made;
        made.id = id(each, "a case");
        if (!made.id.empty() && (!starts_with_letter(made.id) || has_reserved_sign(made.id))) error(*each.find("id"), "bad-id", fmt::format("`{}` cannot name a case: an id begins with a letter and has no signs but `-` and `_`", made.id));
        if (const auto [first, added] = seen.emplace(made.id, each.place()); !added) error(each, "duplicate-id", fmt::format("the case `{}` repeats line {}", made.id, first->second.line));
        made.title = title(each, fmt::format("the case `{}`", made.id));
        notes(each);
        made.cite = cite(each, fmt::format("the case `{}`", made.id));
        made.origin = origin(each);
        const int number = static_cast<int>(rules_.nodes[index(node)].cases.size());
        rules_.nodes[index(node)].cases.push_back(std::move(made));
        if (const Written* when = each.find("when"))
            later(*when, {}, [this, node, number](ConditionPtr c) { rules_.nodes[index(node)].cases[index(number)].when = std::move(c); });
        if (const Written* options = each.find("options")) read_options(*options, node, number);
        else error(each, "item-content", fmt::format("the case `{}` has no `options`", rules_.nodes[index(node)].cases[index(number)].id));
    }
}

void Reader::read_options(const Written& at, int node, int of_case) {
    if (!is_list(at, "`options`")) return;
    if (at.items.empty()) error(at, "empty", fmt::format("`{}` has no options", rules_.nodes[index(node)].id));
    if (at.items.size() > base::limits::options) return error(at, "too-many-items", fmt::format("a criterion may have at most {} options", base::limits::options));
    std::map<std::string, Place> seen;
    for (std::size_t i = 0; i < at.items.size(); ++i) {
        const Written& each = at.items[i];
        if (!is_map(each, "an option")) continue;
        Option option = read_option(each, i, node, of_case, rules_.nodes[index(node)].cases[index(of_case)].options.size());
        if (const auto [first, added] = seen.emplace(option.id, each.place()); !added) error(each, "duplicate-id", fmt::format("the option `{}` repeats line {}", option.id, first->second.line));
        rules_.nodes[index(node)].cases[index(of_case)].options.push_back(std::move(option));
    }
    check_minima_rise(rules_.nodes[index(node)], rules_.nodes[index(node)].cases[index(of_case)], at);
}

Option Reader::read_option(const Written& at, std::size_t place, int node, int of_case, std::size_t number) {
    known_keys(at, "an option", {"id", "points", "title", "when", "minimum_for", "evidence", "notes", "erratum", "printed", "cite", "basis"});
    Option option;
    option.id = default_id(place);
    if (const Written* given = at.find("id")) {
        option.id = yaml::read_text(*given, "id", report_).value_or(option.id);
        if (!starts_with_letter(option.id) || has_reserved_sign(option.id)) error(*given, "bad-id", fmt::format("`{}` cannot name an option: an id begins with a letter and has no signs but `-` and `_`", option.id));
        if (option.id == "none") error(*given, "bad-id", "`none` means that nothing is ticked; name the option otherwise");
    }
    const std::string what = fmt::format("the option `{}`", option.id);
    option.title = title(at, what);
    option.cite = cite(at, what);
    option.origin = origin(at);
    if (const Written* given = at.find("points")) option.points = points(*given, "points").value_or(Number(0));
    else error(at, "key-missing", fmt::format("{} has no `points`", what));
    option.printed_points = option.points;
    if (const Written* when = at.find("when"))
        later(*when, {}, [this, node, of_case, number](ConditionPtr c) { rules_.nodes[index(node)].cases[index(of_case)].options[number].when = std::move(c); });
    read_minima(at, option, node, of_case, number);
    Remarks said = remarks(at);
    read_option_print(at, option, said);
    if (said != Remarks{}) option.remarks = std::move(said);
    return option;
}

void Reader::add_minimum(const Written& at, int star, Option& option) {
    Minimum minimum;
    minimum.star = star;
    minimum.cite = option.cite;
    minimum.origin = origin(at);
    option.minima.push_back(std::move(minimum));
}

void Reader::read_minima(const Written& at, Option& option, int node, int of_case, std::size_t number) {
    const Written* given = at.find("minimum_for");
    if (given == nullptr) return;
    if (given->is_scalar()) {
        if (const auto one = star(given->text, *given)) add_minimum(*given, *one, option);
        return;
    }
    if (!is_map(*given, "`minimum_for`")) return;
    for (const syntax::WrittenEntry& each : given->entries) {
        const auto one = star(each.key, each.value);
        if (!one) continue;
        add_minimum(each.value, *one, option);
        if (each.value.is_scalar() && each.value.text == "true" && !each.value.quoted) continue;
        option.minima.back().conditional = true;
        // Decided once for the council, as gates are, so there is no option to ask for.
        Use use;
        use.options = false;
        const std::size_t place = option.minima.size() - 1;
        later(each.value, use, [this, node, of_case, number, place](ConditionPtr c) {
            rules_.nodes[index(node)].cases[index(of_case)].options[number].minima[place].when = std::move(c);
        });
    }
}

void Reader::read_option_print(const Written& at, Option& option, Remarks& remarks) {
    const Written* printed = at.find("printed");
    if (printed == nullptr || !is_map(*printed, "`printed`")) return;
    known_keys(*printed, "`printed` of an option", {"points", "minimum_for"});
    if (at.find("erratum") == nullptr) error(*printed, "erratum-missing", "`printed` needs an `erratum` that says what was taken instead, and why");
    if (const Written* given = printed->find("points")) {
        const bool none = given->is_scalar() && given->text == "none";
        option.printed_points = none ? Number(0) : points(*given, "points").value_or(Number(0));
        remarks.printed = "points " + given->text;
    }
    if (const Written* given = printed->find("minimum_for")) {
        remarks.printed += (remarks.printed.empty() ? "" : ", ") + ("minimum_for " + given->text);
        for (Minimum& each : option.minima) each.printed = false;
        if (given->is_scalar() && given->text == "none") return;
        if (const auto one = star(given->text, *given)) {
            add_minimum(*given, *one, option);
            option.minima.back().corrected = false;
        }
    }
}

// One minimum a star, and never fewer points for a higher star. Minima under conditions may share a star (a reading decides
// which of them binds), so only those that always bind are compared.
void Reader::check_minima_rise(const Node& node, const Case& each, const Written& at) {
    for (const bool print : {false, true}) {
        std::map<int, const Option*> by_star;
        for (const Option& option : each.options)
            for (const Minimum& minimum : option.minima) {
                if (print ? !minimum.printed : !minimum.corrected) continue;
                if (minimum.conditional) continue;
                const auto [first, added] = by_star.emplace(minimum.star, &option);
                if (!added) error(at, "minimum-twice", fmt::format("in `{}` both `{}` and `{}` are the minimum for {} stars", node.id, first->second->id, option.id, minimum.star));
            }
        const Option* below = nullptr;
        for (const auto& [star, option] : by_star) {
            if (below != nullptr && option->points < below->points)
                error(at, "minima-fall", fmt::format("in `{}` the minimum for {} stars is `{}` with {} points, less than `{}` with {} points for fewer stars", node.id, star, option->id, option->points.text(), below->id, below->points.text()));
            below = option;
        }
    }
}

}  // namespace ocop::model
