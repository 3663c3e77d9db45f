// Scorecards: written, joined, read against a rule set, or filled in by code.
#include <ocop/scorecard.hpp>

#include <fstream>
#include <sstream>

#include "api/state.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "card/bind.hpp"

namespace ocop {
namespace {

std::optional<std::string> contents(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) return std::nullopt;
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    if (in.bad()) return std::nullopt;
    return std::move(text).str();
}

WrittenCards handles(std::vector<card::Written> cards, base::Report& report) {
    WrittenCards out;
    for (card::Written& each : cards) out.cards.emplace_back(std::make_shared<const WrittenCard::State>(WrittenCard::State{std::move(each)}));
    out.diagnostics = report.take();
    return out;
}

Scorecard::Loaded bound(const card::Written& written, const RuleSet& rules) {
    base::Report report;
    Scorecard::Loaded out;
    if (auto card = card::bind(written, *rules.state().program, report)) out.scorecard.emplace(std::make_shared<const Scorecard::State>(std::move(*card), rules.state().plan()));
    out.diagnostics = report.take();
    return out;
}

Scorecard::Loaded only(WrittenCards written, const RuleSet& rules) {
    if (written.cards.size() == 1 && written.diagnostics.empty()) return Scorecard::read(written.cards.front(), rules);
    Scorecard::Loaded out;
    out.diagnostics = std::move(written.diagnostics);
    if (out.diagnostics.empty())
        out.diagnostics.push_back({Diagnostic::Severity::error, "not-one-card", {}, {"ở đây phải có đúng một hồ sơ chấm điểm", "exactly one scorecard was expected here"}, {}});
    return out;
}

}  // namespace

const std::string& WrittenCard::id() const { return state_->written.id; }
const std::string& WrittenCard::rule_set() const { return state_->written.rule_set; }
const std::string& WrittenCard::council() const { return state_->written.council; }
const Place& WrittenCard::place() const { return state_->written.place; }

WrittenCards WrittenCards::from_text(std::string_view text, std::string name, CardFormat format) {
    base::Report report;
    const auto source = std::make_shared<const base::Source>(std::move(name), std::string(text));
    return handles(card::read_cards(source, format, report), report);
}

WrittenCards WrittenCards::from_file(const std::filesystem::path& file, CardFormat format) {
    auto text = contents(file);
    if (text) return from_text(*text, file.string(), format);
    WrittenCards out;
    out.diagnostics.push_back({Diagnostic::Severity::error, "cannot-read", Place{file.string(), 0, 0, 0, {}}, {"không đọc được tệp này", "this file cannot be read"}, {}});
    return out;
}

WrittenCards WrittenCards::joined(std::vector<WrittenCards> files) {
    base::Report report;
    std::vector<card::Written> all;
    Diagnostics before;
    for (WrittenCards& file : files) {
        for (const WrittenCard& each : file.cards) all.push_back(each.state().written);
        before.insert(before.end(), file.diagnostics.begin(), file.diagnostics.end());
    }
    WrittenCards out = handles(card::joined(std::move(all), report), report);
    out.diagnostics.insert(out.diagnostics.begin(), before.begin(), before.end());
    return out;
}

Scorecard::Loaded Scorecard::read(const WrittenCard& written, const RuleSet& rules) { return bound(written.state().written, rules); }

Scorecard::Loaded Scorecard::load(const std::filesystem::path& file, const RuleSet& rules) { return only(WrittenCards::from_file(file), rules); }

Scorecard::Loaded Scorecard::from_text(std::string_view text, const RuleSet& rules, std::string name, CardFormat format) {
    return only(WrittenCards::from_text(text, std::move(name), format), rules);
}

const std::string& Scorecard::id() const { return state_->card.id; }

const Scorecard& Scorecard::Loaded::value() const {
    if (!scorecard) throw LoadError(diagnostics);
    return *scorecard;
}

}  // namespace ocop
