// Ed25519 keys and signatures (RFC 8032) as hexadecimal texts, by libsodium.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ocop::record {

inline constexpr std::size_t key_digits = 64, signature_digits = 128;

// Lower-case hexadecimal digits, exactly so many.
bool is_hex(std::string_view text, std::size_t digits);
std::string bytes_of(std::string_view hex);

std::string random_hex(std::size_t bytes);

// `seed` and keys are 64 digits, a signature 128.
std::string public_of(std::string_view seed);
std::string signature_of(std::string_view message, std::string_view seed);
bool is_signed(std::string_view message, std::string_view signature, std::string_view public_key);

}  // namespace ocop::record
