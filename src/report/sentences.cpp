// Sentences put together from what the trail says; every branch is a sentence a person would write.
#include "report/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ocop::report {
namespace {

class Author {
public:
    Author(const Trail& trail, const Words& words) : trail_(trail), summary_(trail.summary), words_(words), vi_(words.language() == Language::vi) {}

    std::vector<std::string> write() {
        switch (summary_.outcome) {
            case Outcome::rated: return {rated(), why_not_more(), recognition()};
            case Outcome::undecided: return {undecided(), range(), other_outcomes()};
            case Outcome::stopped: return {stopped(), assessed()};
            case Outcome::rejected: return {rejected(), assessed()};
        }
        return {};
    }

private:
    std::string product() const {
        for (const auto& [key, value] : trail_.card.product)
            if (key == "name" && !value.empty()) return vi_ ? fmt::format("Sản phẩm “{}”", value) : fmt::format("“{}”", value);
        return vi_ ? fmt::format("Hồ sơ {}", summary_.scorecard) : fmt::format("Scorecard {}", summary_.scorecard);
    }

    std::string total() const {
        const std::string points = words_.number(summary_.total);
        const auto max = total_max(trail_);
        if (!max) return vi_ ? points + " điểm" : points + " points";
        return fmt::format(fmt::runtime(vi_ ? "{} trên {} điểm" : "{} of {} points"), points, words_.number(*max));
    }

    std::string rated() const {
        const int stars = summary_.stars.value_or(0);
        if (stars == 0) return vi_ ? fmt::format("{} không được xếp sao; tổng điểm là {}.", product(), total())
                                   : fmt::format("{} gets no star; its total is {}.", product(), total());
        return vi_ ? fmt::format("{} được xếp hạng {} với tổng điểm {}.", product(), words_.stars(stars), total())
                   : fmt::format("{} is rated {} with a total of {}.", product(), words_.stars(stars), total());
    }

    // ---- why not one star more ----

    std::string minima_clause(const std::vector<std::string>& ids) const {
        if (vi_) return fmt::format("tiêu chí {} chưa đạt yêu cầu tối thiểu", words_.list(ids));
        return ids.size() == 1 ? fmt::format("criterion {} misses its minimum", ids[0])
                               : fmt::format("criteria {} miss their minima", words_.list(ids));
    }

    std::string points_clause(const Number& points) const {
        return fmt::format(fmt::runtime(vi_ ? "còn thiếu {}" : points == Number(1) ? "{} is lacking" : "{} are lacking"), words_.points(points));
    }

    std::string cap_clause(const Obstacle& obstacle) const {
        const std::string title = obstacle.gate ? words_(obstacle.gate->title) : std::string();
        const std::string named = title.empty() ? obstacle.id : title;
        if (obstacle.gate && !obstacle.gate->met)
            return fmt::format(fmt::runtime(vi_ ? "chưa biết có bị giới hạn bởi điều kiện “{}” hay không" : "it is not known whether “{}” holds the stars down"), named);
        return fmt::format(fmt::runtime(vi_ ? "số sao bị giới hạn bởi điều kiện “{}”" : "the stars are capped (“{}”)"), named);
    }

    std::string why_not_more() const {
        const Outlook ahead = outlook(trail_);
        if (ahead.target == 0) return vi_ ? "Đây là hạng cao nhất." : "There is no higher rank.";
        std::vector<std::string> clauses, minima;
        for (const Obstacle& each : ahead.obstacles)
            if (each.kind == Obstacle::Kind::minimum) minima.push_back(each.id);
        if (!minima.empty()) clauses.push_back(minima_clause(minima));
        for (const Obstacle& each : ahead.obstacles) {
            if (each.kind == Obstacle::Kind::points) clauses.push_back(points_clause(each.points));
            if (each.kind == Obstacle::Kind::cap) clauses.push_back(cap_clause(each));
        }
        if (clauses.empty()) return {};
        const std::string reasons = words_.list(clauses);
        if (summary_.band && *summary_.band >= ahead.target)
            return vi_ ? fmt::format("Tổng điểm ứng với {}, nhưng chưa được {} vì {}.", words_.stars(*summary_.band), words_.stars(ahead.target), reasons)
                       : fmt::format("The total alone would give {}, but it does not reach {}: {}.", words_.stars(*summary_.band), words_.stars(ahead.target), reasons);
        return vi_ ? fmt::format("Chưa đạt {} vì {}.", words_.stars(ahead.target), reasons)
                   : fmt::format("It does not reach {}: {}.", words_.stars(ahead.target), reasons);
    }

    // ---- who recognises it ----

    std::string recognition() const {
        if (!summary_.recognition) {
            if (summary_.stars.value_or(0) == 0) return {};
            return vi_ ? fmt::format("Với hồ sơ này, bộ tiêu chí không nêu cấp nào công nhận hạng {}.", words_.stars(*summary_.stars))
                       : fmt::format("The rule set names nobody who recognises {} for this dossier.", words_.stars(*summary_.stars));
        }
        const Recognition& by = *summary_.recognition;
        const std::string who = words_.authority(by.authority), stars = words_.stars(summary_.stars.value_or(0));
        const std::string level = words_.level(trail_.card.level);
        const std::string begin = vi_ ? fmt::format("Hạng {} do {} công nhận", stars, who) : fmt::format("{} {} recognised by {}", stars, summary_.stars == 1 ? "is" : "are", who);
        switch (by.standing) {
            case Recognition::Standing::final: return begin + (vi_ ? "; kết quả này là kết quả cuối cùng" : "; this rating is final") + certificate(by) + ".";
            case Recognition::Standing::proposal: return begin + proposal(level);
            case Recognition::Standing::adoptable:
                return begin + (vi_ ? fmt::format("; kết quả này là của cấp cao hơn, {} có thể căn cứ vào đó để công nhận.", who)
                                    : "; it may adopt this rating, which a higher level made.");
            case Recognition::Standing::unknown:
                return begin + (vi_ ? "; hồ sơ không ghi cấp đánh giá nên chưa rõ kết quả này đã là cuối cùng hay chưa."
                                    : "; the scorecard does not say which level assessed it, so it is not known whether it is final.");
        }
        return {};
    }

    std::string proposal(const std::string& level) const {
        const bool own = trail_.sheets.empty() || (trail_.card.level == name(summary_.recognition->authority));
        if (own) return vi_ ? "; kết quả này chỉ suy ra từ dữ kiện nên mới là đề nghị." : "; this rating follows from facts alone and is only a proposal.";
        return vi_ ? fmt::format("; kết quả của {} mới là đề nghị.", level) : fmt::format("; this rating, made at {} level, is a proposal to it.", level);
    }

    std::string certificate(const Recognition& by) const {
        if (by.certificate.empty()) return {};
        return fmt::format(fmt::runtime(vi_ ? ", giấy chứng nhận có giá trị {}" : ", and the certificate is valid for {}"), words_.duration(by.certificate));
    }

    // ---- no stars ----

    std::string undecided() const {
        const Missing what = missing(trail_);
        std::size_t marks = 0;
        for (const Missing::Marks& each : what.marks) marks += each.sheets.size();
        std::vector<std::string> clauses;
        const auto made_of_facts = [](const TrailNode& node) { return !node.marks.empty() && node.marks[0].from_facts; };
        const bool from_facts = std::any_of(trail_.nodes.begin(), trail_.nodes.end(), made_of_facts);
        if (marks > 0 && from_facts) clauses.push_back(vi_ ? fmt::format("{} tiêu chí chưa suy ra được điểm từ dữ kiện", marks)
                                                           : fmt::format("the facts do not settle {} {}", marks, marks == 1 ? "criterion" : "criteria"));
        else if (marks > 0) clauses.push_back(vi_ ? fmt::format("còn thiếu {} lượt chấm điểm", marks) : fmt::format("{} {} missing", marks, marks == 1 ? "mark is" : "marks are"));
        if (!what.facts.empty()) clauses.push_back(vi_ ? fmt::format("có {} dữ kiện chưa biết", what.facts.size())
                                                       : fmt::format("{} {} not known", what.facts.size(), what.facts.size() == 1 ? "fact is" : "facts are"));
        if (clauses.empty()) clauses.push_back(vi_ ? "có điều kiện chưa xác định được" : "a condition cannot be decided yet");
        return vi_ ? fmt::format("Chưa thể phân hạng {}: {}.", lower_product(), words_.list(clauses))
                   : fmt::format("{} cannot be rated yet: {}.", product(), words_.list(clauses));
    }

    std::string lower_product() const {
        const std::string named = product();
        return named.starts_with("Sản") ? "s" + named.substr(1) : "h" + named.substr(1);
    }

    bool possible(Outcome outcome) const {
        const auto& all = summary_.range->outcomes;
        return std::find(all.begin(), all.end(), outcome) != all.end();
    }

    std::string range() const {
        if (!summary_.range) return {};
        const Range& r = *summary_.range;
        if (!possible(Outcome::rated)) return {};
        const std::string low = words_.number(r.total_low), high = words_.number(r.total_high);
        const bool one_total = r.total_low == r.total_high, one_star = r.stars_low == r.stars_high;
        const bool surely_rated = !possible(Outcome::stopped) && !possible(Outcome::rejected);
        if (vi_) return fmt::format("Dù phần còn thiếu ra sao, {}tổng điểm {} và kết quả {}.", surely_rated ? "" : "nếu được phân hạng thì ",
                                    one_total ? fmt::format("là {}", low) : fmt::format("nằm trong khoảng từ {} đến {}", low, high),
                                    one_star ? fmt::format("là {}", words_.stars(r.stars_low)) : fmt::format("từ {} đến {}", words_.stars(r.stars_low), words_.stars(r.stars_high)));
        return fmt::format("Whatever the missing marks and facts turn out to be, {}the total {} and the result {}.", surely_rated ? "" : "if it is rated ",
                           one_total ? fmt::format("will be {}", low) : fmt::format("will lie between {} and {}", low, high),
                           one_star ? fmt::format("will be {}", words_.stars(r.stars_low))
                                    : fmt::format("between {} and {}", words_.stars(r.stars_low), words_.stars(r.stars_high)));
    }

    std::string other_outcomes() const {
        if (!summary_.range) return {};
        const bool stop = possible(Outcome::stopped), reject = possible(Outcome::rejected);
        if (!stop && !reject) return {};
        if (vi_) return fmt::format("Vẫn có thể {}.", reject && stop ? "bị loại hồ sơ hoặc phải dừng đánh giá" : (reject ? "bị loại hồ sơ" : "phải dừng đánh giá"));
        return fmt::format("{} still possible.", reject && stop ? "Rejection of the dossier, or an early stop of the assessment, is"
                                                                : (reject ? "Rejection of the dossier is" : "An early stop of the assessment is"));
    }

    std::string reason() const {
        std::string out;
        for (const TrailGate* gate : deciding_gates(trail_)) {
            const std::string title = words_(gate->title);
            out += (out.empty() ? "" : "; ") + (title.empty() ? gate->id : title);
        }
        return !out.empty() ? out : (vi_ ? "một điều kiện của quyết định" : "a condition of the decision");
    }

    std::string rejected() const {
        return vi_ ? fmt::format("Hồ sơ bị loại: {}.", reason()) : fmt::format("The dossier is rejected: {}.", reason());
    }

    std::string stopped() const {
        const std::string after = trail_.stopped_after.value_or("");
        if (after.empty()) return vi_ ? fmt::format("Không đánh giá tiếp: {}.", reason()) : fmt::format("Nothing is assessed: {}.", reason());
        return vi_ ? fmt::format("Việc đánh giá dừng sau mục {}: {}.", after, reason())
                   : fmt::format("The assessment stops after {}: {}.", after, reason());
    }

    std::string assessed() const {
        if (!summary_.total) return vi_ ? "Sản phẩm không được xếp sao." : "There are no stars.";
        return vi_ ? fmt::format("Sản phẩm không được xếp sao; phần đã chấm được {}.", words_.points(*summary_.total))
                   : fmt::format("There are no stars; what was assessed comes to {}.", words_.points(*summary_.total));
    }

    const Trail& trail_;
    const Summary& summary_;
    const Words& words_;
    bool vi_;
};

}  // namespace

std::vector<std::string> verdict_sentences(const Trail& trail, const Words& words) {
    std::vector<std::string> out;
    for (std::string& each : Author(trail, words).write())
        if (!each.empty()) out.push_back(std::move(each));
    return out;
}

}  // namespace ocop::report
