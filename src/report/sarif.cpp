// Diagnostics as SARIF 2.1.0, which code hosts show beside the lines.
#include <map>

#include <ocop/analysis.hpp>
#include <ocop/report.hpp>
#include <ocop/version.hpp>

#include "base/text.hpp"
#include "report/json_values.hpp"

namespace ocop::report {
namespace {

const char* level(Diagnostic::Severity severity) {
    switch (severity) {
        case Diagnostic::Severity::error: return "error";
        case Diagnostic::Severity::warning: return "warning";
        case Diagnostic::Severity::note: return "note";
    }
    return "none";
}

// A URI reference, relative where the path is: forward slashes, everything unusual percent-encoded.
std::string uri(const std::string& path) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr const char* digits = "0123456789ABCDEF";
    std::string out = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos) out += c;
        else out += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return out;
}

// Places count characters as people do, SARIF counts code points: where a line has combining marks, the two differ.
int code_point_column(const Place& place, int column) {
    int points = 0, characters = 0;
    for (std::size_t begin = 0, end = 0; begin < place.line_text.size(); begin = end, ++points) {
        for (++end; end < place.line_text.size() && (static_cast<unsigned char>(place.line_text[end]) & 0xC0U) == 0x80U;) ++end;
        characters += static_cast<int>(base::characters(std::string_view(place.line_text).substr(begin, end - begin)));
        if (characters == column) return points + 1;
    }
    return points + column - characters;
}

class Log {
public:
    explicit Log(Language language) : language_(language) {}

    void add(const Diagnostic& found) {
        Json result = {{"ruleId", found.code}, {"ruleIndex", rule(found.code)}, {"level", level(found.severity)}};
        std::string text = found.message.in(language_);
        if (const std::string& help = found.help.in(language_); !help.empty()) text += " (" + help + ")";
        result["message"] = {{"text", text}};
        Json physical = {{"artifactLocation", {{"uri", uri(found.place.file)}}}};
        if (found.place.line > 0) {
            const int end = found.place.column + (found.place.length > 0 ? found.place.length : 1);
            physical["region"] = {{"startLine", found.place.line},
                                  {"startColumn", code_point_column(found.place, found.place.column)},
                                  {"endColumn", code_point_column(found.place, end)}};
        }
        result["locations"] = Json::array({{{"physicalLocation", std::move(physical)}}});
        results_.push_back(std::move(result));
    }

    Json take() {
        Json driver = {{"name", "ocop"}, {"version", version()}, {"rules", std::move(rules_)}};
        Json run = {{"tool", {{"driver", std::move(driver)}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results_)}};
        return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({std::move(run)})}};
    }

private:
    std::size_t rule(const std::string& code) {
        const auto [found, added] = index_.emplace(code, rules_.size());
        if (!added) return found->second;
        Json out = {{"id", code}};
        if (const Check* check = find_check(code)) {
            out["shortDescription"] = {{"text", check->summary.in(language_)}};
            out["fullDescription"] = {{"text", check->explanation.in(language_)}};
            out["defaultConfiguration"] = {{"level", level(check->severity)}};
        }
        rules_.push_back(std::move(out));
        return found->second;
    }

    Language language_;
    Json rules_ = Json::array(), results_ = Json::array();
    std::map<std::string, std::size_t> index_;
};

}  // namespace

std::string sarif(const Diagnostics& diagnostics, Language language) {
    Log log(language);
    for (const Diagnostic& each : diagnostics) log.add(each);
    return dumped(log.take(), 2) + "\n";
}

}  // namespace ocop::report
