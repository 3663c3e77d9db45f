// A file's tree with its citations: each node gets what holds there, from its own `cite` or from what it stands under.
#include "syntax/document.hpp"

#include <optional>
#include <utility>

namespace ocop::syntax {
namespace {

using CitedPtr = std::shared_ptr<const Cited>;

// What holds at a node: the nearest `basis`, under which a place is looked for, and the citation itself.
struct Context {
    CitedPtr basis;
    CitedPtr here;
};

// What a `cite` or `basis` says. Other values (a fact that is called `basis`) say nothing.
struct Said {
    std::string decision;
    std::string place;
};

std::string text_of(const yaml::Node* node) {
    return node && node->kind == yaml::Node::Kind::scalar ? node->text : std::string();
}

std::optional<Said> said(const yaml::Node& value) {
    if (value.kind == yaml::Node::Kind::scalar) return Said{{}, value.text};
    const yaml::Node* decision = value.find("decision");
    const yaml::Node* place = value.find("place");
    if (!decision && !place) return std::nullopt;
    return Said{text_of(decision), text_of(place)};
}

std::string joined(const std::string& place, const std::string& more) {
    if (place.empty() || more.empty()) return place + more;
    return place + ", " + more;
}

// A place alone is one under the basis; without a basis it leads to no decision.
CitedPtr resolved(const Said& words, const yaml::Node& value, const CitedPtr& basis) {
    const bool full = !words.decision.empty();
    if (!full && !basis) return nullptr;
    Citation citation = full ? Citation{words.decision, words.place}
                             : Citation{basis->citation.decision, joined(basis->citation.place, words.place)};
    return std::make_shared<const Cited>(Cited{std::move(citation), value.source, value.span});
}

Context inside(const yaml::Node& map, Context outer) {
    if (const yaml::Node* basis = map.find("basis"); basis && basis->kind == yaml::Node::Kind::map)
        if (const auto words = said(*basis)) outer.basis = outer.here = resolved(*words, *basis, outer.basis);
    if (const yaml::Node* cite = map.find("cite"))
        if (const auto words = said(*cite)) outer.here = resolved(*words, *cite, outer.basis);
    return outer;
}

Written written(yaml::Node&& node, const Context& outer) {
    const Context context = node.kind == Written::Kind::map ? inside(node, outer) : outer;
    Written out;
    out.kind = node.kind;
    out.quoted = node.quoted;
    out.verbatim = node.verbatim;
    out.span = node.span;
    out.source = std::move(node.source);
    out.text = std::move(node.text);
    out.cited = context.here;
    out.items.reserve(node.items.size());
    for (yaml::Node& item : node.items) out.items.push_back(written(std::move(item), context));
    out.entries.reserve(node.entries.size());
    for (yaml::Entry& each : node.entries)
        out.entries.push_back(
            {std::move(each.key), each.key_span, std::move(each.source), written(std::move(each.value), context)});
    return out;
}

}  // namespace

const WrittenEntry* Written::entry(std::string_view key) const {
    for (const WrittenEntry& each : entries)
        if (each.key == key) return &each;
    return nullptr;
}

const Written* Written::find(std::string_view key) const {
    const WrittenEntry* found = entry(key);
    return found ? &found->value : nullptr;
}

Written written(yaml::Node node) { return written(std::move(node), Context{}); }

}  // namespace ocop::syntax
