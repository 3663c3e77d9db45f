// Adds up, combines, rounds, looks up the band, lowers it by the caps, and goes down the stars until the minima are met.
#include "reference/recompute.hpp"

#include <map>
#include <optional>

#include "reference/figures.hpp"
#include "reference/form.hpp"

namespace reference {
namespace {

using nlohmann::json;
using Points = std::optional<Fraction>;

Points points(const json& value) { return value.is_null() ? Points() : Points(points_of(value)); }
std::string text(const Points& points) { return points ? points->text() : "null"; }
std::string text(const std::optional<int>& stars) { return stars ? std::to_string(*stars) : "null"; }
std::optional<int> whole(const json& value) { return value.is_null() ? std::nullopt : std::optional<int>(value.get<int>()); }
std::optional<bool> known(const json& value) { return value.is_null() ? std::nullopt : std::optional<bool>(value.get<bool>()); }

class Reader {
public:
    explicit Reader(const json& rating) : rating_(rating), trail_(rating.at("trail")) {
        for (const json& reading : trail_.at("readings")) readings_[reading.at("name")] = reading.at("chosen");
        const std::string outcome = rating.at("outcome");
        partial_ = outcome == "stopped" || outcome == "rejected";
        sheets_ = trail_.at("sheets").size();
    }

    std::vector<std::string> read() {
        nodes();
        total();
        outcome();
        return std::move(found_);
    }

private:
    void expect(const std::string& what, const std::string& told, const std::string& worked_out) {
        if (told != worked_out) found_.push_back(what + ": told " + told + ", worked out " + worked_out);
    }

    const std::string& reading(const std::string& name) const { return readings_.at(name); }
    std::string how() const { return trail_.at("council").at("combine"); }

    // ---- points ----

    // What one sheet gives one criterion; nothing where it was not assessed.
    Points mark(const json& node, std::size_t sheet) {
        const json& mark = node.at("marks").at(sheet);
        const std::string state = mark.at("state");
        const Points given = points(mark.at("points"));
        const std::string where = "mark of " + node.at("id").get<std::string>();
        if (state == "missing" || state == "ignored") expect(where + " (" + state + ")", text(given), "null");
        if (state == "none" || state == "not-applicable") expect(where + " (" + state + ")", text(given), "0");
        missing_ = missing_ || state == "missing";
        return given;
    }

    // Sums over the criteria below; where something is missing there is no figure, except that a stopped or rejected dossier
    // shows what was assessed.
    struct Sum {
        Fraction sum;
        bool all = true, any = false;
        void add(const Points& points) {
            all = all && points.has_value();
            any = any || points.has_value();
            if (points) sum = sum + *points;
        }
        void add(const Sum& other) {
            all = all && other.all;
            any = any || other.any;
            sum = sum + other.sum;
        }
    };
    Points shown(const Sum& sum) const { return sum.all || (partial_ && sum.any) ? Points(sum.sum) : Points(); }

    void nodes() {
        const json& nodes = trail_.at("nodes");
        std::vector<std::vector<Sum>> sums(nodes.size(), std::vector<Sum>(sheets_));
        totals_.assign(sheets_, {});
        for (std::size_t i = nodes.size(); i-- > 0;) {
            const int parent = nodes[i].at("parent").is_null() ? -1 : nodes[i].at("parent").get<int>();
            for (std::size_t sheet = 0; sheet < sheets_; ++sheet) {
                if (nodes[i].at("kind") == "criterion") sums[i][sheet].add(mark(nodes[i], sheet));
                (parent < 0 ? totals_[sheet] : sums[static_cast<std::size_t>(parent)][sheet]).add(sums[i][sheet]);
            }
            node(nodes[i], sums[i]);
            if (parent < 0) part(nodes[i]);
        }
    }

    void node(const json& node, const std::vector<Sum>& sums) {
        const std::string id = node.at("id");
        for (std::size_t sheet = 0; sheet < sheets_; ++sheet)
            expect("points of " + id + " on a sheet", text(points(node.at("by_sheet").at(sheet))), text(shown(sums[sheet])));
        expect("points of " + id, text(points(node.at("points"))), text(combined(sums)));
    }

    void part(const json& node) {
        const std::string id = node.at("id");
        expect("points of part " + id, text(points(rating_.at("parts").at(id))), text(points(node.at("points"))));
    }

    Points combined(const std::vector<Sum>& sums) const {
        std::vector<Fraction> figures;
        bool all = true, any = false;
        for (const Sum& sum : sums) {
            figures.push_back(sum.sum);
            all = all && sum.all;
            any = any || sum.any;
        }
        return all || (partial_ && any) ? Points(combine(how(), figures)) : Points();
    }

    void total() {
        for (std::size_t sheet = 0; sheet < sheets_; ++sheet)
            expect("total of a sheet", text(points(trail_.at("sheets").at(sheet).at("total"))), text(shown(totals_[sheet])));
        total_ = combined(totals_);
        expect("total before rounding", text(points(trail_.at("total_before_rounding"))), text(total_));
        if (partial_ && !total_) total_ = Fraction();
        if (total_) total_ = rounded(reading("rounding"), *total_);
    }

    // ---- outcome and stars ----

    // 'y', else '?', else 'n'.
    char any_gate(const std::string& effect) const {
        char found = 'n';
        for (const json& gate : trail_.at("gates")) {
            if (gate.at("effect") != effect) continue;
            if (known(gate.at("met")) == true) return 'y';
            if (gate.at("met").is_null()) found = '?';
        }
        return found;
    }

    void outcome() {
        std::string outcome = "rated";
        if (any_gate("reject") != 'n') outcome = any_gate("reject") == 'y' ? "rejected" : "undecided";
        else if (any_gate("stop") != 'n') outcome = any_gate("stop") == 'y' ? "stopped" : "undecided";
        else if (missing_ || !total_) outcome = "undecided";
        std::optional<int> stars, band, ceiling;
        if (outcome == "rated" && !band_of(*total_)) {
            found_.push_back("no band holds " + total_->text());
            return;
        }
        if (outcome == "rated") {
            band = band_of(*total_);
            ceiling = capped(*band, true);
            stars = stars_under(*ceiling, true);
            // What is not known must make no difference.
            if (stars != stars_under(capped(*band, false), false)) outcome = "undecided";
        }
        expect("outcome", rating_.at("outcome"), outcome);
        if (outcome != "rated") stars = band = ceiling = std::nullopt;
        if (outcome == "undecided") total_.reset();
        expect("total", text(points(rating_.at("total"))), text(total_));
        expect("band", text(whole(rating_.at("band"))), text(band));
        expect("ceiling", text(whole(trail_.at("ceiling"))), text(ceiling));
        expect("stars", text(whole(rating_.at("stars"))), text(stars));
        if (outcome == "rated") minima();
    }

    std::optional<int> band_of(const Fraction& total) const {
        for (const json& band : trail_.at("bands"))
            if (Interval::of(band.at("interval")).holds(total)) return band.at("star").get<int>();
        return std::nullopt;
    }

    // The least of the band and the caps that hold; of those not known, the lucky or the unlucky way.
    int capped(int band, bool lucky) const {
        for (const json& gate : trail_.at("gates"))
            if (gate.at("effect") == "cap" && known(gate.at("met")).value_or(!lucky)) band = std::min(band, gate.at("stars").get<int>());
        return band;
    }

    int stars_under(int ceiling, bool lucky) const {
        for (const json& band : trail_.at("bands")) {
            const int star = band.at("star").get<int>();
            if (star > ceiling) continue;
            if (minima_met(star, lucky)) return star;
            if (reading("minima_missed") == "no-star") return 0;
        }
        return 0;
    }

    bool minima_met(int star, bool lucky) const {
        for (const json& minimum : trail_.at("minima")) {
            const int of = minimum.at("star").get<int>();
            if (reading("minima_cumulate") == "own" ? of != star : of > star) continue;
            if (known(minimum.at("binds")).value_or(!lucky) && !met(minimum)) return false;
        }
        return true;
    }

    bool met(const json& minimum) const {
        const json* node = nullptr;
        for (const json& each : trail_.at("nodes"))
            if (each.at("id") == minimum.at("node")) node = &each;
        const Fraction required = points_of(minimum.at("required"));
        std::vector<Fraction> figures;
        std::size_t reached = 0, applicable = 0;
        for (const json& mark : node->at("marks")) {
            figures.push_back(points(mark.at("points")).value_or(Fraction()));
            const std::string state = mark.at("state");
            const bool here = state != "not-applicable" && state != "unsure";
            applicable += here ? 1 : 0;
            reached += here && figures.back() >= required ? 1 : 0;
        }
        if (reading("minima_met_by") == "majority") return reached * 2 > sheets_;
        if (reading("minima_met_by") == "every-sheet") return reached == sheets_;
        return applicable > 0 && combine(how(), figures) >= required;
    }

    void minima() {
        for (const json& minimum : trail_.at("minima"))
            if (const auto told = known(minimum.at("met")))
                expect("minimum of " + minimum.at("node").get<std::string>() + " for " + minimum.at("star").dump(),
                       *told ? "met" : "missed", met(minimum) ? "met" : "missed");
    }

    const json& rating_;
    const json& trail_;
    std::map<std::string, std::string> readings_;
    std::size_t sheets_ = 0;
    bool partial_ = false, missing_ = false;
    std::vector<Sum> totals_;
    Points total_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> disagreements(const json& rating) { return Reader(rating).read(); }

}  // namespace reference
