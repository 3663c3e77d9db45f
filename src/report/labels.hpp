// The table behind the labels.
#pragma once

#include "report/words.hpp"

namespace ocop::report {

Text label_text(Label label);

}  // namespace ocop::report
