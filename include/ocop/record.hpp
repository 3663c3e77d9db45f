// Results as files that can be checked again: verified, signed, and with personal fields taken out. Texts go in and come out as
// bytes; no call reads or writes a file, except those that say so. Any number of threads may call at the same time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/text.hpp>

namespace ocop::record {

// ---- verifying ------------------------------------------------------------------------------------------------------

// Why a statement does not hold: where in the record (a JSON pointer, RFC 6901; of a directory the name of a file), and what
// was found instead.
struct Fault {
    std::string pointer;
    Text text;
    bool operator==(const Fault&) const = default;
};

// One thing that was checked.
struct Statement {
    enum class Result { holds, fails, open };  // open: it could not be checked, or need not hold
    std::string code;           // stable: "sheets", "minima", "replay", "signature", …
    Result result = Result::holds;
    bool counts = true;         // false: a remark only; left open it does not stand against the record
    Text text;                  // what is stated
    Text remark;                // why it is open, or what should be known; may be empty
    std::vector<Fault> faults;  // of a statement that fails: the first ten
    std::size_t more = 0;       // faults beyond these
};

// All statements about one record (or one directory).
struct OCOP_API Checked {
    std::string scorecard;      // id; may be empty
    std::vector<Statement> statements;

    bool holds() const;         // every statement that counts does
};

// What a file holds, checked.
struct OCOP_API Verification {
    std::vector<Checked> records;  // one a result, in the order of the file
    Diagnostics diagnostics;       // why the file could not be read; then there are no records

    bool readable() const { return !records.empty(); }
    bool holds() const;
};

// What is verified against.
struct Against {
    const Library* rules = nullptr;      // where rule sets are looked up; nullptr: nothing is rated again
    std::optional<std::string> council;  // a council's own rules (YAML), in place of those that the record names
    std::string council_name = "<council>";
    std::string public_key;              // empty: none is given. Given, what is not signed with it fails
};

// The results in `text`: what `ocop rate --format json` prints (one, or an array), or a signed record. Checks canonical form,
// digests, signature and key of a signed one, then the record's own numbers, its digests, and that rating its card again gives
// the same record. Never throws for what a text can contain.
OCOP_API Verification verify(std::string_view text, std::string name, const Against& against);

// Statements with ✓, ✗ and – and their faults, one a line; and as JSON.
OCOP_API std::string text(const Verification& verification, Language language);
OCOP_API std::string json(const Verification& verification);

// ---- signing --------------------------------------------------------------------------------------------------------

// An Ed25519 key pair as texts: "ocop-secret:" and "ocop-public:", each followed by 64 lower-case hexadecimal digits.
struct KeyPair {
    std::string secret_key;
    std::string public_key;
};

OCOP_API KeyPair new_key_pair();
// The pair that a secret key belongs to; nothing where the text is no secret key. Blanks around it are allowed.
OCOP_API std::optional<KeyPair> key_pair(std::string_view secret_key);
// A public key as written above or as bare 64 lower-case digits; nothing where the text is none.
OCOP_API std::optional<std::string> public_key(std::string_view text);

// A text, or the reasons there is none.
struct Made {
    std::optional<std::string> text;
    Diagnostics diagnostics;  // notes either way

    explicit operator bool() const { return text.has_value(); }
};

// The result in `text`, signed: canonical bytes. Refused: several results, a signed one, one whose own numbers do not hold.
OCOP_API Made sign(std::string_view text, std::string name, std::string_view secret_key);

// A signed record without some personal fields: "product.KEY", "assessors", "notes", "scorecard". What remains still verifies.
// Refused: what is not a signed record in canonical form with true digests, and fields that it does not have. A note tells where
// a text that was taken out still stands.
OCOP_API Made redact(std::string_view text, std::string name, const std::vector<std::string>& fields);

// ---- directories ----------------------------------------------------------------------------------------------------

// The name of the file in which a directory keeps its signature.
inline constexpr std::string_view directory_signature = "signature.json";

// Reads every regular file below the directory; the text is for DIRECTORY/signature.json. Refused: links that lead out of it or
// to a directory, anything that is no file, what cannot be read.
OCOP_API Made sign_directory(const std::filesystem::path& directory, std::string_view secret_key);
// Reads the directory and its signature. `key` as in Against.
OCOP_API Verification verify_directory(const std::filesystem::path& directory, std::string_view key);

}  // namespace ocop::record
