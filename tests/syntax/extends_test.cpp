// `extends`: where parents are looked for, in which order they merge, and what is refused.
#include <gtest/gtest.h>

#include "syntax/folder.hpp"
#include "syntax/library.hpp"

namespace ocop {
namespace {

namespace fs = std::filesystem;
using syntax::Library;
using test::Folder;
using test::load;
using test::terse;

TEST(Extends, MergesParentsFromLeftToRight) {
    Folder folder;
    folder.write("p.yaml", "x: 1\ny: 1\nz: 1\n")
        .write("q.yaml", "y: 2\nz: 2\n")
        .write("a.yaml", "rule_set: a\nextends: [p.yaml, q.yaml]\nz: 3\n");
    EXPECT_EQ(load(Library({folder.path()}), "a"), "{x: 1, y: 2, z: 3, rule_set: a}");
}

TEST(Extends, ExtendsRelativePathsAndIds) {
    Folder folder;
    folder.write("d/decision.yaml", "x: 1\n").write("d/food/shared.yaml", "extends: ../decision.yaml\ny: 2\n");
    folder.write("d/food/tea.yaml", "rule_set: d/food/tea\nextends: shared.yaml\n");
    folder.write("mine/tea.yaml", "rule_set: mine/tea\nextends: d/food/tea\n");
    const Library library({folder.path()});
    EXPECT_EQ(load(library, "d/food/tea"), "{x: 1, y: 2, rule_set: d/food/tea}");
    EXPECT_EQ(load(library, "mine/tea"), "{x: 1, y: 2, rule_set: mine/tea}");
    base::Report report;
    const auto document = library.load("d/food/tea", report);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->id + " " + document->file, "d/food/tea d/food/tea.yaml");
    ASSERT_EQ(document->sources.size(), 3U);
    EXPECT_EQ(document->sources[2]->name(), "d/decision.yaml");
}

TEST(Extends, KeepsItsOwnNameWhenItExtendsARuleSet) {
    Folder folder;
    folder.write("a.yaml", "rule_set: a\nsucceeds: [old]\ntitle: A\n")
        .write("f.yaml", "extends: a\nx: 1\n")
        .write("b.yaml", "rule_set: b\nextends: f.yaml\n");
    EXPECT_EQ(load(Library({folder.path()}), "b"), "{title: A, x: 1, rule_set: b}");
    folder.write("g.yaml", "succeeds: [old]\n").write("c.yaml", "rule_set: c\nextends: g.yaml\n");
    EXPECT_EQ(load(Library({folder.path()}), "c"), "{succeeds: [old], rule_set: c}")
        << "a fragment speaks for those that extend it";
}

TEST(Extends, ReadsADiamondOnce) {
    Folder folder;
    folder.write("d.yaml", "x: 1\n")
        .write("l.yaml", "extends: d.yaml\nl: 1\n")
        .write("r.yaml", "extends: d.yaml\nr: 1\n");
    folder.write("a.yaml", "rule_set: a\nextends: [l.yaml, r.yaml]\n");
    base::Report report;
    const auto document = Library({folder.path()}).load("a", report);
    ASSERT_TRUE(document) << terse(report.take());
    EXPECT_EQ(terse(document->root), "{x: 1, l: 1, r: 1, rule_set: a}");
    EXPECT_EQ(document->sources.size(), 4U);
}

TEST(Extends, ExtendsTheRuleSetOfTheSameIdBehindIt) {
    Folder mine, shipped;
    mine.write("a.yaml", "rule_set: a\nextends: a\nx: mine\n");
    shipped.write("a.yaml", "rule_set: a\nx: shipped\ny: 1\n");
    EXPECT_EQ(load(Library({mine.path(), shipped.path()}), "a"), "{x: mine, y: 1, rule_set: a}");
    EXPECT_EQ(load(Library({mine.path()}), "a"),
              "a.yaml:2:10 extends-cycle: `extends` goes round in a circle: `a.yaml` extends `a.yaml`");
}

TEST(Extends, NamesTheChainOfACycle) {
    Folder folder;
    folder.write("a.yaml", "rule_set: a\nextends: b.yaml\n")
        .write("b.yaml", "extends: [c.yaml]\n")
        .write("c.yaml", "extends: ./b.yaml\n");
    EXPECT_EQ(
        load(Library({folder.path()}), "a"),
        "c.yaml:1:10 extends-cycle: `extends` goes round in a circle: `b.yaml` extends `c.yaml` extends `b.yaml`");
}

TEST(Extends, TellsWhereSomethingMissingIsWanted) {
    Folder folder;
    folder.write("d/decision.yaml", "x: 1\n")
        .write("d/tea.yaml", "rule_set: d/tea\nextends: [desicion.yaml, d/te, ../none/x.yaml]\n");
    EXPECT_EQ(load(Library({folder.path()}), "d/tea"),
              "d/tea.yaml:2:11 not-found: there is no file `d/desicion.yaml` [did you mean `decision.yaml`?]\n"
              "d/tea.yaml:2:26 not-found: there is no rule set `d/te` [did you mean `d/tea`?]\n"
              "d/tea.yaml:2:32 not-found: there is no file `none/x.yaml`");
}

TEST(Extends, RefusesWhatExtendsCannotBe) {
    Folder folder;
    const Library library({folder.path()});
    const auto said = [&](const std::string& extends) {
        folder.write("p.yaml", "x: 1\n").write("a.yaml", "rule_set: a\nextends: " + extends + "\n");
        return load(library, "a");
    };
    EXPECT_EQ(said("{a: b}"),
              "a.yaml:2:10 wrong-type: `extends` must be a path or the id of a rule set, found a map [several are "
              "written as a list]");
    EXPECT_EQ(said(""),
              "a.yaml:2:9 wrong-type: `extends` must be a path or the id of a rule set, found nothing [several are "
              "written as a list]");
    EXPECT_EQ(said("[p.yaml, ./p.yaml]"),
              "a.yaml:2:19 extends-repeated: `./p.yaml` is the file of line 2 again [name it once]");
    EXPECT_EQ(said("/etc/p.yaml"),
              "a.yaml:2:10 bad-path: `/etc/p.yaml` is not a relative path [write it from this file, with `/`: "
              "`../decision.yaml`]");
    EXPECT_EQ(said("x\\p.yaml"),
              "a.yaml:2:10 bad-path: `x\\p.yaml` is not a relative path [write it from this file, with `/`: "
              "`../decision.yaml`]");
    EXPECT_EQ(said("[]"), "{rule_set: a}");
}

TEST(Extends, StaysInsideItsDirectory) {
    Folder outside, folder;
    outside.write("secret.yaml", "x: 1\n");
    const std::string name = outside.path().filename().string();
    folder.write("a.yaml", "rule_set: a\nextends: ../" + name + "/secret.yaml\n")
        .write("b.yaml", "rule_set: b\nextends: link.yaml\n");
    folder.write("c.yaml", "rule_set: c\nextends: dir/secret.yaml\n")
        .write("d.yaml", "rule_set: d\nextends: dir/secret\n");
    fs::create_symlink(outside.path() / "secret.yaml", folder.path() / "link.yaml");
    fs::create_directory_symlink(outside.path(), folder.path() / "dir");
    const Library library({folder.path()});
    const std::string help =
        " leads outside the library's directory [a rule set extends only what lies in its own library, or another rule "
        "set by its id]";
    EXPECT_EQ(load(library, "a"), "a.yaml:2:10 outside-library: `../" + name + "/secret.yaml`" + help);
    EXPECT_EQ(load(library, "b"), "b.yaml:2:10 outside-library: `link.yaml`" + help);
    EXPECT_EQ(load(library, "c"), "c.yaml:2:10 outside-library: `dir/secret.yaml`" + help);
    EXPECT_EQ(load(library, "d"), "d.yaml:2:10 outside-library: `dir/secret`" + help);
    EXPECT_EQ(load(library, "link"), ":0:0 outside-library: `link`" + help);
}

TEST(Extends, FollowsLinksInsideItsDirectory) {
    Folder folder;
    folder.write("real/p.yaml", "x: 1\n").write("a.yaml", "rule_set: a\nextends: link.yaml\n");
    fs::create_symlink("real/p.yaml", folder.path() / "link.yaml");
    EXPECT_EQ(load(Library({folder.path()}), "a"), "{x: 1, rule_set: a}");
}

TEST(Extends, CollectsTheFaultsOfAllFiles) {
    Folder folder;
    folder.write("p.yaml", "x: !t 1\n")
        .write("q.yaml", "x: 1\nx: 2\n")
        .write("a.yaml", "rule_set: a\nextends: [p.yaml, q.yaml, r.yaml]\n");
    base::Report report;
    EXPECT_FALSE(Library({folder.path()}).load("a", report));
    std::string codes;
    for (const auto& each : report.take()) codes += each.place.file + " " + each.code + ", ";
    EXPECT_EQ(codes, "a.yaml not-found, p.yaml yaml-tag, q.yaml duplicate-key, ");
}

TEST(Extends, LimitsHowManyFilesAreExtended) {
    Folder folder;
    for (int i = 0; i <= 64; ++i)
        folder.write("f" + std::to_string(i) + ".yaml", "extends: f" + std::to_string(i + 1) + ".yaml\n");
    folder.write("f65.yaml", "x: 1\n")
        .write("a.yaml", "rule_set: a\nextends: f0.yaml\n")
        .write("b.yaml", "rule_set: b\nextends: f2.yaml\n");
    const Library library({folder.path()});
    EXPECT_EQ(load(library, "a"), "f63.yaml:1:10 too-many-files: a rule set extends more than 64 files");
    EXPECT_EQ(load(library, "b"), "{x: 1, rule_set: b}");
}

TEST(Extends, LimitsWhatIsTakenOver) {
    Folder folder;
    std::string many = "x: [";
    for (int i = 0; i < 100'000; ++i) many += "1,";
    folder.write("f0.yaml", many + "]\n");
    folder.write("f1.yaml", "extends: f0.yaml\n");
    for (int i = 2; i < 40; ++i)
        folder.write("f" + std::to_string(i) + ".yaml", "extends: [f" + std::to_string(i - 1) + ".yaml, f0.yaml]\n");
    folder.write("a.yaml", "rule_set: a\nextends: f39.yaml\n");
    EXPECT_NE(load(Library({folder.path()}), "a")
                  .find("too-many-nodes: what is extended has more than 1000000 values in all"),
              std::string::npos);
}

}  // namespace
}  // namespace ocop
