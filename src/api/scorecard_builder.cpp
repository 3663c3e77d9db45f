// A scorecard filled in by code becomes the same tree that a file gives, and is read like one.
#include <ocop/scorecard.hpp>

#include "api/state.hpp"
#include "base/text.hpp"
#include "card/bind.hpp"

namespace ocop {
namespace {

using yaml::Node;

Node node(Node::Kind kind) {
    Node out;
    out.kind = kind;
    return out;
}

Node scalar(const std::string& text) {
    Node out = node(Node::Kind::scalar);
    out.text = base::nfc(text);
    return out;
}

Node list(const std::vector<std::string>& texts) {
    Node out = node(Node::Kind::list);
    for (const std::string& each : texts) out.items.push_back(scalar(each));
    return out;
}

// The value of a key; written anew where it is set again.
Node& at(Node& map, const std::string& key, Node::Kind kind) {
    const std::string name = base::nfc(key);
    for (yaml::Entry& each : map.entries)
        if (each.key == name) return each.value;
    map.entries.push_back({name, {}, nullptr, node(kind)});
    return map.entries.back().value;
}

}  // namespace

struct Scorecard::Builder::State {
    RuleSet rules;
    Node root;
};

Scorecard::Builder::Builder(RuleSet rules, std::string id) : state_(std::make_shared<State>(State{std::move(rules), node(Node::Kind::map)})) {
    at(state_->root, "scorecard", Node::Kind::scalar) = scalar(id);
    at(state_->root, "rule_set", Node::Kind::scalar) = scalar(state_->rules.id());
}

Scorecard::Builder& Scorecard::Builder::product(std::string key, std::string value) {
    at(at(state_->root, "product", Node::Kind::map), key, Node::Kind::scalar) = scalar(value);
    return *this;
}

Scorecard::Builder& Scorecard::Builder::level(Authority level) {
    at(state_->root, "level", Node::Kind::scalar) = scalar(name(level));
    return *this;
}

Scorecard::Builder& Scorecard::Builder::filed_on(std::string date) {
    at(state_->root, "filed_on", Node::Kind::scalar) = scalar(date);
    return *this;
}

Scorecard::Builder& Scorecard::Builder::assessed_on(std::string date) {
    at(state_->root, "assessed_on", Node::Kind::scalar) = scalar(date);
    return *this;
}

Scorecard::Builder& Scorecard::Builder::members(int count) {
    at(state_->root, "members", Node::Kind::scalar) = scalar(std::to_string(count));
    return *this;
}

Scorecard::Builder& Scorecard::Builder::fact(std::string name, std::string value) {
    at(at(state_->root, "facts", Node::Kind::map), name, Node::Kind::scalar) = scalar(value);
    return *this;
}

Scorecard::Builder& Scorecard::Builder::facts(std::string name, std::vector<std::string> values) {
    at(at(state_->root, "facts", Node::Kind::map), name, Node::Kind::list) = list(values);
    return *this;
}

Scorecard::Builder& Scorecard::Builder::evidence(std::string id) {
    at(state_->root, "evidence", Node::Kind::list).items.push_back(scalar(id));
    return *this;
}

Scorecard::Builder& Scorecard::Builder::sheet(std::string assessor) {
    Node made = node(Node::Kind::map);
    at(made, "assessor", Node::Kind::scalar) = scalar(assessor);
    at(made, "marks", Node::Kind::map);
    at(state_->root, "sheets", Node::Kind::list).items.push_back(std::move(made));
    return *this;
}

Scorecard::Builder& Scorecard::Builder::mark(std::string criterion, std::string mark) {
    Node& sheets = at(state_->root, "sheets", Node::Kind::list);
    if (sheets.items.empty()) sheet({});
    at(at(sheets.items.back(), "marks", Node::Kind::map), criterion, Node::Kind::scalar) = scalar(mark);
    return *this;
}

Scorecard::Builder& Scorecard::Builder::marks(std::string criterion, std::vector<std::string> ids) {
    Node& sheets = at(state_->root, "sheets", Node::Kind::list);
    if (sheets.items.empty()) sheet({});
    at(at(sheets.items.back(), "marks", Node::Kind::map), criterion, Node::Kind::list) = list(ids);
    return *this;
}

Scorecard::Loaded Scorecard::Builder::build() const {
    base::Report report;
    Loaded out;
    const RuleSet::State& rules = state_->rules.state();
    if (auto card = card::bind(card::written(state_->root, {}), *rules.program, report))
        out.scorecard.emplace(std::make_shared<const Scorecard::State>(std::move(*card), rules.plan()));
    out.diagnostics = report.take();
    return out;
}

}  // namespace ocop
