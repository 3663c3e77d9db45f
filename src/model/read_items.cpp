// Parts, sections and criteria: the tree of the form.
#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "model/reader.hpp"
#include "yaml/scalar.hpp"

namespace ocop::model {

void Reader::read_parts(const Written& at) {
    if (!is_list(at, "`parts`")) return;
    if (at.items.empty()) error(at, "empty", "`parts` has no part");
    for (const Written& part : at.items) read_node(part, -1, 0);
}

void Reader::add_id(const Written& at, const std::string& id) {
    const Written* place = at.find("id");
    if (place == nullptr || id.empty()) return;
    const auto [found, added] = ids_.emplace(id, place->place());
    if (!added) error(*place, "duplicate-id", fmt::format("`{}` stands already at {}:{}; the numbers of a form are unique", id, found->second.file, found->second.line));
}

int Reader::read_node(const Written& at, int parent, int depth) {
    const bool part = parent < 0;
    const std::string_view kind = part ? "a part" : "an item";
    if (!is_map(at, kind)) return -1;
    if (rules_.nodes.size() >= base::limits::criteria) {
        if (rules_.nodes.size() == base::limits::criteria) error(at, "too-many-items", fmt::format("a form may have at most {} items", base::limits::criteria));
        return -1;
    }
    known_keys(at, kind, {"id", "title", "max", "attainable", "shortfall", "incomplete", "applies", "items", "options", "cases", "score", "step", "choose", "notes",
                          "erratum", "printed", "evidence", "cite", "basis"});
    const int index = static_cast<int>(rules_.nodes.size());
    rules_.nodes.emplace_back();
    node_places_.push_back(&at);
    Node node;
    node.id = id(at, kind);
    add_id(at, node.id);
    const std::string what = node.id.empty() ? std::string(kind) : fmt::format("`{}`", node.id);
    node.title = title(at, what);
    node.parent = parent;
    node.depth = depth;
    node.kind = part ? TrailNode::Kind::part : TrailNode::Kind::section;
    node.cite = cite(at, what);
    node.origin = origin(at);
    if (const Written* max = at.find("max")) node.max = points(*max, "max");
    if (const Written* attainable = at.find("attainable")) node.attainable = points(*attainable, "attainable");
    if (const Written* shortfall = at.find("shortfall")) node.shortfall = shortfall->is_map() ? text(*shortfall, "`shortfall`") : Text{{}, yaml::read_text(*shortfall, "shortfall", report_).value_or("")};
    if (node.attainable && at.find("shortfall") == nullptr) error(*at.find("attainable"), "shortfall-missing", "`attainable` needs a `shortfall` that says why the points do not close");
    if (const Written* incomplete = at.find("incomplete")) node.incomplete = yaml::read_text(*incomplete, "incomplete", report_).value_or("");
    Remarks said = remarks(at);
    read_node_print(at, said);
    if (said != Remarks{}) node.remarks = std::move(said);
    if (const Written* choose = at.find("choose")) {
        const auto word = yaml::read_text(*choose, "choose", report_);
        if (word && *word != "any" && *word != "one") error(*choose, "unknown-value", fmt::format("`choose` is `any` or `one`, found `{}`", *word));
        node.choose_any = word == "any";
        if (at.find("options") == nullptr) error(*choose, "misplaced-key", "only an item with `options` has `choose`");
    }
    rules_.nodes[static_cast<std::size_t>(index)] = std::move(node);
    if (const Written* step = at.find("step"); step != nullptr && at.find("score") == nullptr) error(*step, "misplaced-key", "only an item with a `score` has a `step`");
    if (const Written* applies = at.find("applies"))
        later(*applies, {}, [this, index](ConditionPtr c) { rules_.nodes[static_cast<std::size_t>(index)].applies = std::move(c); });
    read_content(at, index);
    rules_.nodes[static_cast<std::size_t>(index)].end = static_cast<int>(rules_.nodes.size());
    return index;
}

Remarks Reader::remarks(const Written& at) {
    Remarks out;
    out.notes = notes(at);
    if (const Written* erratum = at.find("erratum")) out.erratum = text(*erratum, "`erratum`");
    if (const Written* evidence = at.find("evidence")) out.evidence = evidence_ids(*evidence);
    return out;
}

void Reader::read_node_print(const Written& at, Remarks& remarks) {
    const Written* printed = at.find("printed");
    if (printed == nullptr || !is_map(*printed, "`printed`")) return;
    known_keys(*printed, "`printed` of an item", {"max"});
    if (const Written* max = printed->find("max")) remarks.printed = "max " + yaml::read_text(*max, "max", report_).value_or("");
    if (at.find("erratum") == nullptr) error(*printed, "erratum-missing", "`printed` needs an `erratum` that says what was taken instead, and why");
}

// Exactly one of items, options, cases and score.
void Reader::read_content(const Written& at, int index) {
    const Written* items = at.find("items");
    const Written* options = at.find("options");
    const Written* cases = at.find("cases");
    const Written* score = at.find("score");
    const int given = (items != nullptr) + (options != nullptr) + (cases != nullptr) + (score != nullptr);
    auto& node = [&]() -> Node& { return rules_.nodes[static_cast<std::size_t>(index)]; }();
    if (given != 1) {
        error(at, "item-content", given == 0 ? fmt::format("`{}` has nothing to mark", node.id) : fmt::format("`{}` has more than one of `items`, `options`, `cases` and `score`", node.id),
              "an item has `items`, or it is a criterion and has exactly one of `options`, `cases` and `score`");
        return;
    }
    if (items != nullptr) {
        if (!is_list(*items, "`items`")) return;
        if (items->items.empty()) error(*items, "empty", fmt::format("`{}` has no items", node.id));
        const int depth = node.depth + 1;
        for (const Written& each : items->items) read_node(each, index, depth);
        return;
    }
    node.kind = node.parent < 0 ? TrailNode::Kind::part : TrailNode::Kind::criterion;
    if (cases != nullptr) return read_cases(*cases, index);
    if (options != nullptr) {
        node.cases.emplace_back();
        return read_options(*options, index, 0);
    }
    Score read;
    read_score(*score, at, read);
    node.score = std::make_shared<const Score>(std::move(read));
}

void Reader::read_score(const Written& at, const Written& node, Score& score) {
    const auto text = yaml::read_text(at, "score", report_);
    const auto interval = text ? parse_interval(*text) : std::nullopt;
    if (!text) return;
    if (!interval || interval->low.sign() < 0 || interval->low > interval->high || interval->high > Number(base::limits::points_most))
        return error(at, "bad-interval", fmt::format("`{}` is no interval of points", *text), "write score: \"[0..5]\"");
    if (interval->low_open || interval->high_open) return error(at, "bad-interval", "free points have closed ends", "write score: \"[0..5]\"");
    score.low = interval->low;
    score.high = interval->high;
    if (const Written* step = node.find("step")) {
        score.step = points(*step, "step");
        if (score.step && score.step->sign() == 0) error(*step, "points-range", "`step` is above 0");
    }
}

std::optional<Interval> parse_interval(std::string_view text) {
    const auto trim = [](std::string_view part) {
        while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
        while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
        return part;
    };
    text = trim(text);
    const auto dots = text.find("..");
    if (text.size() < 6 || dots == std::string_view::npos) return std::nullopt;
    const char open = text.front(), close = text.back();
    if (std::string_view("[(]").find(open) == std::string_view::npos || std::string_view("])[").find(close) == std::string_view::npos) return std::nullopt;
    const auto decimal = [&](std::string_view part) { return part.find('/') == std::string_view::npos ? Number::parse(trim(part)) : std::nullopt; };
    const auto low = decimal(text.substr(1, dots - 1)), high = decimal(text.substr(dots + 2, text.size() - dots - 3));
    if (!low || !high) return std::nullopt;
    return Interval{*low, *high, open != '[', close != ']'};
}

}  // namespace ocop::model
