// The one place besides base/digest that knows libsodium. Secret keys are wiped from memory after use.
#include "record/ed25519.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace ocop::record {
namespace {

void ready() {
    static const bool fine = sodium_init() >= 0;  // safe to call from several threads
    if (!fine) throw std::runtime_error("libsodium cannot be used");
}

std::string hex(const unsigned char* bytes, std::size_t size) {
    std::string out(size * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), bytes, size);
    out.pop_back();
    return out;
}

const unsigned char* raw(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

struct Keys {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};

    explicit Keys(std::string_view seed) {
        ready();
        std::string bytes = bytes_of(seed);
        crypto_sign_seed_keypair(open.data(), secret.data(), raw(bytes));
        sodium_memzero(bytes.data(), bytes.size());
    }
    ~Keys() { sodium_memzero(secret.data(), secret.size()); }
    Keys(const Keys&) = delete;
    Keys& operator=(const Keys&) = delete;
};

}  // namespace

bool is_hex(std::string_view text, std::size_t digits) { return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

std::string bytes_of(std::string_view hex) {
    std::string out(hex.size() / 2, '\0');
    std::size_t size = 0;
    sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), hex.data(), hex.size(), nullptr, &size, nullptr);
    return out;
}

std::string random_hex(std::size_t bytes) {
    ready();
    std::vector<unsigned char> out(bytes);
    randombytes_buf(out.data(), out.size());
    return hex(out.data(), out.size());
}

std::string public_of(std::string_view seed) {
    const Keys keys(seed);
    return hex(keys.open.data(), keys.open.size());
}

std::string signature_of(std::string_view message, std::string_view seed) {
    const Keys keys(seed);
    std::array<unsigned char, crypto_sign_BYTES> out{};
    crypto_sign_detached(out.data(), nullptr, raw(message), message.size(), keys.secret.data());
    return hex(out.data(), out.size());
}

bool is_signed(std::string_view message, std::string_view signature, std::string_view public_key) {
    ready();
    if (!is_hex(signature, signature_digits) || !is_hex(public_key, key_digits)) return false;
    return crypto_sign_verify_detached(raw(bytes_of(signature)), raw(message), message.size(), raw(bytes_of(public_key))) == 0;
}

}  // namespace ocop::record
