// A library in memory is the library of the files it was made from.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <ocop/ocop.hpp>

namespace ocop::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::pair<std::string, std::string>> shipped() {
    const fs::path root = OCOP_SOURCE_DIR "/rules";
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& each : fs::recursive_directory_iterator(root)) {
        if (each.path().extension() != ".yaml") continue;
        std::ostringstream text;
        text << std::ifstream(each.path(), std::ios::binary).rdbuf();
        out.emplace_back(each.path().lexically_relative(root).generic_string(), text.str());
    }
    return out;
}

TEST(LibraryInMemory, HasTheSameRuleSets) {
    const Library memory = Library::from_files(shipped()), files = Library::open({OCOP_SOURCE_DIR "/rules"}).value();
    const auto listed = memory.list(), wanted = files.list();
    ASSERT_EQ(listed.size(), wanted.size());
    for (std::size_t i = 0; i < listed.size(); ++i) {
        EXPECT_EQ(listed[i].id, wanted[i].id);
        EXPECT_EQ(listed[i].in_force_from, wanted[i].in_force_from);
        if (i % 5 == 0) {
            EXPECT_EQ(memory.load(listed[i].id).value().digest(), files.load(wanted[i].id).value().digest());
        }
    }
}

TEST(LibraryInMemory, TellsWhatIsMissing) {
    const Library library = Library::from_files({{"a/b.yaml", "rule_set: a/b\nextends: ../c.yaml\n"}});
    const auto missing = library.load("a/c");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.diagnostics.front().code, "not-found");
    EXPECT_NE(missing.diagnostics.front().help.en.find("a/b"), std::string::npos);
    const auto parent = library.load("a/b");
    ASSERT_FALSE(parent);
    EXPECT_EQ(parent.diagnostics.front().code, "not-found");
    EXPECT_EQ(parent.diagnostics.front().place.line, 2);
}

TEST(LibraryInMemory, StaysInside) {
    const Library library = Library::from_files({{"a/b.yaml", "rule_set: a/b\nextends: ../../../etc/hostname.yaml\n"}});
    const auto out = library.load("a/b");
    ASSERT_FALSE(out);
    EXPECT_EQ(out.diagnostics.front().code, "outside-library");
}

}  // namespace
}  // namespace ocop::test
