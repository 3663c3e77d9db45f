// One function a kind of finding, each a sentence in Vietnamese and in English.
#include "trail/finding_text.hpp"

#include <fmt/format.h>

#include "trail/written.hpp"

namespace ocop::trail {
namespace {

class Sentence {
public:
    Sentence(const std::string& node, const std::string& sheet, const std::vector<std::string>& values)
        : node_(node), sheet_(sheet), values_(values) {}

    Text facts_against_mark() const {
        const bool other_case = value(3).empty();
        return {fmt::format("Tiêu chí {}: {} chấm {}, nhưng theo dữ kiện {}.", node_, sheet_vi(), option_vi(0),
                            other_case ? fmt::format("phải áp dụng trường hợp “{}”", value(2)) : "là " + option_vi(2)),
                fmt::format("Criterion {}: {} marks {}, but {}.", node_, sheet_en(), option_en(0),
                            other_case ? fmt::format("by the facts it is the case “{}” that applies", value(2))
                                       : "the facts imply " + option_en(2))};
    }

    Text evidence_missing() const {
        return {fmt::format("Tiêu chí {} được cho điểm nhưng hồ sơ không có minh chứng bắt buộc: {} ({}).", node_, either(0, 1), value(2)),
                fmt::format("Criterion {} was given points without the evidence they require: {} ({}).", node_, either(1, 0), value(2))};
    }

    Text spread() const {
        return {fmt::format("Tổng điểm của các thành viên chênh nhau {} điểm, quá mức cho phép là {} điểm.", vi(0), vi(1)),
                fmt::format("The members' totals lie {} {} apart; at most {} are allowed.", value(0), value(0) == "1" ? "point" : "points", value(1))};
    }

    Text no_quorum() const {
        return {fmt::format("Không đủ số phiếu: có {} phiếu của {} thành viên, trong khi cần ít nhất {}% số thành viên.", value(0), value(1), vi(2)),
                fmt::format("There is no quorum: {} of {} members handed in a sheet, and at least {}% are needed.", value(0), value(1), value(2))};
    }

    Text trimmed_mean_of_few() const {
        return {fmt::format("Chỉ có {} phiếu nên không bỏ được điểm cao nhất và điểm thấp nhất; lấy trung bình cộng.", value(0)),
                fmt::format("With only {} {} nothing can be trimmed; the plain mean was taken.", value(0), value(0) == "1" ? "sheet" : "sheets")};
    }

    Text erratum_used() const {
        return {fmt::format("Tiêu chí {} được cho điểm ở chỗ quyết định in nhầm: {}", node_, closed(either(0, 1))),
                fmt::format("Criterion {} was given points where the decision has a misprint: {}", node_, closed(either(1, 0)))};
    }

    Text incomplete_rule_set() const {
        if (node_.empty())
            return {fmt::format("Bộ tiêu chí này chưa đầy đủ, còn thiếu: {}", closed(value(0))),
                    fmt::format("This rule set is known to be incomplete: {}", closed(value(0)))};
        return {fmt::format("Tiêu chí {} trong bộ tiêu chí này chưa đầy đủ, còn thiếu: {}", node_, closed(value(0))),
                fmt::format("Criterion {} of this rule set is known to be incomplete: {}", node_, closed(value(0)))};
    }

    Text not_in_force() const {
        const bool filed = value(0) == "filed_on";
        const std::string done_vi = fmt::format("Hồ sơ {} ngày {}", filed ? "nộp" : "được đánh giá", date_vi(1));
        const std::string done_en = fmt::format("The dossier was {} on {}", filed ? "filed" : "assessed", value(1));
        if (value(4) == "before")
            return {fmt::format("{}, trước khi bộ tiêu chí này có hiệu lực ({}).", done_vi, date_vi(2)),
                    fmt::format("{}, before this rule set came into force ({}).", done_en, value(2))};
        if (value(4) == "until")
            return {fmt::format("{}, khi bộ tiêu chí này không còn hiệu lực (áp dụng đến trước ngày {}).", done_vi, date_vi(3)),
                    fmt::format("{}, when this rule set no longer applied (it applied until the day before {}).", done_en, value(3))};
        return {fmt::format("{}; hồ sơ nộp từ ngày {} phải theo bộ tiêu chí thay thế.", done_vi, date_vi(3)),
                fmt::format("{}; dossiers filed on or after {} belong to the criteria that replace these.", done_en, value(3))};
    }

    Text reading_changes_stars() const {
        const Text title = reading_title(value(0)), meaning = choice_meaning(value(0), value(1));
        const auto named = [&](const std::string& words, const std::string& of) {
            const std::string code = fmt::format("{}: {}", value(0), value(1));
            return words.empty() || of.empty() ? code : fmt::format("{}: {} ({})", words, of, code);
        };
        return {fmt::format("Nếu hiểu khác đi — {} — thì {}.", named(title.vi, meaning.vi), became_vi()),
                fmt::format("Read another way — {} — {}.", named(title.en, meaning.en), became_en())};
    }

    Text not_known() const {
        return {fmt::format("{}: chưa biết điều kiện “{}” đúng hay sai; điều đó không làm thay đổi kết quả.", node_, value(0)),
                fmt::format("{}: it is not known whether “{}” holds; it makes no difference to the result.", node_, value(0))};
    }

    Text mark_after_stop() const {
        return {fmt::format("Điểm chấm tiêu chí {} trong {} không được tính vì việc đánh giá đã dừng trước đó.", node_, sheet_vi()),
                fmt::format("Criterion {}: the mark on {} does not count, because the assessment stopped before it.", node_, sheet_en())};
    }

    Text mark_without_case() const {
        const std::string mark = value(0).empty() ? "" : " “" + value(0) + "”";
        return {fmt::format("Tiêu chí {}: không rõ điểm chấm{} trong {} thuộc trường hợp nào.", node_, mark, sheet_vi()),
                fmt::format("Criterion {}: it is not known which case the mark{} on {} belongs to.", node_, mark, sheet_en())};
    }

    Text calculation_fault() const {
        if (value(0).empty())
            return {"Có điều kiện chia cho 0 hoặc cho ra số quá lớn; điều kiện đó coi như chưa biết.",
                    "A condition divides by zero or gives too large a number; it counts as not known."};
        return {fmt::format("Điều kiện “{}” chia cho 0 hoặc cho ra số quá lớn; coi như chưa biết.", value(0)),
                fmt::format("The condition “{}” divides by zero or gives too large a number; it counts as not known.", value(0))};
    }

private:
    std::string value(std::size_t i) const { return i < values_.size() ? values_[i] : std::string(); }
    // The title in one language, else in the other.
    std::string either(std::size_t wanted, std::size_t other) const { return value(wanted).empty() ? value(other) : value(wanted); }
    std::string vi(std::size_t i) const { return written_number(value(i), Language::vi); }
    std::string date_vi(std::size_t i) const { return written_date(value(i), Language::vi); }
    std::string sheet_vi() const { return sheet_.empty() ? "phiếu chấm" : fmt::format("phiếu của “{}”", sheet_); }
    std::string sheet_en() const { return sheet_.empty() ? "the sheet" : fmt::format("the sheet of “{}”", sheet_); }

    // An option and its points, beginning at values_[i].
    std::string option_vi(std::size_t i) const {
        return value(i) == "0" ? "không mức nào (0 điểm)" : fmt::format("mức {} ({} điểm)", value(i), vi(i + 1));
    }
    std::string option_en(std::size_t i) const {
        if (value(i) == "0") return "no option (0 points)";
        return fmt::format("option {} ({} {})", value(i), value(i + 1), value(i + 1) == "1" ? "point" : "points");
    }

    std::string became_vi() const {
        const std::string what = value(2);
        if (what == "rejected") return "hồ sơ sẽ bị loại";
        if (what == "stopped") return "việc đánh giá sẽ phải dừng";
        if (what == "undecided") return "chưa thể phân hạng";
        return what == "0" ? "sản phẩm không được xếp sao" : fmt::format("sản phẩm được {} sao", what);
    }
    std::string became_en() const {
        const std::string what = value(2);
        if (what == "rejected") return "the dossier would be rejected";
        if (what == "stopped") return "the assessment would stop early";
        if (what == "undecided") return "the stars could not be decided";
        if (what == "0") return "the product would have no star";
        return fmt::format("the product would have {} {}", what, what == "1" ? "star" : "stars");
    }

    static std::string closed(std::string sentence) {
        if (sentence.empty() || sentence.back() != '.') sentence += ".";
        return sentence;
    }

    const std::string& node_;
    const std::string& sheet_;
    const std::vector<std::string>& values_;
};

}  // namespace

Text finding_text(Finding::Kind kind, const std::string& node, const std::string& sheet, const std::vector<std::string>& values) {
    using Kind = Finding::Kind;
    const Sentence sentence(node, sheet, values);
    switch (kind) {
        case Kind::facts_against_mark: return sentence.facts_against_mark();
        case Kind::evidence_missing: return sentence.evidence_missing();
        case Kind::spread: return sentence.spread();
        case Kind::no_quorum: return sentence.no_quorum();
        case Kind::quorum_unknown:
            return {"Hồ sơ không nêu số thành viên Hội đồng nên không biết số phiếu đã đủ hay chưa.",
                    "The scorecard does not say how many members the council has, so it is not known whether there is a quorum."};
        case Kind::trimmed_mean_of_few: return sentence.trimmed_mean_of_few();
        case Kind::erratum_used: return sentence.erratum_used();
        case Kind::incomplete_rule_set: return sentence.incomplete_rule_set();
        case Kind::not_in_force: return sentence.not_in_force();
        case Kind::date_unknown:
            return {"Hồ sơ không ghi ngày đánh giá nên không biết bộ tiêu chí này có hiệu lực với hồ sơ hay không.",
                    "The scorecard has no assessment date, so it is not known whether this rule set was in force."};
        case Kind::level_unknown:
            return {"Hồ sơ không ghi cấp đánh giá nên không biết kết quả này đã là kết quả cuối cùng hay chưa.",
                    "The scorecard does not name the level of the council, so it is not known whether this rating is final."};
        case Kind::reading_changes_stars: return sentence.reading_changes_stars();
        case Kind::not_known: return sentence.not_known();
        case Kind::mark_after_stop: return sentence.mark_after_stop();
        case Kind::mark_without_case: return sentence.mark_without_case();
        case Kind::from_facts:
            return {"Không có phiếu chấm: kết quả chỉ suy ra từ dữ kiện và không bao giờ là kết quả cuối cùng.",
                    "No sheet was given: this rating follows from the facts alone and is never final."};
        case Kind::calculation_fault: return sentence.calculation_fault();
    }
    return {};
}

}  // namespace ocop::trail
