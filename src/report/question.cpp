// Of an undecided card: the one question whose answer narrows the result most, and what each answer would leave open.
#include <fmt/format.h>

#include "report/sections.hpp"

namespace ocop::report {
namespace {

using Answer = TrailQuestion::Answer;
using Align = Table::Align;

std::string sentence(const Report& r, const TrailQuestion& asked) {
    const bool vi = r.words.language() == Language::vi;
    const std::string title = r.words(asked.title);
    if (asked.kind == TrailQuestion::Kind::fact) {
        const std::string named = title.empty() ? asked.id : fmt::format("“{}” ({})", title, asked.id);
        return vi ? fmt::format("Nên tìm hiểu trước dữ kiện {}: biết điều này thì kết quả được thu hẹp nhiều nhất.", named)
                  : fmt::format("The fact to find out first is {}: knowing it narrows the result most.", named);
    }
    const std::string sheet = asked.sheet >= 0 && r.trail.sheets.size() > 1 ? " — " + r.words.sheet(r.trail, asked.sheet) : std::string();
    const std::string named = asked.id + (title.empty() ? "" : " " + title) + sheet;
    return vi ? fmt::format("Nên chấm trước tiêu chí {}: biết điểm này thì kết quả được thu hẹp nhiều nhất.", named)
              : fmt::format("The mark to give first is that of criterion {}: it narrows the result most.", named);
}

std::string answer(const Report& r, const TrailQuestion& asked, const Answer& answer) {
    if (asked.kind == TrailQuestion::Kind::fact) return r.words.value(answer.value);
    return r.words.option(answer.value) + (r.words(answer.title).empty() ? "" : ": " + r.words(answer.title));
}

bool rated(const Range& range) {
    for (const Outcome each : range.outcomes)
        if (each == Outcome::rated) return true;
    return range.outcomes.empty();
}

std::string total(const Report& r, const Range& range) {
    if (!rated(range)) return r.words.number(std::optional<Number>());
    const std::string low = r.words.number(range.total_low), high = r.words.number(range.total_high);
    return range.total_low == range.total_high ? low : low + " – " + high;
}

// "3 – 4 sao hoặc hồ sơ bị loại"
std::string results(const Report& r, const Range& range) {
    std::string out;
    if (rated(range)) out = range.stars_low == range.stars_high ? r.words.stars(range.stars_low) : fmt::format("{} – {}", range.stars_low, r.words.stars(range.stars_high));
    for (const Outcome each : range.outcomes)
        if (each != Outcome::rated) out += (out.empty() ? "" : r.words.language() == Language::vi ? " hoặc " : " or ") + r.words.outcome(each);
    return out;
}

}  // namespace

void question(const Report& r) {
    if (!r.trail.question) return;
    const bool vi = r.words.language() == Language::vi;
    const TrailQuestion& asked = *r.trail.question;
    r.document.heading(vi ? "Câu hỏi nên trả lời trước" : "The question to answer first");
    r.document.paragraph(sentence(r, asked));
    Table table({{Align::left, true}, {Align::right}, {Align::left}}, vi ? "Kết quả còn có thể theo từng câu trả lời" : "What each answer leaves possible");
    table.head = {vi ? "Nếu trả lời" : "Answer", r.words(Label::total), r.words(Label::result)};
    for (const Answer& each : asked.answers) table.row({{answer(r, asked, each)}, {total(r, each.range)}, {results(r, each.range)}});
    r.document.table(std::move(table));
}

}  // namespace ocop::report
