// `ocop check`: everything wrong or doubtful in rule sets, each thing once. A broken rule set never hides another.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/commands.hpp"
#include "cli/json_text.hpp"

namespace ocop::cli {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& directory) {
    const auto [in_directory, in_path] = std::mismatch(directory.begin(), directory.end(), path.begin(), path.end());
    return in_directory == directory.end();
}

fs::path real(const fs::path& path) {
    std::error_code failed;
    fs::path found = fs::weakly_canonical(path, failed);
    if (!found.has_filename()) found = found.parent_path();
    return failed ? path : found;
}

class Checker {
public:
    Checker(const CheckCall& call, const Rules& rules, Output& output) : call_(call), rules_(rules), output_(output) {}

    int check() {
        if (call_.paths.empty()) everything(rules_.library, {});
        for (const std::string& each : call_.paths) path(each);
        return summary();
    }

private:
    void path(const std::string& path) {
        std::error_code failed;
        if (fs::is_directory(path, failed)) return directory(path);
        add(path, load(rules_.library, path));
    }

    // A directory of the library, or one that lies inside it; else a library of its own.
    void directory(const fs::path& directory) {
        for (const fs::path& each : rules_.directories)
            if (is_inside(real(directory), real(each))) return everything(rules_.library, real(directory));
        const Library::Opened own = Library::open({directory});
        keep(own.diagnostics);
        if (own) everything(own.value(), {});
    }

    // All rule sets, or those whose file lies below a directory.
    void everything(const Library& library, const fs::path& below) {
        Diagnostics unreadable;
        const auto wanted = [&](const fs::path& file) { return below.empty() || is_inside(file, below); };
        for (const Library::Entry& each : library.list(&unreadable))
            if (wanted(real(fs::path(each.directory) / (each.id + ".yaml")))) add(each.id, library.load(each.id));
        for (const Diagnostic& each : unreadable)
            if (below.empty() || in_any_directory(each.place.file, below)) keep({each});
    }

    bool in_any_directory(const std::string& file, const fs::path& below) const {
        for (const fs::path& each : rules_.directories)
            if (is_inside(real(each / file), below)) return true;
        return false;
    }

    void add(const std::string& name, const RuleSet::Loaded& loaded) {
        if (!checked_.insert(loaded ? loaded.rule_set->id() : name).second) return;
        keep(loaded.diagnostics);
        if (!loaded) broken_.insert(name);
        if (!loaded && not_there(loaded.diagnostics)) ++not_there_;
    }

    // Nothing to check: no such id, no such file. What a rule set extends has a line where it is named.
    static bool not_there(const Diagnostics& diagnostics) {
        return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& each) {
            return each.place.line == 0 && (each.code == "not-found" || each.code == "unreadable" || each.code == "bad-id");
        });
    }

    void keep(const Diagnostics& diagnostics) {
        for (const Diagnostic& each : diagnostics) {
            const std::string text = to_string(each, output_.language());
            if (!told_.insert(text).second) continue;
            ++counts_[static_cast<std::size_t>(each.severity)];
            if (call_.format == "json") objects_.push_back(json_diagnostic(each));
            else output_.result(text);
        }
    }

    int summary() {
        const std::size_t errors = counts_[0], warnings = counts_[1];
        if (call_.format == "json") json(errors, warnings);
        else output_.result(in_words(errors, warnings));
        if (checked_.empty() && errors == 0) output_.say(help_where_nothing_is());
        if (checked_.size() == not_there_) return no_answer;
        return errors == 0 && broken_.empty() ? fine : answer_is_no;
    }

    std::string in_words(std::size_t errors, std::size_t warnings) const {
        if (output_.language() == Language::vi)
            return fmt::format("{} bộ tiêu chí đã kiểm tra: {} lỗi, {} cảnh báo\n", checked_.size(), errors, warnings);
        const auto plural = [](std::size_t n) { return n == 1 ? "" : "s"; };
        return fmt::format("{} rule set{} checked: {} error{}, {} warning{}\n", checked_.size(), plural(checked_.size()), errors,
                           plural(errors), warnings, plural(warnings));
    }

    void json(std::size_t errors, std::size_t warnings) {
        std::string out = "{\n  \"checked\": [";
        bool first = true;
        for (const std::string& each : checked_) {
            out += fmt::format("{}{{\"rule_set\": {}, \"fine\": {}}}", first ? "\n    " : ",\n    ", json_string(each), broken_.count(each) == 0);
            first = false;
        }
        out += fmt::format("{}],\n  \"errors\": {},\n  \"warnings\": {},\n  \"diagnostics\": [", first ? "" : "\n  ", errors, warnings);
        for (std::size_t i = 0; i < objects_.size(); ++i) out += (i == 0 ? "\n    " : ",\n    ") + objects_[i];
        output_.result(out + (objects_.empty() ? "]\n}\n" : "\n  ]\n}\n"));
    }

    std::string help_where_nothing_is() const { return "there are no rule sets to check; name their directory with --rules DIR"; }

    const CheckCall& call_;
    const Rules& rules_;
    Output& output_;
    std::set<std::string> checked_, broken_, told_;
    std::vector<std::string> objects_;
    std::size_t not_there_ = 0;
    std::size_t counts_[3] = {0, 0, 0};
};

}  // namespace

int check(const CheckCall& call, const Rules& rules, Output& output) { return Checker(call, rules, output).check(); }

}  // namespace ocop::cli
