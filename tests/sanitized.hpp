// Whether sanitizers slow this build down: then what is tried thousands of times is tried less often.
#pragma once

#include <cstddef>

namespace ocop::test {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif
#else
inline constexpr bool sanitized = false;
#endif

// A step through bytes, or a share of cards: one in so many more.
inline constexpr std::size_t rarer = sanitized ? 10 : 1;

}  // namespace ocop::test
