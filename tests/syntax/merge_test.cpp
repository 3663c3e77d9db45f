// A child's text over its parent's: the merged tree, or what is wrong with it.
#include "syntax/merge.hpp"

#include <gtest/gtest.h>

#include "syntax/folder.hpp"

namespace ocop {
namespace {

using test::terse;

syntax::Written written(const std::string& name, const std::string& text) {
    base::Report report;
    auto node = yaml::parse(std::make_shared<const base::Source>(name, text), report);
    EXPECT_TRUE(node) << text << terse(report.take());
    return node ? syntax::written(std::move(*node)) : syntax::Written{};
}

struct Merged {
    syntax::Written tree;
    Diagnostics diagnostics;
};

Merged merged(const std::string& parent, const std::string& child) {
    base::Report report;
    auto under = syntax::merge({}, written("p.yaml", parent), report);
    auto tree = syntax::merge(std::move(under), written("c.yaml", child), report);
    return {std::move(tree), report.take()};
}

struct Case {
    const char* parent;
    const char* child;
    const char* result;
};

template <std::size_t N>
void expect(const Case (&cases)[N]) {
    for (const Case& each : cases) {
        const Merged got = merged(each.parent, each.child);
        EXPECT_EQ(got.diagnostics.empty() ? terse(got.tree) : terse(got.diagnostics), each.result)
            << each.parent << "\n"
            << each.child;
    }
}

TEST(Merge, MergesMapsByKey) {
    expect({
        {"a: 1\nb: {c: 1, d: 2}", "b: {d: 3, e: 4}\nf: 5", "{a: 1, b: {c: 1, d: 3, e: 4}, f: 5}"},
        {"a: {b: {c: {d: 1}}}", "a: {b: {c: {e: 2}}}", "{a: {b: {c: {d: 1, e: 2}}}}"},
        {"a: 1", "a: {b: 2}", "{a: {b: 2}}"},
        {"a: {b: 2}", "a: 1", "{a: 1}"},
        {"a: {b: 2}", "a:", "{a: ~}"},
        {"a: [1]", "a: {b: 2}", "{a: {b: 2}}"},
        {"'': 1\na: 2", "a: 3", "{: 1, a: 3}"},
    });
}

TEST(Merge, DropsWhatIsRemoved) {
    expect({
        {"a: {b: 1, c: {d: 1}}", "a: {c: {remove: true}}", "{a: {b: 1}}"},
        {"a: 1\nb: 2", "a: {remove: true}", "{b: 2}"},
        {"gates: [{id: x}, {id: y}]", "gates: [{id: x, remove: true}]", "{gates: [{id: y}]}"},
        {"facts: {remove: {type: boolean}}", "facts: {remove: {title: x}}",
         "{facts: {remove: {type: boolean, title: x}}}"},
        {"evidence: {link: 1}", "evidence: {lnk: {remove: true}}",
         "c.yaml:1:12 remove-missing: `lnk` is not there to be removed [did you mean `link`?]"},
        {"gates: [{id: one}]", "gates: [{id: ones, remove: true}]",
         "c.yaml:1:14 remove-missing: `ones` is not there to be removed [did you mean `one`?]"},
        {"a: 1", "b: {c: {remove: true}}", "c.yaml:1:5 remove-missing: `c` is not there to be removed"},
        {"a: {b: 1}", "a: {b: {remove: false}}",
         "c.yaml:1:17 remove-value: `remove` can only be `true` [leave it out to keep the entry]"},
        {"a: {b: 1}", "a: {b: {remove: 'true'}}",
         "c.yaml:1:18 remove-value: `remove` can only be `true` [leave it out to keep the entry]"},
        {"a: {b: 1}", "a: {b: {remove: true, c: 1}}",
         "c.yaml:1:9 remove-value: `remove` stands with other keys in its entry [an entry that is removed has nothing "
         "else]"},
        {"a: 1", "remove: true", "c.yaml:1:1 remove-value: a file cannot remove itself"},
        {"a: [{b: 1}]", "a: [{remove: true}]",
         "c.yaml:1:6 remove-missing: an entry without an `id` cannot be removed [the list as written replaces the "
         "other]"},
    });
}

TEST(Merge, MergesListsById) {
    expect({
        {"items: [{id: a, max: 1}, {id: b}]", "items: [{id: b, max: 2}, {id: c}]",
         "{items: [{id: a, max: 1}, {id: b, max: 2}, {id: c}]}"},
        {"items: [{id: '1.1'}, {id: '1.10'}]", "items: [{id: 1.10, max: 2}]",
         "{items: [{id: \"1.1\"}, {id: 1.10, max: 2}]}"},
        {"a: {b: 1}", "items: [{id: a}]", "{a: {b: 1}, items: [{id: a}]}"},
        {"items: []", "items: [{id: a}]", "{items: [{id: a}]}"},
        {"items: [{id: a}]", "items: []", "{items: []}"},
        {"items: 1", "items: [{id: a}]", "{items: [{id: a}]}"},
    });
}

TEST(Merge, ReplacesListsWithoutIds) {
    expect({
        {"a: [1, 2]", "a: [3]", "{a: [3]}"},
        {"a: [{from: 1}]", "a: [{from: 2}]", "{a: [{from: 2}]}"},
        {"options: [{id: a}, {id: b}]", "options: [{points: 1}]", "{options: [{points: 1}]}"},
    });
}

TEST(Merge, RefusesToMixEntriesWithAndWithoutIds) {
    expect({
        {"a: 1", "gates:\n  - id: x\n  - title: y\n",
         "c.yaml:3:5 list-mixed: this entry has no `id`, the one on line 2 has [write an `id` in every entry, or in "
         "none]"},
        {"options: [{points: 1}]", "options: [{id: a, points: 2}]",
         "c.yaml:1:11 list-mixed: these entries have ids, and those they are to merge with, in p.yaml line 1, have "
         "none "
         "[write an `id` in every entry there, or in none here, which replaces the list]"},
        {"a: 1", "items: [{id: x}, y]",
         "c.yaml:1:18 list-mixed: this entry has no `id`, the one on line 1 has [write an `id` in every entry, or in "
         "none]"},
    });
}

TEST(Merge, RefusesARepeatedIdNamingTheFirst) {
    expect({
        {"a: 1", "items:\n  - id: x\n  - id: y\n  - id: x\n", "c.yaml:4:9 duplicate-id: the id `x` repeats line 2"},
        {"items: [{id: x}]", "items: [{id: x}, {id: x}]", "c.yaml:1:23 duplicate-id: the id `x` repeats line 1"},
    });
}

TEST(Merge, PlacesEntriesAfterTheirSiblings) {
    expect({
        {"items: [{id: a}, {id: b}]", "items: [{id: c, after: a}]", "{items: [{id: a}, {id: c}, {id: b}]}"},
        {"items: [{id: a}, {id: b}]", "items: [{id: c, after: a}, {id: d, after: a}]",
         "{items: [{id: a}, {id: c}, {id: d}, {id: b}]}"},
        {"items: [{id: a}, {id: b}]", "items: [{id: d, after: c}, {id: c, after: a}]",
         "{items: [{id: a}, {id: c}, {id: d}, {id: b}]}"},
        {"items: [{id: a}, {id: b}, {id: c}]", "items: [{id: a, after: b, max: 1}]",
         "{items: [{id: b}, {id: a, max: 1}, {id: c}]}"},
        {"parts: [{id: A}, {id: B}]", "parts: [{id: X, after: A}]", "{parts: [{id: A}, {id: X}, {id: B}]}"},
        {"options: [{id: a}, {id: b}]", "options: [{id: x, after: a}]", "{options: [{id: a}, {id: x}, {id: b}]}"},
        {"cases: [{id: a}, {id: b}]", "cases: [{id: x, after: a}]", "{cases: [{id: a}, {id: x}, {id: b}]}"},
        {"a: 1", "items: [{id: x, after: z}, {id: y}, {id: z}]", "{a: 1, items: [{id: y}, {id: z}, {id: x}]}"},
        {"items: [{id: 5.1}]", "items: [{id: c, after: '5.2'}]",
         "c.yaml:1:25 after-unknown: `c` is to stand after `5.2`, which is not in its list [did you mean `5.1`?]"},
        {"items: [{id: a}, {id: b}]", "items: [{id: a, remove: true}, {id: c, after: a}]",
         "c.yaml:1:47 after-unknown: `c` is to stand after `a`, which is not in its list [did you mean `b`?]"},
        {"items: [{id: a}]", "items: [{id: c, after: c}]",
         "c.yaml:1:24 after-unknown: `c` is to stand after `c`, which is not in its list [did you mean `c`?]"},
        {"items: [{id: a}]", "items: [{id: c, after: d}, {id: d, after: c}]",
         "c.yaml:1:24 after-cycle: `c` stands after `d`, and that in turn after `c`\n"
         "c.yaml:1:43 after-cycle: `d` stands after `c`, and that in turn after `d`"},
        {"a: 1", "items: [{max: 1, after: x}]",
         "c.yaml:1:25 after-unknown: `after` in a list without ids [write an `id` in every entry]"},
    });
}

TEST(Merge, LeavesAGatesOwnAfterAlone) {
    expect({{"gates: [{id: x, after: '6.1'}]", "gates: [{id: y, after: '6.2'}]",
             "{gates: [{id: x, after: \"6.1\"}, {id: y, after: \"6.2\"}]}"}});
}

TEST(Merge, OneFormOfACriterionReplacesAnother) {
    expect({
        {"x: {options: [{id: a}], max: 1}", "x: {cases: [{id: c}]}", "{x: {max: 1, cases: [{id: c}]}}"},
        {"x: {score: '[0..5]', step: 1}", "x: {options: [{id: a}]}", "{x: {options: [{id: a}]}}"},
        {"x: {options: [{id: a}]}", "x: {score: '[0..5]'}", "{x: {score: \"[0..5]\"}}"},
        {"x: {options: [{id: a}]}", "x: {options: [{id: b}]}", "{x: {options: [{id: a}, {id: b}]}}"},
        {"x: {score: '[0..5]', step: 1}", "x: {score: '[0..9]'}", "{x: {score: \"[0..9]\", step: 1}}"},
        {"x: {options: [{id: a}], cases: [{id: b}]}", "x: {options: {remove: true}}", "{x: {cases: [{id: b}]}}"},
    });
}

TEST(Merge, ReplacesBasisAndCiteWhole) {
    expect({{"basis: {decision: D, place: P}\ncite: {decision: D, place: Q}",
             "basis: {decision: E}\ncite: {decision: F}", "{basis: {decision: E}, cite: {decision: F}}"}});
}

// "file:line" and the citation of a node.
std::string origin(const syntax::Written& node) {
    const Place place = node.place();
    return place.file + ":" + std::to_string(place.line) + " " + (node.citation() ? node.citation()->decision : "none");
}

TEST(Merge, NodesComeFromTheFileThatWroteThemLast) {
    const Merged got = merged(
        "basis: {decision: D}\nparts:\n  - id: A\n    max: 1\n    items:\n      - {id: x, max: 2}\n      - {id: y, "
        "max: 3}\nstars: {5: a, 4: b}\n",
        "basis: {decision: E}\nparts:\n  - id: A\n    items:\n      - {id: y, max: 4}\nstars: {4: c}\n");
    ASSERT_TRUE(got.diagnostics.empty()) << terse(got.diagnostics);
    const syntax::Written& part = got.tree.find("parts")->items.at(0);
    EXPECT_EQ(origin(got.tree), "c.yaml:1 E");
    EXPECT_EQ(origin(part), "p.yaml:3 D") << "the child wrote only its items";
    EXPECT_EQ(origin(part.find("items")->items.at(0)), "p.yaml:6 D");
    EXPECT_EQ(origin(part.find("items")->items.at(1)), "c.yaml:5 E");
    EXPECT_EQ(origin(*got.tree.find("stars")), "c.yaml:6 E");
    EXPECT_EQ(origin(*got.tree.find("stars")->find("5")), "p.yaml:8 D") << "a band keeps its own citation";
    EXPECT_EQ(origin(*got.tree.find("stars")->find("4")), "c.yaml:6 E");
    EXPECT_EQ(got.tree.entry("parts")->key_place().file, "c.yaml");
}

TEST(Merge, LongListsTakeNoLongerThanTheirLength) {
    std::string chain = "items:\n";
    for (int i = 60'000; i > 0; --i)
        chain += "  - {id: k" + std::to_string(i) + ", after: k" + std::to_string(i - 1) + "}\n";
    const Merged got = merged("items: [{id: k0}]", chain);
    ASSERT_TRUE(got.diagnostics.empty());
    EXPECT_EQ(got.tree.find("items")->items.size(), 60'001U);
    EXPECT_EQ(got.tree.find("items")->items.back().find("id")->text, "k60000");
}

TEST(Merge, ManyFaultsAreCutShort) {
    std::string wrong = "items: [";
    for (int i = 0; i < 30'000; ++i) wrong += "{id: x" + std::to_string(i) + ", remove: true}, ";
    EXPECT_LE(merged("items: [{id: a}]", wrong + "]").diagnostics.size(), 201U);
}

TEST(Merge, CountsNodes) { EXPECT_EQ(syntax::count_nodes(written("t.yaml", "a: [1, 2]\nb: {c: ~}")), 6U); }

}  // namespace
}  // namespace ocop
