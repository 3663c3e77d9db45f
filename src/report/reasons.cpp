// What alone decides: the fewest facts and criteria that force the result, those that keep the next star away, and what could
// have been anything.
#include <fmt/format.h>

#include "report/outlook.hpp"
#include "report/sections.hpp"

namespace ocop::report {
namespace {

using Element = TrailReasons::Element;

constexpr std::size_t most_lines = 8;

class Reasons {
public:
    explicit Reasons(const Report& r) : r_(r), words_(r.words), trail_(r.trail), vi_(r.words.language() == Language::vi) {}

    void write() {
        const TrailReasons& reasons = trail_.reasons;
        if (!reasons.forces && !reasons.blocks && reasons.irrelevant.empty()) return;
        r_.document.heading(vi_ ? "Điều gì quyết định kết quả" : "What decides the result");
        if (reasons.forces) set(*reasons.forces, forces(), vi_ ? "Phiếu chấm và dữ kiện dù thế nào, kết quả vẫn vậy." : "Whatever the marks and facts had been, the result would be the same.");
        if (reasons.blocks) set(*reasons.blocks, blocks(), vi_ ? "Phiếu chấm và dữ kiện dù thế nào, kết quả cũng không thể cao hơn." : "Whatever the marks and facts had been, the result could not be higher.");
        if (!reasons.irrelevant.empty()) irrelevant();
    }

private:
    std::string kind(const TrailReasons::Set& set) const {
        if (set.fewest) return vi_ ? " (không tập hợp nào ít hơn)" : " (no other set has fewer)";
        return vi_ ? " (tập hợp tối giản: không bỏ bớt được mục nào)" : " (a minimal set: none can be left out)";
    }

    void set(const TrailReasons::Set& set, const std::string& sentence, const char* of_none) {
        if (set.elements.empty()) return r_.document.paragraph(of_none);
        r_.document.paragraph(sentence + kind(set) + ":");
        if (set.elements.size() > most_lines) return r_.document.item("•", in_one_line(set.elements));
        for (const Element& each : set.elements) r_.document.item("•", element(each));
    }

    std::string forces() const {
        const Summary& s = trail_.summary;
        const bool starless = s.outcome == Outcome::rated && s.stars == 0;
        std::string what = vi_ ? "cho kết quả " : "give ";
        if (starless) what = vi_ ? "khiến sản phẩm không có sao" : "leave it without a star";
        else if (s.outcome == Outcome::rejected) what = vi_ ? "khiến hồ sơ bị loại" : "reject the dossier";
        else if (s.outcome == Outcome::stopped) what = vi_ ? "khiến việc đánh giá phải dừng" : "stop the assessment";
        else what += result(s.outcome, s.stars, words_);
        return vi_ ? fmt::format("Chỉ riêng những điều sau đã đủ {}, dù mọi thứ khác ra sao", what)
                   : fmt::format("These alone {}, whatever the rest had been", what);
    }

    std::string blocks() const {
        const int stars = trail_.summary.stars.value_or(0), target = outlook(trail_).target;
        if (stars == 0) return vi_ ? "Chỉ riêng những điều sau đã đủ để sản phẩm không thể có sao, dù mọi thứ khác ra sao" : "These alone keep every star away, whatever the rest had been";
        if (target == 0) return vi_ ? "Chỉ riêng những điều sau đã đủ để kết quả không thể cao hơn, dù mọi thứ khác ra sao" : "These alone keep a better result away, whatever the rest had been";
        return vi_ ? fmt::format("Chỉ riêng những điều sau đã đủ để không thể vượt quá {}, dù mọi thứ khác ra sao", words_.stars(stars))
                   : fmt::format("These alone keep {} away, whatever the rest had been", words_.stars(target));
    }

    // Marks of one criterion that give the same points stand together.
    struct Alike {
        const Element* element;
        std::vector<int> sheets;  // 1, 2; of marks
    };
    std::vector<Alike> alike(const std::vector<Element>& elements, bool by_value) const {
        std::vector<Alike> out;
        for (const Element& each : elements) {
            const bool mark = each.kind == Element::Kind::mark;
            auto same = out.end();
            for (auto i = out.begin(); mark && i != out.end(); ++i)
                if (i->element->kind == each.kind && i->element->id == each.id && (!by_value || i->element->value == each.value)) same = i;
            if (same == out.end()) same = out.insert(out.end(), {&each, {}});
            if (mark) same->sheets.push_back(each.sheet + 1);
        }
        return out;
    }

    // "“Hồ sơ đủ”: đúng; 1.1: 1,8; 1.3: ≈ 2,87": long sets without titles, which the criteria's table has.
    std::string in_one_line(const std::vector<Element>& elements) const {
        std::string out;
        for (const Alike& each : alike(elements, true)) {
            const auto points = each.element->kind == Element::Kind::fact ? std::nullopt : Number::parse(each.element->value);
            out += (out.empty() ? "" : "; ") + name(each) + ":\u00a0" + (points ? words_.rounded(*points) : words_.value(each.element->value));
        }
        return out;
    }

    // "tiêu chí 1.5 Liên kết sản xuất: 51,25 điểm"
    std::string element(const Element& each) const {
        const std::string title = words_(each.title);
        if (each.kind == Element::Kind::fact) return (title.empty() ? each.id : title + " (" + each.id + ")") + ": " + words_.value(each.value);
        const auto points = Number::parse(each.value);
        std::string name = words_(Label::criterion) + " " + each.id + (title.empty() ? "" : " " + title);
        if (each.kind == Element::Kind::mark) name += " — " + words_.sheet(trail_, each.sheet);
        return name + ": " + (points ? words_.points(*points) : words_.value(each.value));
    }

    std::string name(const Alike& each) const {
        const Element& element = *each.element;
        if (element.kind == Element::Kind::fact && !words_(element.title).empty()) return "“" + words_(element.title) + "”";
        return each.sheets.empty() ? element.id : fmt::format("{} ({})", element.id, words_.sheets(each.sheets));
    }

    void irrelevant() {
        std::string all;
        for (const Alike& each : alike(trail_.reasons.irrelevant, false)) all += (all.empty() ? "" : ", ") + name(each);
        r_.document.paragraph((vi_ ? "Không ảnh hưởng đến kết quả, dù thế nào: " : "These play no part in it and could have been anything: ") + all + ".", Tone::faint);
    }

    const Report& r_;
    const Words& words_;
    const Trail& trail_;
    bool vi_;
};

}  // namespace

void reasons(const Report& r) { Reasons(r).write(); }

}  // namespace ocop::report
