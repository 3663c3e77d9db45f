// Sheets and marks: option ids, points, several options, free points, cases.
#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "card/binder.hpp"
#include "yaml/scalar.hpp"

namespace ocop::card {
namespace {

using program::Choice;
using program::Leaf;
using program::none;

std::size_t index(int i) { return static_cast<std::size_t>(i); }

}  // namespace

std::string Binder::id_of(int leaf) const { return rules_.nodes[index(program_.leaves[index(leaf)].node)].id; }

// "a (0), b (1), c (3)"
Text Binder::options_of(const Leaf& leaf) const {
    std::string all;
    for (int i = leaf.first_choice; i < leaf.end_choice; ++i) {
        const Choice& choice = program_.choices[index(i)];
        all += (all.empty() ? "" : ", ") + program_.option_name(choice, leaf) + " (" + program_.option(choice, leaf).points.text() + ")";
    }
    return {"các mức và điểm: " + all, "the options and their points are " + all};
}

void Binder::sheets(const Node& at) {
    if (at.kind == Node::Kind::null) return;
    if (at.kind != Node::Kind::list) return error(at, "wrong-type", {"`sheets` phải là danh sách các phiếu chấm", "`sheets` is a list of sheets, found " + yaml::described(at)});
    if (at.items.size() > base::limits::sheets)
        return error(at, "too-many-sheets", {fmt::format("có {} phiếu, nhiều nhất là {}", at.items.size(), base::limits::sheets), fmt::format("there are {} sheets, at most {} are read", at.items.size(), base::limits::sheets)});
    for (const Node& each : at.items) sheet(each, at.items.size() == 1);
    if (card_.members && static_cast<int>(at.items.size()) > *card_.members)
        error(at, "more-sheets-than-members", {fmt::format("có {} phiếu nhưng hội đồng chỉ có {} thành viên", at.items.size(), *card_.members), fmt::format("there are {} sheets, but the council has {} members", at.items.size(), *card_.members)});
}

void Binder::sheet(const Node& at, bool alone) {
    Sheet made;
    made.marks.resize(program_.leaves.size());
    if (!is_map(at, "sheets")) return;
    known_keys(at, {"assessor", "marks"});
    made.assessor = word(at, "assessor").value_or("");
    if (made.assessor.empty() && !alone) error(at, "assessor-missing", {"phiếu chấm chưa ghi người chấm `assessor`", "the sheet names no `assessor`"});
    for (const Sheet& other : card_.sheets)
        if (!made.assessor.empty() && other.assessor == made.assessor)
            error(*at.find("assessor"), "assessor-twice", {fmt::format("`{}` có hai phiếu chấm", made.assessor), fmt::format("`{}` has two sheets", made.assessor)});
    if (const Node* given = at.find("marks"); given != nullptr && given->kind != Node::Kind::null && is_map(*given, "marks")) marks(*given, made);
    card_.sheets.push_back(std::move(made));
}

void Binder::marks(const Node& at, Sheet& sheet) {
    std::vector<std::string> ids;
    for (int i = 0; i < static_cast<int>(program_.leaves.size()); ++i) ids.push_back(id_of(i));
    for (const yaml::Entry& each : at.entries) {
        const auto found = std::find(ids.begin(), ids.end(), each.key);
        if (found != ids.end()) {
            const auto leaf = static_cast<int>(found - ids.begin());
            mark(leaf, each.value, sheet.marks[index(leaf)]);
            continue;
        }
        const model::Node* section = rules_.find(each.key);
        if (section != nullptr) error(each.key_place(), "not-a-criterion", {fmt::format("`{}` là một mục, không phải tiêu chí để chấm", each.key), fmt::format("`{}` is a section; its criteria are marked one by one", each.key)});
        else error(each.key_place(), "unknown-criterion", {fmt::format("bộ tiêu chí không có tiêu chí `{}`", each.key), fmt::format("the form has no criterion `{}`", each.key)}, base::suggest(each.key, ids));
    }
}

void Binder::mark(int leaf, const Node& at, Mark& mark) {
    if (at.kind == Node::Kind::null) return;
    if (at.kind == Node::Kind::map) {
        known_keys(at, {"mark", "note"});
        if (const auto note = word(at, "note")) mark.note = *note;
        if (const Node* inner = at.find("mark"); inner != nullptr && inner->kind != Node::Kind::map) this->mark(leaf, *inner, mark);
        else if (inner != nullptr) error(*inner, "wrong-type", {"điểm chấm phải là một mức hoặc số điểm", "a mark is an option or points, found " + yaml::described(*inner)});
        return;
    }
    if (at.kind == Node::Kind::scalar && at.text.empty()) return;
    const Leaf& form = program_.leaves[index(leaf)];
    if (form.any) return several(leaf, at, mark);
    if (at.kind == Node::Kind::list)
        return error(at, "one-option-only", {fmt::format("tiêu chí `{}` chỉ chọn một mức", id_of(leaf)), fmt::format("`{}` takes one option, found {}", id_of(leaf), yaml::described(at))}, options_of(form));
    form.free ? free_points(leaf, at, mark) : one(leaf, at, mark);
}

void Binder::several(int leaf, const Node& at, Mark& mark) {
    const Leaf& form = program_.leaves[index(leaf)];
    mark.kind = Mark::Kind::several;
    if (at.kind == Node::Kind::scalar && at.text == "0") return;
    const std::vector<Node> alone = {at};
    for (const Node& each : at.kind == Node::Kind::list ? at.items : alone) {
        const int found = each.kind == Node::Kind::scalar ? option_in_case(form.first_case, each.text, form) : none;
        if (found < 0) error(each, "no-such-option", {fmt::format("tiêu chí `{}` không có mức `{}`", id_of(leaf), each.text), fmt::format("`{}` has no option `{}`", id_of(leaf), each.text)}, options_of(form));
        else if (std::find(mark.ticked.begin(), mark.ticked.end(), found) != mark.ticked.end()) error(each, "repeated", {fmt::format("mức `{}` được chọn hai lần", each.text), fmt::format("the option `{}` is ticked twice", each.text)});
        else mark.ticked.push_back(found);
    }
    std::sort(mark.ticked.begin(), mark.ticked.end());
}

void Binder::free_points(int leaf, const Node& at, Mark& mark) {
    const model::Score& score = *rules_.nodes[index(program_.leaves[index(leaf)].node)].score;
    const auto points = at.text.find('/') == std::string::npos ? Number::parse(at.text) : std::nullopt;
    const auto scaled = points ? program_.scaled(*points) : std::nullopt;
    const std::string bounds = fmt::format("[{}..{}]", score.low.text(), score.high.text());
    const auto steps = points && score.step ? divide(*subtract(*points, score.low), *score.step) : std::nullopt;
    const bool off_step = steps && !steps->is_whole();
    if (!scaled || *points < score.low || *points > score.high || off_step)
        return error(at, "score-range", {fmt::format("tiêu chí `{}` cho điểm trong {}{}, ở đây là `{}`", id_of(leaf), bounds, score.step ? ", bước " + score.step->text() : "", at.text),
                                         fmt::format("`{}` takes points in {}{}, found `{}`", id_of(leaf), bounds, score.step ? " in steps of " + score.step->text() : "", at.text)});
    mark.kind = Mark::Kind::free;
    mark.points = *scaled;
}

void Binder::one(int leaf, const Node& at, Mark& mark) {
    const auto points = at.text.find('/') == std::string::npos ? Number::parse(at.text) : std::nullopt;
    points ? by_points(leaf, at, *points, mark) : by_id(leaf, at, mark);
}

int Binder::option_in_case(int of_case, std::string_view id, const Leaf& leaf) const {
    const program::CaseEntry& entry = program_.cases[index(of_case)];
    for (int i = entry.first_choice; i < entry.end_choice; ++i)
        if (program_.option(program_.choices[index(i)], leaf).id == id) return i;
    return Mark::absent;
}

void Binder::by_id(int leaf, const Node& at, Mark& mark) {
    const Leaf& form = program_.leaves[index(leaf)];
    for (int i = form.first_choice; i < form.end_choice; ++i) {
        if (program_.option_name(program_.choices[index(i)], form) != at.text) continue;
        mark.kind = Mark::Kind::choice;
        mark.choice = i;
        return;
    }
    std::vector<int> per_case;
    bool found = false;
    for (int i = form.first_case; i < form.end_case; ++i) {
        per_case.push_back(option_in_case(i, at.text, form));
        found = found || per_case.back() >= 0;
    }
    if (!found || per_case.size() < 2)
        return error(at, "no-such-option", {fmt::format("tiêu chí `{}` không có mức `{}`", id_of(leaf), at.text), fmt::format("`{}` has no option `{}`", id_of(leaf), at.text)}, options_of(form));
    mark.kind = Mark::Kind::by_case;
    mark.per_case = std::move(per_case);
}

std::vector<int> Binder::with_points(int of_case, program::Scaled points) const {
    std::vector<int> out;
    const program::CaseEntry& entry = program_.cases[index(of_case)];
    for (int i = entry.first_choice; i < entry.end_choice; ++i)
        if (program_.choices[index(i)].points[0] == points) out.push_back(i);
    return out;
}

// Points name the only option that has them; 0 also means that nothing is ticked.
void Binder::by_points(int leaf, const Node& at, const Number& points, Mark& mark) {
    const Leaf& form = program_.leaves[index(leaf)];
    const auto scaled = program_.scaled(points);
    std::vector<int> per_case;
    bool found = points == Number(0);
    for (int i = form.first_case; i < form.end_case; ++i) {
        const auto options = scaled ? with_points(i, *scaled) : std::vector<int>();
        if (options.size() > 1) {
            std::string names;
            for (int each : options) names += (names.empty() ? "`" : ", `") + program_.option_name(program_.choices[index(each)], form) + "`";
            return error(at, "ambiguous-points", {fmt::format("tiêu chí `{}` có nhiều mức {} điểm: {}", id_of(leaf), points.text(), names), fmt::format("`{}` has several options with {} points: {}", id_of(leaf), points.text(), names)},
                         {"ghi mã của mức thay cho số điểm", "write the option's id instead of the points"});
        }
        found = found || !options.empty();
        per_case.push_back(!options.empty() ? options.front() : points == Number(0) ? none : Mark::absent);
    }
    if (!found)
        return error(at, "no-such-option", {fmt::format("tiêu chí `{}` không có mức {} điểm", id_of(leaf), points.text()), fmt::format("`{}` has no option with {} points", id_of(leaf), points.text())}, options_of(form));
    if (per_case.size() > 1) {
        mark.kind = Mark::Kind::by_case;
        mark.per_case = std::move(per_case);
        return;
    }
    mark.kind = per_case.front() == none ? Mark::Kind::none : Mark::Kind::choice;
    mark.choice = per_case.front() == none ? none : per_case.front();
}

std::optional<Mark> Binder::bind_mark(int leaf, std::string_view text) {
    const auto scalar = [](std::string_view of) {
        Node made;
        made.kind = Node::Kind::scalar;
        made.text = base::nfc(std::string(of));
        return made;
    };
    Node given = scalar(text);
    if (text.find('+') != std::string_view::npos) {
        given.kind = Node::Kind::list;
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('+', at), text.size());
            given.items.push_back(scalar(text.substr(at, end - at)));
            at = end + 1;
        }
    }
    const std::size_t before = report_.errors();
    Mark found;
    mark(leaf, given, found);
    return report_.errors() == before ? std::optional(std::move(found)) : std::nullopt;
}

std::optional<Mark> bind_mark(const program::Program& program, int leaf, std::string_view text) {
    base::Report report;
    return Binder(program, report).bind_mark(leaf, text);
}

std::string written_mark(const program::Program& program, int leaf, const Mark& mark) {
    const Leaf& form = program.leaves[index(leaf)];
    const auto name = [&](int choice) { return program.option_name(program.choices[index(choice)], form); };
    std::string all;
    switch (mark.kind) {
        case Mark::Kind::missing: return {};
        case Mark::Kind::none: return "0";
        case Mark::Kind::choice: return name(mark.choice);
        case Mark::Kind::free: return program.number(mark.points).text();
        case Mark::Kind::several:
            for (int each : mark.ticked) all += (all.empty() ? "" : "+") + name(each);
            return all.empty() ? "0" : all;
        case Mark::Kind::by_case: break;
    }
    // By the id that the cases' options share, else by their points.
    for (int choice : mark.per_case) {
        if (choice < 0) continue;
        const program::Choice& option = program.choices[index(choice)];
        const auto same = [&](const std::string& text) {
            const auto found = bind_mark(program, leaf, text);
            return found && found->kind == Mark::Kind::by_case && found->per_case == mark.per_case;
        };
        if (const std::string& id = program.option(option, form).id; same(id)) return id;
        if (const std::string points = program.number(option.points[0]).text(); same(points)) return points;
    }
    return "0";
}

}  // namespace ocop::card
