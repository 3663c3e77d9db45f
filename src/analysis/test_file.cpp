// YAML to tests as written. What their words mean is found out against the rule set, in test_card and expectation.
#include "analysis/test_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "yaml/scalar.hpp"

namespace ocop::analysis {
namespace {

using yaml::Node;

const std::vector<std::string> shared_keys = {"facts", "evidence", "level", "filed_on", "assessed_on", "council", "readings", "members"};
const std::vector<std::string> expect_keys = {"outcome", "stars",         "band",     "total",       "parts",       "blocked_by", "gates",
                                              "minima_missed", "findings", "no_findings", "recognition", "range", "error"};

class FileReader {
public:
    explicit FileReader(base::Report& report) : report_(report) {}

    std::optional<TestFile> read(Node root) {
        const std::size_t before = report_.errors();
        TestFile file;
        if (!is_map(root, "a file of rule tests")) return std::nullopt;
        std::vector<std::string> keys = shared_keys;
        keys.insert(keys.begin(), {"rule_set", "tests"});
        known_keys(root, "a file of rule tests", keys);
        if (const Node* id = root.find("rule_set")) {
            file.rule_set = yaml::read_text(*id, "rule_set", report_).value_or("");
            file.rule_set_place = id->place();
        } else {
            error(root, "key-missing", "a file of rule tests has no `rule_set`", "write rule_set: 26-2026/food/tea");
        }
        if (const Node* tests = root.find("tests")) read_tests(*tests, file);
        else error(root, "key-missing", "a file of rule tests has no `tests`");
        file.root = std::move(root);
        if (report_.errors() > before) return std::nullopt;
        return file;
    }

private:
    void error(const Node& at, std::string_view code, std::string message, std::string help = {}) {
        report_.error(code, at.place(), std::move(message), std::move(help));
    }

    bool is_map(const Node& at, std::string_view what) {
        if (at.kind == Node::Kind::map) return true;
        error(at, "wrong-type", fmt::format("{} is a map of keys and values, found {}", what, yaml::described(at)));
        return false;
    }

    void known_keys(const Node& map, std::string_view what, const std::vector<std::string>& names) {
        for (const yaml::Entry& each : map.entries) {
            if (std::find(names.begin(), names.end(), each.key) != names.end()) continue;
            std::string help = base::did_you_mean(each.key, names);
            if (help.empty()) help = fmt::format("the keys here are {}", base::one_of(names));
            report_.error("unknown-key", each.key_place(), fmt::format("{} has no key `{}`", what, each.key), std::move(help));
        }
    }

    void read_tests(const Node& at, TestFile& file) {
        if (at.kind != Node::Kind::list) return error(at, "wrong-type", fmt::format("`tests` is a list, found {}", yaml::described(at)));
        if (at.items.empty()) return error(at, "empty", "`tests` has no test");
        std::map<std::string, Place> seen;
        for (const Node& each : at.items) {
            if (!is_map(each, "a test")) continue;
            WrittenTest test = read_test(each);
            const auto [first, added] = seen.emplace(test.name.in(Language::en), test.name_place);
            if (!added) report_.error("repeated", test.name_place, fmt::format("this name repeats line {}; every test has its own", first->second.line));
            file.tests.push_back(std::move(test));
        }
    }

    WrittenTest read_test(const Node& at) {
        WrittenTest test;
        std::vector<std::string> keys = shared_keys;
        keys.insert(keys.begin(), {"name", "marks", "sheets", "expect"});
        known_keys(at, "a test", keys);
        test.name_place = at.place();
        if (const Node* name = at.find("name")) read_name(*name, test);
        else error(at, "key-missing", "a test has no `name`", "say in a few words what must come out");
        if (at.find("marks") != nullptr && at.find("sheets") != nullptr)
            error(*at.find("sheets"), "item-content", "a test has `marks`, or the `sheets` of several members, not both");
        if (const Node* expect = at.find("expect")) read_expect(*expect);
        else error(at, "key-missing", "a test has no `expect`", "write expect: {stars: 4}");
        test.root = at;
        return test;
    }

    void read_name(const Node& at, WrittenTest& test) {
        const std::size_t before = report_.errors();
        test.name_place = at.place();
        if (at.kind == Node::Kind::map) {
            known_keys(at, "`name`", {"vi", "en"});
            for (const char* language : {"vi", "en"})
                if (const Node* found = at.find(language)) {
                    (language[0] == 'v' ? test.name.vi : test.name.en) = yaml::read_text(*found, language, report_).value_or("");
                    if (language[0] == 'e' || test.name.en.empty()) test.name_place = found->place();
                }
        } else if (auto text = yaml::read_text(at, "name", report_)) {
            test.name.en = std::move(*text);
        }
        if (test.name.in(Language::en).empty() && report_.errors() == before) error(at, "empty", "the name of a test is empty");
    }

    void read_expect(const Node& at) {
        if (!is_map(at, "`expect`")) return;
        known_keys(at, "`expect`", expect_keys);
        if (at.entries.empty()) error(at, "empty", "`expect` expects nothing", fmt::format("it may have {}", base::one_of(expect_keys)));
    }

    base::Report& report_;
};

}  // namespace

const yaml::Node* TestFile::find(const WrittenTest& test, std::string_view key) const {
    const Node* own = test.root.find(key);
    return own != nullptr ? own : root.find(key);
}

std::optional<TestFile> read_test_file(const base::SourcePtr& source, base::Report& report) {
    auto root = yaml::parse(source, report);
    return root ? FileReader(report).read(std::move(*root)) : std::nullopt;
}

}  // namespace ocop::analysis
