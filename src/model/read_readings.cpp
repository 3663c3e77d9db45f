// Readings, and the council's rules.
#include <fmt/format.h>

#include <algorithm>

#include "model/reader.hpp"
#include "yaml/scalar.hpp"

namespace ocop::model {
namespace {

struct Engine {
    const char* name;
    std::vector<std::string> ways;  // the first where nothing is said
    Text title;
};

// In the order of EngineReading. Rounding also takes half-up 0 to half-up 6.
const std::vector<Engine>& engine_readings() {
    static const std::vector<Engine> all = {
        {"rounding", {"none", "half-up 0", "half-up 1", "half-up 2", "half-up 3", "half-up 4", "half-up 5", "half-up 6"}, {"Làm tròn tổng điểm", "Rounding of the total"}},
        {"minima_met_by", {"combined", "majority", "every-sheet"}, {"Yêu cầu tối thiểu xét theo", "Minima are met by"}},
        {"minima_cumulate", {"cumulative", "own"}, {"Yêu cầu tối thiểu của các hạng dưới", "Minima of the stars below"}},
        {"minima_missed", {"next-star", "no-star"}, {"Khi thiếu yêu cầu tối thiểu", "When a minimum is missed"}},
        {"gates_met_by", {"combined", "majority", "any-sheet"}, {"Điều kiện loại xét theo", "Gates are met by"}},
        {"errata", {"corrected", "printed"}, {"Lỗi in trong văn bản", "Misprints"}},
    };
    return all;
}

}  // namespace

std::vector<std::string> Reading::choices() const {
    std::vector<std::string> out = {chosen};
    out.insert(out.end(), also.begin(), also.end());
    return out;
}

void Reader::read_readings(const Written* at) {
    if (rules_.readings.empty())
        for (const Engine& each : engine_readings()) rules_.readings.push_back({each.name, each.title, each.ways.front(), {}, rules_.basis, {}});
    if (at == nullptr || !is_map(*at, "`readings`")) return;
    for (const syntax::WrittenEntry& each : at->entries) read_reading(each.key, each.value);
}

void Reader::read_reading(const std::string& name, const Written& at) {
    const std::string what = fmt::format("the reading `{}`", name);
    if (!is_map(at, what)) return;
    known_keys(at, what, {"chosen", "also", "title", "cite", "basis", "notes"});
    Reading reading;
    reading.name = name;
    const auto& engine = engine_readings();
    const auto known = std::find_if(engine.begin(), engine.end(), [&](const Engine& each) { return each.name == name; });
    // The engine's own readings have a title already.
    if (known == engine.end() || at.find("title") != nullptr) reading.title = title(at, what);
    else reading.title = known->title;
    notes(at);
    reading.cite = cite(at, what);
    reading.origin = origin(at);
    const Written* chosen = at.find("chosen");
    if (chosen == nullptr) return error(at, "key-missing", fmt::format("{} has no `chosen`", what));
    reading.chosen = yaml::read_text(*chosen, "chosen", report_).value_or("");
    const Written* also = at.find("also");
    if (also != nullptr) reading.also = words(*also, "also");
    if (std::find(reading.also.begin(), reading.also.end(), reading.chosen) != reading.also.end()) error(*also, "repeated", fmt::format("{} has `{}` both as `chosen` and in `also`", what, reading.chosen));
    if (known != engine.end()) {
        for (const std::string& way : reading.choices())
            if (std::find(known->ways.begin(), known->ways.end(), way) == known->ways.end())
                error(way == reading.chosen ? *chosen : *also, "unknown-way", fmt::format("`{}` cannot be `{}`; expected {}", name, way, base::one_of(known->ways)), base::did_you_mean(way, known->ways));
    } else if (reading.chosen.empty()) {
        error(*chosen, "empty", fmt::format("{} chooses nothing", what));
    }
    const auto there = std::find_if(rules_.readings.begin(), rules_.readings.end(), [&](const Reading& each) { return each.name == name; });
    if (there != rules_.readings.end()) *there = std::move(reading);
    else rules_.readings.push_back(std::move(reading));
}

void Reader::read_council(const Written* at, const std::string& id) {
    rules_.council = {};
    rules_.council.id = id;
    rules_.council.cite = rules_.basis;
    if (at == nullptr || !is_map(*at, "`council`")) return;
    known_keys(*at, "`council`", {"combine", "quorum", "spread", "title", "notes", "cite", "basis"});
    rules_.council.cite = cite(*at, "`council`");
    if (at->find("title") != nullptr) title(*at, "`council`");
    notes(*at);
    static const std::vector<std::string> ways = {"mean", "median", "trimmed mean"};
    if (const Written* combine = at->find("combine")) {
        const auto word = yaml::read_text(*combine, "combine", report_);
        const auto found = word ? std::find(ways.begin(), ways.end(), *word) : ways.end();
        if (word && found == ways.end()) error(*combine, "unknown-value", fmt::format("`{}` is no way to combine sheets; expected {}", *word, base::one_of(ways)), base::did_you_mean(*word, ways));
        else if (word) rules_.council.combine = static_cast<Combine>(found - ways.begin());
    }
    if (const Written* quorum = at->find("quorum")) {
        auto text = yaml::read_text(*quorum, "quorum", report_).value_or("");
        const auto number = !text.empty() && text.back() == '%' ? Number::parse(text.substr(0, text.size() - 1)) : std::nullopt;
        if (!number || number->sign() <= 0 || *number > Number(100)) error(*quorum, "quorum-range", fmt::format("a quorum is a share of the members above 0% and up to 100%, found {}", yaml::described(*quorum)), "write quorum: 75%");
        else rules_.council.quorum = *number;
    }
    if (const Written* spread = at->find("spread")) rules_.council.spread = points(*spread, "spread");
}

void Reader::read_council_file(const syntax::Document& document) {
    const Written& root = document.root;
    if (!is_map(root, "a council's rules")) return;
    known_keys(root, "a council's rules", {"council", "readings", "basis", "title", "notes", "cite", "in_force"});
    rules_.basis = cite(root, "a council's rules");
    if (root.find("title") != nullptr) title(root, "a council's rules");
    notes(root);
    // For people to read: the rule set's own time stands.
    const InForce of_rules = rules_.in_force;
    if (const Written* at = root.find("in_force")) read_in_force(*at);
    rules_.in_force = of_rules;
    if (root.find("council") == nullptr) error(root, "key-missing", "a council's rules have `council:`");
    read_council(root.find("council"), document.id.empty() ? document.file : document.id);
    read_readings(root.find("readings"));
}

}  // namespace ocop::model
