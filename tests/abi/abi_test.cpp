// The binary interface as abi.txt has it: functions, values of enumerations, fields of structs. What stands there is never changed while
// OCOP_ABI_VERSION is the same; something new gets a line.
#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <regex>
#include <sstream>

#include <ocop/ocop.h>

namespace {

std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// Without comments, each run of blanks as one.
std::string header() {
    const std::string text = std::regex_replace(read(OCOP_SOURCE_DIR "/include/ocop/ocop.h"), std::regex(R"(/\*[^*]*\*+([^/*][^*]*\*+)*/)"), " ");
    return std::regex_replace(text, std::regex(R"(\s+)"), " ");
}

std::string all(const std::string& text, const std::regex& wanted, const std::string& before) {
    std::string out;
    for (std::sregex_iterator each(text.begin(), text.end(), wanted), end; each != end; ++each) out += before + (*each)[1].str() + "\n";
    return out;
}

#define FIELD(type, name) #type "." #name " at " + std::to_string(offsetof(type, name)) + ", " + std::to_string(sizeof(type::name)) + " bytes\n"
#define SIZE(type) #type " " + std::to_string(sizeof(type)) + " bytes\n"

std::string layouts() {
    return std::string(SIZE(ocop_file)) + FIELD(ocop_file, path) + FIELD(ocop_file, text) + FIELD(ocop_file, size) +
           SIZE(ocop_fact_column) + FIELD(ocop_fact_column, name) + FIELD(ocop_fact_column, kind) + FIELD(ocop_fact_column, decimals) + FIELD(ocop_fact_column, values) + FIELD(ocop_fact_column, validity) +
           FIELD(ocop_fact_column, offset) + FIELD(ocop_fact_column, offsets) + FIELD(ocop_fact_column, chars) + FIELD(ocop_fact_column, elements) +
           SIZE(ocop_cards) + FIELD(ocop_cards, count) + FIELD(ocop_cards, sheets) + FIELD(ocop_cards, sheets_of) + FIELD(ocop_cards, marks) + FIELD(ocop_cards, marks_count) + FIELD(ocop_cards, facts) + FIELD(ocop_cards, facts_count) +
           SIZE(ocop_results) + FIELD(ocop_results, outcome) + FIELD(ocop_results, stars) + FIELD(ocop_results, band) + FIELD(ocop_results, total) + FIELD(ocop_results, denominator) + FIELD(ocop_results, blocking) +
           SIZE(ocop_status) + SIZE(ocop_language) + SIZE(ocop_format) + SIZE(ocop_depth) + SIZE(ocop_fact_kind);
}

TEST(Abi, IsAsItWas) {
    if (sizeof(void*) != 8) GTEST_SKIP() << "the list is that of 64-bit systems";
    const std::string text = header();
    const std::string found = "version " + std::to_string(OCOP_ABI_VERSION) + "\n" + all(text, std::regex(R"(OCOP_C_API ([^;#]*);)"), "") + all(text, std::regex(R"((OCOP_[A-Z_]+ = [0-9A-Fx]+))"), "") + layouts();
    EXPECT_EQ(found, read(OCOP_SOURCE_DIR "/tests/abi/abi.txt"));
}

TEST(Abi, HasAFieldOfEveryStructInTheList) {
    const std::string text = header(), list = layouts();
    const std::regex structs(R"(typedef struct (ocop_\w+) \{([^}]*)\})");
    int fields = 0;
    for (std::sregex_iterator each(text.begin(), text.end(), structs), end; each != end; ++each) {
        const std::string body = (*each)[2];
        const std::regex field(R"((\w+);)");
        for (std::sregex_iterator one(body.begin(), body.end(), field); one != end; ++one, ++fields)
            EXPECT_NE(list.find((*each)[1].str() + "." + (*one)[1].str() + " at "), std::string::npos) << (*each)[1] << "." << (*one)[1];
    }
    EXPECT_EQ(fields, 25);
}

}  // namespace
