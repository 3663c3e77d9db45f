// Why a condition could not be read, in words for whoever wrote it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ocop::syntax {

// The bytes of the word or sign at the front of a text.
std::size_t word_at(std::string_view rest);
// What a usual slip at the front of `rest` was meant to be, or empty. `before`: the condition up to there.
std::string help_for(std::string_view before, std::string_view rest);

}  // namespace ocop::syntax
