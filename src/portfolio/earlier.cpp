// A result line, in either format, to what a tally takes from it.
#include "portfolio/earlier.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/limits.hpp"
#include "card/read_json.hpp"
#include "portfolio/result.hpp"

namespace ocop::portfolio {
namespace {

using yaml::Node;

constexpr std::size_t any_size = std::numeric_limits<std::size_t>::max();

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failed == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool read_outcome(std::string_view word, Said& said) {
    said.error = word == "error";
    for (const Outcome each : {Outcome::rated, Outcome::undecided, Outcome::stopped, Outcome::rejected}) {
        if (word != name(each)) continue;
        said.outcome = each;
        return true;
    }
    return said.error;
}

bool read_stars(std::string_view text, Said& said) {
    const auto stars = number(text);
    if (said.error || said.outcome != Outcome::rated) return true;
    said.stars = stars.value_or(-1);
    return stars && *stars >= 0 && *stars <= static_cast<int>(base::limits::stars);
}

bool add_finding(std::string_view kind, int count, Said& said) {
    for (std::size_t i = 0; i < said.findings.size(); ++i) {
        if (kind != name(static_cast<Finding::Kind>(i))) continue;
        said.findings[i] = static_cast<std::uint16_t>(said.findings[i] + count);
        return true;
    }
    return false;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("; "), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return out;
}

// "spread; evidence-missing (3)"
bool read_findings(std::string_view text, Said& said) {
    for (const std::string& each : split(text)) {
        const std::size_t open = each.find(" (");
        const auto count = open == std::string::npos ? std::optional(1) : number(std::string_view(each).substr(open + 2, each.size() - open - 3));
        if (!count || !add_finding(std::string_view(each).substr(0, open), *count, said)) return false;
    }
    return true;
}

std::string text_of(const Node* node) { return node != nullptr && node->kind == Node::Kind::scalar ? node->text : std::string(); }

// The diagnostics of an error as they were.
Diagnostics diagnostics(const Node& root) {
    Diagnostics out;
    const Node* all = root.find("diagnostics");
    for (std::size_t i = 0; all != nullptr && i < all->items.size(); ++i) {
        const Node& from = all->items[i];
        Diagnostic made;
        made.severity = text_of(from.find("severity")) == "error" ? Diagnostic::Severity::error : Diagnostic::Severity::note;
        made.place.file = text_of(from.find("file"));
        made.place.line = number(text_of(from.find("line"))).value_or(0);
        made.place.column = number(text_of(from.find("column"))).value_or(0);
        if (const Node* message = from.find("message")) made.message = {text_of(message->find("vi")), text_of(message->find("en"))};
        out.push_back(std::move(made));
    }
    return out;
}

std::optional<Said> from_json(const std::string& line, Language language) {
    base::Report ignored;
    const auto source = std::make_shared<const base::Source>("", line);
    card::JsonLimits limits;
    limits.exact = true;
    const auto root = card::read_json(source, {0, static_cast<std::uint32_t>(line.size())}, ignored, limits);
    Said said;
    if (!root || root->kind != Node::Kind::map || !read_outcome(text_of(root->find("outcome")), said)) return std::nullopt;
    said.id = text_of(root->find("scorecard"));
    if (said.error) {
        said.reason = reason(diagnostics(*root), language);
        return said;
    }
    if (!read_stars(text_of(root->find("stars")), said)) return std::nullopt;
    if (const Node* blocked = root->find("blocked_by"))
        for (const Node& each : blocked->items) said.blocked_by.push_back(text_of(&each));
    if (const Node* findings = root->find("findings"))
        for (const Node& each : findings->items)
            if (!add_finding(text_of(each.find("kind")), 1, said)) return std::nullopt;
    return said;
}

// The cells of a row that this program wrote, blanks and all.
std::vector<std::string> cells_of(std::string_view row) {
    std::vector<std::string> out(1);
    bool quoted = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const char c = row[i];
        if (c == '"' && quoted && row.substr(i + 1, 1) == "\"") out.back() += row[i++];
        else if (c == '"') quoted = !quoted;
        else if (!quoted && c == ',') out.emplace_back();
        else if (quoted || c != '\n') out.back() += c;
    }
    return out;
}

std::optional<Said> from_csv(const std::string& row) {
    const std::vector<std::string> cells = cells_of(row);
    Said said;
    if (cells.size() != 12 || !read_outcome(cells[2], said)) return std::nullopt;
    said.id = cells[0];
    if (said.error) {
        said.reason = cells[11];
        return said;
    }
    if (!read_stars(cells[3], said) || !read_findings(cells[10], said)) return std::nullopt;
    said.blocked_by = split(cells[7]);
    return said;
}

}  // namespace

std::optional<Said> read_back(const std::string& line, Format format, Language language) {
    return format == Format::csv ? from_csv(line) : from_json(line, language);
}

EarlierLines::EarlierLines(const Read& read, Format format) : feed_(read), format_(format), lines_(feed_, any_size), rows_(feed_, ',', any_size, 1, 1) {
    if (format == Format::ndjson) return;
    first_ = line();
    has_header_ = first_ == csv_header();
    if (has_header_) first_.reset();
}

std::optional<std::string> EarlierLines::line() {
    std::optional<std::string> out;
    if (format_ == Format::csv) {
        if (const auto row = rows_.next(true); row && row->whole) out = std::string(row->text);
    } else {
        if (const auto line = lines_.next(true); line && line->whole) out = std::string(line->text);
    }
    if (out) bytes_ = feed_.position();
    return out;
}

std::optional<std::string> EarlierLines::next() {
    if (!first_) return line();
    std::optional<std::string> out = std::move(first_);
    first_.reset();
    return out;
}

}  // namespace ocop::portfolio
