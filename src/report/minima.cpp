// The minima, star by star: what was needed, what was there, and which of them stand before the next star.
#include <fmt/format.h>

#include <algorithm>

#include "report/outlook.hpp"
#include "report/sections.hpp"

namespace ocop::report {
namespace {

using Align = Table::Align;

struct State {
    std::string text;
    Tone tone;
};

State state(const TrailMinimum& minimum, const Words& words) {
    if (minimum.binds == false) return {"– " + words(Label::waived), Tone::faint};
    if (minimum.met == true) return {"✓ " + words(Label::met), Tone::good};
    if (!minimum.met || !minimum.binds) return {"? " + words(Label::not_known), Tone::notice};
    return {"✗ " + words(Label::missed), Tone::bad};
}

bool blocks(const Outlook& ahead, const TrailMinimum& minimum) {
    for (const Obstacle& each : ahead.obstacles)
        if (std::find(each.minima.begin(), each.minima.end(), &minimum) != each.minima.end()) return true;
    return false;
}

bool counted_by_sheet(const Trail& trail) {
    for (const TrailReading& each : trail.readings)
        if (each.name == "minima_met_by") return each.chosen != "combined" && trail.sheets.size() > 1;
    return false;
}

std::string sheets_met(const Report& r, const TrailMinimum& each) {
    return fmt::format(fmt::runtime(r.words.language() == Language::vi ? "{} trên {} phiếu đạt" : "met by {} of {} sheets"), each.sheets_met, r.trail.sheets.size());
}

void row(const Report& r, const TrailMinimum& each, const Outlook& ahead, Table& table) {
    const State found = state(each, r.words);
    const TrailNode* node = find_node(r.trail, each.node);
    const std::string title = node ? r.words(node->title) : std::string();
    table.row({{each.node, Tone::plain}, {title, Tone::plain}, {r.words.number(each.required), Tone::plain},
               {r.words.number(each.actual), Tone::plain}, {found.text, found.tone}});
    std::string below = r.words(Label::option) + " " + each.option;
    if (const std::string option = r.words(each.title); !option.empty()) below += ": " + option;
    if (const std::string cite = citation(each.cite, r.trail); !cite.empty()) below += " [" + cite + "]";
    table.below(below, Tone::faint);
    if (each.when) table.below(r.words(Label::when) + " " + condition(*each.when, r.words), Tone::faint);
    if (counted_by_sheet(r.trail)) table.below(sheets_met(r, each));
    if (blocks(ahead, each)) table.below(fmt::format("← {} {}", r.words(Label::blocks), r.words.stars(ahead.target)), Tone::bad);
}

void star(const Report& r, int star, const Outlook& ahead) {
    Table table({{Align::left}, {Align::left, true}, {Align::right}, {Align::right}, {Align::left}});
    int needed = 0, met = 0;
    table.head = {r.words(Label::id), r.words(Label::content), r.words(Label::required), r.words(Label::reached), r.words(Label::state)};
    for (const TrailMinimum& each : r.trail.minima) {
        if (each.star != star) continue;
        needed += each.binds == false ? 0 : 1;
        met += each.binds != false && each.met == true ? 1 : 0;
        row(r, each, ahead, table);
    }
    // The steps count the stars below as well; here each star stands for itself.
    const std::string title = fmt::format(fmt::runtime(r.words.language() == Language::vi ? "Riêng {}: {} {}/{}" : "{} alone: {} {}/{}"), r.words.stars(star), r.words(Label::met), met, needed);
    r.document.heading(title, 3);
    table.caption = title;
    r.document.table(table);
}

}  // namespace

void minima(const Report& r) {
    if (r.trail.minima.empty()) return;
    r.document.heading(r.words(Label::minima));
    const Outlook ahead = outlook(r.trail);
    std::vector<int> stars;
    for (const TrailMinimum& each : r.trail.minima) stars.push_back(each.star);
    std::sort(stars.rbegin(), stars.rend());
    stars.erase(std::unique(stars.begin(), stars.end()), stars.end());
    for (int each : stars) star(r, each, ahead);
}

}  // namespace ocop::report
