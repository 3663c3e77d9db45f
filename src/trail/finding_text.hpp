// The sentence that tells a finding to people.
#pragma once

#include <string>
#include <vector>

#include <ocop/rating.hpp>

namespace ocop::trail {

// One whole sentence in each language. `node` is the criterion, gate or reading concerned, `sheet` the assessor; either may
// be empty. Points and dates stand in `values` as the JSON has them ("72.5", "2026-05-22"). What each kind takes:
//
//     facts_against_mark     option marked ("0": none), its points, option implied, its points
//                            ("": what is implied is another case, and it is named in place of the option)
//     evidence_missing       title in Vietnamese, title in English, id
//     spread                 difference of the members' totals, limit
//     no_quorum              sheets, members, percent needed
//     quorum_unknown         -
//     trimmed_mean_of_few    sheets
//     erratum_used           erratum in Vietnamese, in English
//     incomplete_rule_set    what is missing (`node` empty: in the rule set as a whole)
//     not_in_force           "assessed_on" or "filed_on", that date, the rule set's `from`, its `until` or
//                            `new_dossiers_until` (or ""), and "before", "until" or "successor"
//     date_unknown           -
//     level_unknown          -
//     reading_changes_stars  reading, alternative, stars or outcome under it
//     not_known              condition
//     mark_after_stop        -
//     mark_without_case      mark as written (may be absent)
//     from_facts             -
//     calculation_fault      condition (may be absent)
//
// A value that is absent is left out of the sentence; this never throws.
Text finding_text(Finding::Kind kind, const std::string& node, const std::string& sheet, const std::vector<std::string>& values);

}  // namespace ocop::trail
