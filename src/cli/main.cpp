// Reads the words of the call and hands them to the subcommand. The only file that knows CLI11.
#include <CLI/CLI.hpp>
#include <ocop/version.hpp>

#include <functional>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {
namespace {

// Every subcommand's words, and which of them was asked for.
class Call {
public:
    Call() : app_("Star ratings by published criteria, explained line by line.", "ocop") {
        app_.footer(help::command);
        app_.set_version_flag("--version", std::string("ocop ") + version(), "Print the version and exit");
        app_.require_subcommand(1);
        app_.add_option("--rules", first_rules_)->allow_extra_args(false)->group("");
        app_.add_option("--lang", language_)->check(CLI::IsMember({"vi", "en"}))->group("");
        app_.get_formatter()->column_width(34);
        add_rate();
        add_batch();
        add_improve();
        add_check();
        add_test();
        add_list();
        add_show();
        add_form();
        add_eval();
        add_schema();
        add_verify();
        add_key();
        add_sign();
        add_redact();
    }

    int run(int argc, char** argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& stop) {
            return app_.exit(stop) == 0 ? finished() : static_cast<int>(no_answer);
        }
        Output output(language_.empty() ? user_language() : (language_ == "vi" ? Language::vi : Language::en));
        return output.finish(chosen_(output));
    }

private:
    // Help and version are results too.
    static int finished() {
        std::cout.flush();
        return Output(Language::en).finish(std::cout ? fine : no_answer);
    }

    using Action = std::function<int(Output&)>;

    // The rule sets named before the subcommand come before those named after it.
    Action with_rules(std::function<int(const Rules&, Output&)> action) {
        return [this, action = std::move(action)](Output& output) {
            std::vector<std::string> named = first_rules_;
            named.insert(named.end(), rules_.begin(), rules_.end());
            const auto rules = open_rules(named, output);
            return rules ? action(*rules, output) : static_cast<int>(no_answer);
        };
    }

    CLI::App* add(const char* name, const char* what, const char* examples, Action action) {
        CLI::App* command = app_.add_subcommand(name, what);
        command->footer(examples);
        command->add_option("--lang", language_, "Language: vi or en (default: as the system)")->check(CLI::IsMember({"vi", "en"}))->type_name("LANG");
        command->callback([this, action = std::move(action)] { chosen_ = action; });
        return command;
    }

    void add_rules(CLI::App* command) {
        command->add_option("--rules", rules_, "A directory of rule sets; repeat it for more, earlier ones first (default: $OCOP_RULES, ./rules, the installed ones)")
            ->allow_extra_args(false)
            ->type_name("DIR");
    }

    static void add_format(CLI::App* command, std::string& format, const std::vector<std::string>& formats) {
        std::string all;
        for (const std::string& each : formats) all += (all.empty() ? "" : ", ") + each;
        command->add_option("--format", format, all)->check(CLI::IsMember(formats))->type_name("FORMAT")->capture_default_str();
    }

    void add_rate() {
        CLI::App* command = add("rate", "Rate scorecards and explain the stars", help::rate, with_rules([this](const Rules& rules, Output& out) { return rate(rate_, rules, out); }));
        command->add_option("CARD", rate_.cards, "Scorecard files; - is standard input")->required()->type_name("");
        add_rules(command);
        add_format(command, rate_.format, {"text", "markdown", "html", "json", "ndjson"});
        command->add_option("--council", rate_.council, "A council's own rules, in place of those that the cards name")->type_name("FILE");
        command->add_option("-o,--output", rate_.to, "A file, overwritten if there is one (default: standard output)")->type_name("FILE");
        command->add_flag("--by-sheet", rate_.by_sheet, "Reasons down to single marks, not whole criteria");
        command->add_flag("--brief", rate_.brief, "Only the verdict and what stands before the next star");
    }

    void add_batch() {
        CLI::App* command = add("batch", "Rate a file of scorecards of any size, a result line each", help::batch, with_rules([this](const Rules& rules, Output& out) { return batch(batch_, rules, out); }));
        command->add_option("FILE", batch_.cards, "Scorecards as NDJSON or wide CSV; - is standard input")->required()->type_name("");
        add_rules(command);
        command->add_option("-o,--output", batch_.to, "A file, overwritten if there is one (default: standard output)")->type_name("FILE");
        command->add_option("--format", batch_.format, "Of the results: ndjson, csv (default: as -o ends, else ndjson)")->check(CLI::IsMember({"ndjson", "csv"}))->type_name("FORMAT");
        command->add_option("--input-format", batch_.input_format, "Of FILE: ndjson, csv (default: as it ends or begins)")->check(CLI::IsMember({"ndjson", "csv"}))->type_name("FORMAT");
        command->add_option("--threads", batch_.threads, "How many to rate with (default: as many as the machine has)")->check(CLI::Range(1, 256))->type_name("N");
        command->add_option("--council", batch_.council, "A council's own rules, in place of those that the cards name")->type_name("FILE");
        command->add_option("--errors", batch_.errors, "A file for the scorecards that could not be read: place and reason, a line each")->type_name("FILE");
        command->add_option("--plan", batch_.plan, "A year's targets, which the summary is held against")->type_name("FILE");
        command->add_option("--summary", batch_.summary, "A file for the summary: as it ends (.html, .md, .json), else text")->type_name("FILE");
        command->add_flag("--continue", batch_.go_on, "Go on where an earlier run over the same FILE ended: what -o holds is kept");
        command->add_flag("--quiet", batch_.quiet, "No progress and no summary on standard error");
    }

    void add_improve() {
        CLI::App* command = add("improve", "Find the cheapest way to more stars", help::improve, with_rules([this](const Rules& rules, Output& out) { return improve(improve_, rules, out); }));
        command->add_option("CARD", improve_.card, "A scorecard; - is standard input")->required()->type_name("");
        command->add_option("--to", improve_.to, "The stars to reach (default: one more than now)")->check(CLI::Range(1, 20))->type_name("N");
        command->add_option("--top", improve_.top, "How many ways to find, the cheapest first (default: 1)")->check(CLI::Range(1, 100))->type_name("K");
        command->add_option("--costs", improve_.costs, "What changes cost (default: 1 each)")->type_name("FILE");
        add_rules(command);
        add_format(command, improve_.format, {"text", "markdown", "html", "json"});
        command->add_option("-o,--output", improve_.to_file, "A file, overwritten if there is one (default: standard output)")->type_name("FILE");
        command->add_option("--council", improve_.council, "A council's own rules, in place of those that the card names")->type_name("FILE");
    }

    void add_check() {
        const Action check_rules = with_rules([this](const Rules& rules, Output& out) { return check(check_, rules, out); });
        CLI::App* command = add("check", "Tell everything wrong or doubtful in rule sets", help::check,
                                [this, check_rules](Output& out) { return check_.explain.empty() ? check_rules(out) : explain(check_.explain, out); });
        command->add_option("PATH", check_.paths, "Files, directories or rule-set ids (default: every rule set)")->type_name("");
        add_rules(command);
        add_format(command, check_.format, {"text", "json", "sarif"});
        command->add_option("--explain", check_.explain, "Say what a code means, and what to do")->type_name("CODE");
    }

    void add_test() {
        CLI::App* command = add("test", "Run rule tests", help::test, with_rules([this](const Rules& rules, Output& out) { return test(test_, rules, out); }));
        command->add_option("PATH", test_.paths, "Files, directories or rule-set ids (default: every *.test.yaml)")->type_name("");
        add_rules(command);
        add_format(command, test_.format, {"text", "json", "junit"});
        command->add_flag("--coverage", test_.coverage, "Also tell what of the rule sets no test reached");
    }

    void add_list() {
        CLI::App* command = add("list", "List the rule sets", help::list, with_rules([this](const Rules& rules, Output& out) { return list(list_, rules, out); }));
        add_rules(command);
        add_format(command, list_.format, {"text", "json"});
    }

    void add_show() {
        CLI::App* command = add("show", "Show a rule set with all that it extends", help::show, with_rules([this](const Rules& rules, Output& out) { return show(show_, rules, out); }));
        command->add_option("RULE_SET", show_.rule_set, "An id, or the path of a file")->required()->type_name("");
        add_rules(command);
        add_format(command, show_.format, {"text", "json"});
    }

    void add_form() {
        CLI::App* command = add("form", "Write a blank scorecard to fill in", help::form, with_rules([this](const Rules& rules, Output& out) { return form(form_, rules, out); }));
        command->add_option("RULE_SET", form_.rule_set, "An id, or the path of a file")->required()->type_name("");
        add_rules(command);
        add_format(command, form_.format, {"yaml", "csv"});
        command->add_option("--sheets", form_.sheets, "One file for each of N members, in the directory of -o")->check(CLI::Range(1, 1000))->type_name("N");
        command->add_option("-o,--output", form_.to, "A file, or with --sheets a directory (default: standard output)")->type_name("PATH");
    }

    void add_eval() {
        CLI::App* command = add("eval", "Work out one condition", help::eval, [this](Output& out) { return eval(eval_, out); });
        command->add_option("EXPR", eval_.expression, "The condition")->required()->type_name("");
        command->add_option("--facts", eval_.facts, "What its names are: a JSON object")->type_name("JSON");
    }

    void add_schema() {
        CLI::App* command = add("schema", "Print the JSON Schema of a kind of file, for editors", help::schema, [this](Output& out) { return schema(schema_, out); });
        command->add_option("NAME", schema_.name, "Which one (default: list them)")->type_name("");
    }

    void add_verify() {
        CLI::App* command = add("verify", "Check a result, or a signed directory, without trusting who made it", help::verify, with_rules([this](const Rules& rules, Output& out) { return verify(verify_, rules, out); }));
        command->add_option("RECORD", verify_.record, "What `ocop rate --format json` printed, a signed record or a signed directory; - is standard input")->required()->type_name("");
        add_rules(command);
        add_format(command, verify_.format, {"text", "json"});
        command->add_option("--council", verify_.council, "A council's own rules, in place of those that the record names")->type_name("FILE");
        command->add_option("--key", verify_.key, "The public key that must have signed it: a file or its digits")->check([](const std::string& key) { return key.empty() ? std::string("it is empty") : std::string(); })->type_name("PUBLIC");
    }

    void add_key() {
        CLI::App* command = add("key", "Make a pair of keys to sign with", help::key, [this](Output& out) { return key(key_, out); });
        command->add_option("-o,--output", key_.name, "Writes NAME.secret (for you alone) and NAME.public")->required()->type_name("NAME");
    }

    void add_sign() {
        CLI::App* command = add("sign", "Sign a result, or a directory of rule sets", help::sign, [this](Output& out) { return sign(sign_, out); });
        command->add_option("RECORD", sign_.record, "What `ocop rate --format json` printed for one card, or a directory; - is standard input")->required()->type_name("");
        command->add_option("--key", sign_.key, "The file of a secret key")->required()->type_name("SECRET");
        command->add_option("-o,--output", sign_.to, "A file (default: standard output; of a directory its signature.json)")->type_name("FILE");
    }

    void add_redact() {
        CLI::App* command = add("redact", "Take personal fields out of a signed record; what remains still verifies", help::redact, [this](Output& out) { return redact(redact_, out); });
        command->add_option("RECORD", redact_.record, "A signed record; - is standard input")->required()->type_name("");
        command->add_option("--field", redact_.fields, "product.KEY, assessors, notes or scorecard; repeat it for more")->required()->allow_extra_args(false)->type_name("FIELD");
        command->add_option("-o,--output", redact_.to, "A file (default: standard output)")->type_name("FILE");
    }

    CLI::App app_;
    std::string language_;
    std::vector<std::string> first_rules_, rules_;
    Action chosen_;
    RateCall rate_;
    BatchCall batch_;
    ImproveCall improve_;
    CheckCall check_;
    TestCall test_;
    ListCall list_;
    ShowCall show_;
    FormCall form_;
    EvalCall eval_;
    SchemaCall schema_;
    VerifyCall verify_;
    KeyCall key_;
    SignCall sign_;
    RedactCall redact_;
};

}  // namespace
}  // namespace ocop::cli

int main(int argc, char** argv) {
    try {
        return ocop::cli::Call().run(argc, argv);
    } catch (const std::exception& fault) {
        std::cerr << "ocop: " << fault.what() << "\n";
        return ocop::cli::no_answer;
    }
}
