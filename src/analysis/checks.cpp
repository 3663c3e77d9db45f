// Every code that loading or reviewing a rule set can give, explained.
#include <algorithm>
#include <vector>

#include <ocop/analysis.hpp>

#include "base/diagnostics.hpp"

namespace ocop {
namespace {

using Severity = Diagnostic::Severity;
constexpr Severity error = Severity::error, warning = Severity::warning, note = Severity::note;

// By code. Summaries are a line; explanations say why it matters and what to do.
const std::vector<Check>& table() {
    static const std::vector<Check> all = {
        {"points-repeated", warning,
         {"hai mức của một tiêu chí cùng điểm", "two options of one criterion have the same points"},
         {"Chấm bằng số điểm thì không biết là mức nào. Thường là lỗi chép: 1 hai lần thay vì 0 và 1. Đối chiếu với biểu mẫu; nếu biểu mẫu in như vậy, "
          "ghi rõ trong `erratum`.",
          "A mark given as points cannot tell which option is meant. Usually a slip of transcription: 1 twice instead of 0 and 1. Hold it against the form; "
          "where the form prints it so, say it in an `erratum`."}},
    };
    return all;
}

}  // namespace

std::span<const Check> checks() { return table(); }

const Check* find_check(std::string_view code, Diagnostics* why) {
    const auto found = std::ranges::find(table(), code, &Check::code);
    if (found != table().end()) return &*found;
    if (why == nullptr) return nullptr;
    std::vector<std::string> known;
    for (const Check& each : table()) known.emplace_back(each.code);
    base::Report report;
    report.error("unknown-check", {}, Text{"không có mã `" + std::string(code) + "`", "no check is called `" + std::string(code) + "`"}, base::suggest(code, known));
    *why = report.take();
    return nullptr;
}

}  // namespace ocop
