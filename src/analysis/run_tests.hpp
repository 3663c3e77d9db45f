// One file of rule tests, run.
#pragma once

#include <filesystem>

#include <ocop/rule_test.hpp>

#include "base/source.hpp"
#include "syntax/library.hpp"

namespace ocop::analysis {

// `library`: where its rule set and the councils are looked for.
RuleTests run_tests(const base::SourcePtr& source, const syntax::Library& library);

// A file of them; one that cannot be read is a diagnostic.
RuleTests run_test_file(const std::filesystem::path& file, const syntax::Library& library);

// Nothing reached yet.
Coverage untouched(const syntax::Library& library, std::string_view rule_set);

}  // namespace ocop::analysis
