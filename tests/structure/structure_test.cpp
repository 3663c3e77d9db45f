// The shape of the source tree: includes run one way, third parties stay in their place, nothing names another machine.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const fs::path root = OCOP_SOURCE_DIR;
const std::vector<std::string> order = {"base", "yaml", "syntax", "model", "program", "card",
                                        "rate", "batch", "trail", "report", "analysis", "record", "portfolio", "api", "cli"};

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<fs::path> sources(const fs::path& below) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(root / below)) {
        const auto ending = entry.path().extension();
        if (ending == ".cpp" || ending == ".hpp" || ending == ".h") found.push_back(entry.path());
    }
    return found;
}

std::vector<std::string> includes(const fs::path& file) {
    static const std::regex line(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<std::string> found;
    std::istringstream text(read(file));
    for (std::string each; std::getline(text, each);) {
        std::smatch match;
        if (std::regex_search(each, match, line)) found.push_back(match[1]);
    }
    return found;
}

std::ptrdiff_t rank(const std::string& stage) { return std::find(order.begin(), order.end(), stage) - order.begin(); }
bool is_stage(const std::string& name) { return rank(name) < static_cast<std::ptrdiff_t>(order.size()); }

TEST(Structure, IncludesRunDownThePipelineOnly) {
    for (const fs::path& file : sources("src")) {
        const std::string stage = fs::relative(file, root / "src").begin()->string();
        ASSERT_TRUE(is_stage(stage)) << file;
        for (const std::string& include : includes(file)) {
            const std::string target = include.substr(0, include.find('/'));
            if (!is_stage(target)) continue;
            EXPECT_LE(rank(target), rank(stage)) << file << " includes " << include;
        }
    }
}

TEST(Structure, TheCommandUsesThePublicInterfaceOnly) {
    for (const fs::path& file : sources("src/cli"))
        for (const std::string& include : includes(file)) {
            const std::string target = include.substr(0, include.find('/'));
            EXPECT_TRUE(!is_stage(target) || target == "cli") << file << " includes " << include;
        }
}

TEST(Structure, ThirdPartiesLiveWhereTheyBelong) {
    const std::map<std::string, std::vector<std::string>> homes = {
        {"yaml-cpp/", {"src/yaml/"}},
        {"boost/spirit", {"src/syntax/grammar.cpp"}},
        {"boost/multiprecision", {"src/base/number.cpp"}},
        {"fmt/format-inl.h", {"src/base/format.cpp"}},
        {"nlohmann/", {"src/card/read_json.cpp", "src/report/json", "src/report/show_json.cpp", "src/report/sarif.cpp", "src/record/"}},
        {"CLI/", {"src/cli/main.cpp"}},
        {"hwy/", {"src/batch/registers.cpp"}},
        {"simdjson", {"src/portfolio/fast_text.cpp"}},
        {"utf8proc.h", {"src/base/text.cpp", "src/syntax/terminals.cpp"}},
        {"sodium", {"src/base/digest.cpp", "src/record/ed25519.cpp"}},
    };
    for (const fs::path& file : sources("src")) {
        const std::string path = fs::relative(file, root).generic_string();
        for (const std::string& include : includes(file))
            for (const auto& [party, allowed] : homes) {
                if (include.rfind(party, 0) != 0) continue;
                const bool home = std::any_of(allowed.begin(), allowed.end(), [&](const std::string& each) { return path.rfind(each, 0) == 0; });
                EXPECT_TRUE(home) << path << " includes " << include;
            }
    }
}

TEST(Structure, PublicHeadersNameStandardLibraryTypesOnly) {
    for (const fs::path& file : sources("include"))
        for (const std::string& include : includes(file))
            EXPECT_TRUE(include.rfind("ocop/", 0) == 0 || include.find('/') == std::string::npos) << file << " includes " << include;
}

TEST(Structure, NoBinaryFloatingPointDecidesAnything) {
    static const std::regex floating(R"((^|[^A-Za-z_])(double|float)[^A-Za-z_-])");
    for (const char* stage : {"src/base", "src/model", "src/program", "src/card", "src/rate", "src/trail", "include"})
        for (const fs::path& file : sources(stage)) {
            std::istringstream text(read(file));
            for (std::string line; std::getline(text, line);) {
                const std::string code = line.substr(0, line.find("//"));
                EXPECT_FALSE(std::regex_search(code, floating)) << file << ": " << line;
            }
        }
}

TEST(Structure, TheMapNamesEverySourceFile) {
    const std::string map = read(root / "src/README.md");
    for (const fs::path& file : sources("src")) {
        const std::string name = file.stem().string();
        EXPECT_NE(map.find(name), std::string::npos) << file << " is not in src/README.md";
    }
}

TEST(Structure, TheReadmeShowsTheExampleThatIsBuilt) {
    EXPECT_NE(read(root / "README.md").find(read(root / "examples/embed.cpp")), std::string::npos);
}

TEST(Structure, EveryFileOfRulesIsReadableText) {
    for (const auto& entry : fs::recursive_directory_iterator(root / "rules"))
        if (entry.is_regular_file()) {
            EXPECT_EQ(read(entry.path()).find('\r'), std::string::npos) << entry.path();
        }
}

}  // namespace
