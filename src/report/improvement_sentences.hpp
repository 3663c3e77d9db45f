// The whole sentences about ways to a star, in Vietnamese and English.
#pragma once

#include <string>
#include <vector>

#include <ocop/improve.hpp>

#include "report/words.hpp"

namespace ocop::report {

std::string improvement_title(const Improvement& found, const Words& words);
// The answer in a few words: "2 changes, cost 2".
std::string short_answer(const Improvement& found, const Words& words);
// What it is rated now, and the answer; none is empty.
std::vector<std::string> improvement_sentences(const Improvement& found, const Words& words);

// `number` 0: the only one.
std::string way_title(const Way& way, std::size_t number, const Words& words);
std::string result(const Way& way, const Words& words);
std::string filled_in(const Way::FilledIn& filled, const Words& words);

// "b", "a + c", "none", "not assessed yet"
std::string mark_name(const std::string& mark, const Words& words);
std::string reason(const Change& change, const Words& words);
std::string condition_to_meet(const Change& change, const Words& words);
std::string evidence_to_get(const Change& change, const Words& words);

std::string sentence(const Blocker& blocker, const Improvement& found, const Words& words);

// The decision is left out where it is the rule set's own.
std::string citation(const Citation& cite, const std::string& own_decision);

}  // namespace ocop::report
