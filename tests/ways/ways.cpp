// Cards are thrown as lines, read and rated one by one; then columns, C and portfolios are asked about the same cards.
#include "ways/ways.hpp"

#include <ocop/batch.hpp>
#include <ocop/portfolio.hpp>

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "abi/held.hpp"
#include "../batch/columns.hpp"
#include "ways/random_lines.hpp"

namespace ocop::test {
namespace {

// What every way says of a card.
struct Said {
    batch::Result outcome{};
    std::optional<int> stars, band;
    std::optional<Number> total;
    std::string blocking;  // "minimum 1.5 for 4"; or empty
    bool operator==(const Said&) const = default;

    std::string text() const {
        const auto or_none = [](const std::optional<int>& number) { return number ? std::to_string(*number) : "none"; };
        return "outcome " + std::to_string(static_cast<int>(outcome)) + ", stars " + or_none(stars) + ", band " + or_none(band) + ", total " + (total ? total->text() : "none") +
               ", blocking " + (blocking.empty() ? "none" : blocking);
    }
};

struct Card {
    std::size_t form = 0;
    std::string line, result;  // as NDJSON, without line breaks
    Said said;                 // one by one
};

Said said_of(const Summary& summary) {
    Said out{static_cast<batch::Result>(summary.outcome), summary.stars, summary.band, summary.total, {}};
    if (!summary.blocked_by.empty() && summary.blocked_by[0].starts_with("minimum ")) out.blocking = summary.blocked_by[0];
    return out;
}

Said said_of(const Batch& batch, const Rated& rated) {
    Said out{rated.outcome, std::nullopt, std::nullopt, std::nullopt, {}};
    if (rated.stars >= 0) out.stars = rated.stars;
    if (rated.band >= 0) out.band = rated.band;
    if (rated.denominator != 0) out.total = Number::fraction(rated.total, rated.denominator);
    if (rated.blocking >= 0) {
        const Batch::Minimum& minimum = batch.minima()[static_cast<std::size_t>(rated.blocking)];
        out.blocking = "minimum " + batch.criterion(minimum.criterion) + " for " + std::to_string(minimum.star);
    }
    return out;
}

void need(ocop_status status) {
    if (status != OCOP_OK) throw std::runtime_error(std::string("a call through C failed: ") + ocop_status_name(status));
}

Held<ocop_library> c_library() {
    Held<ocop_library> made;
    need(ocop_library_open(&directory, 1, out(made), nullptr));
    return made;
}

Held<ocop_rules> c_rules(const ocop_library* library, const std::string& id) {
    Held<ocop_rules> made;
    need(ocop_rules_load(library, id.c_str(), nullptr, out(made), nullptr));
    return made;
}

// A rule set ready for every way, and its random cards.
struct Ready {
    Ready(const Form& form, const ocop_library* library, unsigned seed)
        : subject(test::subject(form.rule_set)), lines(subject, form.sheets, seed), batch(subject.rules), by(c_rules(library, form.rule_set)) {
        need(ocop_batch_new(by.get(), out(c_batch)));
    }

    Subject subject;
    RandomLines lines;
    Batch batch;
    Held<ocop_rules> by;
    Held<ocop_batch> c_batch;
};

ocop_fact_column in_c(const batch::FactColumn& from, ocop_fact_column* elements) {
    if (from.elements != nullptr) *elements = in_c(*from.elements, nullptr);
    return {from.name.data(), static_cast<ocop_fact_kind>(from.kind), from.decimals, from.values, from.validity, from.offset, from.offsets, from.chars,
            from.elements != nullptr ? elements : nullptr};
}

std::vector<Rated> rated_in_c(const ocop_batch* batch, const batch::Cards& from) {
    std::vector<ocop_fact_column> facts, elements(from.facts.size());
    for (std::size_t i = 0; i < from.facts.size(); ++i) facts.push_back(in_c(from.facts[i], &elements[i]));
    const ocop_cards cards{from.count, from.sheets, from.sheets_of, from.marks.data(), from.marks.size(), facts.data(), facts.size()};
    std::vector<std::uint8_t> outcome(from.count);
    std::vector<std::int8_t> stars(from.count), band(from.count);
    std::vector<std::int64_t> total(from.count), denominator(from.count);
    std::vector<std::int32_t> blocking(from.count);
    const ocop_results results{outcome.data(), stars.data(), band.data(), total.data(), denominator.data(), blocking.data()};
    need(ocop_batch_rate(batch, &cards, &results, 2, nullptr));
    std::vector<Rated> rated;
    for (std::size_t i = 0; i < from.count; ++i) rated.push_back({static_cast<batch::Result>(outcome[i]), stars[i], band[i], blocking[i], total[i], denominator[i]});
    return rated;
}

}  // namespace

const std::vector<Form>& compared_forms() {
    static const std::vector<Form> forms = {{"26-2026/food/fresh-produce", 1}, {"26-2026/food/fresh-produce", 7}, {"26-2026/food/tea", 3}, {"26-2026/tourism/community-tourism", 1},
                                            {"26-2026/drinks/white-spirits", 5}, {"148-2023/food/tea", 3}, {"148-2023/tourism/community-tourism", 7}, {"1048-2019/food/tea", 3}};
    return forms;
}

struct Ways::State {
    explicit State(unsigned seed) : random(seed), c_shelf(c_library()) {
        for (const Form& each : compared_forms()) forms.push_back(std::make_unique<Ready>(each, c_shelf.get(), seed++));
    }

    Way& way(const std::string& name) {
        const auto found = std::find_if(ways.begin(), ways.end(), [&](const Way& each) { return each.name == name; });
        return found != ways.end() ? *found : ways.emplace_back(Way{name, 0, 0, {}});
    }

    static void count(Way& way, const Card& card, bool same, const std::string& one_by_one, const std::string& found) {
        ++way.cards;
        if (same) return;
        ++way.differences;
        const std::string example = "card       " + card.line + "\none by one " + one_by_one + "\nfound      " + found + "\n";
        if (way.example.empty() || example.size() < way.example.size()) way.example = example;
    }

    void make(std::size_t many) {
        cards.clear();
        read.assign(forms.size(), {});
        for (std::size_t n = 0; n < many; ++n) {
            Card& card = cards.emplace_back();
            card.form = random() % 2 == 0 ? 0 : 1 + random() % (forms.size() - 1);
            card.line = forms[card.form]->lines.next();
            rate_alone(card);
        }
    }

    void rate_alone(Card& card) {
        const RuleSet& rules = forms[card.form]->subject.rules;
        const WrittenCards written = WrittenCards::from_text(card.line, "card", CardFormat::ndjson);
        const Scorecard& scorecard = read[card.form].emplace_back(Scorecard::read(written.cards.at(0), rules).value());
        const Summary summary = rules.rate(scorecard).summary();
        card.said = said_of(summary);
        card.result = report::json_line(summary);
        ++became[std::string(name(summary.outcome)) + (summary.stars ? ", " + std::to_string(*summary.stars) + " stars" : "")];
    }

    void compare_columns(std::size_t form) {
        const Ready& by = *forms[form];
        const CardColumns columns(by.batch, read[form]);
        for (int threads : {1, 2, 4}) compare(form, rated(by.batch, columns.cards(), threads), way("columns, threads: " + std::to_string(threads)));
        compare(form, rated_in_c(by.c_batch.get(), columns.cards()), way("C, columns, threads: 2"));
    }

    void compare(std::size_t form, const std::vector<Rated>& rated, Way& way) const {
        auto each = rated.begin();
        for (const Card& card : cards) {
            if (card.form != form) continue;
            const Said found = said_of(forms[form]->batch, *each++);
            count(way, card, found == card.said, card.said.text(), found.text());
        }
    }

    void compare_json() {
        Way &named = way("C, a card as JSON"), &any = way("C, a card as JSON, by the rule set it names");
        for (std::size_t n = 0; n < cards.size(); n += json_every) {
            const Card& card = cards[n];
            Held<ocop_text> text;
            need(ocop_rate(forms[card.form]->by.get(), card.line.data(), card.line.size(), OCOP_RESULT_LINE, out(text), nullptr));
            count(named, card, card.result == ocop_text_data(text.get()), card.result, ocop_text_data(text.get()));
            need(ocop_rate_line(c_shelf.get(), card.line.data(), card.line.size(), out(text), nullptr));
            count(any, card, card.result == ocop_text_data(text.get()), card.result, ocop_text_data(text.get()));
        }
    }

    // Cards of all rule sets in turn; every byte of every result line, and what they come to.
    void compare_portfolio(const std::string& text, int threads) {
        Way& of = way("portfolio, threads: " + std::to_string(threads));
        portfolio::Options options;
        options.input = CardFormat::ndjson;
        options.threads = threads;
        std::size_t next = 0, at = 0;
        const portfolio::Read source = [&](char* into, std::size_t room) {
            const std::size_t taken = text.copy(into, room, at);
            at += taken;
            return taken;
        };
        const portfolio::Run run = portfolio::rate(library, source, [&](std::string_view lines) {
            for (; !lines.empty() && next < cards.size(); lines.remove_prefix(lines.find('\n') + 1)) {
                const Card& card = cards[next++];
                const std::string_view line = lines.substr(0, lines.find('\n'));
                count(of, card, line == card.result, card.result, std::string(line));
            }
        }, options);
        if (next != cards.size() || !run) throw std::runtime_error("a portfolio gave " + std::to_string(next) + " lines of " + std::to_string(cards.size()));
        if (run.tally.all != tally()) throw std::runtime_error("the tally of a portfolio is not that of its cards");
    }

    portfolio::Counts tally() const {
        portfolio::Counts out;
        out.scorecards = cards.size();
        for (const Card& card : cards) {
            ++out.outcomes[static_cast<std::size_t>(card.said.outcome)];
            if (card.said.stars) ++out.stars[static_cast<std::size_t>(*card.said.stars)];
        }
        return out;
    }

    std::mt19937 random;
    Library library = Library::open({directory}).value();
    Held<ocop_library> c_shelf;
    std::vector<std::unique_ptr<Ready>> forms;
    std::vector<Card> cards;
    std::vector<std::vector<Scorecard>> read;  // by form, in the order of `cards`
    std::vector<Way> ways;
    std::map<std::string, std::uint64_t> became;
};

Ways::Ways(unsigned seed) : state_(std::make_unique<State>(seed)) {}
Ways::~Ways() = default;

void Ways::compare(std::size_t cards) {
    state_->make(cards);
    for (std::size_t form = 0; form < state_->forms.size(); ++form) state_->compare_columns(form);
    state_->compare_json();
    std::string text;
    for (const Card& each : state_->cards) (text += each.line) += '\n';
    for (int threads : {1, 2, 4}) state_->compare_portfolio(text, threads);
}

const std::vector<Ways::Way>& Ways::ways() const { return state_->ways; }

std::uint64_t Ways::differences() const {
    std::uint64_t out = 0;
    for (const Way& each : ways()) out += each.differences;
    return out;
}

const std::map<std::string, std::uint64_t>& Ways::became() const { return state_->became; }

}  // namespace ocop::test
