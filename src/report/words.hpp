// All words of the reports, in Vietnamese and English; whole sentences are in sentences.hpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ocop/rating.hpp>

namespace ocop::report {

enum class Label {
    // headings
    result, to_next_star, missing, points_by_part, points_by_criterion, steps, minima, gates, readings, facts, findings, provenance, sheets,
    // columns
    id, content, points, maximum, state, minimum, share, by_sheet, required, reached, needs, has, sheet, total,
    // marks and conditions
    asked_by, note, misprint, evidence_missing, holds, holds_not, not_known, chosen_here, marked,
    // minima and gates
    met, missed, waived, blocks, works, works_not, if_it_held, reject, stop, cap, after, before_all,
    // readings
    unchanged, changed, no_alternatives, assumed,
    // provenance
    rule_set, decision, in_force, from_day, until_day, new_dossiers, scorecard, product, maker, level, filed_on, assessed_on,
    evidence, council, own_rules, combine, quorum, spread, members, digest, engine, citations, none, not_given, notes, incomplete,
    // rule sets as shown
    case_of, option, when, applies, choose_any, free_points, step, minimum_for, domain, values, if_missing, stars_and_bands,
    recognition, certificate, criteria, succeeds, attainable, and_word, criterion,
    count  // not a word
};

// Words and numbers of one language.
class Words {
public:
    explicit Words(Language language) : language_(language) {}
    Language language() const { return language_; }

    std::string operator()(Label label) const;
    std::string operator()(const Text& text) const { return text.in(language_); }

    // "72,5"; a fraction with its rounded value: "217/3 (≈ 72,33)".
    std::string number(const Number& number) const;
    std::string rounded(const Number& number) const;                // "72,5", "≈ 72,33": for pictures
    std::string number(const std::optional<Number>& number) const;  // "–" for nothing
    std::string points(const Number& number) const;                 // "72,5 điểm"
    std::string stars(int stars) const;                             // "4 sao"; "không có sao" for 0
    std::string star_row(int stars, int most) const;                // "★★★★☆"
    std::string interval(const TrailBand& band) const;              // "từ 70 đến dưới 90"
    std::string date(const std::string& iso) const;
    std::string list(const std::vector<std::string>& words) const;  // "a, b và c"
    std::string yes_no(std::optional<bool> value) const;            // "đúng", "sai", "chưa biết"
    std::string value(const std::string& value) const;              // of a fact or an operand: "đúng", "72,5%", "chưa biết"
    std::string option(const std::string& id) const;                // "mức b"; points where they are free
    std::string sheet(const Trail& trail, int sheet) const;         // "phiếu 3 (Sở Y tế)"
    std::string sheets(const std::vector<int>& numbers) const;      // "sheets 1, 3, 5–9"; ascending

    std::string outcome(Outcome outcome) const;
    std::string authority(Authority authority) const;
    std::string level(const std::string& name) const;               // of a card's `level`
    std::string combine(const std::string& how) const;
    std::string effect(TrailGate::Effect effect) const;
    std::string duration(const std::string& certificate) const;     // "36 tháng"
    std::string product_key(const std::string& key) const;          // "name", "maker", …
    std::string fact_type(const std::string& name) const;           // "số", "danh sách: chữ"
    std::string reading(const TrailReading& reading) const;
    std::string choice(const std::string& reading, const std::string& value) const;

private:
    const char* pick(const char* vi, const char* en) const { return language_ == Language::vi ? vi : en; }

    Language language_;
};

}  // namespace ocop::report
