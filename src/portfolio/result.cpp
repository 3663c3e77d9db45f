// One line a card. In CSV what is a list in JSON is joined by "; ".
#include "portfolio/result.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <ocop/report.hpp>

namespace ocop::portfolio {
namespace {

class CsvRow {
public:
    explicit CsvRow(std::string& out) : out_(out) {}

    CsvRow& cell(std::string_view text) {
        if (!first_) out_ += ',';
        first_ = false;
        out_ += csv_cell(text);
        return *this;
    }
    CsvRow& cell(const std::optional<int>& number) { return cell(number ? std::to_string(*number) : std::string()); }
    CsvRow& cell(const std::optional<Number>& number) { return cell(number ? number->text() : std::string()); }
    CsvRow& empty(int cells) {
        for (int i = 0; i < cells; ++i) cell(std::string_view());
        return *this;
    }
    void end() { out_ += '\n'; }

private:
    std::string& out_;
    bool first_ = true;
};

void add(std::string& list, const std::string& item) { list += (list.empty() ? "" : "; ") + item; }

std::string joined(const std::vector<std::string>& items) {
    std::string out;
    for (const std::string& each : items) add(out, each);
    return out;
}

std::string parts(const Summary& summary) {
    std::string out;
    for (const auto& [id, points] : summary.parts) add(out, id + "=" + (points ? points->text() : "?"));
    return out;
}

// Each kind once, with how many there are of it where there are several.
std::string findings(const Summary& summary) {
    std::vector<std::pair<Finding::Kind, int>> kinds;
    for (const Finding& each : summary.findings) {
        const auto known = std::find_if(kinds.begin(), kinds.end(), [&](const auto& other) { return other.first == each.kind; });
        if (known == kinds.end()) kinds.emplace_back(each.kind, 1);
        else ++known->second;
    }
    std::string out;
    for (const auto& [kind, count] : kinds) add(out, count == 1 ? std::string(name(kind)) : fmt::format("{} ({})", name(kind), count));
    return out;
}

std::string csv_row(const Summary& summary) {
    std::string out;
    CsvRow row(out);
    row.cell(summary.scorecard).cell(summary.rule_set).cell(name(summary.outcome)).cell(summary.stars).cell(summary.band).cell(summary.total);
    row.cell(parts(summary)).cell(joined(summary.blocked_by));
    out += "," + recognition_cells(summary.recognition);
    row.cell(findings(summary)).empty(1).end();
    return out;
}

}  // namespace

std::string csv_cell(std::string_view text) {
    const bool plain = text.find_first_of(",\"\r\n;") == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ');
    if (plain) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string recognition_cells(const std::optional<Recognition>& recognition) {
    if (!recognition) return ",";
    return csv_cell(name(recognition->authority)) + (!recognition->final ? "," : *recognition->final ? ",true" : ",false");
}

const std::string& csv_header() {
    static const std::string header = "scorecard,rule_set,outcome,stars,band,total,parts,blocked_by,authority,final,findings,message\n";
    return header;
}

std::string reason(const Diagnostics& why, Language language) {
    std::string out;
    for (const Diagnostic& each : why) {
        if (each.severity != Diagnostic::Severity::error) continue;
        std::string one;
        if (!each.place.file.empty()) one += each.place.file + ":";
        if (each.place.line > 0) one += fmt::format("{}:{}:", each.place.line, each.place.column);
        if (!one.empty()) one += " ";
        add(out, one + each.message.in(language));
    }
    std::replace_if(out.begin(), out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return out;
}

std::string result_line(Format format, const Summary& summary) { return format == Format::csv ? csv_row(summary) : report::json_line(summary) + "\n"; }

std::string result_line(Format format, const Unreadable& card, Language language) {
    if (format == Format::ndjson) return report::json_error(card.id, card.rule_set, card.why) + "\n";
    std::string out;
    CsvRow(out).cell(card.id).cell(card.rule_set).cell("error").empty(8).cell(reason(card.why, language)).end();
    return out;
}

}  // namespace ocop::portfolio
