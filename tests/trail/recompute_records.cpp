// From the marks up, as reference::disagreements() does from a trail's JSON.
#include "recompute_records.hpp"

#include <optional>

#include "reference/figures.hpp"

namespace ocop::test {
namespace {

using reference::Fraction;
using Answer = Records::Answer;
using Exact = std::optional<Fraction>;

std::string text(const Exact& value) { return value ? value->text() : "null"; }
Exact exact(const Records::Figure& figure) { return figure ? Exact(Fraction(figure.numerator, figure.denominator)) : Exact(); }
Exact exact(Records::Points points) { return points == Records::no_points ? Exact() : Exact(Fraction(points)); }

// Points of some criteria on one sheet, or on all.
struct Sum {
    Fraction sum;
    bool all = true, any = false;
    void add(const Exact& points) {
        all = all && points;
        any = any || points;
        if (points) sum = sum + *points;
    }
};

class Checker {
public:
    Checker(const Records& records, const Legend& legend) : r_(records), legend_(legend) {}

    std::vector<std::string> check() {
        nodes();
        minima();
        total();
        stars();
        return std::move(found_);
    }

private:
    void expect(const std::string& what, const std::string& told, const std::string& worked_out) {
        if (told != worked_out) found_.push_back(what + ": told " + told + ", worked out " + worked_out);
    }
    void expect(const std::string& what, int told, int worked_out) { expect(what, std::to_string(told), std::to_string(worked_out)); }

    bool partial() const { return r_.outcome == Outcome::stopped || r_.outcome == Outcome::rejected; }
    Exact shown(const Sum& sum) const { return sum.all || (partial() && sum.any) ? Exact(sum.sum) : Exact(); }

    std::string how() const {
        switch (r_.ways.combine) {
            case Records::Ways::Combine::mean: return "mean";
            case Records::Ways::Combine::median: return "median";
            case Records::Ways::Combine::trimmed_mean: return "trimmed mean";
        }
        return "";
    }

    Sum sum(int first, int end, int sheet) const {
        Sum sum;
        for (int criterion = first; criterion < end; ++criterion) sum.add(exact(r_.mark(criterion, sheet).points));
        return sum;
    }

    Exact combined(int first, int end) const {
        std::vector<Fraction> figures;
        bool all = true, any = false;
        for (int sheet = 0; sheet < r_.sheets; ++sheet) {
            const Sum each = sum(first, end, sheet);
            figures.push_back(each.sum);
            all = all && each.all;
            any = any || each.any;
        }
        return all || (partial() && any) ? Exact(reference::combine(how(), figures)) : Exact();
    }

    void nodes() {
        for (std::size_t i = 0; i < legend_.nodes.size(); ++i) {
            const Legend::Node& node = legend_.nodes[i];
            for (int sheet = 0; sheet < r_.sheets; ++sheet) {
                const auto told = r_.by_sheet[i * static_cast<std::size_t>(r_.sheets) + static_cast<std::size_t>(sheet)];
                expect("points of " + node.id + " on a sheet", text(exact(told)), text(shown(sum(node.first_criterion, node.end_criterion, sheet))));
            }
            expect("points of " + node.id, text(exact(r_.nodes[i])), text(combined(node.first_criterion, node.end_criterion)));
        }
    }

    // A sheet whose mark is of another case has nothing to reach.
    bool concerns(const Records::Mark& mark, const Records::Minimum& minimum) const {
        const auto option = static_cast<std::size_t>(legend_.minima[static_cast<std::size_t>(minimum.minimum)].option);
        return mark.case_ == legend_.options[option].case_ || mark.case_ == Records::none;
    }

    static bool reached(const Records::Mark& mark, const Records::Minimum& minimum) { return mark.applies == Answer::yes && mark.low >= minimum.required; }

    int sheets_met(const Records::Minimum& minimum) const {
        int sheets = 0;
        for (int sheet = 0; sheet < r_.sheets; ++sheet) {
            const Records::Mark& mark = r_.mark(minimum.criterion, sheet);
            sheets += concerns(mark, minimum) && reached(mark, minimum) ? 1 : 0;
        }
        return sheets;
    }

    bool met(const Records::Minimum& minimum) const {
        std::vector<Fraction> figures;
        int fine = 0, applicable = 0;
        for (int sheet = 0; sheet < r_.sheets; ++sheet) {
            const Records::Mark& mark = r_.mark(minimum.criterion, sheet);
            const bool enough = reached(mark, minimum);
            figures.emplace_back(mark.low);
            applicable += mark.applies == Answer::yes ? 1 : 0;
            fine += enough || !concerns(mark, minimum) ? 1 : 0;
        }
        if (r_.ways.minima_met_by == Records::Ways::MetBy::majority) return fine * 2 > r_.sheets;
        if (r_.ways.minima_met_by == Records::Ways::MetBy::each) return fine == r_.sheets;
        return applicable > 0 && reference::combine(how(), figures) >= Fraction(minimum.required);
    }

    void minima() {
        if (r_.outcome != Outcome::rated) return;
        for (const Records::Minimum& each : r_.minima) {
            const std::string what = "minimum " + std::to_string(each.minimum);
            expect("sheets that reach " + what, each.sheets_met, sheets_met(each));
            if (each.met != Answer::unknown) expect(what, each.met == Answer::yes ? "met" : "missed", met(each) ? "met" : "missed");
        }
    }

    void total() {
        for (int sheet = 0; sheet < r_.sheets; ++sheet)
            expect("total of a sheet", text(exact(r_.sheet_totals[static_cast<std::size_t>(sheet)])), text(shown(sum(0, criteria(), sheet))));
        total_ = combined(0, criteria());
        expect("total before rounding", text(exact(r_.total_before_rounding)), text(total_));
        if (partial() && !total_) total_ = Fraction();
        // The records count units, rounding counts points.
        if (total_ && r_.ways.rounding_places >= 0) {
            const Fraction points = reference::half_up(*total_ / r_.scale, r_.ways.rounding_places);
            total_ = Fraction(points.over * r_.scale, points.under);
        }
    }
    int criteria() const { return static_cast<int>(legend_.criteria.size()); }

    Answer any_gate(TrailGate::Effect effect) const {
        Answer found = Answer::no;
        for (const Records::Gate& gate : r_.gates) {
            if (gate.effect != effect || gate.met == Answer::no) continue;
            if (gate.met == Answer::yes) return Answer::yes;
            found = Answer::unknown;
        }
        return found;
    }

    void stars() {
        const Answer rejected = any_gate(TrailGate::Effect::reject), stopped = any_gate(TrailGate::Effect::stop);
        Outcome outcome = Outcome::rated;
        if (rejected != Answer::no) outcome = rejected == Answer::yes ? Outcome::rejected : Outcome::undecided;
        else if (stopped != Answer::no) outcome = stopped == Answer::yes ? Outcome::stopped : Outcome::undecided;
        else if (!total_ || missing()) outcome = Outcome::undecided;
        int stars = Records::none, band = Records::none, ceiling = Records::none;
        if (outcome == Outcome::rated) {
            band = band_of(*total_);
            ceiling = capped(band, true);
            stars = stars_under(ceiling, true);
            // What is not known must make no difference.
            if (stars != stars_under(capped(band, false), false)) outcome = Outcome::undecided;
        }
        if (outcome != Outcome::rated) stars = band = ceiling = Records::none;
        if (outcome == Outcome::undecided) total_.reset();
        expect("outcome", name(r_.outcome), name(outcome));
        expect("total", text(exact(r_.total)), text(total_));
        expect("band", r_.band, band);
        expect("ceiling", r_.ceiling, ceiling);
        expect("stars", r_.stars, stars);
    }

    bool missing() const {
        for (const Records::Mark& mark : r_.marks)
            if (mark.state == TrailMark::State::missing) return true;
        return false;
    }

    int band_of(const Fraction& total) const {
        int star = r_.bands.front().star;
        for (const Records::Band& band : r_.bands)
            if (band.low_open ? total > Fraction(band.low) : total >= Fraction(band.low)) star = band.star;
        return star;
    }

    // Of caps that are not known, the lucky or the unlucky way.
    int capped(int band, bool lucky) const {
        for (const Records::Gate& gate : r_.gates)
            if (gate.effect == TrailGate::Effect::cap && (gate.met == Answer::yes || (gate.met == Answer::unknown && !lucky))) band = std::min(band, gate.stars);
        return band;
    }

    int stars_under(int ceiling, bool lucky) const {
        for (auto band = r_.bands.rbegin(); band != r_.bands.rend(); ++band) {
            if (band->star > ceiling) continue;
            if (minima_met(band->star, lucky)) return band->star;
            if (!r_.ways.next_star) return 0;
        }
        return 0;
    }

    bool minima_met(int star, bool lucky) const {
        for (const Records::Minimum& each : r_.minima) {
            if (r_.ways.cumulative ? each.star > star : each.star != star) continue;
            if (each.binds == Answer::no || (lucky && (each.binds == Answer::unknown || each.met == Answer::unknown))) continue;
            if (!met(each)) return false;
        }
        return true;
    }

    const Records& r_;
    const Legend& legend_;
    Exact total_;
    std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> disagreements(const Records& records, const Legend& legend) { return Checker(records, legend).check(); }

}  // namespace ocop::test
