// The same of rows of CSV.
#include "portfolio/fast_bench.hpp"

namespace ocop::test {
namespace {

using Names = std::vector<std::string>;

// Cards as rows under a header of their own.
class Rows {
public:
    Rows(const Subject& from, unsigned seed, char separator, bool shuffled) : lines_(from, seed), separator_(separator) {
        const program::Program& program = *from.rules.state().program;
        columns_ = {"scorecard", "rule_set", "council", "name", "maker", "product.ghi chú", "level", "filed_on", "assessed_on"};
        for (std::size_t slot = model::slot_declared; slot < program.rules->facts.size(); ++slot) columns_.push_back("fact:" + program.rules->facts[slot].name);
        for (const char* each : {"fact:of_others", "evidence", "members", "assessor"}) columns_.emplace_back(each);
        for (const program::Leaf& leaf : program.leaves) columns_.push_back(program.rules->nodes[static_cast<std::size_t>(leaf.node)].id);
        for (const char* each : {"of others", ""}) columns_.emplace_back(each);
        if (shuffled) std::shuffle(columns_.begin(), columns_.end(), lines_.random());
    }

    std::string header() const { return joined(columns_) + "\n"; }
    Lines& cards() { return lines_; }
    int column(const std::string& name) const { return static_cast<int>(std::find(columns_.begin(), columns_.end(), name) - columns_.begin()); }

    std::string rows(const reference::Card& card, const std::string& end = "\n") {
        const nlohmann::ordered_json json = lines_.json(card);
        const bool only_first = lines_.one_in(3), alike = !lines_.one_in(10);
        const std::mt19937::result_type seed = lines_.random()();
        std::string out;
        for (std::size_t i = 0; i < json["sheets"].size(); ++i) {
            Names cells;
            if (i == 0 || alike) of_card_.seed(seed);
            for (const std::string& name : columns_) cells.push_back(cell(json, json["sheets"][i], name, only_first && i > 0));
            out += joined(cells) + end;
        }
        return out;
    }

private:
    std::string joined(const Names& cells) const {
        std::string out;
        for (std::size_t i = 0; i < cells.size(); ++i) out += (i > 0 ? std::string(1, separator_) : "") + cells[i];
        return out;
    }
    static std::string text(const nlohmann::ordered_json& value, const char* between) {
        if (!value.is_array()) return value.is_string() ? value.get<std::string>() : value.dump();
        std::string out;
        for (const auto& each : value) out += (out.empty() ? "" : between) + text(each, between);
        return out;
    }
    std::string cell(const nlohmann::ordered_json& card, const nlohmann::ordered_json& sheet, const std::string& name, bool left_out) {
        const auto of = [&](const nlohmann::ordered_json& map, const std::string& key, const char* between) { return map.contains(key) ? text(map[key], between) : ""; };
        if (name == "assessor") return quoted(of(sheet, name, ""), lines_.random());
        if (sheet["marks"].contains(name)) return quoted(of(sheet["marks"], name, "+"), lines_.random());
        if (name == "scorecard") return text(card[name], "");
        if (left_out) return "";
        if (name.starts_with("fact:")) return quoted(with_comma(of(card["facts"], name.substr(5), "|")), of_card_);
        if (name == "name" || name == "maker") return card.contains("product") ? of(card["product"], name, "") : "";
        if (name == "product.ghi chú") return "tốt";
        return of(card, name, "|");
    }
    std::string with_comma(std::string text) {
        if (of_card_() % 2 == 0 && text.find_first_not_of("0123456789.") == std::string::npos) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }
    std::string quoted(const std::string& text, std::mt19937& random) const { return random() % 15 == 0 || text.find(separator_) != std::string::npos ? '"' + text + '"' : text; }

    Lines lines_;
    std::mt19937 of_card_;  // for what all rows of a card have alike
    char separator_;
    Names columns_;
};

class EveryRow : public ::testing::TestWithParam<const char*> {};

TEST_P(EveryRow, IsRatedAsInGeneralOrDeclined) {
    const Subject from = subject(GetParam());
    int complete = 0, taken = 0;
    for (unsigned seed = 0; seed < 3; ++seed) {
        Rows rows(from, seed, ",;\t"[seed], seed > 0);
        Bench bench(from.rules, rows.header(), seed == 1 ? portfolio::Format::csv : portfolio::Format::ndjson);
        for (int i = 0; i < 100 / static_cast<int>(rarer); ++i) {
            const reference::Card whole = rows.cards().complete(i % 3 == 0 ? 7 : 1);
            const std::string text = rows.rows(whole, i % 5 == 0 ? "\r\n" : "\n");
            const bool fast = bench.same(text);
            const auto expected = general(text, bench.program(), bench.header());
            if (!whole.sheets.empty() && expected && expected->outcome == Outcome::rated) {
                ++complete;
                taken += fast ? 1 : 0;
            }
            bench.same(rows.rows(rows.cards().partial(whole)));
            if (HasFailure()) return;
        }
    }
    RecordProperty("taken", taken);
    // Where rows of a card say the same in other words, it is declined.
    const std::string name = GetParam();
    if (name.find('/') != std::string::npos) {
        EXPECT_GT(complete, 0);
        EXPECT_GE(taken * 10, complete * (name.ends_with("bottled-water") ? 4 : 7)) << taken << " of " << complete;
    }
}

INSTANTIATE_TEST_SUITE_P(Subjects, EveryRow, ::testing::ValuesIn(fast_subjects));

// Rows written by hand, under few columns.
class FewColumns : public ::testing::Test {
protected:
    bool taken(const std::string& rows) {
        const bool taken = bench_.same(rows);
        EXPECT_EQ(as_csv_.same(rows), taken);
        return taken;
    }
    // The marks of a sheet, and the facts without which the stars are not known.
    std::string marks(const std::string& mark = "a") const {
        std::string out;
        for (std::size_t i = 0; i < bench_.program().leaves.size(); ++i) out += "," + mark;
        return out + ",true,true,true";
    }
    std::string row(const std::string& id, const std::string& more) const { return id + ",26-2026/food/fresh-produce," + more + marks() + "\n"; }

    static std::string header(const Subject& from) {
        std::string out = "scorecard,rule_set,maker,members,fact:local_share,evidence,assessor";
        const program::Program& program = *from.rules.state().program;
        for (const program::Leaf& leaf : program.leaves) out += "," + program.rules->nodes[static_cast<std::size_t>(leaf.node)].id;
        return out + ",fact:dossier_complete,fact:food_safety_compliant,fact:grown_in_province\n";
    }

    Subject from_ = subject("26-2026/food/fresh-produce");
    Bench bench_{from_.rules, header(from_)}, as_csv_{from_.rules, header(from_), portfolio::Format::csv};
};

TEST_F(FewColumns, TakeWhatSpreadsheetsWrite) {
    const std::string plain = row("T-1", "HTX Mỹ Xương,,,,");
    ASSERT_TRUE(taken(plain));
    EXPECT_TRUE(taken(plain.substr(0, plain.size() - 1)));           // the last row of a file
    EXPECT_TRUE(taken(plain.substr(0, plain.size() - 1) + "\r\n"));
    EXPECT_TRUE(taken(plain.substr(0, plain.size() - 1) + "\r"));
    EXPECT_TRUE(taken(row("\"T-1\"", "\"HTX Mỹ Xương, Cao Lãnh\",5,\"12,5%\",\"safety-test|sales-contracts\",\"A\"")));
    EXPECT_TRUE(taken(row("T-1", "C:\\x,5,12.5,|safety-test||,A")));
    EXPECT_TRUE(taken("T-1,\"26-2026/food/fresh-produce\",,,,," + marks() + "\n"));
    EXPECT_TRUE(taken(row("T-1", "M,3,50,,A") + row("T-1", ",,,,B") + row("T-1", "M,3,50,,\"C\"")));
}

TEST_F(FewColumns, LeaveWhatIsNotPlain) {
    const std::string plain = row("T-1", "M,,,,A");
    ASSERT_TRUE(taken(plain));
    const std::string short_row = plain.substr(0, plain.size() - 3) + "\n", long_row = plain.substr(0, plain.size() - 1) + ",\n";
    const std::vector<std::string> left = {
        "", "\n", ",,,\n", plain + "\n", "\n" + plain, short_row, long_row, plain + plain, plain + row("T-2", "M,,,,B"), plain + row("\"T-1\"", "M,,,,B"),
        plain + row("T-1", "M,,,,"), plain + row("T-1", "N,,,,B"), plain + row("T-1", "\"M\",,,,B"), plain + row("T-1", "M,7,,,B"), plain + row("T-1", ",,,,\"\""),
        plain + short_row, row("T-1", "M,1,,,A") + row("T-1", "M,1,,,B"), plain + "T-1,26-2026/food/fresh-produce,,,,," + marks("") + "\n",
        row("", "M,,,,A"), row("\"\"", "M,,,,A"), row("T\\1", "M,,,,A"), row("T\"1", "M,,,,A"), row(" T-1", "M,,,,A"), row("T-1 ", "M,,,,A"), row("\" T-1\"", "M,,,,A"),
        row("T\t1", "M,,,,A"), row("\xff", "M,,,,A"), row("e\xcc\x81", "M,,,,A"), row("T-1", "e\xcc\x81,,,,A"), row("T-1", "\xe1,,,,A"), row("T-1", " M,,,,A"), row("T-1", "\"M\"x,,,,A"),
        row("T-1", "\"M \"\"x\"\"\",,,,A"), row("T-1", "\"M\nN\",,,,A"), row("T-1", "\"M,,,,A"), row("T-1", "M,0,,,A"), row("T-1", "M,x,,,A"), row("T-1", "M,,x,,A"), row("T-1", "M,,50|60,,A"),
        row("T-1", "M,,,nothing,A"), row("T-1", "M,,,safety-test|safety-test,A"), row("T-1", "M,,, safety-test | sales-contracts,A"), row("T-1", "M,,,, A"), row("T-1", "M,,,,e\xcc\x81"),
        "T-1,26-2026/food/fresh-produce,,,,," + marks("z") + "\n", "T-1,,,,,," + marks() + "\n", "T-1,no/such,,,,," + marks() + "\n", "T-1, 26-2026/food/fresh-produce,,,,," + marks() + "\n",
        "T-1,26-2026/food/fresh-produce,,,,," + marks("") + "\n", std::string("T-1\0", 4) + plain.substr(3), plain.substr(0, plain.size() - 1) + "\r" + plain};
    for (const std::string& each : left) EXPECT_FALSE(taken(each)) << each;
    EXPECT_TRUE(taken(plain));
}

// The same thing under two names would be two things.
TEST(Rows, AreLeftWhereColumnsMeanTheSame) {
    const Subject from = subject("plain");
    Rows rows(from, 1, ',', false);
    std::string header = rows.header();
    const std::string text = rows.rows(rows.cards().complete(1));
    Bench bench(from.rules, header);
    ASSERT_TRUE(bench.same(text));
    header.replace(header.find("product.ghi chú"), std::string("product.ghi chú").size(), "product.maker");
    Bench same(from.rules, header);
    EXPECT_FALSE(same.same(text));
}

// Cells before the one that names the rule set are not taken for what they would be under the rule set before.
TEST(Rows, AreOfTheRuleSetThatTheyName) {
    const Subject tea = subject("26-2026/food/tea"), produce = subject("26-2026/food/fresh-produce");
    const auto ids = [](const Subject& of) {
        Names out;
        const program::Program& program = *of.rules.state().program;
        for (const program::Leaf& leaf : program.leaves) out.push_back(program.rules->nodes[static_cast<std::size_t>(leaf.node)].id);
        for (const model::Fact& fact : program.rules->facts)
            for (const char* each : {"dossier_complete", "food_safety_compliant", "grown_in_province"})
                if (fact.name == each) out.push_back("fact:" + fact.name);
        return out;
    };
    const Names of_tea = ids(tea), of_produce = ids(produce);
    Names all = of_tea;
    for (const std::string& each : of_produce)
        if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
    std::string names;
    for (const std::string& each : all) names += each + ",";
    names += "scorecard,rule_set,assessor\n";
    const auto cells = [&](const Names& own) {
        std::string out;
        for (const std::string& each : all) out += std::string(std::find(own.begin(), own.end(), each) == own.end() ? "" : each.starts_with("fact:") ? "true" : "a") + ",";
        return out;
    };
    base::Report report;
    const auto header = card::read_csv_header(std::make_shared<const base::Source>("cards", names, 1), report);
    portfolio::Shelf shelf{[&](const std::string& id, const std::string&) { return portfolio::Rule{-1, (id == tea.rules.id() ? tea : produce).rules.state().program, {}}; }, {}};
    portfolio::Rules rules(shelf);
    portfolio::Lookup lookup(rules);
    portfolio::FastReader reader(lookup, portfolio::Format::ndjson);
    for (const Subject* each : {&produce, &tea, &produce, &tea, &tea, &produce}) {
        const std::string text = cells(each == &tea ? of_tea : of_produce) + "T-1," + std::string(each->rules.id()) + ",A\n";
        portfolio::Line out;
        Counted counted;
        const auto expected = general(text, *each->rules.state().program, &*header);
        const std::string padded = text + std::string(portfolio::line_padding, '\0');
        ASSERT_TRUE(expected);
        EXPECT_TRUE(reader.rate(*header, std::string_view(padded).substr(0, text.size()), out, counted));
        EXPECT_EQ(out.text(), expected->line);
    }
}

// More values of a fact and assessors than are remembered.
TEST_F(FewColumns, OutgrowWhatIsRemembered) {
    int count = 0;
    constexpr int all = 14'000 / static_cast<int>(rarer);
    for (int i = 0; i < all; ++i) {
        const std::string text = row("T-" + std::to_string(i), "M" + std::to_string(i) + ",," + std::to_string(i / 250) + "." + std::to_string(i % 250 + 100) + ",,member " + std::to_string(i));
        if (i % 7 != 0) {
            portfolio::Line out;
            Counted counted;
            count += bench_.rate(text, out, counted) ? 1 : 0;
        } else {
            count += taken(text) ? 1 : 0;
        }
        if (HasFailure()) return;
    }
    EXPECT_EQ(count, all);
}

// Bytes flipped, put in and taken out anywhere: the reader declines, or the general way says the same.
TEST(BrokenRows, AreNeverTakenForOthers) {
    std::mt19937 random(3);
    for (const char* name : {"26-2026/food/fresh-produce", "story", "plain"}) {
        const Subject from = subject(name);
        for (unsigned seed = 0; seed < 3; ++seed) {
            const char separator = ",;\t"[seed];
            Rows rows(from, 9 + seed, separator, seed > 0);
            Bench bench(from.rules, rows.header());
            std::vector<std::string> whole;
            for (int i = 0; i < 30; ++i) whole.push_back(rows.rows(rows.cards().complete(i % 3 == 0 ? 3 : 1), i % 4 == 0 ? "\r\n" : "\n"));
            const std::string likely = std::string("\"\"\\|+,;\t \r\n0abc\x01\xC3\xCC\xE1\x80\xBA") + '\0' + separator + separator;
            for (int i = 0; i < 10'000 / static_cast<int>(rarer); ++i) {
                std::string text = whole[random() % whole.size()];
                for (std::size_t n = 1 + random() % 2; n > 0 && !text.empty(); --n) {
                    const std::size_t at = random() % text.size();
                    const char byte = random() % 3 != 0 ? likely[random() % likely.size()] : static_cast<char>(random());
                    if (random() % 3 == 0) text[at] = byte;
                    else if (random() % 2 == 0) text.insert(at, 1, byte);
                    else text.erase(at, 1 + random() % 3);
                }
                bench.same(text);
                bench.same(whole[random() % whole.size()]);
                if (HasFailure()) return;
            }
        }
    }
}

}  // namespace
}  // namespace ocop::test
