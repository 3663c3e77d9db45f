// The report on one rating as a document.
#pragma once

#include "report/document.hpp"
#include "report/words.hpp"

namespace ocop::report {

Document explanation(const Trail& trail, const Words& words, bool brief);

}  // namespace ocop::report
