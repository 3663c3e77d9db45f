// Whether an expectation can be meant: known outcomes, stars, parts, gates, findings and minima, numbers that are numbers.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "analysis/expectation.hpp"
#include "yaml/scalar.hpp"

namespace ocop::analysis {
namespace {

using yaml::Node;

class ExpectationChecker {
public:
    ExpectationChecker(const program::Program& program, base::Report& report) : program_(program), rules_(*program.rules), report_(report) {}

    void check(const Node& expect) {
        for (const yaml::Entry& each : expect.entries) check(each.key, each.value);
        if (expect.find("error") != nullptr && expect.entries.size() > 1)
            error(*expect.find("error"), "item-content", "a card that is refused has no result, so `error` stands alone");
    }

private:
    void error(const Node& at, std::string_view code, std::string message, std::string help = {}) {
        report_.error(code, at.place(), std::move(message), std::move(help));
    }

    void check(const std::string& key, const Node& at) {
        if (key == "outcome") one_of(at, "outcome", {"rated", "undecided", "stopped", "rejected"});
        else if (key == "stars" || key == "band") star(at, key);
        else if (key == "total") number(at, key);
        else if (key == "parts") parts(at);
        else if (key == "blocked_by") texts(at, key);
        else if (key == "gates") ids(at, key, gate_ids(), "gate");
        else if (key == "minima_missed") ids(at, key, minimum_names(), "minimum");
        else if (key == "findings" || key == "no_findings") findings(at, key);
        else if (key == "recognition") recognition(at);
        else if (key == "range") range(at);
        else if (key == "error") yaml::read_text(at, key, report_);
    }

    void one_of(const Node& at, const char* what, const std::vector<std::string>& known) {
        const auto word = yaml::read_text(at, what, report_);
        if (word && std::find(known.begin(), known.end(), *word) == known.end())
            error(at, "unknown-value", fmt::format("`{}` is no {}; expected {}", *word, what, base::one_of(known)), base::did_you_mean(*word, known));
    }

    void star(const Node& at, const std::string& key) {
        if (at.kind == Node::Kind::null) return;
        const auto read = yaml::read_integer(at, key, 0, 100, report_);
        const bool known = read && (*read == 0 || std::find(program_.stars.begin(), program_.stars.end(), static_cast<int>(*read)) != program_.stars.end());
        if (read && !known) error(at, "unknown-star", fmt::format("`{}` is no star of this rule set", *read));
    }

    void number(const Node& at, const std::string& key) {
        if (at.kind == Node::Kind::null) return;
        if (at.kind == Node::Kind::scalar && Number::parse(at.text)) return;
        error(at, "wrong-type", fmt::format("`{}` must be a number, found {}", key, yaml::described(at)), "write 72.5, or a fraction: \"217/3\"");
    }

    bool is_list(const Node& at, const std::string& key) {
        if (at.kind == Node::Kind::list) return true;
        error(at, "wrong-type", fmt::format("`{}` is a list, found {}", key, yaml::described(at)));
        return false;
    }

    bool is_map(const Node& at, const std::string& key, const std::vector<std::string>& names) {
        if (at.kind != Node::Kind::map) {
            error(at, "wrong-type", fmt::format("`{}` is a map of keys and values, found {}", key, yaml::described(at)));
            return false;
        }
        for (const yaml::Entry& each : at.entries)
            if (std::find(names.begin(), names.end(), each.key) == names.end())
                report_.error("unknown-key", each.key_place(), fmt::format("`{}` has no key `{}`", key, each.key),
                              fmt::format("expected {}", base::one_of(names)));
        return true;
    }

    void texts(const Node& at, const std::string& key) {
        if (!is_list(at, key)) return;
        for (const Node& each : at.items) yaml::read_text(each, key, report_);
    }

    void parts(const Node& at) {
        std::vector<std::string> known;
        for (const model::Node& node : rules_.nodes)
            if (node.parent < 0) known.push_back(node.id);
        if (!is_map(at, "parts", known)) return;
        for (const yaml::Entry& each : at.entries) number(each.value, each.key);
    }

    void ids(const Node& at, const std::string& key, const std::vector<std::string>& known, const char* what) {
        if (!is_list(at, key)) return;
        for (const Node& each : at.items) {
            const auto word = yaml::read_text(each, key, report_);
            if (!word || std::find(known.begin(), known.end(), *word) != known.end()) continue;
            std::string help = base::did_you_mean(*word, known);
            if (help.empty() && known.size() <= 12) help = known.empty() ? "the rule set has none" : fmt::format("the rule set has {}", base::one_of(known));
            error(each, fmt::format("unknown-{}", what), fmt::format("the rule set has no {} `{}`", what, *word), std::move(help));
        }
    }

    std::vector<std::string> gate_ids() const {
        std::vector<std::string> out;
        for (const model::Gate& each : rules_.gates) out.push_back(each.id);
        return out;
    }

    std::vector<std::string> minimum_names() const {
        std::vector<std::string> out;
        for (const program::MinimumEntry& each : program_.minima) out.push_back(minimum_name(program_, each));
        return out;
    }

    void findings(const Node& at, const std::string& key) {
        static const std::vector<std::string> known = [] {
            std::vector<std::string> out;
            for (int kind = 0; kind <= static_cast<int>(Finding::Kind::calculation_fault); ++kind) out.emplace_back(name(static_cast<Finding::Kind>(kind)));
            return out;
        }();
        if (!is_list(at, key)) return;
        for (const Node& each : at.items) {
            const auto text = yaml::read_text(each, key, report_);
            if (!text) continue;
            const std::string kind = text->substr(0, text->find(' '));
            if (std::find(known.begin(), known.end(), kind) == known.end())
                error(each, "unknown-finding", fmt::format("`{}` is no finding; expected {}", kind, base::one_of(known)), base::did_you_mean(kind, known));
            else if (const auto blank = text->find(' '); blank != std::string::npos) about(each, text->substr(blank + 1));
        }
    }

    // A finding is about a criterion, a gate or a reading.
    void about(const Node& at, const std::string& node) {
        std::vector<std::string> known = gate_ids();
        for (const model::Node& each : rules_.nodes) known.push_back(each.id);
        for (const model::Reading& each : rules_.readings) known.push_back(each.name);
        if (std::find(known.begin(), known.end(), node) == known.end())
            error(at, "unknown-name", fmt::format("the rule set has no criterion, gate or reading `{}`", node), base::did_you_mean(node, known));
    }

    void recognition(const Node& at) {
        if (at.kind == Node::Kind::null || !is_map(at, "recognition", {"authority", "final"})) return;
        if (const Node* authority = at.find("authority")) one_of(*authority, "authority", {"commune", "district", "province", "ministry"});
        if (const Node* final = at.find("final"); final != nullptr && final->kind != Node::Kind::null) yaml::read_boolean(*final, "final", report_);
    }

    void range(const Node& at) {
        if (at.kind == Node::Kind::null || !is_map(at, "range", {"total", "stars"})) return;
        for (const yaml::Entry& each : at.entries) {
            if (each.value.kind != Node::Kind::list || each.value.items.size() != 2)
                error(each.value, "wrong-type", fmt::format("`{}` is a list of the least and the most", each.key), "write [62, 71.5]");
            else
                for (const Node& end : each.value.items) number(end, each.key);
        }
    }

    const program::Program& program_;
    const model::RuleSet& rules_;
    base::Report& report_;
};

}  // namespace

void check_expectations(const Node& expect, const program::Program& program, base::Report& report) {
    ExpectationChecker(program, report).check(expect);
}

std::string minimum_name(const program::Program& program, const program::MinimumEntry& minimum) {
    const int node = program.leaves[static_cast<std::size_t>(minimum.leaf)].node;
    return fmt::format("{} for {}", program.rules->nodes[static_cast<std::size_t>(node)].id, minimum.star);
}

}  // namespace ocop::analysis
