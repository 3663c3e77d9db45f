// ✓ what holds, ✗ what does not and why, – what could not be checked.
#include "record/told.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/escape.hpp"

namespace ocop::record {
namespace {

using Json = nlohmann::ordered_json;

const char* sign(Statement::Result result) {
    switch (result) {
        case Statement::Result::holds: return "✓";
        case Statement::Result::fails: return "✗";
        case Statement::Result::open: return "–";
    }
    return "";
}

const char* word(Statement::Result result) {
    switch (result) {
        case Statement::Result::holds: return "holds";
        case Statement::Result::fails: return "fails";
        case Statement::Result::open: return "open";
    }
    return "";
}

// What a record says is shown, and never drives the terminal or makes lines of its own.
std::string safe(const Text& text, Language language) { return report::without_controls(text.in(language)); }

std::string lines(const Statement& statement, Language language) {
    std::string out = fmt::format("{} {}", sign(statement.result), safe(statement.text, language));
    if (!statement.remark.in(language).empty()) out += fmt::format(" ({})", safe(statement.remark, language));
    out += fmt::format(" [{}]\n", statement.code);
    for (const Fault& each : statement.faults) out += fmt::format("    {}\n", safe(each.text, language));
    if (statement.more > 0) out += language == Language::vi ? fmt::format("    và {} chỗ nữa\n", statement.more) : fmt::format("    and {} more\n", statement.more);
    return out;
}

// What statements rest on.
Text basis(const std::string& code) {
    if (code == "canonical" || code == "parts-unchanged" || code == "signature" || code == "key" || code == "files-unchanged") return {"Theo chữ ký", "From the signature"};
    if (code.ends_with("-digest")) return {"Theo mã băm", "From the digests"};
    if (code == "replay") return {"Theo bộ tiêu chí và hồ sơ ghi bên trong", "From the rule set and the card inside"};
    if (code == "rated") return {};
    return {"Theo chính các số trong hồ sơ", "From the record's own numbers"};
}

std::string verdict(const Checked& checked, Language language) {
    const bool vi = language == Language::vi;
    if (checked.holds()) return vi ? "Mọi điều kiểm tra đều đúng.\n" : "Everything that was checked holds.\n";
    for (const Statement& each : checked.statements)
        if (each.result == Statement::Result::fails) return vi ? "KHÔNG đúng.\n" : "This does NOT hold.\n";
    return vi ? "Có điều chưa kiểm tra được.\n" : "Not everything could be checked.\n";
}

Json json_of(const Text& text) { return text == Text{} ? Json() : Json{{"vi", text.vi}, {"en", text.en}}; }

Json json_of(const Statement& statement) {
    Json faults = Json::array();
    for (const Fault& each : statement.faults) faults.push_back({{"pointer", each.pointer}, {"text", json_of(each.text)}});
    return {{"code", statement.code}, {"result", word(statement.result)}, {"counts", statement.counts}, {"text", json_of(statement.text)},
            {"remark", json_of(statement.remark)}, {"faults", std::move(faults)}, {"more", statement.more}};
}

}  // namespace

std::string told(const Verification& verification, Language language) {
    std::string out;
    for (const Checked& each : verification.records) {
        if (!out.empty()) out += "\n";
        if (!each.scorecard.empty()) out += (language == Language::vi ? "Hồ sơ " : "Record ") + report::without_controls(each.scorecard) + "\n";
        Text before;
        for (const Statement& statement : each.statements) {
            const Text now = basis(statement.code);
            if (now != before && now != Text{}) out += now.in(language) + ":\n";
            before = now;
            out += lines(statement, language);
        }
        out += verdict(each, language);
    }
    return out;
}

std::string told_json(const Verification& verification) {
    Json records = Json::array();
    for (const Checked& each : verification.records) {
        Json statements = Json::array();
        for (const Statement& statement : each.statements) statements.push_back(json_of(statement));
        records.push_back({{"scorecard", each.scorecard.empty() ? Json() : Json(each.scorecard)}, {"holds", each.holds()}, {"statements", std::move(statements)}});
    }
    const Json out = {{"holds", verification.holds()}, {"records", std::move(records)}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace ocop::record
