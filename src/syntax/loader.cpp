// Follows `extends`.
#include "syntax/loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "syntax/merge.hpp"
#include "yaml/scalar.hpp"

namespace ocop::syntax {
namespace {

namespace limits = base::limits;

std::optional<Written> take_key(Written& map, std::string_view key) {
    const auto found = std::ranges::find(map.entries, key, &WrittenEntry::key);
    if (found == map.entries.end()) return std::nullopt;
    Written value = std::move(found->value);
    map.entries.erase(found);
    return value;
}

// What those that extend a tree take over: of a full rule set not its own name, nor what it succeeds.
Written inherited(Written tree) {
    if (tree.find("rule_set"))
        std::erase_if(tree.entries,
                      [](const WrittenEntry& each) { return each.key == "rule_set" || each.key == "succeeds"; });
    return tree;
}

std::filesystem::path identity(const Located& located) {
    std::error_code failed;
    auto path = std::filesystem::weakly_canonical(located.file, failed);
    return failed ? located.file : path;
}

}  // namespace

std::optional<Document> Loader::load(const Located& located, const Place& wanted_at) {
    auto own = read(located, wanted_at);
    if (!own) return std::nullopt;
    open_.emplace_back(identity(located), located.name);
    auto root = assembled(std::move(*own), located);
    open_.pop_back();
    if (!root) return std::nullopt;
    Document document{located.id, located.name, std::move(*root), std::move(sources_)};
    check_id(document, located.in_library);
    return document;
}

std::optional<Document> Loader::load_text(base::SourcePtr source) {
    auto own = tree_of(source);
    if (!own) return std::nullopt;
    Located nowhere;
    nowhere.name = source->name();
    auto root = assembled(std::move(*own), nowhere);
    if (!root) return std::nullopt;
    return Document{{}, source->name(), std::move(*root), std::move(sources_)};
}

// The id stands in the file so that people see it; the path decides.
void Loader::check_id(const Document& document, bool in_library) {
    const Written* id = document.root.find("rule_set");
    if (!in_library || !id || !id->is_scalar() || id->text == document.id) return;
    report_.error(
        "rule-set-id", id->place(),
        fmt::format("`rule_set` is `{}`, but the file's place in the library makes it `{}`", id->text, document.id),
        fmt::format("write `rule_set: {}`, or move the file", document.id));
}

std::optional<Written> Loader::read(const Located& located, const Place& wanted_at) {
    const auto source = read_source(located, wanted_at, report_);
    return source ? tree_of(source) : std::nullopt;
}

std::optional<Written> Loader::tree_of(const base::SourcePtr& source) {
    sources_.push_back(source);
    auto node = yaml::parse(source, report_);
    if (!node) return std::nullopt;
    if (node->kind == yaml::Node::Kind::map) return written(std::move(*node));
    if (node->kind == yaml::Node::Kind::null)
        report_.error("empty-file", Place{source->name(), 0, 0, 0, {}}, "the file is empty",
                      "a rule set begins with `rule_set:`");
    else
        report_.error("wrong-type", node->place(),
                      fmt::format("a file must hold a map, found {}", yaml::described(*node)), "write `key: value`");
    return std::nullopt;
}

// A file's own tree over those it extends; nothing if one of them is missing or broken, which has been reported.
std::optional<Written> Loader::assembled(Written own, const Located& located) {
    const auto extends = take_key(own, "extends");
    std::optional<Written> under = Written{};
    if (extends) under = parents(*extends, located);
    if (!under) return std::nullopt;
    return merge(std::move(*under), std::move(own), report_);
}

std::optional<Written> Loader::parents(const Written& extends, const Located& located) {
    const std::size_t before = report_.errors();
    const std::vector<Named> names = names_in(extends);
    bool whole = report_.errors() == before;
    Written merged;
    std::map<std::string, int> seen;
    for (const Named& name : names) {
        const auto found = find(name, located);
        const File* parent = found && !is_repeated(*found, name, seen) ? file(*found, name.place) : nullptr;
        whole = whole && parent && add_nodes(parent->nodes, name.place);
        if (whole) merged = merged.is_null() ? parent->tree : merge(std::move(merged), parent->tree, report_);
    }
    return whole ? std::optional(std::move(merged)) : std::nullopt;
}

std::vector<Named> Loader::names_in(const Written& extends) {
    std::vector<Named> names;
    const std::vector<Written> alone{extends};
    for (const Written& each : extends.is_list() ? extends.items : alone) {
        if (names.size() > limits::extends_files) break;
        if (each.is_scalar() && !each.text.empty())
            names.push_back({each.text, each.place()});
        else
            report_.error(
                "wrong-type", each.place(),
                fmt::format("`extends` must be a path or the id of a rule set, found {}", yaml::described(each)),
                "several are written as a list");
    }
    return names;
}

std::optional<Located> Loader::find(const Named& name, const Located& from) {
    if (!looks_like_path(name.text)) return finder_.by_id(name, &from, report_);
    if (!from.root.empty()) return finder_.by_path(name, from, report_);
    report_.error("bad-path", name.place, fmt::format("`{}` is a path, and this text is in no directory", name.text),
                  "name a rule set by its id");
    return std::nullopt;
}

bool Loader::is_repeated(const Located& found, const Named& name, std::map<std::string, int>& seen) {
    const auto [first, is_new] = seen.emplace(identity(found).string(), name.place.line);
    if (!is_new)
        report_.error("extends-repeated", name.place,
                      fmt::format("`{}` is the file of line {} again", name.text, first->second), "name it once");
    return !is_new;
}

bool Loader::within_limits(const Place& wanted_at) {
    if (files_.size() < limits::extends_files) return true;
    report_.error("too-many-files", wanted_at,
                  fmt::format("a rule set extends more than {} files", limits::extends_files));
    return false;
}

bool Loader::add_nodes(std::size_t nodes, const Place& at) {
    nodes_ += nodes;
    if (nodes_ <= limits::merged_nodes) return true;
    report_.error("too-many-nodes", at,
                  fmt::format("what is extended has more than {} values in all", limits::merged_nodes));
    return false;
}

void Loader::report_cycle(const Located& located, const Place& wanted_at) {
    const auto path = identity(located);
    auto each = std::ranges::find(open_, path, [](const auto& open) { return open.first; });
    std::string chain;
    for (; each != open_.end(); ++each) chain += fmt::format("`{}` extends ", each->second);
    report_.error("extends-cycle", wanted_at,
                  fmt::format("`extends` goes round in a circle: {}`{}`", chain, located.name));
}

const Loader::File* Loader::file(const Located& located, const Place& wanted_at) {
    const auto path = identity(located);
    if (std::ranges::find(open_, path, [](const auto& open) { return open.first; }) != open_.end()) {
        report_cycle(located, wanted_at);
        return nullptr;
    }
    const auto known = files_.find(path);
    if (known != files_.end()) return known->second.whole ? &known->second : nullptr;
    if (!within_limits(wanted_at)) return nullptr;
    File& file = files_[path];
    auto own = read(located, wanted_at);
    if (!own) return nullptr;
    open_.emplace_back(path, located.name);
    if (auto tree = assembled(std::move(*own), located)) {
        file.tree = inherited(std::move(*tree));
        file.nodes = count_nodes(file.tree);
        file.whole = true;
    }
    open_.pop_back();
    return file.whole ? &file : nullptr;
}

}  // namespace ocop::syntax
