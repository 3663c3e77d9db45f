// Library and RuleSet: load, check, compile.
#include <ocop/rule_set.hpp>

#include "api/state.hpp"
#include "model/load.hpp"

namespace ocop {
namespace {

RuleSet::Loaded loaded(std::shared_ptr<const program::Program> program, base::Report& report) {
    RuleSet::Loaded out;
    if (program != nullptr) out.rule_set.emplace(std::make_shared<const RuleSet::State>(std::move(program)));
    out.diagnostics = report.take();
    return out;
}

RuleSet::Loaded loaded(const std::optional<syntax::Document>& document, base::Report& report) {
    const std::shared_ptr<model::RuleSet> rules = document ? model::check_rule_set(*document, report) : nullptr;
    if (rules == nullptr) return loaded(std::shared_ptr<const program::Program>(), report);
    auto program = program::compile(rules);
    model::trim(*rules);  // nobody else has seen it yet
    return loaded(std::move(program), report);
}

RuleSet::Loaded under(const RuleSet& rules, const std::optional<syntax::Document>& council, base::Report& report) {
    const program::Program& own = *rules.state().program;
    auto changed = council && !report.has_errors() ? model::with_council(*own.rules, *council, report) : nullptr;
    return loaded(changed != nullptr ? program::compile(std::move(changed), &own) : nullptr, report);
}

}  // namespace

const RuleSet& RuleSet::Loaded::value() const {
    if (!rule_set) throw LoadError(diagnostics);
    return *rule_set;
}

const Library& Library::Opened::value() const {
    if (!library) throw LoadError(diagnostics);
    return *library;
}

RuleSet::Loaded RuleSet::from_text(std::string_view yaml, std::string name) {
    base::Report report;
    return loaded(syntax::Library().load_text(std::string(yaml), std::move(name), report), report);
}

RuleSet::Loaded RuleSet::from_file(const std::filesystem::path& file) {
    base::Report report;
    return loaded(syntax::Library().load_file(file, report), report);
}

const std::string& RuleSet::id() const { return state_->program->rules->id; }
const Text& RuleSet::title() const { return state_->program->rules->title; }
const std::string& RuleSet::digest() const { return state_->program->rules->digest; }

RuleSet::Loaded RuleSet::with_council(std::string_view yaml, std::string name) const {
    base::Report report;
    return under(*this, syntax::Library().load_text(std::string(yaml), std::move(name), report), report);
}

Library::Opened Library::open(std::vector<std::filesystem::path> directories) {
    Opened out;
    base::Report report;
    std::error_code ignored;
    for (const auto& each : directories)
        if (!std::filesystem::is_directory(each, ignored))
            report.error("no-directory", Place{each.string(), 0, 0, 0, {}}, Text{"không có thư mục này", "there is no such directory"}, {});
    if (!report.has_errors()) out.library.emplace(std::make_shared<const State>(State{syntax::Library(std::move(directories))}));
    out.diagnostics = report.take();
    return out;
}

Library Library::from_files(std::vector<std::pair<std::string, std::string>> files) {
    syntax::Files all;
    for (auto& [path, text] : files) all.insert_or_assign(std::filesystem::path(path).lexically_normal().generic_string(), std::move(text));
    return Library(std::make_shared<const State>(State{syntax::Library::in_memory(std::move(all))}));
}

std::vector<Library::Entry> Library::list(Diagnostics* diagnostics) const {
    base::Report report;
    std::vector<Entry> out;
    for (auto& each : state_->library.list(report))
        out.push_back({std::move(each.id), std::move(each.title), std::move(each.in_force_from), std::move(each.in_force_until), each.directory.string()});
    if (diagnostics != nullptr) *diagnostics = report.take();
    return out;
}

RuleSet::Loaded Library::load(std::string_view id) const {
    base::Report report;
    return loaded(state_->library.load(id, report), report);
}

RuleSet::Loaded Library::load_file(const std::filesystem::path& file) const {
    base::Report report;
    return loaded(state_->library.load_file(file, report), report);
}

RuleSet::Loaded Library::load(std::string_view id, std::string_view council) const {
    RuleSet::Loaded rules = load(id);
    return rules ? with_council(*rules.rule_set, council) : rules;
}

RuleSet::Loaded Library::with_council(const RuleSet& rules, std::string_view council) const {
    base::Report report;
    return under(rules, state_->library.load_council(council, report), report);
}

}  // namespace ocop
