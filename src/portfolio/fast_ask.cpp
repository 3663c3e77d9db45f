// Cards of JSON and rows of CSV with a few things on them.
#include "portfolio/fast_ask.hpp"

#include <algorithm>
#include <vector>

#include "card/bind.hpp"
#include "card/read_json.hpp"
#include "portfolio/fast_text.hpp"
#include "report/fragments.hpp"

namespace ocop::portfolio {
namespace {

using Where = Stated::Where;

std::optional<card::Card> bound(const card::Written& written, const program::Program& program, base::Report& report) {
    auto card = card::bind(written, program, report);
    return report.has_errors() ? std::nullopt : std::move(card);
}

std::string member(const Stated& each) {
    const std::string value = report::json_piece(std::string(each.name)) + ":" + std::string(each.token);
    if (each.where == Where::head) return "," + value;
    return each.where == Where::fact ? ",\"facts\":{" + value + "}" : R"(,"sheets":[{"marks":{)" + value + "}}]";
}

std::string column(const Stated& each) { return (each.where == Where::fact ? "fact:" : "") + std::string(each.name); }

}  // namespace

std::optional<card::Card> AskJson::card(const program::Program& program, std::span<const Stated> all) const {
    base::Report report;
    std::string text = R"({"scorecard":"x")";
    for (const Stated& each : all) {
        if (!is_one_value(each.token)) return std::nullopt;
        text += member(each);
    }
    text += '}';
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto source = std::make_shared<const base::Source>("card", std::move(text), 1);
    auto node = card::read_json(source, {0, size}, report);
    if (!node) return std::nullopt;
    const Place place = node->place();
    return bound(card::written(std::move(*node), place), program, report);
}

std::optional<std::string_view> AskJson::name(std::string_view token) const {
    if (token.size() < 2 || token.front() != '"' || !is_one_value(token) || !is_normal(token)) return std::nullopt;
    return token.substr(1, token.size() - 2);
}

int AskJson::letter(std::string_view token) const { return token.size() == 3 && token.front() == '"' ? static_cast<unsigned char>(token[1]) : -1; }

std::optional<card::Card> AskCsv::card(const program::Program& program, std::span<const Stated> all) const {
    std::vector<std::string_view> cells(header_.columns.size());
    const auto put = [&](std::string_view name, std::string_view token) {
        const int at = header_.column(name);
        if (at < 0 || !is_one_cell(token)) return false;
        cells[static_cast<std::size_t>(at)] = token;
        return true;
    };
    if (!put("scorecard", "x")) return std::nullopt;
    for (const Stated& each : all)
        if (!put(column(each), each.token)) return std::nullopt;
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) (row += i > 0 ? std::string(1, header_.separator) : std::string()) += cells[i];
    base::Report report;
    const auto cards = card::read_csv_rows(header_, std::make_shared<const base::Source>("card", row + "\n", 1), 2, report);
    return cards.size() == 1 ? bound(cards.front(), program, report) : std::nullopt;
}

// Cells are taken without the blanks around them.
std::optional<std::string_view> AskCsv::name(std::string_view token) const {
    if (!is_one_cell(token) || !is_normal(token)) return std::nullopt;
    if (token.starts_with('"')) token = token.substr(1, token.size() - 2);
    const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    if (!token.empty() && (is_blank(token.front()) || is_blank(token.back()))) return std::nullopt;
    return token;
}

int AskCsv::letter(std::string_view token) const { return token.size() == 1 ? static_cast<unsigned char>(token.front()) : -1; }

bool AskCsv::is_one_cell(std::string_view token) const {
    if (std::ranges::any_of(token, [](char c) { return static_cast<unsigned char>(c) < 0x20; })) return false;
    if (token.starts_with('"')) return token.size() >= 2 && token.find('"', 1) == token.size() - 1;
    return token.find('"') == std::string_view::npos && token.find(header_.separator) == std::string_view::npos;
}

bool is_one_value(std::string_view token) {
    if (token.empty()) return false;
    const auto in_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' || c == '.'; };
    if (token.front() == '"') return token.size() >= 2 && token.find('"', 1) == token.size() - 1 && token.find('\\') == std::string_view::npos;
    if (token.front() == '[') return token.find_first_of("[]{}\\", 1) == token.size() - 1 && token.back() == ']';
    return std::ranges::all_of(token, in_word);
}

}  // namespace ocop::portfolio
