// Loads what is to be reviewed and what it is compared with, asks, and tells each thing once.
#include "analysis/reviewing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "analysis/review.hpp"
#include "model/load.hpp"
#include "syntax/finder.hpp"

namespace ocop::analysis {
namespace {

namespace fs = std::filesystem;

fs::path real(const fs::path& path) {
    std::error_code failed;
    fs::path found = fs::weakly_canonical(path, failed);
    if (!found.has_filename()) found = found.parent_path();
    return failed ? path : found;
}

bool is_inside(const fs::path& path, const fs::path& directory) {
    const auto [in_directory, in_path] = std::mismatch(directory.begin(), directory.end(), path.begin(), path.end());
    return in_directory == directory.end();
}

bool says_nothing(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        const auto first = line.find_first_not_of(" \t\r\xEF\xBB\xBF");
        if (first != std::string::npos && line[first] != '#' && line != "---" && line != "...") return false;
    }
    return true;
}

}  // namespace

std::unique_ptr<Subject> Reviewing::subject_of(std::optional<syntax::Document> document, base::Report& report) {
    if (!document) return nullptr;
    for (const base::SourcePtr& source : document->sources) files_read_.insert(source->name());
    const auto rules = model::check_rule_set(*document, report);
    if (rules == nullptr) return nullptr;
    return std::make_unique<Subject>(Subject{std::move(*document), rules, program::compile(rules)});
}

bool Reviewing::is_in_library(const fs::path& file) const {
    return std::ranges::any_of(library_.directories(), [&](const fs::path& each) { return is_inside(real(file), real(each)); });
}

void Reviewing::keep(std::string name, std::optional<syntax::Document> document, base::Report& report, bool in_library) {
    Wanted wanted;
    wanted.subject = subject_of(std::move(document), report);
    wanted.name = wanted.subject ? wanted.subject->rules->id : std::move(name);
    wanted.diagnostics = report.take();
    wanted.in_library = in_library;
    // Of what lies outside the library, two files may name the same rule set.
    if (wanted.subject && in_library && !asked_.insert(wanted.name).second) return;
    wanted_.push_back(std::move(wanted));
}

void Reviewing::add(const std::string& id) {
    if (asked_.contains(id)) return;
    base::Report report;
    auto document = library_.load(id, report);
    keep(id, std::move(document), report, true);
    asked_.insert(id);
}

void Reviewing::add_file(const fs::path& file) {
    if (!asked_.insert(real(file).string()).second) return;
    base::Report report;
    auto document = library_.load_file(file, report);
    keep(file.generic_string(), std::move(document), report, is_in_library(file));
}

void Reviewing::add_below(const fs::path& directory) {
    base::Report unreadable;
    for (const syntax::Listed& each : library_.list(unreadable))
        if (is_inside(real(each.file), real(directory))) add(each.id);
    directories_.push_back(directory);
}

// What is compared with each other: everything the library has, as far as it can be loaded.
void Reviewing::meet_neighbours() {
    for (const Wanted& each : wanted_)
        if (each.subject) neighbours_.add(*each.subject);
        else some_broken_ = true;
    base::Report ignored;
    for (const syntax::Listed& each : library_.list(ignored)) {
        neighbours_.ids.push_back(each.id);
        if (asked_.contains(each.id)) continue;
        base::Report broken;
        if (auto subject = subject_of(library_.load(each.id, broken), broken)) others_.push_back(std::move(subject));
        else some_broken_ = true;
    }
    for (const auto& each : others_) neighbours_.add(*each);
    std::ranges::sort(neighbours_.all, {}, [](const Subject* each) { return each->rules->id; });
    for (const fs::path& each : library_.directories()) neighbours_.tests.merge(tests_below(each));
}

Diagnostics Reviewing::ask(const Wanted& wanted) {
    const Subject& subject = *wanted.subject;
    base::Report report;
    review_points(subject, report);
    review_labels(subject, report);
    review_numbering(subject, report);
    review_minima(subject, report);
    review_stars(subject, report);
    review_conditions(subject, report);
    review_declared(subject, report);
    review_use(subject, neighbours_, report);
    review_periods(subject, neighbours_, report);
    review_siblings(subject, neighbours_, report);
    review_repeats(subject, neighbours_, report);
    if (wanted.in_library) review_tests(subject, neighbours_, library_, report);
    return report.take();
}

// Files that are not listed as rule sets: empty ones, those that cannot be read, and fragments that nothing extends.
void Reviewing::add_leftovers(const fs::path& root, const fs::path& below) {
    for (const std::string& id : syntax::Finder(std::vector<std::filesystem::path>()).ids_below(root)) {
        const fs::path file = root / (id + ".yaml");
        if (!is_inside(real(file), below) || std::ranges::find(neighbours_.ids, id) != neighbours_.ids.end()) continue;
        base::Report report;
        const std::string name = id + ".yaml";
        if (says_nothing(file)) report.error("empty-file", Place{name, 0, 0, 0, {}}, "the file is empty", "a rule set begins with `rule_set:`");
        else library_.load_file(file, report);  // one that cannot be read is not listed
        if (!report.has_errors() && !some_broken_ && !files_read_.contains(name))  // what a broken one extends is not known
            report.warning("fragment-unused", Place{name, 0, 0, 0, {}}, Text{{}, "this file names no `rule_set:`, and no rule set that can be loaded extends it"},
                           Text{{}, "a rule set begins with `rule_set:`"});
        if (report.all().empty()) continue;
        const bool usable = !report.has_errors();
        out_.push_back({name, usable, report.take()});
    }
}

// Of a file that many rule sets extend each thing is said by the first, though each would say it in its own words.
bool Reviewing::is_told_elsewhere(const Subject& subject, const Place& place, const std::string& code) {
    if (place.file == subject.document.root.place().file) return false;
    const auto [at, is_first] = told_by_.try_emplace(fmt::format("{}:{}:{}: {}", place.file, place.line, place.column, code), &subject);
    return at->second != &subject;
}

std::vector<Reviewed> Reviewing::run() {
    meet_neighbours();
    for (Wanted& each : wanted_) {
        Reviewed reviewed{each.name, each.subject != nullptr, std::move(each.diagnostics)};
        if (each.subject) {
            Diagnostics more = ask(each);
            std::erase_if(more, [&](const Diagnostic& found) { return is_told_elsewhere(*each.subject, found.place, found.code); });
            reviewed.diagnostics.insert(reviewed.diagnostics.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        out_.push_back(std::move(reviewed));
    }
    for (const fs::path& below : directories_)
        for (const fs::path& root : library_.directories())
            if (is_inside(real(below), real(root)) || is_inside(real(root), real(below))) add_leftovers(real(root), real(below));
    for (Reviewed& each : out_) std::erase_if(each.diagnostics, [&](const Diagnostic& found) { return !told_.insert(to_string(found)).second; });
    return std::move(out_);
}

}  // namespace ocop::analysis
