// The summary of a portfolio as people read it: what became of the scorecards, the plan, stars by product group and by rule set,
// what blocks most often, who made it, what to look at.
#include <ocop/report.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "report/portfolio_words.hpp"
#include "report/render.hpp"

namespace ocop::report {
namespace {

using Align = Table::Align;
using Rank = Table::Rank;
using portfolio::Counts;
using portfolio::Tally;

constexpr std::size_t most_blocking = 15;
constexpr std::size_t most_makers = 10;

// Tallies that programs make themselves may not add up.
std::uint64_t minus(std::uint64_t from, std::uint64_t part) { return from > part ? from - part : 0; }

struct Line {
    std::string name, id;  // id: where the name alone does not tell which
    Counts counts;
};

class Summarised {
public:
    Summarised(const Tally& tally, const std::optional<portfolio::Attained>& plan, const Style& style) : tally_(tally), plan_(plan), words_(style.language), brief_(style.brief), vi_(style.language == Language::vi) {}

    Document write() {
        lead();
        outcomes();
        if (plan_) plan(*plan_);
        by_group();
        if (brief_) return std::move(document_);
        by_rule_set();
        blocking();
        makers();
        findings();
        return std::move(document_);
    }

private:
    const char* pick(const char* vi, const char* en) const { return vi_ ? vi : en; }
    std::string count(std::uint64_t number) const { return grouped(number, words_); }
    std::string counted(std::uint64_t number, const char* vi, const char* one, const char* several) const { return count(number) + " " + pick(vi, number == 1 ? one : several); }
    std::string part(std::uint64_t part, std::uint64_t whole) const { return percent(share_of(part, whole), words_); }

    void lead() {
        Lead out;
        out.kind = pick("Tổng hợp kết quả phân hạng", "Summary of ratings");
        out.result = counted(tally_.all.scorecards, "hồ sơ", "scorecard", "scorecards") + " · " + counted(tally_.all.of(Outcome::rated), "được phân hạng", "rated", "rated");
        document_.lead(std::move(out));
    }

    // ---- what became of them ----

    void outcomes() {
        document_.heading(pick("Kết quả", "Outcomes"));
        Bars bars{Table({{Align::left, true}, {Align::right}, {Align::right}}, pick("Kết quả", "Outcomes")), {}, pick("So với tất cả", "Of all")};
        bars.table.head = {pick("Kết quả", "Outcome"), pick("Hồ sơ", "Scorecards"), pick("Tỷ lệ", "Share")};
        for (const Outcome each : {Outcome::rated, Outcome::undecided, Outcome::stopped, Outcome::rejected}) outcome(words_.outcome(each), tally_.all.of(each), Rank::entry, bars);
        outcome(pick("không đọc được", "could not be read"), tally_.all.errors, Rank::entry, bars);
        outcome(pick("Tất cả", "All"), tally_.all.scorecards, Rank::sum, bars);
        bars.shares.back().reset();
        document_.bars(std::move(bars));
    }

    void outcome(const std::string& name, std::uint64_t scorecards, Rank rank, Bars& bars) const {
        bars.table.row({{name}, {count(scorecards)}, {part(scorecards, tally_.all.scorecards)}}, rank);
        bars.shares.push_back(share_of(scorecards, tally_.all.scorecards));
    }

    // ---- the plan ----

    void plan(const portfolio::Attained& plan) {
        const std::string name = words_(plan.title);
        const std::string title = pick("Thực hiện kế hoạch", "The plan") + (name.empty() ? "" : ": " + name);
        document_.heading(title);
        Bars bars{Table({{Align::left, true}, {Align::right}, {Align::right}, {Align::right}, {Align::right}}, title), {}, pick("Đã đạt", "Attained")};
        bars.table.head = {pick("Chỉ tiêu", "Target"), pick("Cần", "Wanted"), pick("Có", "There"), pick("Đạt", "Share"), pick("Còn thiếu", "Missing")};
        for (const portfolio::Attained::Of& each : plan.targets) {
            const Number share = multiply(each.share, Number(100)).value_or(Number());
            const Tone tone = each.missing == 0 ? Tone::good : Tone::plain;
            bars.table.row({{target_title(each.target, words_)}, {count(each.target.products)}, {count(each.there)}, {percent(share, words_), tone}, {count(each.missing), tone}});
            bars.shares.push_back(share);
        }
        document_.bars(std::move(bars));
        const auto met = static_cast<std::uint64_t>(std::ranges::count_if(plan.targets, [](const auto& each) { return each.missing == 0; }));
        document_.space();
        document_.paragraph(fmt::format(fmt::runtime(pick("Đã đạt {} trên {} chỉ tiêu.", "{} of {} targets attained.")), count(met), count(plan.targets.size())), Tone::strong);
    }

    // ---- stars ----

    void by_group() {
        std::vector<Line> lines;
        Counts others = tally_.all;
        for (const auto& [group, counts] : tally_.groups) {
            const std::string name = words_(group_title(group));
            lines.push_back({name, "", counts});
            take(others, counts);
        }
        std::ranges::stable_sort(lines, [](const Line& a, const Line& b) { return a.counts.scorecards > b.counts.scorecards; });
        if (others.scorecards > 0) lines.push_back({pick("Không rõ nhóm", "Group not known"), "", others});
        lines_of(lines, pick("Số sao theo nhóm sản phẩm", "Stars by product group"), pick("Nhóm sản phẩm", "Product group"), true);
    }

    static void take(Counts& from, const Counts& counts) {
        from.scorecards = minus(from.scorecards, counts.scorecards);
        for (std::size_t i = 0; i < from.outcomes.size(); ++i) from.outcomes[i] = minus(from.outcomes[i], counts.outcomes[i]);
        for (std::size_t i = 0; i < from.stars.size(); ++i) from.stars[i] = minus(from.stars[i], counts.stars[i]);
    }

    void by_rule_set() {
        std::vector<Line> lines;
        for (const auto& [id, of] : tally_.rule_sets) lines.push_back({words_(of.title), id, of.counts});
        std::ranges::stable_sort(lines, [](const Line& a, const Line& b) { return a.counts.scorecards > b.counts.scorecards; });
        if (!lines.empty()) lines_of(lines, pick("Số sao theo bộ tiêu chí", "Stars by rule set"), pick("Bộ tiêu chí", "Rule set"), false);
    }

    // The stars that have a column: 3 to 5 always, others where there are any.
    std::vector<std::size_t> star_columns() const {
        std::vector<std::size_t> out;
        for (std::size_t star = tally_.all.stars.size(); star-- > 0;)
            if ((star >= 3 && star <= 5) || tally_.all.stars[star] > 0) out.push_back(star);
        return out;
    }

    std::string star_name(std::size_t star) const { return fmt::format("{} ★", star); }

    void lines_of(const std::vector<Line>& lines, const char* title, const char* what, bool drawn) {
        document_.heading(title);
        const auto stars = star_columns();
        if (drawn) stacks(lines, stars);
        std::vector<Table::Column> columns = {{Align::left, true}, {Align::right}};
        columns.insert(columns.end(), stars.size() + 1, {Align::right});
        Table table(std::move(columns), title);
        table.head = {what, pick("Hồ sơ", "Scorecards")};
        for (const std::size_t star : stars) table.head.push_back(star_name(star));
        table.head.push_back(pick("Không xếp hạng", "Not rated"));
        for (const Line& each : lines) row(each, stars, Rank::entry, table);
        if (drawn) row({pick("Tất cả", "All"), "", tally_.all}, stars, Rank::sum, table);
        document_.table(std::move(table));
    }

    void row(const Line& line, const std::vector<std::size_t>& stars, Rank rank, Table& table) const {
        std::vector<Cell> cells = {{line.name}, {count(line.counts.scorecards)}};
        for (const std::size_t star : stars) cells.push_back({count(line.counts.stars[star]), line.counts.stars[star] == 0 ? Tone::faint : Tone::plain});
        cells.push_back({count(unrated(line.counts)), Tone::faint});
        table.row(std::move(cells), rank);
        std::string below = line.id;
        if (const std::string all = shares(line.counts, stars); !all.empty()) below += (below.empty() ? "" : " · ") + all;
        if (!below.empty()) table.below(below, Tone::faint);
    }

    static std::uint64_t unrated(const Counts& counts) { return minus(counts.scorecards, counts.of(Outcome::rated)); }

    // "of 10 rated: 5 ★ 10.0% · 3 ★ 90.0%"
    std::string shares(const Counts& counts, const std::vector<std::size_t>& stars) const {
        std::string out;
        for (const std::size_t star : stars)
            if (counts.stars[star] > 0) out += (out.empty() ? "" : " · ") + star_name(star) + " " + part(counts.stars[star], counts.of(Outcome::rated));
        if (out.empty()) return out;
        return fmt::format(fmt::runtime(pick("trong {} hồ sơ được phân hạng: ", "of {} rated: ")), count(counts.of(Outcome::rated))) + out;
    }

    void stacks(const std::vector<Line>& lines, const std::vector<std::size_t>& stars) {
        Stacks out;
        out.caption = pick("So với tất cả hồ sơ của nhóm", "Of all scorecards of the group");
        for (const std::size_t star : stars) out.kinds.push_back({star_name(star)});
        out.kinds.push_back({pick("không xếp hạng", "not rated"), true});
        for (const Line& each : lines) out.bars.push_back(stack(each, stars, out.kinds));
        if (!out.bars.empty()) document_.stacks(std::move(out));
    }

    Stacks::Bar stack(const Line& line, const std::vector<std::size_t>& stars, const std::vector<Stacks::Kind>& kinds) const {
        Stacks::Bar out{line.name, {}};
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const std::uint64_t there = i < stars.size() ? line.counts.stars[stars[i]] : unrated(line.counts);
            if (there > 0) out.parts.push_back({i, share_of(there, line.counts.scorecards), fmt::format("{}: {} ({})", kinds[i].text, count(there), part(there, line.counts.scorecards))});
        }
        return out;
    }

    // ---- what blocks ----

    void blocking() {
        using Entry = std::map<portfolio::Minimum, portfolio::Blocking>::const_pointer;
        std::vector<Entry> found;
        for (const auto& each : tally_.blocking) found.push_back(&each);
        std::ranges::stable_sort(found, [](Entry a, Entry b) { return a->second.scorecards > b->second.scorecards; });
        if (found.empty()) return;
        const char* title = pick("Yêu cầu tối thiểu chặn nhiều nhất", "Minima that block most often");
        document_.heading(title);
        Bars bars{Table({{Align::left}, {Align::left, true}, {Align::right}, {Align::right}, {Align::right}}, title), {}, pick("So với hồ sơ của bộ tiêu chí", "Of the rule set's scorecards")};
        bars.table.head = {words_(Label::id), words_(Label::criterion), pick("Hạng", "Star"), pick("Hồ sơ", "Scorecards"), pick("Tỷ lệ", "Share")};
        for (std::size_t i = 0; i < std::min(most_blocking, found.size()); ++i) block(found[i]->first, found[i]->second, bars);
        document_.bars(std::move(bars));
        if (found.size() > most_blocking) document_.paragraph(fmt::format(fmt::runtime(pick("và {} yêu cầu khác.", "and {} others.")), count(found.size() - most_blocking)), Tone::faint);
    }

    void block(const portfolio::Minimum& minimum, const portfolio::Blocking& blocking, Bars& bars) const {
        const auto rules = tally_.rule_sets.find(minimum.rule_set);
        const std::uint64_t of = rules == tally_.rule_sets.end() ? 0 : minus(rules->second.counts.scorecards, rules->second.counts.errors);
        bars.table.row({{minimum.criterion, Tone::strong}, {words_(blocking.title)}, {fmt::format("{} ★", minimum.star)}, {count(blocking.scorecards)}, {part(blocking.scorecards, of)}});
        bars.table.below((rules == tally_.rule_sets.end() ? "" : words_(rules->second.title) + " · ") + minimum.rule_set, Tone::faint);
        bars.shares.push_back(share_of(blocking.scorecards, of));
    }

    // ---- makers ----

    void makers() {
        if (tally_.makers.empty() && tally_.other_makers.scorecards == 0) return;
        document_.heading(pick("Chủ thể", "Makers"));
        const auto good = static_cast<std::uint64_t>(std::ranges::count_if(tally_.makers, [](const auto& each) { return each.second.three_or_more > 0; }));
        const bool more = tally_.other_makers.scorecards > 0;
        document_.item("•", (more ? pick("Hơn ", "More than ") : "") + counted(tally_.makers.size(), "chủ thể có tên", "maker by name", "makers by name"));
        document_.item("•", counted(good, more ? "trong số đó có sản phẩm từ 3 sao trở lên" : "chủ thể có sản phẩm từ 3 sao trở lên", "of them has a product with 3 stars or more", "of them have a product with 3 stars or more"));
        if (more) document_.item("•", counted(tally_.other_makers.scorecards, "hồ sơ của các chủ thể khác, không đếm riêng từng chủ thể", "scorecard of other makers, who are not told apart", "scorecards of other makers, who are not told apart"));
        if (tally_.makers_unnamed > 0) document_.item("•", counted(tally_.makers_unnamed, "hồ sơ không ghi chủ thể", "scorecard names no maker", "scorecards name no maker"));
        busiest();
    }

    void busiest() {
        using Entry = std::map<std::string, portfolio::OfMaker>::const_pointer;
        std::vector<Entry> found;
        for (const auto& each : tally_.makers) found.push_back(&each);
        const auto before = [](Entry a, Entry b) {
            if (a->second.scorecards != b->second.scorecards) return a->second.scorecards > b->second.scorecards;
            return a->second.three_or_more != b->second.three_or_more ? a->second.three_or_more > b->second.three_or_more : a->first < b->first;
        };
        const std::size_t shown = std::min(most_makers, found.size());
        std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(shown), before);
        Table table({{Align::left, true}, {Align::right}, {Align::right}, {Align::right}}, pick("Nhiều hồ sơ nhất", "Those with most scorecards"));
        table.head = {words_(Label::maker), pick("Hồ sơ", "Scorecards"), pick("Từ 3 ★", "3 ★ or more"), pick("Cao nhất", "Best")};
        for (std::size_t i = 0; i < shown; ++i) {
            const portfolio::OfMaker& maker = found[i]->second;
            table.row({{found[i]->first}, {count(maker.scorecards)}, {count(maker.three_or_more)}, {maker.best ? fmt::format("{} ★", *maker.best) : "–"}});
        }
        if (shown > 0) document_.table(std::move(table));
    }

    // ---- findings ----

    void findings() {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < tally_.findings.size(); ++i)
            if (tally_.findings[i].findings > 0) found.push_back(i);
        std::ranges::stable_sort(found, [&](std::size_t a, std::size_t b) { return tally_.findings[a].scorecards > tally_.findings[b].scorecards; });
        if (found.empty()) return;
        document_.heading(words_(Label::findings));
        Table table({{Align::left, true}, {Align::right}, {Align::right}, {Align::right}}, words_(Label::findings));
        table.head = {pick("Điều cần xem lại", "What a person should look at"), pick("Số lần", "Times"), pick("Hồ sơ", "Scorecards"), pick("Tỷ lệ", "Share")};
        for (const std::size_t each : found) {
            const portfolio::OfFinding& of = tally_.findings[each];
            table.row({{words_(finding_title(static_cast<Finding::Kind>(each)))}, {count(of.findings)}, {count(of.scorecards)}, {part(of.scorecards, minus(tally_.all.scorecards, tally_.all.errors))}});
        }
        document_.table(std::move(table));
    }

    const Tally& tally_;
    const std::optional<portfolio::Attained>& plan_;
    Words words_;
    bool brief_, vi_;
    Document document_;
};

}  // namespace

std::string text(const Tally& tally, const Style& style, const std::optional<portfolio::Attained>& plan) { return as_text(Summarised(tally, plan, style).write(), style); }

std::string markdown(const Tally& tally, const Style& style, const std::optional<portfolio::Attained>& plan) { return as_markdown(Summarised(tally, plan, style).write()); }

std::string html(const Tally& tally, const Style& style, const std::optional<portfolio::Attained>& plan) {
    const Document document = Summarised(tally, plan, style).write();
    return as_html(std::span(&document, 1), style.language);
}

}  // namespace ocop::report
