// What a council's sheets say of each other: the members, how far they lie apart, whose sheet and which single mark the
// result hangs on; on pages all marks side by side as well.
#include <fmt/format.h>

#include <algorithm>

#include "report/outlook.hpp"
#include "report/sections.hpp"

namespace ocop::report {
namespace {

using Align = Table::Align;
using Rank = Table::Rank;

constexpr std::size_t most_disagreements = 5;
constexpr std::size_t most_side_by_side = 15;  // sheets in one table; more would not fit on paper

class Council {
public:
    explicit Council(const Report& r) : r_(r), words_(r.words), trail_(r.trail), vi_(r.words.language() == Language::vi) {}

    void write() {
        if (trail_.sheets.size() < 2) return;
        r_.document.heading(words_(Label::sheets));
        members();
        if (trail_.agreement) agreement(*trail_.agreement);
        side_by_side();
    }

private:
    const char* pick(const char* vi, const char* en) const { return vi_ ? vi : en; }
    // Of a card that is not decided yet nobody can have decided anything.
    bool decided() const { return trail_.summary.outcome != Outcome::undecided; }

    void members() {
        const auto* found = trail_.agreement && trail_.agreement->members.size() == trail_.sheets.size() ? &trail_.agreement->members : nullptr;
        std::vector<Table::Column> columns = {{Align::right}, {Align::left, true}, {Align::right}};
        if (found != nullptr) columns.insert(columns.end(), 2, {Align::left});
        Table table(std::move(columns), words_(Label::sheets));
        table.head = {pick("Phiếu", "Sheet"), pick("Thành viên", "Member"), words_(Label::total)};
        if (found != nullptr) table.head.insert(table.head.end(), {pick("Chỉ theo phiếu này", "By it alone"), pick("Không có phiếu này", "Without it")});
        for (std::size_t i = 0; i < trail_.sheets.size(); ++i) {
            std::vector<Cell> cells = {{std::to_string(i + 1)}, {trail_.sheets[i].assessor}, {words_.number(trail_.sheets[i].total), Tone::strong}};
            if (found != nullptr) add((*found)[i], cells);
            table.row(std::move(cells));
            if (found != nullptr && (*found)[i].decides && decided())
                table.below(pick("← không có phiếu này, kết quả sẽ khác", "← without this sheet the result would be another"), Tone::notice);
        }
        r_.document.table(std::move(table));
    }

    void add(const TrailAgreement::Member& member, std::vector<Cell>& cells) const {
        cells.push_back({result(member.alone, member.stars_alone, words_)});
        std::string without = result(member.without, member.stars_without, words_);
        if (member.total_without) without += " · " + words_.points(*member.total_without);
        cells.push_back({without, member.decides && decided() ? Tone::notice : Tone::plain});
    }

    // ---- agreement ----

    void agreement(const TrailAgreement& found) {
        if (found.spread) spread(*found.spread, found.spread_limit);
        deciders(found);
        if (found.concordance) concordance(*found.concordance);
        disagreements(found);
        moves(found);
    }

    void spread(const Number& spread, const std::optional<Number>& limit) {
        const std::string apart = fmt::format(fmt::runtime(pick("Tổng điểm của các phiếu chênh nhau {}", "The sheets' totals lie {} apart")), words_.points(spread));
        if (!limit) return r_.document.item("•", apart + ".");
        const bool over = spread > *limit;
        r_.document.item(over ? "✗" : "✓", apart + fmt::format(fmt::runtime(over ? pick(", vượt mức cho phép là {}.", ", more than the {} allowed.") : pick("; cho phép đến {}.", "; up to {} are allowed.")), words_.points(*limit)),
                         over ? Tone::bad : Tone::plain);
    }

    void deciders(const TrailAgreement& found) {
        std::vector<std::string> who;
        for (std::size_t i = 0; i < found.members.size(); ++i)
            if (found.members[i].decides) who.push_back(std::to_string(i + 1));
        if (found.members.empty() || !decided()) return;
        if (who.empty()) return r_.document.item("✓", pick("Vắng bất kỳ phiếu nào, kết quả vẫn như vậy.", "Without any one of the sheets the result would be the same."));
        if (who.size() == 1) return r_.document.item("!", fmt::format(fmt::runtime(pick("Vắng phiếu {} thì kết quả sẽ khác.", "Without sheet {} the result would be another.")), who[0]), Tone::notice);
        r_.document.item("!", fmt::format(fmt::runtime(pick("Vắng một trong các phiếu {} thì kết quả sẽ khác.", "Without any one of the sheets {} the result would be another.")), words_.list(who)), Tone::notice);
    }

    void concordance(const Number& w) {
        r_.document.item("•", fmt::format(fmt::runtime(pick("Hệ số đồng thuận Kendall W: {} (1: mọi phiếu xếp các tiêu chí theo cùng một thứ tự; 0: không có thứ tự chung).",
                                                            "Kendall's W: {} (1: all sheets rank the criteria alike; 0: there is no common order).")), words_.rounded(w)));
    }

    std::string criterion(const std::string& id) const {
        const TrailNode* node = find_node(trail_, id);
        return node != nullptr ? words_(node->title) : std::string();
    }

    void disagreements(const TrailAgreement& found) {
        if (found.disagreements.empty()) return;
        Table table({{Align::left}, {Align::left, true}, {Align::right}, {Align::right}, {Align::right}}, pick("Tiêu chí chấm khác nhau nhiều nhất", "Criteria that the sheets disagree on most"));
        table.head = {words_(Label::id), words_(Label::content), pick("Thấp nhất", "Fewest"), pick("Cao nhất", "Most"), pick("Chênh", "Apart")};
        for (std::size_t i = 0; i < std::min(most_disagreements, found.disagreements.size()); ++i) {
            const TrailAgreement::Disagreement& each = found.disagreements[i];
            table.row({{each.node}, {criterion(each.node)}, {words_.number(each.low)}, {words_.number(each.high)}, {words_.number(subtract(each.high, each.low)), Tone::strong}});
        }
        r_.document.table(std::move(table));
    }

    // Moves that differ in the sheet only.
    struct Moves {
        const TrailAgreement::Move* move = nullptr;
        std::vector<int> sheets;  // 1, 2
    };

    static std::vector<Moves> alike(const std::vector<TrailAgreement::Move>& all) {
        std::vector<Moves> out;
        for (const TrailAgreement::Move& each : all) {
            const auto same = std::find_if(out.begin(), out.end(), [&](const Moves& known) {
                const TrailAgreement::Move& move = *known.move;
                return move.node == each.node && move.from == each.from && move.to == each.to && move.outcome == each.outcome && move.stars == each.stars;
            });
            if (same == out.end()) out.push_back({&each, {each.sheet + 1}});
            else same->sheets.push_back(each.sheet + 1);
        }
        return out;
    }

    void moves(const TrailAgreement& found) {
        if (found.members.empty() && found.moves.empty()) return;
        if (!found.moves_tried || !decided()) return;
        if (found.moves.empty())
            return r_.document.paragraph(pick("Không có điểm chấm riêng lẻ nào mà chỉ đổi một bậc là kết quả khác.", "No single mark, moved by one step, would change the result."));
        Table table({{Align::left}, {Align::left, true}, {Align::left}, {Align::left}}, pick("Chỉ một điểm chấm đổi một bậc là kết quả khác", "Single marks that, moved by one step, would change the result"));
        table.head = {words_(Label::id), words_(Label::content), pick("Thay đổi", "Move"), words_(Label::result)};
        for (const Moves& each : alike(found.moves)) {
            const TrailAgreement::Move& move = *each.move;
            table.row({{move.node}, {criterion(move.node)}, {words_.option(move.from) + " → " + words_.option(move.to)}, {result(move.outcome, move.stars, words_), Tone::strong}});
            table.below(each.sheets.size() == 1 ? words_.sheet(trail_, move.sheet) : words_.sheets(each.sheets), Tone::faint);
        }
        r_.document.table(std::move(table));
    }

    // ---- all marks ----

    void side_by_side() {
        for (std::size_t from = 0; from < trail_.sheets.size(); from += most_side_by_side) side_by_side(from, std::min(from + most_side_by_side, trail_.sheets.size()));
    }

    void side_by_side(std::size_t from, std::size_t to) {
        std::vector<Table::Column> columns = {{Align::left}, {Align::left, true}};
        columns.insert(columns.end(), to - from + 1, {Align::centre});
        const std::string sheets = trail_.sheets.size() > most_side_by_side ? fmt::format(" ({}–{})", from + 1, to) : std::string();
        Table table(std::move(columns), pick("Điểm của từng phiếu", "The points on each sheet") + sheets);
        table.medium = Medium::pages;
        table.head = {words_(Label::id), words_(Label::content)};
        for (std::size_t i = from; i < to; ++i) table.head.push_back(std::to_string(i + 1));
        table.head.push_back(pick("Chênh", "Apart"));
        for (const TrailNode& each : trail_.nodes) {
            if (each.kind == TrailNode::Kind::section) continue;
            row(each.id, words_(each.title), each.by_sheet, each.parent < 0 ? Rank::part : Rank::entry, from, to, table);
        }
        std::vector<std::optional<Number>> totals;
        for (const TrailSheet& each : trail_.sheets) totals.push_back(each.total);
        row("", words_(Label::total), totals, Rank::sum, from, to, table);
        r_.document.table(std::move(table));
    }

    void row(const std::string& id, const std::string& title, const std::vector<std::optional<Number>>& points, Rank rank, std::size_t from, std::size_t to, Table& table) const {
        std::vector<Cell> cells = {{id}, {title}};
        for (std::size_t i = from; i < to; ++i) cells.push_back({words_.number(i < points.size() ? points[i] : std::nullopt)});
        const auto apart = spread(points);
        cells.push_back({words_.number(apart), apart && apart->sign() > 0 ? Tone::strong : Tone::faint});
        table.row(std::move(cells), rank);
    }

    static std::optional<Number> spread(const std::vector<std::optional<Number>>& points) {
        std::optional<Number> low, high;
        for (const auto& each : points) {
            if (!each) continue;
            if (!low || *each < *low) low = each;
            if (!high || *each > *high) high = each;
        }
        return low ? subtract(*high, *low) : std::nullopt;
    }

    const Report& r_;
    const Words& words_;
    const Trail& trail_;
    bool vi_;
};

}  // namespace

void council(const Report& r) { Council(r).write(); }

}  // namespace ocop::report
