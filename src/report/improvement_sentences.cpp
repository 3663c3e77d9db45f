// Every branch is a sentence a person would write.
#include "report/improvement_sentences.hpp"

#include <fmt/format.h>

namespace ocop::report {
namespace {

bool vietnamese(const Words& words) { return words.language() == Language::vi; }

std::string product(const Improvement& found, const Words& words) {
    for (const auto& [key, value] : found.product)
        if (key == "name" && !value.empty()) return fmt::format(fmt::runtime(vietnamese(words) ? "Sản phẩm “{}”" : "“{}”"), value);
    return fmt::format(fmt::runtime(vietnamese(words) ? "Hồ sơ {}" : "Scorecard {}"), found.scorecard);
}

std::string now(const Improvement& found, const Words& words) {
    const bool vi = vietnamese(words);
    const std::string who = product(found, words);
    switch (found.outcome) {
        case Outcome::rated:
            if (found.stars.value_or(0) == 0) return fmt::format(fmt::runtime(vi ? "{} hiện không được xếp sao; tổng điểm là {}." : "{} has no star now; its total is {}."), who, words.number(found.total));
            return fmt::format(fmt::runtime(vi ? "{} hiện được xếp hạng {} với tổng điểm {}." : "{} is rated {} now, with a total of {}."), who, words.stars(*found.stars), words.number(found.total));
        case Outcome::undecided: return fmt::format(fmt::runtime(vi ? "{} hiện chưa thể phân hạng." : "{} cannot be rated yet."), who);
        case Outcome::stopped: return fmt::format(fmt::runtime(vi ? "{} hiện không có sao vì việc đánh giá đã dừng giữa chừng." : "The assessment stopped: {} has no stars now."), who);
        case Outcome::rejected: return fmt::format(fmt::runtime(vi ? "{} hiện bị loại." : "{} is rejected as it is."), who);
    }
    return {};
}

std::string count_of(std::size_t changes, const Words& words) {
    if (vietnamese(words)) return fmt::format("{} thay đổi", changes);
    return fmt::format("{} change{}", changes, changes == 1 ? "" : "s");
}

std::string there_is_a_way(const Improvement& found, const Words& words) {
    const bool vi = vietnamese(words);
    const Way& way = found.ways.front();
    const std::string goal = words.stars(found.to);
    if (way.changes.empty())
        return vi ? fmt::format("Không cần thay đổi điểm nào để đạt {}, kể cả khi các tiêu chí chưa chấm được 0 điểm.", goal)
                  : fmt::format("{} can be had without changing any mark, even if what is not assessed yet gets 0 points.", goal);
    return vi ? fmt::format("Cần {}, chi phí {}, để đạt {}.", count_of(way.changes.size(), words), words.number(way.cost), goal)
              : fmt::format("{} can be had with {}, at a cost of {}.", goal, count_of(way.changes.size(), words), words.number(way.cost));
}

std::string proof(const Improvement& found, const Words& words) {
    const bool vi = vietnamese(words);
    if (found.proven) return vi ? "Đã chứng minh không có cách nào rẻ hơn." : "It is proven that no way costs less.";
    std::string out = vi ? "Chưa chứng minh được là không có cách nào rẻ hơn" : "It is not proven that no way costs less";
    if (found.at_least) out += fmt::format(fmt::runtime(vi ? "; mọi cách khác có chi phí ít nhất {}" : "; every other way costs {} at least"), words.number(*found.at_least));
    return out + ".";
}

std::string more(const Improvement& found, const Words& words) {
    if (!found.more) return {};
    if (vietnamese(words)) return found.ways.size() == 1 ? "Còn những cách khác có cùng chi phí." : "Còn những cách khác có chi phí bằng cách cuối cùng dưới đây.";
    return found.ways.size() == 1 ? "Other ways cost the same." : "Other ways cost the same as the last one below.";
}

std::string answer(const Improvement& found, const Words& words) {
    const bool vi = vietnamese(words);
    const std::string goal = words.stars(found.to);
    switch (found.answer) {
        case Improvement::Answer::already: return vi ? fmt::format("Đã đạt {} trở lên, không cần thay đổi gì.", goal) : fmt::format("That is {} or more already: nothing needs to change.", goal);
        case Improvement::Answer::ways: return there_is_a_way(found, words);
        case Improvement::Answer::cannot:
            if (!found.proven) return vi ? fmt::format("Không tìm thấy cách thay đổi điểm nào để đạt {}, nhưng chưa thử hết mọi cách.", goal) : fmt::format("No change of marks was found that reaches {}, but not all were tried.", goal);
            return vi ? fmt::format("Không thay đổi điểm nào có thể đưa lên {}; điều này đã được chứng minh.", goal) : fmt::format("No change of marks reaches {}; that is proven.", goal);
        case Improvement::Answer::not_found: return vi ? fmt::format("Chưa tìm được cách đạt {} thì đã hết lượt tìm; có thể vẫn có cách.", goal) : fmt::format("The search ended before a way to {} was found; there may be one.", goal);
    }
    return {};
}

std::string facts(const std::vector<TrailFact>& facts, const Words& words) {
    std::vector<std::string> names;
    for (const TrailFact& each : facts) {
        const std::string title = words(each.title);
        names.push_back(title.empty() ? each.name : title + " (" + each.name + ")");
    }
    return words.list(names);
}

std::string gate(const Blocker& blocker, const Words& words) {
    const bool vi = vietnamese(words);
    const std::string title = words(blocker.title), effect = words.effect(blocker.effect.value_or(TrailGate::Effect::reject));
    const std::string to = blocker.effect == TrailGate::Effect::cap ? fmt::format(fmt::runtime(vi ? "{} ở mức {}" : "{} at {}"), effect, words.stars(blocker.star)) : effect;
    if (blocker.holds) return vi ? fmt::format("“{}” xảy ra dù điểm thay đổi thế nào: {}.", title, to) : fmt::format("“{}” holds whatever the marks are: {}.", title, to);
    std::string out = vi ? fmt::format("Chưa biết “{}” có xảy ra hay không; nếu xảy ra: {}.", title, to) : fmt::format("It is not known whether “{}” holds; if it does: {}.", title, to);
    if (!blocker.unknown.empty()) out += fmt::format(fmt::runtime(vi ? " Hồ sơ chưa nêu: {}." : " The scorecard does not say: {}."), facts(blocker.unknown, words));
    return out;
}

std::string why_missed(const Blocker& blocker, const Words& words) {
    const bool vi = vietnamese(words);
    switch (blocker.reason) {
        case Blocker::Reason::cannot_change: return vi ? "nhưng không thay đổi được" : "but cannot be changed";
        case Blocker::Reason::does_not_apply: return vi ? "nhưng tiêu chí này không áp dụng" : "but does not apply";
        case Blocker::Reason::not_known:
            if (blocker.unknown.empty()) return vi ? "nhưng chưa biết tiêu chí này có áp dụng hay không" : "but it is not known whether it applies";
            return fmt::format(fmt::runtime(vi ? "nhưng chưa biết tiêu chí này có áp dụng hay không: hồ sơ chưa nêu {}" : "but it is not known whether it applies: the scorecard does not say {}"), facts(blocker.unknown, words));
        case Blocker::Reason::too_few_points:
        case Blocker::Reason::none: break;
    }
    return fmt::format(fmt::runtime(vi ? "nhưng cao nhất chỉ có thể được {}" : "but can have {} at most"), words.number(blocker.most));
}

std::string minimum(const Blocker& blocker, const Words& words) {
    const char* form = vietnamese(words) ? "Tiêu chí {} {} cần ít nhất {} cho hạng {}, {}." : "Criterion {} {} needs {} for {}, {}.";
    return fmt::format(fmt::runtime(form), blocker.id, words(blocker.title), words.points(blocker.needed.value_or(Number())), words.stars(blocker.star), why_missed(blocker, words));
}

}  // namespace

std::string improvement_title(const Improvement& found, const Words& words) {
    return fmt::format(fmt::runtime(vietnamese(words) ? "Cách đạt {}" : "The way to {}"), words.stars(found.to));
}

std::string short_answer(const Improvement& found, const Words& words) {
    const bool vi = vietnamese(words);
    switch (found.answer) {
        case Improvement::Answer::already: return vi ? "Đã đạt" : "Reached already";
        case Improvement::Answer::cannot: return found.proven ? (vi ? "Không thể đạt" : "Out of reach") : (vi ? "Không tìm thấy cách" : "No way found");
        case Improvement::Answer::not_found: return vi ? "Chưa tìm được cách" : "No way found yet";
        case Improvement::Answer::ways: break;
    }
    const Way& way = found.ways.front();
    if (way.changes.empty()) return vi ? "Không cần thay đổi gì" : "Nothing to change";
    return fmt::format(fmt::runtime(vi ? "{}, chi phí {}" : "{}, cost {}"), count_of(way.changes.size(), words), words.number(way.cost));
}

std::vector<std::string> improvement_sentences(const Improvement& found, const Words& words) {
    std::vector<std::string> out = {now(found, words)};
    if (found.from_facts && found.answer != Improvement::Answer::already)
        out.push_back(vietnamese(words) ? "Hồ sơ chưa có phiếu chấm; điểm theo dữ kiện được coi là một phiếu." : "It has no sheets; the marks that follow from its facts were taken as one.");
    out.push_back(answer(found, words));
    if (found.answer == Improvement::Answer::ways) {
        out.push_back(proof(found, words));
        if (std::string further = more(found, words); !further.empty()) out.push_back(std::move(further));
    }
    return out;
}

std::string way_title(const Way& way, std::size_t number, const Words& words) {
    const bool vi = vietnamese(words);
    if (number == 0) return way.changes.empty() ? (vi ? "Kết quả" : "The result") : (vi ? "Cần thay đổi" : "What to change");
    return fmt::format(fmt::runtime(vi ? "Cách {} · chi phí {}" : "Way {} · cost {}"), number, words.number(way.cost));
}

std::string result(const Way& way, const Words& words) {
    if (way.changes.empty()) return vietnamese(words) ? fmt::format("Kết quả: {}, tổng điểm {}.", words.stars(way.stars), words.number(way.total)) : fmt::format("That gives {} with a total of {}.", words.stars(way.stars), words.number(way.total));
    return vietnamese(words) ? fmt::format("Khi đó: {}, tổng điểm {}.", words.stars(way.stars), words.number(way.total)) : fmt::format("With this it has {} and a total of {}.", words.stars(way.stars), words.number(way.total));
}

std::string filled_in(const Way::FilledIn& filled, const Words& words) {
    std::vector<std::string> sheets;
    for (const std::string& each : filled.sheets)
        if (!each.empty()) sheets.push_back(each);
    const std::string of = sheets.empty() ? std::string() : " (" + words.list(sheets) + ")";
    return vietnamese(words) ? fmt::format("Tiêu chí {} chưa chấm{}; ở đây tính là 0.", filled.criterion, of) : fmt::format("Criterion {} is not assessed yet{}; it counts 0 here.", filled.criterion, of);
}

std::string mark_name(const std::string& mark, const Words& words) {
    if (mark.empty()) return vietnamese(words) ? "chưa chấm" : "not assessed yet";
    if (Number::parse(mark)) return words.value(mark);
    return mark == "none" ? (vietnamese(words) ? "không" : "none") : mark;
}

std::string reason(const Change& change, const Words& words) {
    const bool vi = vietnamese(words);
    if (change.why == Change::Why::condition) return vi ? "vì một điều kiện khác phụ thuộc vào tiêu chí này" : "because a condition elsewhere depends on it";
    if (change.why == Change::Why::points) return vi ? "để tăng tổng điểm" : "for the total";
    std::vector<std::string> stars;
    for (int each : change.minima) stars.push_back(words.stars(each));
    return vi ? fmt::format("đạt yêu cầu tối thiểu của hạng {}", words.list(stars)) : fmt::format("meets the minimum for {}", words.list(stars));
}

std::string condition_to_meet(const Change& change, const Words& words) {
    return fmt::format(fmt::runtime(vietnamese(words) ? "phải đúng với sản phẩm: {}" : "must be true of the product: {}"), change.when);
}

std::string evidence_to_get(const Change& change, const Words& words) {
    std::vector<std::string> names;
    for (const Change::Evidence& each : change.evidence) {
        const std::string title = words(each.title);
        names.push_back(title.empty() ? each.id : title);
    }
    return fmt::format(fmt::runtime(vietnamese(words) ? "minh chứng còn thiếu: {}" : "evidence that is still missing: {}"), words.list(names));
}

std::string sentence(const Blocker& blocker, const Improvement& found, const Words& words) {
    const bool vi = vietnamese(words);
    switch (blocker.kind) {
        case Blocker::Kind::above_highest: return fmt::format(fmt::runtime(vi ? "Hạng cao nhất của bộ tiêu chí này là {}." : "The highest rank of this rule set is {}."), words.stars(blocker.star));
        case Blocker::Kind::gate: return gate(blocker, words);
        case Blocker::Kind::minimum: return minimum(blocker, words);
        case Blocker::Kind::points:
            return fmt::format(fmt::runtime(vi ? "Tổng điểm cao nhất có thể đạt là {}, trong khi {} cần từ {}." : "The highest total that can be had is {}; the band of {} begins at {}."), words.number(blocker.most), words.stars(found.to), words.number(blocker.needed));
        case Blocker::Kind::together:
            return vi ? "Không một điều nào tự nó ngăn cản, nhưng mọi tổ hợp các mức có thể chọn đều không đủ." : "No single thing stands in the way, but no combination of the marks that can be given is enough.";
    }
    return {};
}

std::string citation(const Citation& cite, const std::string& own_decision) {
    if (cite.decision.empty() || cite.decision == own_decision) return cite.place;
    return cite.place.empty() ? cite.decision : cite.decision + ", " + cite.place;
}

}  // namespace ocop::report
