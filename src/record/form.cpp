// Nodes in form order under the right parents, one figure and one mark a sheet.
#include "record/form.hpp"

#include <fmt/format.h>

#include "base/limits.hpp"

namespace ocop::record {
namespace {

using State = FormMark::State;

constexpr std::size_t most_deep = 64;

State state_of(const std::string& word) {
    if (word == "marked") return State::marked;
    if (word == "none") return State::none;
    if (word == "missing") return State::missing;
    if (word == "not-applicable") return State::not_applicable;
    return word == "unsure" ? State::unsure : State::ignored;
}

FormMark read_mark(const Json& told) {
    FormMark mark;
    mark.state = state_of(told.at("state"));
    mark.points = points(told.at("points"));
    if (const Json& applies = told.at("applies"); !applies.is_null()) mark.applies = known(applies.at("value"));
    if (mark.state == State::not_applicable) mark.applies = Known::no;
    mark.options = told.at("options").get<std::vector<std::string>>();
    return mark;
}

class Reader {
public:
    Reader(const Json& record, Claim& whole) : record_(record), trail_(record.at("trail")), whole_(whole) {}

    Form read() {
        form_.sheets = trail_.at("sheets").size();
        if (form_.sheets == 0) whole_.fault("/trail/sheets", {"không có phiếu nào", "there is no sheet"});
        const Json& nodes = trail_.at("nodes");
        if (too_large(nodes.size())) return {};
        if (nodes.empty()) whole_.fault("/trail/nodes", {"biểu mẫu trống", "the form is empty"});
        for (std::size_t i = 0; i < nodes.size(); ++i) node(i, nodes[i]);
        for (const FormNode& each : form_.nodes)
            if (each.first_leaf == each.end_leaf) fault(each, {"không có tiêu chí nào ở dưới", "has no criterion below it"});
        bands();
        return std::move(form_);
    }

private:
    // Beyond what any card or rule set may have, so that nothing here takes long.
    bool too_large(std::size_t nodes) {
        const bool fine = nodes <= base::limits::criteria && form_.sheets <= base::limits::sheets && trail_.at("bands").size() <= base::limits::stars;
        if (!fine) whole_.fault("/trail", {"có nhiều mục, phiếu hoặc khung điểm hơn mức cho phép", "there are more nodes, sheets or bands than there may be"});
        return !fine;
    }

    void fault(const FormNode& at, const Text& what) {
        const Text place = in_words(record_, at.pointer);
        whole_.fault(at.pointer, {place.vi + " " + what.vi, place.en + " " + what.en});
    }

    void node(std::size_t number, const Json& told) {
        FormNode node;
        node.pointer = below("/trail/nodes", number);
        node.id = told.at("id");
        node.criterion = told.at("kind") == "criterion";
        node.max = points(told.at("max"));
        node.first_leaf = node.end_leaf = form_.leaves.size();
        place(node, told);
        sizes(node, told);
        if (node.criterion) form_.leaves.push_back(number);
        for (const Json& each : told.at("marks")) node.marks.push_back(read_mark(each));
        const bool added = form_.by_id.emplace(node.id, number).second;
        if (!added) fault(node, {"xuất hiện hai lần", "stands there twice"});
        form_.nodes.push_back(std::move(node));
        if (form_.nodes.back().criterion) end_with(number);
    }

    // The criterion belongs to everything above it.
    void end_with(std::size_t number) {
        for (int up = static_cast<int>(number); up >= 0; up = form_.nodes[static_cast<std::size_t>(up)].parent) form_.nodes[static_cast<std::size_t>(up)].end_leaf = form_.leaves.size();
    }

    // Every node follows the one above it or what is below an elder sibling.
    void place(FormNode& node, const Json& told) {
        const Json& parent = told.at("parent");
        const auto number = static_cast<int>(form_.nodes.size());
        const std::int64_t depth = told.at("depth").get<std::int64_t>();
        if (parent.is_null()) {
            open_.clear();
            if (told.at("kind") != "part") fault(node, {"không có mục chứa nó", "has nothing above it, and is no part"});
        } else {
            const std::int64_t above = parent.get<std::int64_t>();
            while (!open_.empty() && open_.back() != above) open_.pop_back();
            if (open_.empty()) fault(node, {fmt::format("không đứng sau mục chứa nó (`parent` là {})", above), fmt::format("does not follow the node above it (`parent` is {})", above)});
            else node.parent = static_cast<int>(above);
            if (node.parent >= 0 && form_.nodes[static_cast<std::size_t>(node.parent)].criterion) fault(node, {"nằm dưới một tiêu chí", "stands below a criterion"});
            if (told.at("kind") == "part") fault(node, {"là một phần nhưng nằm dưới mục khác", "is a part and stands below another node"});
        }
        if (depth != static_cast<std::int64_t>(open_.size())) fault(node, {fmt::format("có `depth` là {}, đúng ra là {}", depth, open_.size()), fmt::format("has the `depth` {}, it stands at {}", depth, open_.size())});
        if (open_.size() < most_deep) open_.push_back(number);
        else fault(node, {"nằm quá sâu", "stands too deep"});
    }

    void sizes(const FormNode& node, const Json& told) {
        const std::size_t figures = told.at("by_sheet").size(), marks = told.at("marks").size();
        if (figures != form_.sheets) fault(node, {fmt::format("có {} số trong `by_sheet`, trong khi có {} phiếu", figures, form_.sheets), fmt::format("has {} figures in `by_sheet`, and there are {} sheets", figures, form_.sheets)});
        const std::size_t wanted = node.criterion ? form_.sheets : 0;
        if (marks != wanted) fault(node, {fmt::format("có {} điểm chấm, đúng ra là {}", marks, wanted), fmt::format("has {} marks, there should be {}", marks, wanted)});
    }

    // "[70..90)", "]70..90[", blanks allowed.
    static bool says(std::string interval, const Json& band) {
        std::erase(interval, ' ');
        const std::size_t dots = interval.find("..");
        if (dots == std::string::npos || dots == 0 || dots + 2 >= interval.size()) return false;
        const bool low_open = interval.front() != '[', high_open = interval.back() != ']';
        const Points low = Number::parse(interval.substr(1, dots - 1)), high = Number::parse(interval.substr(dots + 2, interval.size() - dots - 3));
        return low == points(band.at("low")) && high == points(band.at("high")) && low_open == band.at("low_open") && high_open == band.at("high_open");
    }

    void bands() {
        const Json& bands = trail_.at("bands");
        if (bands.empty()) whole_.fault("/trail/bands", {"không có khung điểm nào", "there are no bands"});
        for (std::size_t i = 0; i < bands.size(); ++i) {
            const Json& band = bands[i];
            if (!says(band.at("interval").get_ref<const std::string&>(), band))
                whole_.fault(below("/trail/bands", i), {fmt::format("khung điểm {} không khớp với `low`, `high`", shown(band.at("interval"))), fmt::format("the band {} does not agree with its `low` and `high`", shown(band.at("interval")))});
            const bool falls = i == 0 || bands[i - 1].at("star").get<std::int64_t>() > band.at("star").get<std::int64_t>();
            const bool lower = i == 0 || *points(band.at("low")) < *points(bands[i - 1].at("low"));
            if (!falls || !lower) whole_.fault(below("/trail/bands", i), {"các khung điểm không xếp từ cao xuống thấp", "the bands do not stand highest first"});
        }
    }

    const Json& record_;
    const Json& trail_;
    Claim& whole_;
    std::vector<std::int64_t> open_;  // the nodes that the next one may stand below
    Form form_;
};

}  // namespace

Points points(const Json& value) { return value.is_null() ? Points() : Number::parse(value.get_ref<const std::string&>()); }
Json json_of(const Points& points) { return points ? Json(points->text()) : Json(); }
Known known(const Json& value) { return value.is_null() ? Known::unknown : (value.get<bool>() ? Known::yes : Known::no); }

Form read_form(const Json& record, Claim& whole) { return Reader(record, whole).read(); }

}  // namespace ocop::record
