// `ocop form`: blank scorecards to fill in, one for all or one a member.
#include <ocop/form.hpp>

#include <fmt/format.h>

#include "cli/commands.hpp"

namespace ocop::cli {
namespace {

namespace fs = std::filesystem;

class Forms {
public:
    Forms(const FormCall& call, const RuleSet& rules, Output& output) : call_(call), rules_(rules), output_(output) {}

    int write() {
        if (call_.sheets > 0) return one_a_member();
        const std::string text = blank({});
        if (!call_.to.empty()) return write_new_file(call_.to, text, output_) ? fine : no_answer;
        output_.result(text);
        return fine;
    }

private:
    std::string blank(const std::string& assessor) const {
        return blank_form(rules_, call_.format == "csv" ? FormFormat::csv : FormFormat::yaml, output_.language(), assessor);
    }

    int one_a_member() {
        if (call_.to.empty()) {
            output_.say("--sheets writes several files: name their directory with -o DIR");
            return no_answer;
        }
        std::error_code failed;
        fs::create_directories(call_.to, failed);
        for (int i = 1; i <= call_.sheets; ++i) {
            const fs::path file = fs::path(call_.to) / fmt::format("sheet-{}.{}", i, call_.format);
            const char* member = output_.language() == Language::vi ? "Thành viên" : "Member";
            if (!write_new_file(file.string(), blank(fmt::format("{} {}", member, i)), output_)) return no_answer;
            output_.say("wrote " + file.string());
        }
        return fine;
    }

    const FormCall& call_;
    const RuleSet& rules_;
    Output& output_;
};

}  // namespace

int form(const FormCall& call, const Rules& rules, Output& output) {
    const auto found = require(rules.library, call.rule_set, output);
    return found ? Forms(call, *found, output).write() : static_cast<int>(no_answer);
}

}  // namespace ocop::cli
