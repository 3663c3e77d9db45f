// `ocop check`: everything wrong or doubtful in rule sets, each thing once. A broken rule set never hides another.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include <ocop/ocop.hpp>

#include "cli/commands.hpp"
#include "cli/json_text.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {
namespace {

namespace fs = std::filesystem;

class Checker {
public:
    Checker(const CheckCall& call, const Rules& rules, Output& output) : call_(call), rules_(rules), output_(output), review_(rules.library) {}

    int check() {
        if (call_.paths.empty())
            for (const fs::path& each : rules_.directories) review_.add_below(each);
        for (const std::string& each : call_.paths) path(each);
        keep(review_.run(), rules_.directories);
        if (call_.format == "json") json();
        else if (call_.format == "sarif") output_.result(report::sarif(found_, output_.language()));
        else text();
        return status();
    }

private:
    void path(const std::string& path) {
        std::error_code failed;
        if (fs::is_directory(path, failed)) return directory(path);
        if (is_path(path)) review_.add_file(path);
        else review_.add(path);
    }

    // A directory of the library, or one that lies inside it; else a library of its own.
    void directory(const fs::path& directory) {
        for (const fs::path& each : rules_.directories)
            if (is_inside(real(directory), real(each)) || is_inside(real(each), real(directory))) return review_.add_below(directory);
        const Library::Opened own = Library::open({directory});
        found_.insert(found_.end(), own.diagnostics.begin(), own.diagnostics.end());
        if (!own) return;
        Review review(own.value());
        review.add_below(directory);
        keep(review.run(), {directory});
    }

    // Places are told as the caller can open them.
    void keep(std::vector<Reviewed> reviewed, const std::vector<fs::path>& directories) {
        for (Reviewed& each : reviewed) {
            checked_.emplace(each.id, each.usable);
            if (!each.usable && not_there(each.diagnostics)) ++not_there_;
            for (Diagnostic& found : each.diagnostics) {
                if (call_.format == "sarif") found.place.file = openable(found.place.file, directories);
                ++counts_[static_cast<std::size_t>(found.severity)];
                found_.push_back(std::move(found));
            }
        }
    }

    // From the current directory; what lies outside it as it was named.
    static std::string openable(const std::string& file, const std::vector<fs::path>& directories) {
        std::vector<fs::path> candidates = {file};
        for (const fs::path& each : directories) candidates.push_back(each / file);
        for (const fs::path& each : candidates) {
            std::error_code failed;
            if (!fs::exists(each, failed)) continue;
            const fs::path found = real(each).lexically_relative(real(fs::current_path(failed)));
            return found.empty() || *found.begin() == ".." ? file : found.generic_string();
        }
        return file;
    }

    // Nothing to check: no such id, no such file. What a rule set extends has a line where it is named.
    static bool not_there(const Diagnostics& diagnostics) {
        return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& each) {
            return each.place.line == 0 && (each.code == "not-found" || each.code == "unreadable" || each.code == "bad-id");
        });
    }

    std::size_t errors() const { return counts_[0]; }

    void text() {
        for (const Diagnostic& each : found_) output_.result(to_string(each, output_.language()));
        output_.result(in_words());
    }

    std::string in_words() const {
        if (output_.language() == Language::vi)
            return fmt::format("{} bộ tiêu chí đã kiểm tra: {} lỗi, {} cảnh báo, {} ghi chú\n", checked_.size(), counts_[0], counts_[1], counts_[2]);
        const auto many = [](std::size_t n, const char* what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); };
        return fmt::format("{} checked: {}, {}, {}\n", many(checked_.size(), "rule set"), many(counts_[0], "error"), many(counts_[1], "warning"), many(counts_[2], "note"));
    }

    void json() {
        std::string out = "{\n  \"checked\": [";
        bool first = true;
        for (const auto& [id, usable] : checked_) {
            out += fmt::format("{}{{\"rule_set\": {}, \"fine\": {}}}", first ? "\n    " : ",\n    ", json_string(id), usable);
            first = false;
        }
        out += fmt::format("{}],\n  \"errors\": {},\n  \"warnings\": {},\n  \"notes\": {},\n  \"diagnostics\": [", first ? "" : "\n  ", counts_[0], counts_[1], counts_[2]);
        for (std::size_t i = 0; i < found_.size(); ++i) out += (i == 0 ? "\n    " : ",\n    ") + json_diagnostic(found_[i]);
        output_.result(out + (found_.empty() ? "]\n}\n" : "\n  ]\n}\n"));
    }

    int status() {
        if (checked_.empty() && errors() == 0) output_.say("there are no rule sets to check; name their directory with --rules DIR");
        if (checked_.size() == not_there_) return no_answer;
        const bool usable = std::all_of(checked_.begin(), checked_.end(), [](const auto& each) { return each.second; });
        return errors() == 0 && usable ? fine : answer_is_no;
    }

    const CheckCall& call_;
    const Rules& rules_;
    Output& output_;
    Review review_;
    std::multimap<std::string, bool> checked_;  // usable; two files may name one rule set
    Diagnostics found_;
    std::size_t not_there_ = 0;
    std::size_t counts_[3] = {0, 0, 0};
};

}  // namespace

int check(const CheckCall& call, const Rules& rules, Output& output) { return Checker(call, rules, output).check(); }

int explain(const std::string& code, Output& output) {
    Diagnostics unknown;
    if (const Check* found = find_check(code, &unknown)) {
        const Language language = output.language();
        output.result(fmt::format("{} ({}): {}\n\n{}\n", found->code, severity_name(found->severity), found->summary.in(language), found->explanation.in(language)));
        return fine;
    }
    output.tell(unknown);
    return no_answer;
}

}  // namespace ocop::cli
