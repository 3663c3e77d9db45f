// Why a mark counts as it does, in one clause a language.
#include "trail/steps.hpp"

namespace ocop::trail {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : " + ") + name;
    return out;
}

}  // namespace

Text reason(const Rated&, const TrailMark& mark) {
    const std::string options = joined(mark.options);
    switch (mark.state) {
        case TrailMark::State::marked:
            if (options.empty()) return {"chấm điểm trực tiếp", "points given"};
            if (mark.options.size() > 1) {
                if (mark.from_facts) return {"các mức " + options + " theo dữ kiện", "options " + options + " follow from the facts"};
                return {"chọn các mức " + options, "options " + options + " marked"};
            }
            if (mark.from_facts) return {"mức " + options + " theo dữ kiện", "option " + options + " follows from the facts"};
            return {"chọn mức " + options, "option " + options + " marked"};
        case TrailMark::State::none:
            if (mark.from_facts) return {"không mức nào đúng với dữ kiện", "no option fits the facts"};
            return {"không đạt mức nào", "no option reached"};
        case TrailMark::State::missing: return {"chưa chấm", "not assessed yet"};
        case TrailMark::State::not_applicable:
            return {"không áp dụng" + (mark.applies ? ": " + mark.applies->text + " là sai" : std::string()),
                    "does not apply" + (mark.applies ? ": " + mark.applies->text + " is false" : std::string())};
        case TrailMark::State::unsure: return {"chưa rõ có áp dụng hay không", "not known whether it applies"};
        case TrailMark::State::ignored: return {"không xét vì đã dừng đánh giá", "ignored: the assessment stopped before"};
    }
    return {};
}

}  // namespace ocop::trail
