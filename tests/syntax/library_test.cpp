// Directories of rule sets: what is listed, what is found, what stays outside.
#include "syntax/library.hpp"

#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "syntax/folder.hpp"

namespace ocop {
namespace {

namespace fs = std::filesystem;
using syntax::Library;
using test::Folder;
using test::load;
using test::outcome;
using test::terse;

std::string ids(const std::vector<syntax::Listed>& listed) {
    std::string out;
    for (const auto& each : listed) out += (out.empty() ? "" : " ") + each.id;
    return out;
}

TEST(Library, ListsRuleSetsById) {
    Folder folder;
    folder.write("d/food/tea.yaml", "rule_set: d/food/tea\n").write("d/food/rice.yaml", "# c\nrule_set: d/food/rice\n");
    folder.write("d/decision.yaml", "stars: {5: x}\n").write("d/food/tea.test.yaml", "rule_set: d/food/tea\n");
    folder.write("schema/x.yaml", "rule_set: schema/x\n")
        .write("councils/x.yaml", "rule_set: x\n")
        .write(".git/x.yaml", "rule_set: x\n");
    folder.write("d/.x.yaml", "rule_set: x\n")
        .write("d/x.yml", "rule_set: x\n")
        .write("flow.yaml", "{rule_set: flow, title: {vi: T}}\n");
    base::Report report;
    const auto listed = Library({folder.path()}).list(report);
    EXPECT_EQ(ids(listed), "d/food/rice d/food/tea flow");
    EXPECT_EQ(listed[2].title.vi, "T");
    EXPECT_EQ(terse(report.take()), "");
}

TEST(Library, ListsTitleAndTimeThroughExtends) {
    Folder folder;
    folder.write("d/decision.yaml", "in_force: {from: 2026-05-22}\nstars: {}\n");
    folder.write("d/tea.yaml",
                 "rule_set: d/tea\ntitle:\n  # words\n  vi: Trà\n  en: Tea\nextends: decision.yaml\nbroken: [\n");
    folder.write("d/new.yaml", "rule_set: d/new\nextends: [d/tea]\nin_force: {until: 2030-01-01}\n");
    base::Report report;
    const auto listed = Library({folder.path()}).list(report);
    ASSERT_EQ(ids(listed), "d/new d/tea") << "the rest of a file may be wrong";
    EXPECT_EQ(listed[1].title, (Text{"Trà", "Tea"}));
    EXPECT_EQ(listed[1].in_force_from, "2026-05-22");
    EXPECT_EQ(listed[0].title.en, "Tea");
    EXPECT_EQ(listed[0].in_force_from + "/" + listed[0].in_force_until, "2026-05-22/2030-01-01");
    EXPECT_EQ(listed[0].directory, folder.path());
}

TEST(Library, ListsNoEndWhereAnInheritedOneIsRemoved) {
    Folder folder;
    folder.write("a.yaml", "rule_set: a\ntitle: A\nin_force: {from: 2026-01-01, until: 2027-01-01}\n");
    folder.write("b.yaml", "rule_set: b\nextends: a\nin_force: {from: 2027-01-01, until: {remove: true}}\n");
    folder.write("c.yaml", "rule_set: c\nextends: a\nin_force: {from: 2026-06-01}\n");
    base::Report report;
    const auto listed = Library({folder.path()}).list(report);
    ASSERT_EQ(ids(listed), "a b c");
    EXPECT_EQ(listed[1].in_force_from + "/" + listed[1].in_force_until, "2027-01-01/");
    EXPECT_EQ(listed[2].in_force_from + "/" + listed[2].in_force_until, "2026-06-01/2027-01-01");
}

TEST(Library, ReportsFilesItCannotListAndGoesOn) {
    Folder folder;
    folder.write("a.yaml", "rule_set: a\ntitle: !x y\n")
        .write("b.yaml", "rule_set: b\n")
        .write("c.yaml", "rule_set: c\n\xFF");
    base::Report report;
    EXPECT_EQ(ids(Library({folder.path(), folder.path() / "none"}).list(report)), "b c");
    EXPECT_FALSE(report.has_errors()) << "a broken rule set never hides another";
    EXPECT_EQ(
        terse(report.take()),
        (folder.path() / "none").string() + ":0:0 not-found: there is no directory `" +
            (folder.path() / "none").string() +
            "`\na.yaml:2:8 yaml-tag: `!x` is a YAML tag; tags are not used here [a text that begins with `!` stands in "
            "quotes; a condition is negated by `not(...)`]");
}

TEST(Library, LooksInEarlierDirectoriesFirst) {
    Folder mine, shipped;
    mine.write("a.yaml", "rule_set: a\nx: mine\n");
    shipped.write("a.yaml", "rule_set: a\nx: shipped\n").write("b.yaml", "rule_set: b\n");
    const Library library({mine.path(), shipped.path()});
    EXPECT_EQ(load(library, "a"), "{rule_set: a, x: mine}");
    EXPECT_EQ(load(library, "b"), "{rule_set: b}");
    base::Report report;
    EXPECT_EQ(ids(library.list(report)), "a b");
}

TEST(Library, TakesADirectoryHoweverItIsNamed) {
    Folder folder;
    folder.write("rules/d/a.yaml", "rule_set: d/a\nextends: ../p.yaml\n").write("rules/p.yaml", "x: 1\n");
    fs::create_directory_symlink(folder.path() / "rules", folder.path() / "link");
    for (const char* name : {"rules", "rules/", "rules/.", "./rules/d/..", "link", "link/"}) {
        const Library library({folder.path() / name});
        EXPECT_EQ(load(library, "d/a"), "{x: 1, rule_set: d/a}") << name;
        base::Report report;
        EXPECT_EQ(ids(library.list(report)), "d/a") << name;
        const auto document = library.load_file(folder.path() / name / "d" / "a.yaml", report);
        EXPECT_TRUE(document && document->file == "d/a.yaml") << name;
    }
}

TEST(Library, SuggestsANearId) {
    Folder folder;
    folder.write("26-2026/food/tea.yaml", "rule_set: 26-2026/food/tea\n");
    const Library library({folder.path()});
    EXPECT_EQ(load(library, "26-2026/food/teas"),
              ":0:0 not-found: there is no rule set `26-2026/food/teas` [did you mean `26-2026/food/tea`?]");
    EXPECT_EQ(load(library, "unlike"), ":0:0 not-found: there is no rule set `unlike`");
    EXPECT_EQ(load(Library(), "a"), ":0:0 not-found: there is no rule set `a`");
}

TEST(Library, RefusesIdsThatAreNone) {
    const Library library({fs::temp_directory_path()});
    EXPECT_EQ(load(library, "../x"), ":0:0 bad-id: `../x` is not the id of a rule set: `..` begins with a dot");
    EXPECT_EQ(load(library, "a/../../x"),
              ":0:0 bad-id: `a/../../x` is not the id of a rule set: `..` begins with a dot");
    EXPECT_EQ(load(library, ""), ":0:0 bad-id: `` is not the id of a rule set: it is empty");
    EXPECT_EQ(load(library, "/etc/x"),
              ":0:0 bad-id: `/etc/x` is not the id of a rule set: a name between its slashes is empty "
              "[write the path from the library's directory, without a slash before it]");
    EXPECT_EQ(load(library, "a\\b"),
              ":0:0 bad-id: `a\\b` is not the id of a rule set: it has a backslash [separate names by `/`]");
    EXPECT_EQ(load(library, ".git/x"), ":0:0 bad-id: `.git/x` is not the id of a rule set: `.git` begins with a dot");
}

TEST(Library, ChecksThatTheIdIsThePath) {
    Folder folder;
    folder.write("d/tea.yaml", "rule_set: d/rice\n");
    EXPECT_EQ(load(Library({folder.path()}), "d/tea"),
              "d/tea.yaml:1:11 rule-set-id: `rule_set` is `d/rice`, but the file's place in the library makes it "
              "`d/tea` [write `rule_set: d/tea`, or move the file]");
}

TEST(Library, GivesATreeToCheckDespiteFaultsOfMerging) {
    Folder folder;
    folder.write("a.yaml", "rule_set: a\ngates: [{id: x}, {id: x}]\n");
    base::Report report;
    const auto document = Library({folder.path()}).load("a", report);
    EXPECT_TRUE(report.has_errors());
    ASSERT_TRUE(document);
    EXPECT_EQ(terse(document->root), "{rule_set: a, gates: [{id: x}]}");
}

TEST(Library, RefusesAFileThatIsNoMap) {
    Folder folder;
    folder.write("a.yaml", "- x\n").write("b.yaml", "").write("c.yaml", "x\n");
    const Library library({folder.path()});
    EXPECT_EQ(load(library, "a"), "a.yaml:1:1 wrong-type: a file must hold a map, found a list [write `key: value`]");
    EXPECT_EQ(load(library, "b"), "b.yaml:0:0 empty-file: the file is empty [a rule set begins with `rule_set:`]");
    EXPECT_EQ(load(library, "c"),
              "c.yaml:1:1 wrong-type: a file must hold a map, found the text `x` [write `key: value`]");
}

std::string load_file(const Library& library, const fs::path& file) {
    base::Report report;
    const auto document = library.load_file(file, report);
    return (document ? document->id + " " + document->file + " " : "") + outcome(document, report);
}

TEST(LibraryFile, BelongsToTheLibraryItLiesIn) {
    Folder folder;
    folder.write("p.yaml", "x: 1\n").write("d/a.yaml", "rule_set: d/a\nextends: ../p.yaml\n");
    EXPECT_EQ(load_file(Library({folder.path()}), folder.path() / "d" / "a.yaml"),
              "d/a d/a.yaml {x: 1, rule_set: d/a}");
}

TEST(LibraryFile, IsALibraryOfItsOwnElsewhere) {
    Folder folder, shipped;
    shipped.write("s.yaml", "rule_set: s\nx: 1\n");
    folder.write("p.yaml", "y: 1\n")
        .write("own/beside.yaml", "z: 1\n")
        .write("own/a.yaml", "rule_set: whatever\nextends: [s, beside.yaml]\n");
    folder.write("own/up.yaml", "rule_set: up\nextends: ../p.yaml\n");
    const Library library({shipped.path()});
    const std::string own = (folder.path() / "own").string();
    EXPECT_EQ(load_file(library, own + "/a.yaml"), "a " + own + "/a.yaml {x: 1, z: 1, rule_set: whatever}");
    EXPECT_EQ(load_file(library, own + "/up.yaml"),
              own +
                  "/up.yaml:2:10 outside-library: `../p.yaml` leads outside the library's directory "
                  "[a rule set extends only what lies in its own library, or another rule set by its id]");
    folder.write("own/bad.yaml", "rule_set: bad\nextends: broken.yaml\n").write("own/broken.yaml", "a: 1\na: 2\n");
    EXPECT_EQ(load_file(Library(), own + "/bad.yaml"),
              own + "/broken.yaml:2:1 duplicate-key: the key `a` repeats line 1");
}

TEST(LibraryFile, TellsWhyItCannotBeRead) {
    Folder folder;
    const std::string path = folder.path().string();
    EXPECT_EQ(load_file(Library(), path + "/none.yaml"), path + "/none.yaml:0:0 unreadable: the file `" + path +
                                                             "/none.yaml` cannot be read: there is no such file");
    EXPECT_EQ(load_file(Library(), path),
              path + ":0:0 unreadable: the file `" + path + "` cannot be read: it is a directory");
}

TEST(LibraryText, ExtendsRuleSetsById) {
    Folder folder;
    folder.write("s.yaml", "rule_set: s\nx: 1\n");
    const auto said = [&](const std::string& text) {
        base::Report report;
        const auto document = Library({folder.path()}).load_text(text, "<text>", report);
        return outcome(document, report);
    };
    EXPECT_EQ(said("rule_set: a\nextends: s\n"), "{x: 1, rule_set: a}");
    EXPECT_EQ(
        said("rule_set: a\nextends: ./s.yaml\n"),
        "<text>:2:10 bad-path: `./s.yaml` is a path, and this text is in no directory [name a rule set by its id]");
    EXPECT_EQ(said("a: 1\na: 2\n"), "<text>:2:1 duplicate-key: the key `a` repeats line 1");
}

TEST(LibraryCouncil, IsFoundByName) {
    Folder folder;
    folder.write("councils/an-giang-2026.yaml", "council: {combine: mean}\n").write("a.yaml", "rule_set: a\n");
    const Library library({folder.path()});
    const auto said = [&](const std::string& name) {
        base::Report report;
        const auto document = library.load_council(name, report);
        return outcome(document, report);
    };
    EXPECT_EQ(said("an-giang-2026"), "{council: {combine: mean}}");
    EXPECT_EQ(said("an-giang-2025"),
              ":0:0 not-found: there is no council `an-giang-2025` [did you mean `an-giang-2026`?]");
    EXPECT_EQ(said("../a"), ":0:0 bad-id: `../a` is not the id of a council: `..` begins with a dot");
}

}  // namespace
}  // namespace ocop
