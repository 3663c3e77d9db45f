// A line parsed on demand, its marks summed as they come, the result written straight into the output. simdjson's own stream of
// documents is a twentieth faster, but one bad line ends it.
#include "ndjson_by_hand.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace hand_written {
namespace {

namespace json = simdjson::ondemand;

// What of a scorecard matters.
struct Seen {
    std::string_view id, rule_set, level, assessed_on;  // as written between the quotes; the last two for whole lines only
    unsigned known = 0, against = 0;  // how many of the three facts are given, and how many are false
    unsigned sheets = 0;
    bool missing = false;  // a mark
    std::array<std::uint16_t, criteria> points{};
    std::array<unsigned, 3> parts{};
};

constexpr std::array<std::string_view, 3> facts = {"dossier_complete", "food_safety_compliant", "grown_in_province"};

// The bytes between the quotes, escapes left as they are.
std::string_view text_of(json::value value) {
    std::string_view token = value.raw_json_token();
    if (token.size() < 2 || token.front() != '"') throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
    return token.substr(1, token.find_last_of('"') - 1);
}

// raw() stands behind the opening quote; a name of ours holds nothing that has to be escaped.
bool is(json::raw_json_string key, std::string_view name) { return std::memcmp(key.raw(), name.data(), name.size()) == 0 && key.raw()[name.size()] == '"'; }

void read_facts(json::object object, Seen& seen) {
    for (auto field : object) {
        const json::raw_json_string key = field.key();
        if (std::none_of(facts.begin(), facts.end(), [&](std::string_view each) { return is(key, each); })) continue;
        json::value value = field.value();
        if (value.is_null()) continue;
        ++seen.known;
        if (!value.get_bool()) ++seen.against;
    }
}

// The names of criteria are short: one and the quote behind it are compared as a number.
struct Name {
    std::uint64_t bytes = 0, mask = 0;
};

std::uint64_t eight(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

Name name(const std::string& text) {
    char bytes[8] = {}, mask[8] = {};
    std::copy(text.begin(), text.end(), bytes);
    bytes[text.size()] = '"';
    std::fill_n(mask, text.size() + 1, static_cast<char>(0xFF));
    return {eight(bytes), eight(mask)};
}

// What a star needs of a criterion, and how it is written where it is missed.
struct Minimum {
    std::size_t criterion = 0;
    unsigned star = 0, points = 0;
    std::string text;  // "minimum 1.5 for 3", in quotes
};

struct Reading {
    Form form;
    std::array<Name, criteria> names{};
    std::vector<Minimum> minima;  // in form order, stars ascending within a criterion
};

// Levels, lowest first; and who recognises 3, 4 and 5 stars from when on.
constexpr std::array<std::string_view, 4> levels = {"commune", "district", "province", "ministry"};
constexpr std::array<std::size_t, 6> recognised_by = {0, 0, 0, 2, 2, 3};
constexpr std::string_view recognised_from = "2026-05-22";

// Keys mostly come in the order of the form: the next one is tried first.
std::size_t criterion(const Reading& by, json::raw_json_string key, std::size_t expected) {
    const std::uint64_t bytes = eight(key.raw());
    const auto is = [&](std::size_t i) { return (bytes & by.names[i].mask) == by.names[i].bytes; };
    if (expected < by.form.used && is(expected)) return expected;
    for (std::size_t i = 0; i < by.form.used; ++i)
        if (is(i)) return i;
    throw simdjson::simdjson_error(simdjson::NO_SUCH_FIELD);
}

std::uint8_t option(const Form& form, std::size_t i, json::value value) {
    const char* mark = value.get_raw_json_string().value().raw();
    const auto option = static_cast<unsigned>(mark[0] - 'a');
    if (option >= form.options[i] || mark[1] != '"') throw simdjson::simdjson_error(simdjson::INCORRECT_TYPE);
    return static_cast<std::uint8_t>(option + first_option);
}

void read_marks(const Reading& by, json::object object, Seen& seen) {
    const Form& form = by.form;
    std::array<std::uint8_t, criteria> points{};
    std::uint64_t marked = 0;
    std::size_t next = 0;
    for (auto field : object) {
        const std::size_t i = criterion(by, field.key(), next);
        points[i] = form.points[i][option(form, i, field.value())];
        marked |= std::uint64_t{1} << i;
        next = i + 1;
    }
    if (points[form.story] == 0) {
        points[form.telling] = 0;
        if ((marked >> form.story & 1U) != 0) marked |= std::uint64_t{1} << form.telling;
    }
    if (marked + 1 != std::uint64_t{1} << form.used) seen.missing = true;
    for (std::size_t i = 0; i < form.used; ++i) seen.points[i] = static_cast<std::uint16_t>(seen.points[i] + points[i]);
    ++seen.sheets;
}

void read_sheets(const Reading& by, json::array sheets, Seen& seen) {
    for (auto sheet : sheets)
        for (auto field : sheet.get_object())
            if (is(field.key(), "marks")) read_marks(by, field.value().get_object(), seen);
}

template <Lines lines>
void read_card(const Reading& by, json::object card, Seen& seen) {
    for (auto field : card) {
        const json::raw_json_string key = field.key();
        if (is(key, "scorecard")) seen.id = text_of(field.value());
        else if (is(key, "rule_set")) seen.rule_set = text_of(field.value());
        else if (is(key, "facts")) read_facts(field.value().get_object(), seen);
        else if (is(key, "sheets")) read_sheets(by, field.value().get_array(), seen);
        else if (lines == Lines::whole && is(key, "level")) seen.level = text_of(field.value());
        else if (lines == Lines::whole && is(key, "assessed_on")) seen.assessed_on = text_of(field.value());
    }
    if (seen.rule_set != by.form.id || seen.sheets == 0) throw simdjson::simdjson_error(simdjson::NO_SUCH_FIELD);
    for (std::size_t i = 0; i < by.form.used; ++i) seen.parts[by.form.part[i]] += seen.points[i];
}

// Text into memory that is known to have room for it.
class Writer {
public:
    explicit Writer(char* at) : at_(at) {}
    Writer& operator<<(std::string_view text) {
        std::memcpy(at_, text.data(), text.size());
        at_ += text.size();
        return *this;
    }
    Writer& operator<<(unsigned number) {
        at_ = std::to_chars(at_, at_ + 10, number).ptr;
        return *this;
    }
    char* at() const { return at_; }

private:
    char* at_;
};

// Exact: a decimal where there is one, else a fraction in lowest terms.
void write_mean(Writer& out, unsigned sum, unsigned sheets) {
    if (sum % sheets == 0) return void(out << sum / sheets);
    const unsigned common = std::gcd(sum, sheets), above = sum / common, below = sheets / common;
    unsigned power = 10;
    for (int digits = 1; digits < 7 && power % below != 0; ++digits) power *= 10;
    if (power % below != 0) return void(out << above << "/" << below);
    out << above / below << ".";
    for (unsigned rest = above % below; rest > 0; rest = rest * 10 % below) out << rest * 10 / below;
}

unsigned highest(const Form& form, unsigned total, unsigned sheets, unsigned allowed) {
    unsigned best = 1;
    for (unsigned star = 2; star <= allowed; ++star)
        if (total >= form.band[star] * sheets) best = star;
    return best;
}

unsigned allowed(const Form& form, const Seen& seen) {
    unsigned least = 5;
    for (std::size_t i = 0; i < form.used; ++i)
        for (unsigned star = 3; star <= least; ++star)
            if (seen.points[i] < form.minimum[i][star] * seen.sheets) least = star - 1;
    return least;
}

void write_parts(Writer& out, const Seen& seen) {
    out << R"(,"parts":{"A":")", write_mean(out, seen.parts[0], seen.sheets);
    out << R"(","B":")", write_mean(out, seen.parts[1], seen.sheets);
    out << R"(","C":")", write_mean(out, seen.parts[2], seen.sheets);
    out << "\"}";
}

// What stands before one star more.
void write_blocked_by(const Reading& by, const Seen& seen, unsigned total, unsigned stars, unsigned band, Writer& out) {
    const unsigned target = stars + 1;
    std::string_view between;
    out << R"(,"blocked_by":[)";
    for (const Minimum& each : by.minima) {
        if (each.star > target || seen.points[each.criterion] >= each.points * seen.sheets) continue;
        out << between << each.text;
        between = ",";
    }
    if (target <= 5 && band < target) {
        out << between << "\"points ", write_mean(out, by.form.band[target] * seen.sheets - total, seen.sheets);
        out << " for " << target << "\"";
    }
    out << "]";
}

void write_recognition(const Seen& seen, unsigned stars, Writer& out) {
    out << R"(,"recognition":)";
    if (stars < 3 || (!seen.assessed_on.empty() && seen.assessed_on < recognised_from)) return void(out << "null");
    const std::size_t authority = recognised_by[stars];
    const auto level = static_cast<std::size_t>(std::find(levels.begin(), levels.end(), seen.level) - levels.begin());
    const bool known = level < levels.size();
    out << R"({"authority":")" << levels[authority] << R"(","final":)" << (!known ? "null" : level == authority ? "true" : "false");
    out << R"(,"standing":")" << (!known ? "unknown" : level == authority ? "final" : level < authority ? "proposal" : "adoptable") << R"(","certificate":"36 months"})";
}

template <Lines lines>
void write_result(const Reading& by, const Seen& seen, Writer& out) {
    const Form& form = by.form;
    out << R"({"scorecard":")" << seen.id << R"(","rule_set":")" << seen.rule_set << R"(","outcome":")";
    if (seen.against > 0 || seen.known < facts.size() || seen.missing)
        return void(out << (seen.against > 0 ? "rejected" : "undecided") << "\",\"stars\":null,\"band\":null,\"total\":null}\n");
    const unsigned total = seen.parts[0] + seen.parts[1] + seen.parts[2];
    const unsigned stars = highest(form, total, seen.sheets, allowed(form, seen)), band = highest(form, total, seen.sheets, 5);
    out << R"(rated","stars":)" << stars << R"(,"band":)" << band << R"(,"total":")";
    write_mean(out, total, seen.sheets);
    out << "\"";
    write_parts(out, seen);
    if (lines == Lines::whole) {
        write_blocked_by(by, seen, total, stars, band, out);
        write_recognition(seen, stars, out);
        out << R"(,"findings":[])";
    }
    out << "}\n";
}

std::vector<Minimum> minima(const Form& form) {
    std::vector<Minimum> out;
    for (std::size_t i = 0; i < form.used; ++i)
        for (unsigned star = 2; star <= 5; ++star)
            if (form.minimum[i][star] > 0) out.push_back({i, star, form.minimum[i][star], "\"minimum " + form.name[i] + " for " + std::to_string(star) + "\""});
    return out;
}

template <Lines lines>
void rate_lines(const Reading& by, json::parser& parser, const char* text, std::size_t size, std::string& out) {
    std::size_t most = 400;  // of a result line without its id
    if (lines == Lines::whole)
        for (const Minimum& each : by.minima) most += each.text.size() + 16;
    std::size_t used = out.size();
    for (std::size_t at = 0; at < size;) {
        const char* const line = text + at;
        const void* const found = std::memchr(line, '\n', size - at);
        const std::size_t length = found == nullptr ? size - at : static_cast<std::size_t>(static_cast<const char*>(found) - line);
        at += length + 1;
        if (length == 0) continue;
        if (out.size() < used + length + most) out.resize(2 * (used + length + most));
        Seen seen;
        Writer to(out.data() + used);
        try {
            auto card = parser.iterate(simdjson::padded_string_view(line, length, length + padding));
            read_card<lines>(by, card.get_object(), seen);
            write_result<lines>(by, seen, to);
        } catch (const simdjson::simdjson_error&) {
            to << R"({"scorecard":")" << seen.id << "\",\"outcome\":\"error\"}\n";
        }
        used = static_cast<std::size_t>(to.at() - out.data());
    }
    out.resize(used);
}

}  // namespace

struct NdjsonReader::State {
    Reading by;
    Lines lines = Lines::lean;
    json::parser parser;
};

NdjsonReader::NdjsonReader(const Form& form, Lines lines) : state_(std::make_unique<State>()) {
    static_assert(padding >= simdjson::SIMDJSON_PADDING);
    state_->by.form = form;
    state_->by.minima = minima(form);
    state_->lines = lines;
    for (std::size_t i = 0; i < form.used; ++i) {
        if (form.name[i].size() > 7) throw std::invalid_argument("a criterion has a long name");
        state_->by.names[i] = name(form.name[i]);
    }
}

NdjsonReader::~NdjsonReader() = default;

void NdjsonReader::rate(const char* text, std::size_t size, std::string& out) {
    if (state_->lines == Lines::whole) rate_lines<Lines::whole>(state_->by, state_->parser, text, size, out);
    else rate_lines<Lines::lean>(state_->by, state_->parser, text, size, out);
}

}  // namespace hand_written
