// SHA-256. The one place that knows libsodium.
#pragma once

#include <string>
#include <string_view>

namespace ocop::base {

// 64 lower-case hexadecimal digits.
std::string sha256(std::string_view text);

}  // namespace ocop::base
