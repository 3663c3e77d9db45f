// A rule set under review: as written, checked and compiled, with the place of everything in it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.hpp"
#include "model/rule_set.hpp"
#include "program/program.hpp"
#include "syntax/document.hpp"
#include "syntax/library.hpp"

namespace ocop::analysis {

// Conditions still have what they were checked from (model::Condition::checked).
struct Subject {
    syntax::Document document;
    std::shared_ptr<const model::RuleSet> rules;
    std::shared_ptr<const program::Program> program;

    // The item of that id in the merged tree, the option in its list, and so on; nullptr where there is none.
    const syntax::Written* item(std::string_view id) const;
    const syntax::Written* option(const model::Node& node, std::size_t of_case, std::size_t option) const;
    const syntax::Written* case_(const model::Node& node, std::size_t of_case) const;
    const syntax::Written* gate(std::string_view id) const;
};

// The place of a key's value, or else of the map itself.
Place place_of(const syntax::Written& map, std::string_view key);
Place place_of_key(const syntax::Written& map, std::string_view key);

// A doubt that the rule set itself explains by an erratum is told as a note.
bool explained(const model::Node& node);
bool explained(const model::Option& option);
// Whether a reading decides if one of its minima binds: a doubt that is declared.
bool has_own_reading(const model::Option& option);

// Puts a warning, or a note where it is explained.
void doubt(base::Report& report, bool is_explained, std::string_view code, Place place, std::string message, std::string help = {});

}  // namespace ocop::analysis
