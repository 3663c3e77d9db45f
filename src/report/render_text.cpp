// A document as lines: compact, pictures told in words.
#include "report/layout.hpp"
#include "report/render.hpp"

namespace ocop::report {
namespace {

class Lines {
public:
    explicit Lines(const Style& style) : page_(style) {}
    std::string take() { return page_.take(); }

    void operator()(const Lead& lead) {
        page_.heading(lead.kind);
        page_.paragraph(row(lead) + lead.result, lead.tone);
        const std::string what = lead.title + (lead.title.empty() || lead.by.empty() ? "" : " · ") + lead.by;
        if (!what.empty()) page_.paragraph(what, Tone::strong);
        std::string of;
        for (const std::string& each : lead.of) of += (of.empty() ? "" : " · ") + each;
        page_.paragraph(of, Tone::faint);
        heading_ = lead.kind;
    }

    void operator()(const Heading& heading) {
        if (heading.level > 2) page_.paragraph(heading.text, Tone::strong);
        else page_.heading(heading.text);
        heading_ = heading.text;
    }

    void operator()(const Paragraph& paragraph) {
        if (on_lines(paragraph.medium)) page_.paragraph(paragraph.text, paragraph.tone, paragraph.indent);
    }

    void operator()(const Item& item) { page_.item(item.mark, item.text, item.tone, item.indent); }
    void operator()(const Space&) { page_.blank(); }

    void operator()(const Table& table) {
        if (!on_lines(table.medium)) return;
        if (!table.caption.empty() && table.caption != heading_) {
            page_.blank();
            page_.paragraph(table.caption, Tone::strong);
        }
        page_.table(table);
    }

    void operator()(const Bars& bars) { (*this)(bars.table); }
    void operator()(const Scale&) {}
    void operator()(const Stacks&) {}

private:
    static std::string row(const Lead& lead) {
        if (!lead.stars) return {};
        std::string out;
        for (int i = 0; i < lead.stars->most; ++i) out += i < lead.stars->got ? "★" : "☆";
        return out + "  ";
    }

    Page page_;
    std::string heading_;
};

}  // namespace

std::string as_text(const Document& document, const Style& style) {
    Lines lines(style);
    for (const Block& each : document.blocks) std::visit(lines, each);
    return lines.take();
}

}  // namespace ocop::report
