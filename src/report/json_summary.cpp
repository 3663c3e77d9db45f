// The result line that other programs rely on, and the line for a card that could not be read.
#include "report/json_summary.hpp"

#include <ocop/report.hpp>

#include "report/fragments.hpp"

namespace ocop::report {
namespace {

const char* standing(Recognition::Standing standing) {
    switch (standing) {
        case Recognition::Standing::final: return "final";
        case Recognition::Standing::proposal: return "proposal";
        case Recognition::Standing::adoptable: return "adoptable";
        case Recognition::Standing::unknown: return "unknown";
    }
    return "";
}

Json json_of(const Recognition& recognition) {
    return {{"authority", name(recognition.authority)},
            {"final", report::json_of(recognition.final)},
            {"standing", standing(recognition.standing)},
            {"certificate", text_or_null(recognition.certificate)}};
}

Json json_of(const Finding& finding) {
    return {{"kind", name(finding.kind)},
            {"node", text_or_null(finding.node)},
            {"sheet", text_or_null(finding.sheet)},
            {"values", finding.values},
            {"text", report::json_of(finding.text)}};
}

const char* word(Diagnostic::Severity severity) {
    switch (severity) {
        case Diagnostic::Severity::error: return "error";
        case Diagnostic::Severity::warning: return "warning";
        case Diagnostic::Severity::note: return "note";
    }
    return "";
}

Json json_of(const Diagnostic& diagnostic) {
    const bool placed = diagnostic.place.line > 0;
    return {{"severity", word(diagnostic.severity)},
            {"code", diagnostic.code},
            {"file", text_or_null(diagnostic.place.file)},
            {"line", placed ? Json(diagnostic.place.line) : Json()},
            {"column", placed ? Json(diagnostic.place.column) : Json()},
            {"message", report::json_of(diagnostic.message)},
            {"help", text_or_null(diagnostic.help)}};
}

// "card.yaml:12:5: …; …", errors only.
std::string message(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        if (each.severity != Diagnostic::Severity::error) continue;
        if (!out.empty()) out += "; ";
        if (!each.place.file.empty()) out += each.place.file + ":";
        if (each.place.line > 0) out += std::to_string(each.place.line) + ":" + std::to_string(each.place.column) + ":";
        if (!each.place.file.empty()) out += " ";
        out += each.message.in(Language::en);
    }
    return out.empty() ? "the scorecard cannot be read" : out;
}

}  // namespace

Json summary_json(const Summary& summary) {
    Json parts = Json::object(), findings = Json::array();
    for (const auto& [id, points] : summary.parts) parts[id] = report::json_of(points);
    for (const Finding& each : summary.findings) findings.push_back(json_of(each));
    Json out = {{"scorecard", text_or_null(summary.scorecard)},
                {"rule_set", text_or_null(summary.rule_set)},
                {"outcome", name(summary.outcome)},
                {"stars", report::json_of(summary.stars)},
                {"band", report::json_of(summary.band)},
                {"total", report::json_of(summary.total)},
                {"parts", std::move(parts)},
                {"blocked_by", summary.blocked_by},
                {"recognition", summary.recognition ? json_of(*summary.recognition) : Json()},
                {"findings", std::move(findings)}};
    if (summary.range) out["range"] = json_of(*summary.range);
    return out;
}

std::string json_piece(const Finding& finding) { return dumped(json_of(finding)); }
std::string json_piece(const std::optional<Recognition>& recognition) { return dumped(recognition ? json_of(*recognition) : Json()); }
std::string json_piece(const std::string& text) { return dumped(Json(text)); }

std::string json_piece(const Diagnostics& diagnostics) {
    Json all = Json::array();
    for (const Diagnostic& each : diagnostics) all.push_back(json_of(each));
    return dumped(all);
}

std::string json_piece(const std::vector<Library::Entry>& listed) {
    Json all = Json::array();
    for (const Library::Entry& each : listed)
        all.push_back({{"id", each.id},
                       {"title", report::json_of(each.title)},
                       {"in_force", {{"from", text_or_null(each.in_force_from)}, {"until", text_or_null(each.in_force_until)}}}});
    return dumped(all);
}

std::string json_line(const Summary& summary) { return dumped(summary_json(summary)); }

std::string json_error(const std::string& scorecard, const std::string& rule_set, const Diagnostics& diagnostics) {
    Json told = Json::array();
    for (const Diagnostic& each : diagnostics) told.push_back(json_of(each));
    return dumped({{"scorecard", text_or_null(scorecard)},
                   {"rule_set", text_or_null(rule_set)},
                   {"outcome", "error"},
                   {"stars", nullptr},
                   {"band", nullptr},
                   {"total", nullptr},
                   {"parts", Json::object()},
                   {"blocked_by", Json::array()},
                   {"recognition", nullptr},
                   {"findings", Json::array()},
                   {"message", message(diagnostics)},
                   {"diagnostics", std::move(told)}});
}

}  // namespace ocop::report
