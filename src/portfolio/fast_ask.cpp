// The way every single card goes.
#include "portfolio/fast_ask.hpp"

#include <algorithm>

#include "card/bind.hpp"
#include "card/read_json.hpp"

namespace ocop::portfolio {

std::optional<card::Card> card_with(const program::Program& program, const std::string& rest) {
    base::Report report;
    std::string text = R"({"scorecard":"x")" + rest;
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto source = std::make_shared<const base::Source>("card", std::move(text), 1);
    auto node = card::read_json(source, {0, size}, report);
    if (!node) return std::nullopt;
    const Place place = node->place();
    auto card = card::bind(card::written(std::move(*node), place), program, report);
    return report.has_errors() ? std::nullopt : std::move(card);
}

bool is_one_value(std::string_view token) {
    if (token.empty()) return false;
    const auto in_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-' || c == '.'; };
    if (token.front() == '"') return token.size() >= 2 && token.find('"', 1) == token.size() - 1 && token.find('\\') == std::string_view::npos;
    if (token.front() == '[') return token.find_first_of("[]{}\\", 1) == token.size() - 1 && token.back() == ']';
    return std::ranges::all_of(token, in_word);
}

}  // namespace ocop::portfolio
