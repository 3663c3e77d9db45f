// From the marks to the total: what each sheet gives, added up, combined, rounded.
#include <fmt/format.h>

#include "base/limits.hpp"
#include "record/numbers.hpp"

namespace ocop::record {
namespace {

using State = FormMark::State;

std::string pointer(const FormNode& node, std::size_t sheet) { return below(node.pointer + "/marks", sheet); }

class Marks {
public:
    explicit Marks(const Calculation& c) : c_(c) {}

    Statement check() {
        for (std::size_t leaf = 0; leaf < c_.form().leaves.size(); ++leaf) {
            const FormNode& node = c_.form().leaf(leaf);
            worth_.clear();
            for (std::size_t sheet = 0; sheet < node.marks.size(); ++sheet) mark(node, node.marks[sheet], pointer(node, sheet));
        }
        return claim_.take();
    }

private:
    void fault(const std::string& at, const std::string& vi, const std::string& en) {
        const Text place = in_words(c_.record(), at);
        claim_.fault(at + "/points", {place.vi + ": " + vi, place.en + ": " + en});
    }

    void mark(const FormNode& node, const FormMark& mark, const std::string& at) {
        const bool nothing = mark.state == State::missing || mark.state == State::ignored;
        const bool zero = mark.state == State::none || mark.state == State::not_applicable;
        if (nothing && mark.points) fault(at, "chưa chấm hoặc không tính, mà có điểm", "not assessed or ignored, and yet it has points");
        if (!nothing && !mark.points && !(mark.state == State::unsure && c_.undecided())) fault(at, "không có điểm", "has no points");
        if (zero && mark.points && mark.points->sign() != 0) fault(at, "phải là 0 điểm, ở đây là " + mark.points->text(), "gives 0 points, the record says " + mark.points->text());
        if (mark.points) bounds(node, *mark.points, at);
        if (mark.points && mark.state == State::marked) same(mark, at);
    }

    void bounds(const FormNode& node, const Number& points, const std::string& at) {
        const bool decimal = points == points.round(base::limits::points_decimals, Number::Rounding::down).value_or(Number());
        if (points.sign() < 0 || points > Number(base::limits::points_most) || !decimal) fault(at, points.text() + " không thể là điểm của một phiếu", points.text() + " cannot be the points of one sheet");
        else if (node.max && points > *node.max && c_.reading("errata") != "printed") fault(at, fmt::format("{} điểm, nhiều hơn mức cao nhất {}", points.text(), node.max->text()), fmt::format("{} points, more than the maximum {}", points.text(), node.max->text()));
    }

    // The same options give the same points on every sheet.
    void same(const FormMark& mark, const std::string& at) {
        if (mark.options.empty()) return;
        std::string name;
        for (const std::string& each : mark.options) name += (name.empty() ? "" : "+") + each;
        const auto [known, added] = worth_.emplace(name, *mark.points);
        if (!added && known->second != *mark.points) fault(at, fmt::format("mức {} được {} điểm, trong khi phiếu khác được {}", name, mark.points->text(), known->second.text()), fmt::format("option {} gives {} points, on another sheet {}", name, mark.points->text(), known->second.text()));
    }

    const Calculation& c_;
    std::map<std::string, Number> worth_;
    Claim claim_{"marks", {"điểm của mỗi phiếu khớp với mức đã chọn", "the points of every mark agree with its state and its option"}};
};

}  // namespace

Statement check_marks(const Calculation& c) { return Marks(c).check(); }

Statement check_sheets(const Calculation& c) {
    Claim claim("sheets", {"điểm của mỗi phiếu cộng đúng", "every sheet adds up"});
    for (const FormNode& node : c.form().nodes) {
        const Sums sums = c.sums(node.first_leaf, node.end_leaf);
        for (std::size_t sheet = 0; sheet < c.form().sheets; ++sheet) claim.compare(c.record(), below(node.pointer + "/by_sheet", sheet), json_of(c.shown(sums, sheet)));
    }
    const Sums all = c.sums(0, c.form().leaves.size());
    for (std::size_t sheet = 0; sheet < c.form().sheets; ++sheet) {
        const std::string at = below("/trail/sheets", sheet) + "/total";
        const Json worked_out = json_of(c.shown(all, sheet));
        const Json& told = *find(c.record(), at);
        if (told == worked_out) continue;
        claim.fault(at, {fmt::format("tổng điểm của phiếu {} là {}, hồ sơ ghi {}", sheet + 1, shown(worked_out), shown(told)), fmt::format("the total of sheet {} is {}, the record says {}", sheet + 1, shown(worked_out), shown(told))});
    }
    return claim.take();
}

Statement check_combination(const Calculation& c) {
    Claim claim("combination", {"điểm chung của Hội đồng tính đúng từ điểm các phiếu", "the council's figures follow from those of the sheets"});
    for (const FormNode& node : c.form().nodes) claim.compare(c.record(), node.pointer + "/points", json_of(c.combined(c.sums(node.first_leaf, node.end_leaf))));
    claim.compare(c.record(), "/trail/total_before_rounding", json_of(c.total_before_rounding()));
    return claim.take();
}

Statement check_parts(const Calculation& c) {
    Claim claim("parts", {"điểm từng phần trong kết quả đúng với biểu mẫu", "the points of the parts are those of the form"});
    Json parts = Json::object();
    for (const FormNode& node : c.form().nodes)
        if (node.parent < 0) parts[node.id] = *find(c.record(), node.pointer + "/points");
    claim.compare(c.record(), "/parts", parts);
    return claim.take();
}

Statement check_rounding(const Calculation& c) {
    Claim claim("total", {"tổng điểm đúng, có làm tròn nếu cách hiểu quy định", "the total is right, rounded if a reading says so"});
    claim.compare(c.record(), "/total", c.undecided() ? Json() : json_of(c.total()));
    return claim.take();
}

}  // namespace ocop::record
