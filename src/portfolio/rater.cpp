// Reads, binds and rates card by card, each step that of a single card; or takes over what an earlier run said of it.
#include "portfolio/rater.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.hpp"
#include "card/bind.hpp"
#include "card/read_json.hpp"
#include "rate/rate.hpp"
#include "trail/build.hpp"

namespace ocop::portfolio {
namespace {

std::string maker_of(const card::Card& card) {
    for (const auto& [key, value] : card.product)
        if (key == "maker") return value;
    return {};
}

std::string maker_of(const card::Written& card) {
    const yaml::Node* product = card.root.find("product");
    const yaml::Node* maker = product != nullptr ? product->find("maker") : nullptr;
    return maker != nullptr && maker->kind == yaml::Node::Kind::scalar ? maker->text : std::string();
}

void count_findings(const std::vector<Finding>& findings, Counted& counted) {
    for (const Finding& each : findings) ++counted.findings[static_cast<std::size_t>(each.kind)];
}

// "minimum 1.5 for 5" back to the minimum.
std::vector<int> minima_named(const std::vector<std::string>& blocked_by, const program::Program& program) {
    std::vector<int> out;
    for (const std::string& each : blocked_by)
        for (std::size_t i = 0; i < program.minima.size(); ++i) {
            const program::MinimumEntry& minimum = program.minima[i];
            const auto node = static_cast<std::size_t>(program.leaves[static_cast<std::size_t>(minimum.leaf)].node);
            if (each != "minimum " + program.rules->nodes[node].id + " for " + std::to_string(minimum.star)) continue;
            out.push_back(static_cast<int>(i));
            break;
        }
    return out;
}

Diagnostic too_large(const std::string& name, const CardText& card, bool csv) {
    const std::size_t most = base::limits::file_bytes;
    return {Diagnostic::Severity::error, "card-too-large", Place{name, card.line, 1, 1, {}},
            csv ? Text{fmt::format("dòng {}: các dòng của hồ sơ này lớn hơn {} byte", card.row, most), fmt::format("row {}: the rows of this scorecard are larger than {} bytes", card.row, most)}
                : Text{fmt::format("dòng này lớn hơn {} byte", most), fmt::format("the line is larger than {} bytes", most)},
            {}};
}

}  // namespace

Rated Rater::rate(const Piece& piece) {
    Rated out;
    out.lines.reserve(most_lines_ + most_lines_ / 8);
    const std::string_view text = piece.text;
    for (std::size_t i = 0; i < piece.cards.size() && out.refused.empty(); ++i) {
        const CardText& each = piece.cards[i];
        const std::string_view own = text.substr(each.begin, each.end - each.begin);
        if (i < piece.earlier.size()) again(each, own, piece.earlier[i], out);
        else card(each, own, out);
        ++out.cards;
    }
    most_lines_ = std::min<std::size_t>(std::max(most_lines_, out.lines.size()), 1U << 22U);
    return out;
}

void Rater::failed(Unreadable card, int rule_set, Rated& out) {
    out.lines.put(result_line(setting_.output, card, setting_.language));
    if (setting_.tells_errors) out.errors += reason(card.why, setting_.language) + "\n";
    Counted counted;
    counted.error = true;
    counted.rule_set = rule_set;
    counting_.add(counted);
}

bool Rater::fast(std::string_view text, Rated& out) {
    Counted counted;
    const bool rated = setting_.header ? fast_.rate(*setting_.header, text, out.lines, counted) : fast_.rate(text, out.lines, counted);
    if (!rated) return false;
    out.lines.put("\n");
    counting_.add(counted);
    return true;
}

std::optional<card::Written> Rater::read(const CardText& card, std::string_view text, base::Report& report) const {
    if (card.too_large) {
        Diagnostic told = too_large(setting_.name, card, setting_.header.has_value());
        report.error(told.code, std::move(told.place), std::move(told.message), Text{});
        return std::nullopt;
    }
    const auto source = std::make_shared<const base::Source>(setting_.name, std::string(text), card.line);
    if (setting_.header) {
        auto cards = card::read_csv_rows(*setting_.header, source, card.row, report);
        return cards.size() == 1 && !report.has_errors() ? std::optional(std::move(cards.front())) : std::nullopt;
    }
    auto node = card::read_json(source, {0, static_cast<std::uint32_t>(text.size())}, report);
    if (!node) return std::nullopt;
    const Place place = node->place();
    return card::written(std::move(*node), place);
}

// What is wrong with a rule set that a card names stands where the card does.
const Rule& Rater::rule_of(const card::Written& written, base::Report& report) {
    static const Rule none;
    if (written.rule_set.empty()) {
        report.error("no-rule-set", written.place, Text{"hồ sơ không nêu bộ tiêu chí", "the scorecard does not name its rule set"},
                     Text{"ghi một dòng `rule_set: 26-2026/food/tea`", "write `rule_set: 26-2026/food/tea`"});
        return none;
    }
    const Rule& rule = lookup_.get(written.rule_set, written.council);
    if (rule.program == nullptr)
        for (const Diagnostic& each : rule.diagnostics)
            if (each.severity == Diagnostic::Severity::error)
                report.error(each.code, each.place.file.empty() ? written.place : each.place, each.message, each.help);
    return rule;
}

bool Rater::general(const card::Written& written, const Rule& rule, base::Report& report, Rated& out) {
    const program::Program& program = *rule.program;
    const auto card = card::bind(written, program, report);
    if (!card) return false;
    const rate::Result result = rate::rate(program, *card);
    const Summary summary = trail::summarize(program, *card, result);
    out.lines.put(result_line(setting_.output, summary));
    const std::vector<int> blocked = rate::blocking_minima(program, result);
    const std::string maker = maker_of(*card);
    Counted counted;
    counted.rule_set = rule.index;
    counted.outcome = summary.outcome;
    counted.stars = summary.stars.value_or(-1);
    counted.maker = maker;
    counted.blocked = blocked;
    count_findings(summary.findings, counted);
    counting_.add(counted);
    return true;
}

void Rater::card(const CardText& card, std::string_view text, Rated& out) {
    if (!card.too_large && fast(text, out)) return;
    base::Report report;
    const auto written = read(card, text, report);
    if (!written) return failed({card.id, {}, report.take()}, -1, out);
    const Rule& rule = rule_of(*written, report);
    if (rule.program == nullptr || !general(*written, rule, report, out)) failed({written->id, written->rule_set, report.take()}, rule.index, out);
}

// The line is there already: what it says is counted, and that it is of this card.
void Rater::again(const CardText& card, std::string_view text, const std::string& line, Rated& out) {
    const auto refuse = [&](Text message) { out.refused.push_back({Diagnostic::Severity::error, "other-results", Place{setting_.name, card.line, 1, 1, {}}, std::move(message), {}}); };
    const auto said = read_back(line, setting_.output, setting_.language);
    if (!said) return refuse({"kết quả đã có không phải là dòng kết quả của hồ sơ này", "what stands in the earlier results for this scorecard is no result line"});
    base::Report report;
    const auto written = read(card, text, report);
    const std::string& id = written ? written->id : card.id;
    if (id != said->id || (!written && !said->error))
        return refuse({fmt::format("kết quả đã có là của hồ sơ `{}`, ở đây là `{}`; đó không phải kết quả của tệp này", said->id, id),
                       fmt::format("the earlier results have the scorecard `{}` where this is `{}`; they are not the results of this file", said->id, id)});
    const Rule* rule = written && !written->rule_set.empty() ? &lookup_.get(written->rule_set, written->council) : nullptr;
    if (!said->error && (rule == nullptr || rule->program == nullptr))
        return refuse({fmt::format("hồ sơ `{}` đã được phân hạng theo một bộ tiêu chí nay không còn", id), fmt::format("the scorecard `{}` was rated by a rule set that is not there now", id)});
    const std::vector<int> blocked = said->error ? std::vector<int>() : minima_named(said->blocked_by, *rule->program);
    const std::string maker = written ? maker_of(*written) : std::string();
    Counted counted;
    counted.rule_set = rule != nullptr ? rule->index : -1;
    counted.error = said->error;
    counted.outcome = said->outcome;
    counted.stars = said->stars;
    counted.maker = maker;
    counted.blocked = blocked;
    counted.findings = said->findings;
    counting_.add(counted);
    if (said->error && setting_.tells_errors) out.errors += said->reason + "\n";
}

}  // namespace ocop::portfolio
