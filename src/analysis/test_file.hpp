// A file of rule tests as written: the rule set it is for, what its tests share, and the tests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ocop/text.hpp>

#include "base/diagnostics.hpp"
#include "yaml/tree.hpp"

namespace ocop::analysis {

struct WrittenTest {
    Text name;
    yaml::Node root;    // the test's own map
    Place name_place;
};

struct TestFile {
    std::string rule_set;
    Place rule_set_place;
    yaml::Node root;    // the defaults stand at its top
    std::vector<WrittenTest> tests;

    // What a test says under a key, or else what the file says for all of its tests.
    const yaml::Node* find(const WrittenTest& test, std::string_view key) const;
};

// Every fault of the file's shape is reported; nothing comes back if there was any.
std::optional<TestFile> read_test_file(const base::SourcePtr& source, base::Report& report);

}  // namespace ocop::analysis
