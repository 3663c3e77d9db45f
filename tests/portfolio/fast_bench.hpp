// Fast readers held against the general way, card by card, and random cards for both.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <random>

#include "../rate/subjects.hpp"
#include "api/state.hpp"
#include "card/bind.hpp"
#include "card/read_csv.hpp"
#include "card/read_json.hpp"
#include "portfolio/fast.hpp"
#include "portfolio/result.hpp"
#include "rate/rate.hpp"
#include "reference/random_cards.hpp"
#include "sanitized.hpp"
#include "trail/build.hpp"

namespace ocop::test {

using portfolio::Counted;

// Small forms, and shipped ones of each kind.
inline constexpr const char* fast_subjects[] = {
    "plain", "council", "story", "26-2026/drinks/bottled-water", "26-2026/drinks/other-alcoholic-drinks",
    "26-2026/drinks/soft-drinks", "26-2026/drinks/white-spirits", "26-2026/food/coffee-and-cocoa",
    "26-2026/food/fast-food", "26-2026/food/fresh-meat-seafood-eggs-milk", "26-2026/food/fresh-produce",
    "26-2026/food/herbal-teas", "26-2026/food/honey-and-other-farm-foods", "26-2026/food/other-seasonings",
    "26-2026/food/processed-meat-seafood-eggs-milk", "26-2026/food/processed-produce",
    "26-2026/food/processed-rice-and-grains", "26-2026/food/rice-and-grains", "26-2026/food/sauces-and-liquid-seasonings",
    "26-2026/food/tea", "26-2026/handicraft/fabric-and-clothing", "26-2026/handicraft/household-and-decorative-handicraft",
    "26-2026/herbs/essential-oils-and-other-herbs", "26-2026/herbs/functional-food-and-traditional-medicine",
    "26-2026/herbs/herbal-cosmetics", "26-2026/ornamental/flowers", "26-2026/ornamental/ornamental-animals",
    "26-2026/ornamental/ornamental-plants", "26-2026/tourism/community-tourism", "148-2023/food/tea",
    "148-2023/food/fresh-produce", "148-2023/tourism/community-tourism", "1048-2019/food/tea",
    "1048-2019/food/fresh-produce"};

struct General {
    std::string line, row;  // the result as NDJSON, and as CSV
    Outcome outcome = Outcome::undecided;
    int stars = -1;
    std::string maker;
    std::vector<int> blocked;
    std::array<std::uint16_t, 17> findings{};
};

// A line of JSON, or under a header the rows of one card.
inline std::optional<card::Written> as_written(const std::string& text, const card::CsvHeader* header, base::Report& report) {
    const auto source = std::make_shared<const base::Source>("cards", text, 1);
    if (header != nullptr) {
        auto cards = card::read_csv_rows(*header, source, 2, report);
        return cards.size() == 1 && !report.has_errors() ? std::optional(std::move(cards.front())) : std::nullopt;
    }
    auto node = card::read_json(source, {0, static_cast<std::uint32_t>(text.size())}, report);
    if (!node) return std::nullopt;
    const Place place = node->place();
    return card::written(std::move(*node), place);
}

// What becomes of a card that can be read; nothing for others.
inline std::optional<General> general(const std::string& text, const program::Program& program, const card::CsvHeader* header = nullptr) {
    base::Report report;
    const auto written = as_written(text, header, report);
    const auto card = written ? card::bind(*written, program, report) : std::nullopt;
    if (!card || card->rule_set.empty() || !card->council.empty()) return std::nullopt;
    const rate::Result result = rate::rate(program, *card);
    const Summary summary = trail::summarize(program, *card, result);
    std::string row = portfolio::result_line(portfolio::Format::csv, summary);
    row.pop_back();
    General out{report::json_line(summary), row, summary.outcome, summary.stars.value_or(-1), {}, rate::blocking_minima(program, result), {}};
    for (const auto& [key, value] : card->product)
        if (key == "maker") out.maker = value;
    for (const Finding& each : summary.findings) ++out.findings[static_cast<std::size_t>(each.kind)];
    return out;
}

// One rule set, and a reader of its cards: lines, or rows under a header.
class Bench {
public:
    explicit Bench(const RuleSet& rules, const std::string& header = {}, portfolio::Format results = portfolio::Format::ndjson)
        : results_(results), header_(read_header(header)), program_(rules.state().program),
          shelf_{[this](const std::string& id, const std::string& council) { return portfolio::Rule{-1, id == program_->rules->id && council.empty() ? program_ : nullptr, {}}; }, {}} {}

    // Whether the reader took the line; what it then gave is the general way's.
    bool same(const std::string& line) {
        portfolio::Line out;
        out.put("before");
        Counted counted;
        if (!rate(line, out, counted)) {
            EXPECT_EQ(out.text(), "before");
            return false;
        }
        const auto expected = general(line, *program_, header());
        EXPECT_TRUE(expected) << line;
        if (!expected) return true;
        EXPECT_EQ(out.text(), "before" + (results_ == portfolio::Format::csv ? expected->row : expected->line)) << line;
        EXPECT_EQ(counted.rule_set, 0);
        EXPECT_FALSE(counted.error);
        EXPECT_EQ(counted.outcome, expected->outcome);
        EXPECT_EQ(counted.stars, expected->stars);
        EXPECT_EQ(counted.maker, expected->maker);
        EXPECT_EQ(std::vector<int>(counted.blocked.begin(), counted.blocked.end()), expected->blocked);
        EXPECT_EQ(counted.findings, expected->findings);
        return true;
    }
    // As it stands in a piece, and no byte more.
    bool rate(const std::string& line, portfolio::Line& out, Counted& counted) {
        const std::string rest = (header_ ? "" : "\n") + std::string(portfolio::line_padding, '\0');
        const std::unique_ptr<char[]> exact(new char[line.size() + rest.size()]);
        std::copy(rest.begin(), rest.end(), std::copy(line.begin(), line.end(), exact.get()));
        const std::string_view text(exact.get(), line.size());
        const bool rated = header_ ? reader_.rate(*header_, text, out, counted) : reader_.rate(text, out, counted);
        maker_ = counted.maker;
        counted.maker = maker_;
        return rated;
    }
    const program::Program& program() const { return *program_; }
    const card::CsvHeader* header() const { return header_ ? &*header_ : nullptr; }

private:
    static std::optional<card::CsvHeader> read_header(const std::string& text) {
        base::Report report;
        return text.empty() ? std::nullopt : card::read_csv_header(std::make_shared<const base::Source>("cards", text, 1), report);
    }

    portfolio::Format results_;
    std::optional<card::CsvHeader> header_;
    std::shared_ptr<const program::Program> program_;
    portfolio::Shelf shelf_;
    portfolio::Rules rules_{shelf_};
    portfolio::Lookup lookup_{rules_};
    portfolio::FastReader reader_{lookup_, results_};
    std::string maker_;
};

class Lines {
public:
    Lines(const Subject& from, unsigned seed) : from_(from), cards_(from.shown, seed), random_(seed) {}

    reference::Card complete(std::size_t sheets) { return cards_.complete(sheets); }
    reference::Card partial(const reference::Card& card) { return cards_.partial(card); }

    // The card with a top that varies.
    nlohmann::ordered_json json(const reference::Card& card) {
        nlohmann::ordered_json out = nlohmann::ordered_json::parse(reference::to_json(card));
        const std::array levels = {"commune", "district", "province", "ministry"};
        const std::array days = {"2023-01-05", "2026-06-02", "2026-06-20", "2027-01-01"};
        if (one_in(2)) out["level"] = levels[random_() % levels.size()];
        if (one_in(2)) out["assessed_on"] = days[random_() % days.size()];
        if (one_in(3)) out["filed_on"] = days[random_() % days.size()];
        if (one_in(2)) out["members"] = out.contains("sheets") ? out["sheets"].size() + random_() % 4 : 3;
        if (one_in(3)) out["evidence"] = evidence();
        if (one_in(2)) out["product"] = {{"name", "Chè Tân Cương"}, {"maker", one_in(2) ? "Hợp tác xã Hảo Đạt" : "Công ty Nguyễn Thị Bảy"}};
        return out;
    }
    // The same as a line.
    std::string line(const reference::Card& card) {
        nlohmann::ordered_json out = json(card);
        if (one_in(4)) shuffle(out);
        return one_in(20) ? spaced(out) : out.dump();
    }
    bool one_in(std::size_t n) { return random_() % n == 0; }
    std::mt19937& random() { return random_; }

private:
    void shuffle(nlohmann::ordered_json& out) {
        std::vector<std::pair<std::string, nlohmann::ordered_json>> all;
        for (auto& [key, value] : out.items()) all.emplace_back(key, value);
        std::shuffle(all.begin(), all.end(), random_);
        out = nlohmann::ordered_json::object();
        for (auto& [key, value] : all) out[key] = value;
    }
    nlohmann::ordered_json evidence() {
        nlohmann::ordered_json out = nlohmann::ordered_json::array();
        for (const model::Evidence& each : from_.rules.state().program->rules->evidence)
            if (one_in(2)) out.push_back(each.id);
        return out;
    }
    static std::string spaced(const nlohmann::ordered_json& out) {
        std::string text = out.dump(1);
        std::replace(text.begin(), text.end(), '\n', ' ');
        return " " + text + "\t\r";
    }

    const Subject& from_;
    reference::RandomCards cards_;
    std::mt19937 random_;
};

}  // namespace ocop::test
