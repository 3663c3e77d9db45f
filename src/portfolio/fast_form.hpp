// All that is remembered of one rule set: what texts of marks, dates and names mean, and pieces of lines. One a thread.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <ocop/portfolio.hpp>

#include "batch/decide.hpp"
#include "portfolio/counted.hpp"
#include "portfolio/fast_ask.hpp"
#include "portfolio/fast_facts.hpp"
#include "portfolio/fast_line.hpp"
#include "portfolio/fast_points.hpp"
#include "portfolio/fast_tokens.hpp"
#include "portfolio/rules.hpp"

namespace ocop::portfolio {

// What stands at the top of a card, as far as its result depends on it.
struct Head {
    std::optional<Authority> level;
    std::optional<base::Date> filed_on, assessed_on;
    std::optional<int> members;
};

// One card, read.
struct FastCard {
    static constexpr int most_sheets = 64;
    static constexpr std::size_t most_bytes = 256U << 10U;  // as written; longer ones are rare

    std::string_view id, maker;
    int sheets = 0;
    std::vector<std::uint8_t> codes;   // [leaf * sheets + sheet]
    std::vector<int> assessors;        // by sheet; Form::assessor
    std::uint64_t evidence = 0;
    std::array<std::string_view, 4> head;  // as head_keys, as written; empty: not there
};

// A finding as it stands in a result line, with a comma behind it; its text is added.
Fragment finding_fragment(Finding finding);

class Form {
public:
    Form(const Rule& rule, const Ask& how, Format results);

    bool usable() const { return usable_; }
    const program::Program& program() const { return program_; }
    Facts& facts() { return *facts_; }

    // The code of a mark as written; `no_code`: the general way has to read it.
    static constexpr std::uint8_t no_code = 255;
    std::uint8_t code(int leaf, std::string_view token);
    // Of marks that are one letter (Ask::letter) and have been seen, by the letter.
    const std::uint8_t* letters(int leaf) const { return letters_[static_cast<std::size_t>(leaf)].data(); }
    // Before the first value of a card is read: what is remembered stays within bounds.
    void begin_card();
    // An assessor's name as written, not without a byte. -1: the general way has to read it.
    int assessor(int sheet, std::string_view token) {
        const auto at = static_cast<std::size_t>(sheet);
        return at < last_assessors_.size() && is(token, last_assessors_[at].first) ? last_assessors_[at].second : other_assessor(at, token);
    }
    // By sheet: where none is named (-1), the one without a name. False: two sheets have the same.
    bool tell_apart(std::vector<int>& assessors);
    // The evidence of the card before, as written, and what it is by bit; no token: none was read.
    struct Evidence {
        Fragment token;
        std::uint64_t bits = 0;
    };
    Evidence& last_evidence() { return last_evidence_; }
    // One more paper by its id; it is looked for at `next` first. False: unknown, or there already.
    bool add_evidence(std::string_view id, std::size_t& next, std::uint64_t& bits) const;

    // The result put behind `out` without its line break, and what it adds to the summary. False: nothing was put, the general way has to rate the card.
    bool rate(const FastCard& card, Line& out, Counted& counted);

private:
    // Evidence asked for, with what is said where it is not there.
    struct Required {
        int evidence = 0;
        Fragment missing;
    };
    // What is said about a mark, by its code, of a criterion that takes single options.
    struct CodeForm {
        int choice = program::none;       // the option, if it is one
        bool by_case = false;             // it names no case: the one that counts says which option it is
        bool erratum = false;
        std::uint64_t required_mask = 0;  // evidence, by bit; nothing where it gives no points
    };
    struct LeafForm {
        TokenTable<std::uint8_t> known;
        bool plain = false;               // it always applies, and has one case
        bool options = false;             // its marks are single options
        bool several_cases = false, has_when = false, has_evidence = false;
        int first_case = 0;
        Fragment incomplete;              // a finding, or nothing
        std::vector<Required> required;   // for any points
        std::vector<CodeForm> codes;
    };
    struct ChoiceForm {
        std::vector<Required> required;
        Fragment erratum;  // a finding, or nothing
    };
    // What follows from the top of a card.
    struct OfHead {
        bool refused = false;
        Fragment findings, incomplete;  // before those about the members' totals and behind them; each followed by a comma
        std::vector<Finding::Kind> kinds, incomplete_kinds;
        std::array<std::uint16_t, 17> counts{};
        std::optional<Head> head;
        std::vector<Fragment> recognition;  // by stars; worked out when asked for
    };
    struct Alternative {
        int reading = 0, choice = 0;
        std::size_t plan = 0;  // 0: by `ways` alone
        rate::Ways ways;
        bool sheets_only = false;
    };
    struct Part {
        Fragment before;
        int first_leaf = 0, end_leaf = 0;
    };
    struct Band {
        program::Scaled low = 0;
        Fragment wanted;   // what stands behind the points that it takes
    };

    void make_plans();
    void make_leaves();
    void make_choices();
    void make_pieces();
    int other_assessor(std::size_t sheet, std::string_view token);
    CodeForm code_form(int leaf, batch::Code code) const;
    OfHead& of_head(const FastCard& card);
    std::optional<Head> read_head(const FastCard& card) const;
    OfHead work_out(const FastCard& card) const;
    const Fragment& recognition(OfHead& of, int sheets, int stars);
    const Fragment& stars_and_band(const batch::Verdict& verdict);

    void put_top(const FastCard& card, const batch::Verdict& verdict);
    bool put_line(const FastCard& card, OfHead& head, const batch::Verdict& verdict);
    bool put_row(const FastCard& card, OfHead& head, const batch::Verdict& verdict);
    void put_cell(const Line& text);
    void kinds_found();

    // Rows name kinds alone.
    void seen(Finding::Kind kind) {
        if (!csv_) return;
        const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(kind);
        if ((kinds_seen_ & bit) == 0) kinds_.push_back(kind);
        kinds_seen_ |= bit;
    }
    void finding(Finding::Kind kind, const Fragment& fragment) {
        line_->put(fragment);
        seen(kind);
        ++counts_[static_cast<std::size_t>(kind)];
    }
    bool find(const FastCard& card, const OfHead& head, const batch::Verdict& verdict);
    void spread(const FastCard& card);
    bool criterion(int leaf, const FastCard& card);
    bool plain_criterion(int leaf, const FastCard& card);
    int choice_of(const CodeForm& code, int leaf, std::uint8_t number, std::int16_t of_case) const;
    bool against_facts(int leaf, const FastCard& card, int sheet, int choice, std::int16_t of_case);
    void against(int leaf, const FastCard& card, int sheet, int choice, bool other_case, int implied);
    void evidence(int leaf, const FastCard& card, int sheet, int choice, std::uint64_t& said);
    std::vector<Required> require(const model::Node& node, const std::vector<int>& evidence) const;
    void require(const std::vector<Required>& all, std::uint64_t have, std::uint64_t& said);
    void erratum(int choice);
    bool readings(const FastCard& card, const batch::Verdict& verdict);
    void changed(std::size_t alternative, Outcome outcome, int stars);
    void blocked(const batch::Verdict& verdict);
    void parts(int sheets);

    const Rule rule_;
    const Ask& how_;
    const bool csv_;  // results are rows
    const program::Program& program_;
    const model::RuleSet& rules_;
    bool usable_ = true;
    std::vector<std::shared_ptr<const batch::Plan>> plans_;
    std::vector<Alternative> alternatives_;
    std::unique_ptr<Facts> facts_;
    PointTexts points_;
    std::vector<std::array<std::uint8_t, 256>> letters_;  // by leaf
    std::vector<LeafForm> leaves_;
    std::vector<ChoiceForm> choices_;
    std::vector<int> watched_;            // leaves that some finding may be about
    Evidence last_evidence_;
    Fragment begin_, rejected_;
    std::vector<Part> parts_;
    std::vector<Fragment> minima_, caps_;  // "minimum 1.5 for 5", with quotes and a comma; in rows without quotes, with a semicolon
    bool parts_quoted_ = false;            // the cell of a row
    std::vector<Band> bands_;              // by star
    std::vector<Fragment> stars_;          // by stars and band
    TokenTable<int> assessors_;
    std::vector<std::pair<Fragment, int>> last_assessors_;  // by sheet
    std::unordered_map<std::string, int> assessor_numbers_;
    std::vector<std::string> assessor_names_;
    std::unordered_map<std::string, OfHead> heads_;
    OfHead* last_head_ = nullptr;
    std::string head_key_;
    std::array<Fragment, 4> last_head_tokens_;
    int last_head_sheets_ = 0;
    NumberTable<Fragment> against_, changes_, spreads_;

    batch::Working working_, other_working_;
    Line* line_ = nullptr;  // what is being written
    std::array<std::uint16_t, 17> counts_{};
    std::vector<Finding::Kind> kinds_;  // of what was found, in that order
    std::uint32_t kinds_seen_ = 0;
    Line cell_;  // of a row, before it is known whether it needs quotes
    std::vector<int> blocked_;
    std::vector<const Fragment*> said_errata_;
};

}  // namespace ocop::portfolio
