// Texts of a card that stand in its result, or are counted: valid, and in the normal form that the general way gives them.
#pragma once

#include <string_view>

namespace ocop::portfolio {

// The bytes are valid UTF-8.
bool is_valid(std::string_view text);
// They are valid UTF-8, and their normal form is what they are.
bool is_normal(std::string_view text);

}  // namespace ocop::portfolio
