// One line of NDJSON to marks by their codes and answers of facts; what is not plain is declined.
#pragma once

#include <map>

#include "portfolio/fast_form.hpp"
#include "portfolio/scan.hpp"

namespace ocop::portfolio {

// What was read. Views into the line, or into what the reader keeps.
struct FastCard {
    FastForm* form = nullptr;
    std::string_view id, maker;
    std::optional<Authority> level;
    std::optional<base::Date> filed_on, assessed_on;
    int members = 0;                        // 0: not stated
    int sheets = 0;
    std::vector<std::string_view> assessors;
    std::vector<std::uint8_t> codes;        // [leaf * sheets + sheet]
    std::vector<std::uint8_t> answers;      // by code of condition
    std::uint64_t evidence = 0;             // bits
    std::vector<base::Value> values;        // by slot; where the form wants them
};

// Not thread-safe.
class FastCards {
public:
    explicit FastCards(Lookup& rules) : rules_(rules) {}

    // The card stays until the next call. Nothing: declined.
    const FastCard* read(std::string_view line);

private:
    // Marks of one sheet while others may follow: [leaf].
    using Sheet = std::vector<std::uint8_t>;

    bool object(Scanner& in);
    bool member(Scanner& in, std::string_view key);
    bool text_member(Scanner& in, std::string_view& out);
    bool date(Scanner& in, std::optional<base::Date>& out);
    bool product(Scanner& in);
    bool facts(Scanner& in);
    bool fact(Scanner& in, FastFact& fact);
    bool evidence(Scanner& in);
    bool sheets(Scanner& in);
    bool sheet(Scanner& in);
    bool marks(Scanner& in, Sheet& sheet);
    bool mark(Scanner& in, std::size_t criterion, Sheet& sheet);
    bool finish();
    bool know_form();
    // The same text in NFC, kept; nothing where it is not UTF-8.
    const std::string* normal(std::string_view text);

    Lookup& rules_;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<FastForm>> forms_;
    FastForm* last_form_ = nullptr;
    std::string last_rule_set_, last_council_;
    Interned<std::string> texts_{16'384};
    FastCard card_;
    std::string_view rule_set_, council_;
    unsigned seen_ = 0;                      // keys, by bit
    std::vector<std::string_view> product_keys_;
    std::vector<Sheet> marks_;
    std::vector<std::uint32_t> given_;       // by fact: the card that stated it last, so that none is stated twice
    std::vector<const FastValue*> stated_;   // by fact
    std::uint32_t number_ = 0;
};

}  // namespace ocop::portfolio
