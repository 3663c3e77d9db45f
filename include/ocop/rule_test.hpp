// Rule tests: what a rule set must decide, as data (`*.test.yaml` beside it), and what of the rule set they reach.
// rules/TESTS.md says how they are written.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/text.hpp>

namespace ocop {

// One expectation that did not come true.
struct Surprise {
    std::string key;  // "stars", "parts A", "findings", …
    std::string expected, got;
    Place place;      // of the expectation in the test file
};

struct RuleTest {
    Text name;
    Place place;                       // of its name
    std::vector<Surprise> surprises;
    Diagnostics diagnostics;           // what is wrong with the test itself: a missing option, an unknown fact, …
    std::vector<std::string> blocked_by;  // of a failed test that was rated: what stands before the next star

    bool passed() const { return surprises.empty() && diagnostics.empty(); }
};

// What of one rule set the tests reached.
struct Coverage {
    enum class Kind {
        option,   // it counted on a sheet: "1.1 b", "8 operator.a"
        gate,     // it worked
        minimum,  // it was missed where it binds, on a card that was rated: "3.5 for 4"
        band,     // a total of a rated card lay in it: "4"
        case_,    // it was the one that counted: "8 operator"
        branch,   // a condition was true, and was false: "1.1 b false: share >= 75%"
    };
    struct Item {
        Kind kind = Kind::option;
        std::string name;
        int star = 0;  // of a minimum or a band
        bool reached = false;
        bool operator==(const Item&) const = default;
    };
    std::string rule_set;
    std::vector<Item> items;  // in form order within each kind
};

OCOP_API const char* name(Coverage::Kind kind);  // "options", "gates", …

// One test file and how its tests went.
struct OCOP_API RuleTests {
    std::string file;      // as the library names it
    std::string rule_set;  // empty where the file does not say
    std::vector<RuleTest> tests;
    Diagnostics diagnostics;  // why the file, or its rule set, could not be used; then there are no tests
    Coverage coverage;        // without items where the rule set could not be loaded

    bool passed() const;
};

// Runs one file; its rule set and councils are looked for in the library. Never throws for what a file can contain.
OCOP_API RuleTests run_rule_tests(const Library& library, const std::filesystem::path& file);

// Every `*.test.yaml` below a directory, sorted by path.
OCOP_API std::vector<std::filesystem::path> rule_test_files(const std::filesystem::path& directory);

// The coverage of a rule set that no test has touched; nothing in it where the rule set cannot be loaded.
OCOP_API Coverage untouched(const Library& library, std::string_view rule_set);

// What either reached; both are of the same rule set.
OCOP_API Coverage joined(const Coverage& a, const Coverage& b);

}  // namespace ocop
