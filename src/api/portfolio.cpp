// A portfolio rated by the rule sets of a library.
#include <ocop/portfolio.hpp>

#include "api/state.hpp"
#include "portfolio/run.hpp"

namespace ocop::portfolio {
namespace {

// Of a council's own rules given by the caller, those that the card names do not count.
RuleSet::Loaded loaded(const Library& library, const Options& options, const std::string& rule_set, const std::string& council) {
    if (options.council.empty()) return council.empty() ? library.load(rule_set) : library.load(rule_set, council);
    RuleSet::Loaded own = library.load(rule_set);
    return own ? own.value().with_council(options.council_text, options.council) : own;
}

// A council's file that is no such file is told once, not with every card.
Diagnostics unreadable_council(const Options& options) {
    base::Report report;
    if (!options.council.empty()) syntax::Library().load_text(options.council_text, options.council, report);
    Diagnostics found;
    for (Diagnostic& each : report.take())
        if (each.severity == Diagnostic::Severity::error) found.push_back(std::move(each));
    return found;
}

}  // namespace

Run rate(const Library& library, const Read& read, const Write& write, const Options& options) {
    if (Run refused{{}, unreadable_council(options), false}; !refused) return refused;
    Shelf shelf;
    shelf.load = [&](const std::string& rule_set, const std::string& council) {
        RuleSet::Loaded found = loaded(library, options, rule_set, council);
        Rule rule;
        if (found) rule.program = found.value().state().program;
        rule.diagnostics = std::move(found.diagnostics);
        return rule;
    };
    shelf.ids = [&] {
        std::vector<std::string> ids;
        for (const Library::Entry& each : library.list()) ids.push_back(each.id);
        return ids;
    };
    return run(shelf, read, write, options);
}

}  // namespace ocop::portfolio
