// Every limit on what comes from outside, in one place. Past one of them there is a diagnostic, never a crash.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ocop::base::limits {

inline constexpr std::size_t file_bytes = 16U << 20U;       // one rule set, one scorecard, one NDJSON line
inline constexpr std::size_t tree_nodes = 500'000;          // in one file
inline constexpr std::size_t tree_depth = 32;
inline constexpr std::size_t record_bytes = 64U << 20U;     // one file of results, one file of a signed directory
inline constexpr std::size_t record_nodes = 2'000'000;
inline constexpr std::size_t record_depth = tree_depth + 8; // a card, and what stands around it
inline constexpr std::size_t directory_files = 100'000;     // of a signed directory
inline constexpr std::size_t merged_nodes = 1'000'000;      // after `extends`
inline constexpr std::size_t extends_files = 64;            // files one rule set may pull in
inline constexpr std::size_t condition_bytes = 4'096;
inline constexpr std::size_t condition_depth = 64;
inline constexpr std::size_t condition_nodes = 1'024;
inline constexpr std::size_t list_items = 10'000;           // in one value of a fact or expression
inline constexpr std::size_t evaluation_steps = 100'000;    // of one condition: nested some/every included
inline constexpr std::size_t number_digits = 400;           // in one literal
inline constexpr std::size_t number_bits = 4'096;           // of a numerator or denominator
inline constexpr std::size_t line_bytes_shown = 4'096;       // a longer line is not repeated in diagnostics
inline constexpr std::size_t errors_reported = 200;         // of one file; then one that says there are more
inline constexpr std::int64_t points_most = 1'000'000;      // of one option or maximum
inline constexpr int points_decimals = 4;
inline constexpr std::size_t criteria = 5'000;              // nodes of one form
inline constexpr std::size_t options = 1'000;               // of one criterion
inline constexpr std::size_t product_fields = 1'000;        // of one scorecard
inline constexpr std::size_t sheets = 1'000;                // of one scorecard
inline constexpr std::size_t variation_steps = 20'000'000;  // spent on one question that varies a card and rates it again
inline constexpr std::size_t stars = 20;                    // highest star a rule set may use

}  // namespace ocop::base::limits
