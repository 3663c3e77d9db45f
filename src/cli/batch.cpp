// `ocop batch`: a portfolio from a file or a pipe to result lines.
#include <ocop/plan.hpp>
#include <ocop/portfolio.hpp>
#include <ocop/report.hpp>

#include <cerrno>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/cards.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/streams.hpp"
#include "cli/terminal.hpp"

namespace ocop::cli {
namespace {

constexpr int errors_shown = 10;

class Batch {
public:
    Batch(const BatchCall& call, const Library& library, Output& output) : call_(call), library_(library), output_(output) {}

    int run() {
        if (!usable()) return no_answer;
        try {
            return rated(rate());
        } catch (const Interrupted&) {
            return interrupted();
        } catch (const StreamFault& fault) {
            return failed(fault);
        }
    }

private:
    void say(const Text& message) { output_.say(message.in(output_.language())); }
    bool to_file() const { return call_.to != "-" && !call_.to.empty(); }

    // Whether files that are written are told apart from those that are read, and from each other.
    bool usable() {
        if (call_.go_on && !to_file()) {
            output_.say("--continue needs the results of the earlier run: name their file with -o");
            return false;
        }
        std::vector<std::string> written;
        for (const std::string& each : {call_.to, call_.errors, call_.summary}) {
            if (each.empty() || each == "-") continue;
            if (overwrites(each, {call_.cards, call_.council, call_.plan}, output_)) return false;
            if (named_before(each, written)) return false;
            written.push_back(each);
        }
        return read_council() && read_plan();
    }

    bool named_before(const std::string& file, const std::vector<std::string>& others) {
        for (const std::string& other : others) {
            std::error_code failed;
            const bool device = std::filesystem::exists(file, failed) && !std::filesystem::is_regular_file(file, failed);
            if (device || real(std::filesystem::absolute(file)) != real(std::filesystem::absolute(other))) continue;
            output_.say(fmt::format("`{}` is named twice in this call; write to another file", file));
            return true;
        }
        return false;
    }

    bool read_council() {
        if (call_.council.empty()) return true;
        const auto text = read_file(call_.council, "council file", output_);
        if (!text) return false;
        options_.council = call_.council;
        options_.council_text = *text;
        return true;
    }

    bool read_plan() {
        if (call_.plan.empty()) return true;
        const auto text = read_file(call_.plan, "plan", output_);
        if (!text) return false;
        portfolio::Plan::Loaded loaded = portfolio::Plan::from_text(*text, library_, call_.plan);
        output_.tell(loaded.diagnostics);
        plan_ = std::move(loaded.plan);
        return plan_.has_value();
    }

    portfolio::Run rate() {
        Source source(call_.cards);
        if (to_file() && source.is(call_.to)) throw StreamFault(fmt::format("`{}` is read in this call and is not overwritten; write to another file", call_.to), EEXIST);
        set_options();
        bar_ = std::make_unique<ProgressBar>(!call_.quiet && is_terminal(Stream::err), source.size(), output_.language());
        std::uint64_t kept = 0;
        const auto earlier = open_earlier(kept);
        Sink sink(to_file() ? call_.to : "-", kept);
        const auto errors = call_.errors.empty() ? nullptr : std::make_unique<Sink>(call_.errors);
        options_.errors = [&](std::string_view lines) {
            if (errors != nullptr) errors->write(lines);
            show_errors(lines);
        };
        const auto read = [&](char* into, std::size_t room) { return source.read(into, room); };
        portfolio::Run run = portfolio::rate(library_, read, [&](std::string_view lines) { sink.write(lines); }, options_);
        bar_->clear();
        if (!run) return run;
        sink.finish();
        if (errors != nullptr) errors->finish();
        return run;
    }

    void set_options() {
        const auto& interrupted = watch_for_interrupts();
        options_.name = call_.cards == "-" ? "<stdin>" : call_.cards;
        if (!call_.input_format.empty()) options_.input = call_.input_format == "csv" ? CardFormat::csv : CardFormat::ndjson;
        const bool csv = call_.format.empty() ? call_.to.ends_with(".csv") : call_.format == "csv";
        options_.output = csv ? portfolio::Format::csv : portfolio::Format::ndjson;
        options_.language = output_.language();
        options_.threads = call_.threads;
        options_.progress = [this, &interrupted](const portfolio::Progress& now) {
            bar_->show(now.bytes, now.scorecards);
            done_ = now.scorecards;
            return !interrupted;
        };
    }

    // The results that are there, as far as they are complete.
    std::unique_ptr<Source> open_earlier(std::uint64_t& kept) {
        if (std::error_code failed; !call_.go_on || !std::filesystem::exists(call_.to, failed)) return nullptr;
        Source whole(call_.to);
        if (!whole.size()) throw StreamFault(fmt::format("`{}` is no file that could be continued", call_.to), EINVAL);
        kept = portfolio::whole_lines([&](char* into, std::size_t room) { return whole.read(into, room); }, options_.output);
        auto earlier = std::make_unique<Source>(call_.to);
        earlier->only(kept);
        options_.earlier = [from = earlier.get()](char* into, std::size_t room) { return from->read(into, room); };
        return earlier;
    }

    // The first few; a file has them all.
    void show_errors(std::string_view lines) {
        while (!lines.empty() && shown_ <= errors_shown) {
            const std::size_t end = lines.find('\n');
            bar_->clear();
            if (++shown_ <= errors_shown) output_.say(lines.substr(0, end));
            else if (call_.errors.empty()) say({"còn hồ sơ khác không đọc được; --errors FILE ghi lại tất cả", "more scorecards cannot be read; --errors FILE keeps them all"});
            else say({fmt::format("còn hồ sơ khác không đọc được; `{}` có tất cả", call_.errors), fmt::format("more scorecards cannot be read; `{}` has them all", call_.errors)});
            lines.remove_prefix(end + 1);
        }
    }

    int rated(const portfolio::Run& run) {
        output_.tell(run.refused);
        if (!run) return no_answer;
        if (run.stopped) return interrupted();
        const portfolio::Counts& all = run.tally.all;
        if (all.scorecards == 0) say({"không có hồ sơ nào để phân hạng", "there is no scorecard to rate"});
        if (!tell_summary(run.tally) || all.scorecards == all.errors) return no_answer;
        return all.errors == 0 ? fine : answer_is_no;
    }

    // In short on standard error, whole in a file.
    bool tell_summary(const portfolio::Tally& tally) {
        std::optional<portfolio::Attained> plan;
        if (plan_) plan = portfolio::attained(*plan_, tally);
        report::Style style;
        style.language = output_.language();
        if (!call_.summary.empty() && !write_file(call_.summary, written(tally, plan, style), output_)) return false;
        style.colour = wants_colour(Stream::err);
        style.width = width();
        style.brief = true;
        if (!call_.quiet) fmt::print(stderr, "{}", report::text(tally, style, plan));
        return true;
    }

    std::string written(const portfolio::Tally& tally, const std::optional<portfolio::Attained>& plan, const report::Style& style) const {
        if (call_.summary.ends_with(".json")) return report::json(tally, plan);
        if (call_.summary.ends_with(".html")) return report::html(tally, style, plan);
        return call_.summary.ends_with(".md") ? report::markdown(tally, style, plan) : report::text(tally, style, plan);
    }

    int interrupted() {
        if (bar_ != nullptr) bar_->clear();
        say({fmt::format("dừng giữa chừng sau {} hồ sơ", done_) + (to_file() ? "; gọi lại với --continue để làm tiếp" : ""),
             fmt::format("interrupted after {} scorecards", done_) + (to_file() ? "; the same call with --continue goes on from there" : "")});
        return no_answer;
    }

    int failed(const StreamFault& fault) {
        if (bar_ != nullptr) bar_->clear();
        if (fault.error() != EPIPE) output_.say(fault.what());
        return no_answer;
    }

    const BatchCall& call_;
    const Library& library_;
    Output& output_;
    portfolio::Options options_;
    std::optional<portfolio::Plan> plan_;
    std::unique_ptr<ProgressBar> bar_;
    std::uint64_t done_ = 0;
    int shown_ = 0;
};

}  // namespace

int batch(const BatchCall& call, const Rules& rules, Output& output) { return Batch(call, rules.library, output).run(); }

}  // namespace ocop::cli
