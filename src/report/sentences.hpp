// The whole sentences of a verdict, in Vietnamese and English.
#pragma once

#include <string>
#include <vector>

#include "report/outlook.hpp"
#include "report/words.hpp"

namespace ocop::report {

// One to three sentences: what it came to, why not one star more, who recognises it.
std::vector<std::string> verdict_sentences(const Trail& trail, const Words& words);

}  // namespace ocop::report
