// Plans read against the groups of a library.
#include <ocop/plan.hpp>

#include <fstream>
#include <iterator>
#include <set>

#include "api/state.hpp"
#include "portfolio/read_plan.hpp"

namespace ocop::portfolio {
namespace {

std::vector<std::string> groups_of(const Library& library) {
    std::set<std::string> groups;
    for (const Library::Entry& each : library.list())
        if (std::string group = group_of(each.id); !group.empty()) groups.insert(std::move(group));
    return {groups.begin(), groups.end()};
}

}  // namespace

const Plan& Plan::Loaded::value() const {
    if (!plan) throw LoadError(diagnostics);
    return *plan;
}

Plan::Loaded Plan::from_text(std::string_view yaml, const Library& library, std::string name) {
    base::Report report;
    Loaded out;
    out.plan = read_plan(std::make_shared<const base::Source>(std::move(name), std::string(yaml)), groups_of(library), report);
    out.diagnostics = report.take();
    return out;
}

Plan::Loaded Plan::load(const std::filesystem::path& file, const Library& library) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (in) return from_text(text, library, file.string());
    return {std::nullopt, {{Diagnostic::Severity::error, "cannot-read", Place{file.string(), 0, 0, 0, {}}, {"không đọc được tệp này", "this file cannot be read"}, {}}}};
}

}  // namespace ocop::portfolio
