// Minima: what each asks, what there is, and whether it is met as the reading has it.
#include <fmt/format.h>

#include "record/numbers.hpp"

namespace ocop::record {
namespace {

class Minima {
public:
    explicit Minima(const Calculation& c) : c_(c), minima_(c.trail().at("minima")) {}

    Statement check() {
        if (c_.any_gate("stop") == Known::yes && !minima_.empty()) claim_.fault("/trail/minima", {"việc đánh giá đã dừng nên không xét yêu cầu tối thiểu", "the assessment stopped, so there are no minima to look at"});
        for (std::size_t i = 0; i < minima_.size(); ++i) minimum(minima_[i], below("/trail/minima", i));
        return claim_.take();
    }

private:
    void fault(const std::string& at, const std::string& vi, const std::string& en) {
        const Text place = in_words(c_.record(), at);
        claim_.fault(at, {place.vi + ": " + vi, place.en + ": " + en});
    }

    void minimum(const Json& minimum, const std::string& at) {
        const auto found = c_.form().by_id.find(minimum.at("node").get<std::string>());
        if (found == c_.form().by_id.end() || !c_.form().nodes[found->second].criterion) return fault(at, "không có tiêu chí này", "there is no such criterion");
        const FormNode& node = c_.form().nodes[found->second];
        order(found->second, minimum, at);
        claim_.compare(c_.record(), at + "/actual", *find(c_.record(), node.pointer + "/points"));
        claim_.compare(c_.record(), at + "/binds", minimum.at("when").is_null() ? Json(true) : minimum.at("when").at("value"));
        required(node, minimum, at);
        met(minimum, at);
    }

    // Form order, and within a criterion the lower star first.
    void order(std::size_t node, const Json& minimum, const std::string& at) {
        const std::pair<std::size_t, std::int64_t> here{node, minimum.at("star").get<std::int64_t>()};
        if (here < before_) fault(at, "không đúng thứ tự của biểu mẫu", "does not stand in form order");
        before_ = here;
        if (!c_.band_low(here.second)) fault(at, "không có hạng sao này", "there is no such star");
    }

    // What the option asked for gives where a sheet has it.
    void required(const FormNode& node, const Json& minimum, const std::string& at) {
        const Number required = *points(minimum.at("required"));
        if (required.sign() < 0 || (node.max && required > *node.max && c_.reading("errata") != "printed"))
            fault(at + "/required", required.text() + " điểm nằm ngoài thang điểm của tiêu chí", required.text() + " points are outside what the criterion can give");
        for (const FormMark& mark : node.marks)
            if (mark.state == FormMark::State::marked && mark.options.size() == 1 && mark.options.front() == minimum.at("option") && mark.points && *mark.points != required)
                return fault(at + "/required", fmt::format("mức {} được {} điểm, hồ sơ ghi yêu cầu {}", mark.options.front(), mark.points->text(), required.text()),
                             fmt::format("option {} gives {} points, the record asks for {}", mark.options.front(), mark.points->text(), required.text()));
    }

    void met(const Json& minimum, const std::string& at) {
        const Reach reach = c_.reach(minimum);
        const Known told = known(minimum.at("met"));
        const bool right = reach.sure ? told == Known::yes : (reach.possible || told == Known::no);
        if (!right) claim_.compare(c_.record(), at + "/met", Json(reach.sure));
        const std::int64_t sheets = minimum.at("sheets_met").get<std::int64_t>();
        if (sheets < reach.sheets_sure || sheets > reach.sheets_possible)
            fault(at + "/sheets_met", fmt::format("{} phiếu đạt, hồ sơ ghi {}", reach.sheets_sure, sheets), fmt::format("{} sheets reach it, the record says {}", reach.sheets_sure, sheets));
    }

    const Calculation& c_;
    const Json& minima_;
    std::pair<std::size_t, std::int64_t> before_{0, 0};
    Claim claim_{"minima", {"yêu cầu tối thiểu được xét đúng", "the minima are judged rightly"}};
};

}  // namespace

Statement check_minima(const Calculation& c) { return Minima(c).check(); }

}  // namespace ocop::record
