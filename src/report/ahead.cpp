// What the next star still needs, one line an obstacle; of an undecided card, the marks and facts that are missing.
#include <fmt/format.h>

#include "report/outlook.hpp"
#include "report/sections.hpp"

namespace ocop::report {
namespace {

// "tiêu chí 1.5 Liên kết sản xuất: cần 3 điểm (mức d: …), có 2"
std::string minimum_line(const Report& r, const Obstacle& obstacle) {
    std::string line = r.words(Label::criterion) + " " + obstacle.id;
    if (obstacle.node) line += " " + r.words(obstacle.node->title);
    std::string needs;
    for (const TrailMinimum* each : obstacle.minima) {
        needs += (needs.empty() ? ": " : "; ") + r.words(Label::needs) + " " + r.words.points(each->required) + " (" +
                 r.words(Label::option) + " " + each->option;
        if (const std::string title = r.words(each->title); !title.empty()) needs += ": " + title;
        needs += ")";
    }
    if (!obstacle.minima.empty()) needs += " · " + r.words(Label::has) + " " + r.words.number(obstacle.minima.front()->actual);
    return line + needs;
}

std::string points_line(const Report& r, const Obstacle& obstacle, int target) {
    std::string line = r.words.language() == Language::vi ? "Thêm " : "";
    line += r.words.points(obstacle.points);
    if (r.words.language() == Language::en) line += " more";
    for (const TrailBand& band : r.trail.bands)
        if (band.star == target) line += fmt::format(" ({}: {})", r.words.stars(target), r.words.interval(band));
    return line;
}

std::string cap_line(const Report& r, const Obstacle& obstacle) {
    if (!obstacle.gate) return obstacle.id;
    const bool vi = r.words.language() == Language::vi;
    return fmt::format(fmt::runtime(vi ? "không được có: {} — {}" : "must not hold: {} — {}"), r.words(obstacle.gate->title), condition(obstacle.gate->condition, r.words));
}

void obstacles(const Report& r, const Outlook& found) {
    r.document.heading(fmt::format(fmt::runtime(r.words(Label::to_next_star)), r.words.stars(found.target)));
    for (const Obstacle& each : found.obstacles) {
        switch (each.kind) {
            case Obstacle::Kind::minimum: r.document.item("✗", minimum_line(r, each)); break;
            case Obstacle::Kind::points: r.document.item("✗", points_line(r, each, found.target)); break;
            case Obstacle::Kind::cap: r.document.item("✗", cap_line(r, each)); break;
        }
    }
}

// "phiếu 1, 3 (Sở Công Thương, Sở Y tế)"; nothing where there is one sheet only.
std::string of_sheets(const Report& r, const std::vector<int>& sheets) {
    if (r.trail.sheets.size() < 2) return {};
    std::vector<std::string> names;
    for (int sheet : sheets) names.push_back(r.trail.sheets[static_cast<std::size_t>(sheet)].assessor);
    return " — " + (sheets.size() == r.trail.sheets.size() ? (r.words.language() == Language::vi ? std::string("mọi phiếu") : std::string("every sheet"))
                                                           : r.words.list(names));
}

// "tiêu chí 8 và “Không trồng trong tỉnh”"
std::string askers(const Report& r, const Missing::Unknown& unknown) {
    std::vector<std::string> names;
    for (const std::string& id : unknown.wanted_by) {
        const TrailGate* gate = find_gate(r.trail, id);
        names.push_back(gate ? "“" + r.words(gate->title) + "”" : r.words(Label::criterion) + " " + id);
    }
    return r.words.list(names);
}

void what_is_missing(const Report& r) {
    const Missing found = missing(r.trail);
    if (found.marks.empty() && found.facts.empty()) return;
    r.document.heading(r.words(Label::missing));
    for (const Missing::Marks& each : found.marks)
        r.document.item("?", r.words(Label::criterion) + " " + each.node->id + " " + r.words(each.node->title) + of_sheets(r, each.sheets));
    for (const Missing::Unknown& each : found.facts) {
        const std::string title = r.words(each.title);
        r.document.item("?", (title.empty() ? each.text : title + " (" + each.text + ")") + " — " + r.words(Label::asked_by) + " " + askers(r, each));
    }
}

}  // namespace

void ahead(const Report& r) {
    if (r.trail.summary.outcome == Outcome::undecided) return what_is_missing(r);
    const Outlook found = outlook(r.trail);
    if (found.target > 0 && !found.obstacles.empty()) obstacles(r, found);
}

}  // namespace ocop::report
