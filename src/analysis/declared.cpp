// What a rule set says of itself: misprints, sums that do not close, what is missing. And that it says since when it holds.
#include <fmt/format.h>

#include "analysis/review.hpp"

namespace ocop::analysis {
namespace {

class Declarations {
public:
    Declarations(const Subject& subject, base::Report& report) : subject_(subject), rules_(*subject.rules), report_(report) {}

    void tell() {
        const syntax::Written& root = subject_.document.root;
        if (!rules_.in_force.from)
            report_.warning("in-force-missing", place_of(root, "rule_set"), Text{{}, "the rule set does not say since when it is in force"},
                            Text{{}, "write in_force: {from: 2026-05-22}"});
        for (const std::string& each : rules_.incomplete) note("incomplete", place_of(root, "incomplete"), "declared incomplete: " + each);
        for (const model::Node& node : rules_.nodes) item(node);
        bands();
    }

private:
    void note(std::string_view code, Place place, std::string message) { report_.note(code, std::move(place), Text{{}, std::move(message)}, {}); }

    void erratum(const syntax::Written* written, const std::string& what, const std::string& printed, const Text& text) {
        if (written == nullptr || text == Text{}) return;
        note("erratum", place_of_key(*written, written->find("printed") != nullptr ? "printed" : "erratum"),
             printed.empty() ? fmt::format("{}: {}", what, text.en) : fmt::format("{} is printed with {}: {}", what, printed, text.en));
    }

    void item(const model::Node& node) {
        const syntax::Written* written = subject_.item(node.id);
        if (written == nullptr) return;
        if (node.attainable)
            note("shortfall", place_of(*written, "attainable"), fmt::format("`{}` closes at {}, not at {}: {}", node.id, node.attainable->text(),
                                                                            node.max ? node.max->text() : "its maximum", node.shortfall->en));
        if (!node.incomplete->empty()) note("incomplete", place_of(*written, "incomplete"), fmt::format("`{}` is declared incomplete: {}", node.id, *node.incomplete));
        erratum(written, fmt::format("`{}`", node.id), node.remarks->printed, node.remarks->erratum);
        for (std::size_t k = 0; k < node.cases.size(); ++k)
            for (std::size_t i = 0; i < node.cases[k].options.size(); ++i) {
                const model::Option& option = node.cases[k].options[i];
                erratum(subject_.option(node, k, i), fmt::format("`{}` of `{}`", option.id, node.id), option.remarks->printed, option.remarks->erratum);
            }
    }

    void bands() {
        const syntax::Written* stars = subject_.document.root.find("stars");
        for (const model::Band& band : rules_.bands)
            if (const syntax::Written* written = stars == nullptr ? nullptr : stars->find(std::to_string(band.star)); written != nullptr && written->is_map())
                erratum(written, fmt::format("the band of {} star{}", band.star, band.star == 1 ? "" : "s"), band.printed, band.erratum);
    }

    const Subject& subject_;
    const model::RuleSet& rules_;
    base::Report& report_;
};

}  // namespace

void review_declared(const Subject& subject, base::Report& report) { Declarations(subject, report).tell(); }

}  // namespace ocop::analysis
