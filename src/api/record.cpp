// Verifying, signing and redacting: the stage below, given the schema, the rule sets and a way to rate.
#include <ocop/record.hpp>

#include <fmt/format.h>
#include <ocop/report.hpp>
#include <ocop/schema.hpp>

#include "api/state.hpp"
#include "record/directory.hpp"
#include "record/ed25519.hpp"
#include "record/told.hpp"

namespace ocop::record {
namespace {

constexpr std::string_view secret_prefix = "ocop-secret:", public_prefix = "ocop-public:";

const Shape& trail_shape() {
    static const Shape shape(*schema("trail"));
    return shape;
}

base::SourcePtr source(std::string_view text, std::string name) { return std::make_shared<const base::Source>(std::move(name), std::string(text)); }

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

std::optional<std::string> digits_after(std::string_view prefix, std::string_view text) {
    text = trimmed(text);
    if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
    return is_hex(text, key_digits) ? std::optional<std::string>(text) : std::nullopt;
}

// The digits of a secret key, or a reason.
std::optional<std::string> seed_of(std::string_view secret_key, base::Report& report) {
    auto seed = secret_key.find(secret_prefix) != std::string_view::npos ? digits_after(secret_prefix, secret_key) : std::nullopt;
    if (!seed) report.error("bad-key", Place{}, Text{"đây không phải khóa bí mật do `ocop key` tạo ra", "this is no secret key as `ocop key` writes it"}, Text{});
    return seed;
}

Again why_not(const Diagnostics& diagnostics, const std::string& rule_set, const std::string& council) {
    Again out;
    out.why_not = {"không chấm lại được", "it could not be rated again"};
    for (const Diagnostic& each : diagnostics)
        if (each.severity == Diagnostic::Severity::error) {
            out.why_not = {"không chấm lại được: " + each.message.in(Language::vi), "it could not be rated again: " + each.message.in(Language::en)};
            break;
        }
    const std::string of = council.empty() ? "" : " / " + council;
    out.why_not.vi += " (" + rule_set + of + ")";
    out.why_not.en += " (" + rule_set + of + ")";
    return out;
}

// "own" of "councils/own", which is how a trail names a council's file of the library.
std::string council_in_library(const std::string& name) {
    constexpr std::string_view folder = "councils/";
    return name.starts_with(folder) ? name.substr(folder.size()) : name;
}

// Under the council's rules given, else under those of the id that the record names.
RuleSet::Loaded load(const Against& against, const std::string& rule_set, const std::string& council) {
    if (!against.council) return council.empty() ? against.rules->load(rule_set) : against.rules->load(rule_set, council_in_library(council));
    RuleSet::Loaded own = against.rules->load(rule_set);
    return own ? own.value().with_council(*against.council, council.empty() ? against.council_name : council) : own;
}

// The card says whose rules it is rated under; other rules are those of a file, which whoever verifies has to give as well.
Again other_council(const std::string& used, const std::string& named) {
    Again out;
    out.why_not = {fmt::format("kết quả dùng quy tắc của Hội đồng `{}`, hồ sơ chấm điểm lại nêu `{}`; nếu đúng là quy tắc ấy, hãy nêu tệp bằng --council", used, named),
                   fmt::format("the result was made under the rules of council `{}`, the card names `{}`; if they were meant, give their file with --council", used, named)};
    return out;
}

Again rate_again(const Against& against, const std::string& rule_set, const std::string& council, const card::Written& written, bool by_sheet) {
    if (!against.council && council_in_library(council) != written.council) return other_council(council, written.council);
    const RuleSet::Loaded rules = load(against, rule_set, council);
    if (!rules) return why_not(rules.diagnostics, rule_set, council);
    const WrittenCard card(std::make_shared<const WrittenCard::State>(WrittenCard::State{written}));
    const Scorecard::Loaded read = Scorecard::read(card, rules.value());
    if (!read) return why_not(read.diagnostics, rule_set, council);
    return {report::json(rules.value().rate(read.value()).trail(by_sheet ? Depth::by_sheet : Depth::by_criterion)), {}};
}

Made made(std::optional<std::string> text, base::Report& report) {
    Made out;
    out.text = std::move(text);
    out.diagnostics = report.take();
    return out;
}

// A key that is none must not count as no key.
std::optional<std::string> trusted(std::string_view key, base::Report& report) {
    if (trimmed(key).empty()) return std::string();
    auto digits = digits_after(public_prefix, key);
    if (!digits) report.error("bad-key", Place{}, Text{"đây không phải khóa công khai do `ocop key` tạo ra", "this is no public key as `ocop key` writes it"}, Text{});
    return digits;
}

}  // namespace

Verification verify(std::string_view text, std::string name, const Against& against) {
    base::Report report;
    const auto key = trusted(against.public_key, report);
    if (!key) return {{}, report.take()};
    RateAgain again;
    if (against.rules != nullptr)
        again = [&](const std::string& rule_set, const std::string& council, const card::Written& card, bool by_sheet) { return rate_again(against, rule_set, council, card, by_sheet); };
    return verify(source(text, std::move(name)), trail_shape(), *key, again);
}

std::string text(const Verification& verification, Language language) { return told(verification, language); }
std::string json(const Verification& verification) { return told_json(verification); }

KeyPair new_key_pair() { return *key_pair(std::string(secret_prefix) + random_hex(32)); }

std::optional<KeyPair> key_pair(std::string_view secret_key) {
    base::Report ignored;
    const auto seed = seed_of(secret_key, ignored);
    if (!seed) return std::nullopt;
    return KeyPair{std::string(secret_prefix) + *seed, std::string(public_prefix) + public_of(*seed)};
}

std::optional<std::string> public_key(std::string_view text) {
    const auto digits = digits_after(public_prefix, text);
    return digits ? std::optional<std::string>(std::string(public_prefix) + *digits) : std::nullopt;
}

Made sign(std::string_view text, std::string name, std::string_view secret_key) {
    base::Report report;
    const auto seed = seed_of(secret_key, report);
    return made(seed ? sign(source(text, std::move(name)), trail_shape(), *seed, report) : std::nullopt, report);
}

Made redact(std::string_view text, std::string name, const std::vector<std::string>& fields) {
    base::Report report;
    auto out = redact(source(text, std::move(name)), trail_shape(), fields, report);
    return made(std::move(out), report);
}

Made sign_directory(const std::filesystem::path& directory, std::string_view secret_key) {
    base::Report report;
    const auto seed = seed_of(secret_key, report);
    return made(seed ? sign_directory(directory, std::string_view(*seed), report) : std::nullopt, report);
}

Verification verify_directory(const std::filesystem::path& directory, std::string_view key) {
    base::Report report;
    const auto digits = trusted(key, report);
    if (!digits) return {{}, report.take()};
    return verify_directory(directory, *digits);
}

}  // namespace ocop::record
