// The table of functions and the page that documents it say the same.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "model/functions.hpp"

namespace {

TEST(Functions, EachIsDocumentedAsItIs) {
    std::ifstream in(std::string(OCOP_SOURCE_DIR) + "/rules/CONDITIONS.md");
    std::ostringstream page;
    page << in.rdbuf();
    for (const auto& function : ocop::model::functions) {
        const std::string row = "| `" + std::string(function.name) + "(" + std::string(function.parameters) + ")` | " + std::string(function.meaning) + " |";
        EXPECT_NE(page.str().find(row), std::string::npos) << row;
    }
}

}  // namespace
