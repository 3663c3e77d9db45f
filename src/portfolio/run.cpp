// Everything that calls back happens in the thread of the caller: reading ahead as far as there is room, then writing the piece whose
// turn it is.
#include "portfolio/run.hpp"

#include <fmt/format.h>

#include <istream>

#include "portfolio/columns.hpp"
#include "portfolio/crew.hpp"
#include "portfolio/lines.hpp"
#include "portfolio/rows.hpp"

namespace ocop::portfolio {
namespace {

constexpr std::string_view blanks = " \t\r\n\xEF\xBB\xBF";

class Runner {
public:
    Runner(const Shelf& shelf, const Read& read, const Write& write, const Options& options)
        : shelf_(shelf), write_(write), options_(options), feed_(read), rules_(shelf) {
        setting_.name = options.name;
        setting_.output = options.output;
        setting_.language = options.language;
        setting_.tells_errors = static_cast<bool>(options.errors);
    }

    Run run() {
        if (options_.earlier) earlier_.emplace(options_.earlier, options_.output);
        if (open()) rate();
        if (out_.refused.empty() && feed_.failure() != nullptr) std::rethrow_exception(feed_.failure());
        return std::move(out_);
    }

private:
    bool refuse(std::string_view code, Text message, Text help = {}) {
        out_.refused.push_back({Diagnostic::Severity::error, std::string(code), Place{options_.name, 0, 0, 0, {}}, std::move(message), std::move(help)});
        return false;
    }

    // What the source is; false where it cannot be rated as a whole.
    bool open() {
        while (feed_.text().find_first_not_of(blanks) == std::string_view::npos && feed_.text().size() < 1U << 16U && feed_.more()) {}
        CardFormat format = options_.input;
        if (format == CardFormat::guess) format = guessed();
        if (format == CardFormat::ndjson) cutter_ = std::make_unique<Lines>(feed_);
        else if (format == CardFormat::csv) return open_csv();
        else return refuse("not-a-portfolio", {"tệp này phải là NDJSON (mỗi dòng một hồ sơ) hoặc CSV", "a portfolio is NDJSON (a scorecard a line) or wide CSV"}, {"dùng `ocop rate` cho YAML và JSON", "`ocop rate` takes YAML and JSON"});
        return true;
    }

    CardFormat guessed() const {
        const std::string_view text = feed_.text();
        if (const CardFormat named = card::guess_format(options_.name, "{}\n{}"); named != CardFormat::ndjson) return named;
        if (options_.name.ends_with(".ndjson") || options_.name.ends_with(".jsonl")) return CardFormat::ndjson;
        const auto first = text.find_first_not_of(blanks);
        if (first == std::string_view::npos || text[first] == '{') return CardFormat::ndjson;
        return text[first] == '[' ? CardFormat::json : CardFormat::csv;
    }

    bool open_csv() {
        if (feed_.ended() && feed_.text().find_first_not_of(blanks) == std::string_view::npos) {
            cutter_ = std::make_unique<Lines>(feed_);  // of nothing
            return true;
        }
        base::Report report;
        setting_.header = read_header(feed_, options_.name, report);
        if (setting_.header) {
            cutter_ = std::make_unique<Rows>(feed_, *setting_.header);
            first_ = cutter_->next(true);
            check_columns(*setting_.header, first_rule_set(), shelf_, report);
        }
        out_.refused = report.take();
        return setting_.header && out_.refused.empty();
    }

    std::string first_rule_set() const {
        const int column = setting_.header->column("rule_set");
        if (!first_ || column < 0) return {};
        const CardText& card = first_->cards.front();
        return card::csv_cell(std::string_view(first_->text).substr(card.begin, card.end - card.begin), setting_.header->separator, column);
    }

    void rate() {
        Crew crew(setting_, rules_, options_.threads);
        while (true) {
            // With nothing in hand, wait for the source; else only take what it has.
            while (crew.has_room()) {
                auto piece = next(crew.idle());
                if (!piece) break;
                crew.give(std::move(*piece));
            }
            if (!out_.refused.empty() || crew.idle()) break;
            if (!put(crew.take())) break;
        }
        // Where it ended early the threads are still at pieces that nobody will see.
        if (out_.stopped || !out_.refused.empty() || !no_more_earlier()) return;
        put_header();
        out_.tally = crew.tally();
    }

    std::optional<Piece> next(bool may_wait) {
        std::optional<Piece> piece = first_ ? std::exchange(first_, std::nullopt) : cutter_->next(may_wait);
        while (piece && earlier_ && piece->earlier.size() < piece->cards.size()) {
            auto line = earlier_->next();
            if (!line) break;
            piece->earlier.push_back(std::move(*line));
        }
        if (piece && earlier_ && earlier_->failure() != nullptr) std::rethrow_exception(earlier_->failure());
        return piece;
    }

    // False: the run ends here.
    bool put(Crew::Done done) {
        if (!done.rated.refused.empty()) {
            out_.refused = std::move(done.rated.refused);
            return false;
        }
        if (!done.rated.lines.empty()) {
            put_header();
            write_(done.rated.lines.text());
        }
        if (options_.errors && !done.rated.errors.empty()) options_.errors(done.rated.errors);
        written_ += done.rated.cards;
        out_.stopped = options_.progress && !options_.progress({done.end, written_});
        return !out_.stopped;
    }

    void put_header() {
        if (options_.output == Format::csv && !has_header_ && !(earlier_ && earlier_->has_header())) write_(csv_header());
        has_header_ = true;
    }

    // Whether the results of an earlier run end where the source does, if they get so far.
    bool no_more_earlier() {
        if (!earlier_ || feed_.failure() != nullptr || !earlier_->next()) return true;
        return refuse("other-results", {fmt::format("kết quả đã có nhiều hơn {} hồ sơ của tệp này; đó không phải kết quả của tệp này", written_),
                                        fmt::format("there are more earlier results than the {} scorecards here; they are not the results of this file", written_)});
    }

    const Shelf& shelf_;
    const Write& write_;
    const Options& options_;
    Feed feed_;
    Rules rules_;
    Setting setting_;
    std::unique_ptr<Cutter> cutter_;
    std::optional<Piece> first_;
    std::optional<EarlierLines> earlier_;
    bool has_header_ = false;
    std::uint64_t written_ = 0;
    Run out_;
};

}  // namespace

Run run(const Shelf& shelf, const Read& read, const Write& write, const Options& options) { return Runner(shelf, read, write, options).run(); }

std::uint64_t whole_lines(const Read& results, Format format) {
    EarlierLines lines(results, format);
    while (lines.next()) {}
    if (lines.failure() != nullptr) std::rethrow_exception(lines.failure());
    return lines.bytes();
}

Read from(std::istream& in) {
    return [&in](char* into, std::size_t room) {
        in.read(into, static_cast<std::streamsize>(room));
        if (in.bad()) throw std::runtime_error("the stream cannot be read");
        return static_cast<std::size_t>(in.gcount());
    };
}

}  // namespace ocop::portfolio
