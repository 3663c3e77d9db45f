// What texts of a card mean is asked of the way that every single card goes: by a card with little on it, read and bound as any is.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "card/card.hpp"
#include "card/read_csv.hpp"

namespace ocop::portfolio {

// What may stand at the top of a card, as far as its result depends on it; the first three are facts too, by these slots.
inline constexpr std::array<std::string_view, 4> head_keys = {"level", "assessed_on", "filed_on", "members"};

// A text as it stands on a card, and where.
struct Stated {
    enum class Where { head, fact, mark } where = Where::head;
    std::string_view name;   // of the key, the fact, the criterion
    std::string_view token;
};

// One for each way in which cards are written.
class Ask {
public:
    virtual ~Ask() = default;

    // The card that has these texts and no other. Nothing where there is any error, or a token could become part of what stands around it.
    virtual std::optional<card::Card> card(const program::Program& program, std::span<const Stated> all) const = 0;
    // A name as it is written: in normal form, without anything that stands for something else. Nothing: the general way has to read it.
    virtual std::optional<std::string_view> name(std::string_view token) const = 0;
    // What a mark that is one letter is known by: that letter. -1: it is none.
    virtual int letter(std::string_view token) const = 0;
};

class AskJson final : public Ask {
public:
    std::optional<card::Card> card(const program::Program& program, std::span<const Stated> all) const override;
    std::optional<std::string_view> name(std::string_view token) const override;
    int letter(std::string_view token) const override;
};

// Tokens are cells as they stand in a row, with their quotes.
class AskCsv final : public Ask {
public:
    explicit AskCsv(const card::CsvHeader& header) : header_(header) {}

    std::optional<card::Card> card(const program::Program& program, std::span<const Stated> all) const override;
    std::optional<std::string_view> name(std::string_view token) const override;
    int letter(std::string_view token) const override;

private:
    bool is_one_cell(std::string_view token) const;

    const card::CsvHeader& header_;
};

// A value that the general reader of JSON would take as one scalar or list: what may be put between others without becoming part of them.
bool is_one_value(std::string_view token);

}  // namespace ocop::portfolio
