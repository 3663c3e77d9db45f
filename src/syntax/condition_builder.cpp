// Words and brackets of a condition to nodes with their places.
#include "syntax/condition_builder.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "syntax/terminals.hpp"

namespace ocop::syntax {
namespace {

std::string unquoted(std::string_view name) {
    return base::nfc(name.front() == '\'' ? name.substr(1, name.size() - 2) : name);
}

// e5, E+3 right behind a number: meant as an exponent, not as a unit.
bool is_exponent(std::string_view unit) {
    return unit.size() > 1 && (unit[0] == 'e' || unit[0] == 'E') && std::all_of(unit.begin() + 1, unit.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void ConditionBuilder::enter(const char* at) {
    if (depth_ >= base::limits::condition_depth)
        throw GiveUp{{at, at}, "condition-too-deep", fmt::format("brackets may nest at most {} deep", base::limits::condition_depth),
                     "split the condition, or name a part of it as a fact"};
    ++depth_;
}

NodeId ConditionBuilder::add(ConditionNode node, const char* begin, const char* end) {
    if (nodes_.size() >= base::limits::condition_nodes)
        throw GiveUp{{begin, begin}, "condition-too-large", fmt::format("a condition may have at most {} parts", base::limits::condition_nodes), {}};
    node.span = span(begin, end);
    nodes_.push_back(std::move(node));
    return static_cast<NodeId>(nodes_.size() - 1);
}

const char* ConditionBuilder::close() {
    const char* begin = opened_.back();
    opened_.pop_back();
    return begin;
}

NodeId ConditionBuilder::number(Lexeme quantity) {
    const std::size_t digits = scan_number(quantity.text());
    const std::string_view unit = quantity.text().substr(digits);
    if (is_exponent(unit)) throw GiveUp{quantity, "number-exponent", "numbers are written out, without an exponent", {}};
    const auto number = Number::parse(quantity.text().substr(0, digits));
    if (!number) throw GiveUp{quantity, "number-too-large", fmt::format("a number may have at most {} digits", base::limits::number_digits), {}};
    ConditionNode node;
    node.kind = Kind::number;
    node.number = *number;
    node.unit = base::nfc(unit);
    return add(std::move(node), quantity.begin, quantity.end);
}

NodeId ConditionBuilder::string(Lexeme quoted) {
    const auto text = unescaped(quoted.text());
    if (!text)
        throw GiveUp{quoted, "bad-escape", "this text has an escape that means nothing",
                     "the escapes are \\\" \\' \\\\ \\n \\t \\r \\uXXXX and \\UXXXXXX"};
    ConditionNode node;
    node.kind = Kind::string;
    node.text = base::nfc(*text);
    return add(std::move(node), quoted.begin, quoted.end);
}

NodeId ConditionBuilder::word(Lexeme keyword, Kind kind, bool truth) {
    ConditionNode node;
    node.kind = kind;
    node.truth = truth;
    return add(std::move(node), keyword.begin, keyword.end);
}

NodeId ConditionBuilder::name(Lexeme name) {
    ConditionNode node;
    node.kind = Kind::name;
    node.text = unquoted(name.text());
    return add(std::move(node), name.begin, name.end);
}

NodeId ConditionBuilder::join(Kind kind, Ids children) {
    const char* begin = begin_of(children.front());
    const char* end = end_of(children.back());
    ConditionNode node;
    node.kind = kind;
    node.children = std::move(children);
    return add(std::move(node), begin, end);
}

NodeId ConditionBuilder::negative(NodeId value) {
    ConditionNode node;
    node.kind = Kind::negate;
    node.children = {value};
    const char* begin = close();
    return add(std::move(node), begin, end_of(value));
}

NodeId ConditionBuilder::range(NodeId low, NodeId high, Lexeme closing) {
    const char* begin = close();
    ConditionNode node;
    node.kind = Kind::range;
    node.children = {low, high};
    node.low_open = *begin != '[';
    node.high_open = *closing.begin != ']';
    return add(std::move(node), begin, closing.end);
}

NodeId ConditionBuilder::list(Ids items, const char* end) {
    ConditionNode node;
    node.kind = Kind::list;
    node.children = std::move(items);
    const char* begin = close();
    return add(std::move(node), begin, end);
}

NodeId ConditionBuilder::group(NodeId value, const char* end) {
    const char* begin = close();
    nodes_[value].span = span(begin, end);
    return value;
}

NodeId ConditionBuilder::single(Kind kind, NodeId value, Kind test) {
    ConditionNode node;
    node.kind = kind;
    node.test = test;
    node.children = {value};
    const char* begin = close();
    return add(std::move(node), begin, end_of(value));
}

NodeId ConditionBuilder::call(Lexeme function, const Ids& arguments, const char* end) {
    close();
    ConditionNode node;
    node.kind = Kind::call;
    node.text = folded(function.text());
    node.children = arguments;
    for (NodeId argument : arguments) node.names.push_back(take_label(argument));
    if (std::all_of(node.names.begin(), node.names.end(), [](const std::string& each) { return each.empty(); })) node.names.clear();
    if (node.text == "not" && arguments.size() == 1 && node.names.empty()) node.kind = Kind::not_;
    return add(std::move(node), function.begin, end);
}

NodeId ConditionBuilder::conditional(Lexeme if_, Ids children) {
    const char* end = end_of(children.back());
    ConditionNode node;
    node.kind = Kind::if_;
    node.children = std::move(children);
    return add(std::move(node), if_.begin, end);
}

NodeId ConditionBuilder::loop(Lexeme word, Kind kind, const Ids& lists, NodeId satisfied) {
    ConditionNode node;
    node.kind = kind;
    node.children = lists;
    node.children.push_back(satisfied);
    for (NodeId list : lists) node.names.push_back(take_label(list));
    return add(std::move(node), word.begin, end_of(satisfied));
}

ConditionBuilder::Ids ConditionBuilder::several(NodeId first, const Ids& more, const char* end) {
    close();
    Ids all = {first};
    all.insert(all.end(), more.begin(), more.end());
    several_end_ = end;
    return all;
}

NodeId ConditionBuilder::in(NodeId value, const Ids& tests) {
    const char* end = std::exchange(several_end_, nullptr);
    ConditionNode node;
    node.kind = Kind::in;
    node.several = end != nullptr;
    node.children = {value};
    node.children.insert(node.children.end(), tests.begin(), tests.end());
    return add(std::move(node), begin_of(value), end != nullptr ? end : end_of(tests.back()));
}

NodeId ConditionBuilder::label(Lexeme name, NodeId value) {
    labels_.emplace_back(value, name.text().front() == '\'' ? unquoted(name.text()) : folded(name.text()));
    return value;
}

std::string ConditionBuilder::take_label(NodeId value) {
    const auto found = std::find_if(labels_.begin(), labels_.end(), [&](const auto& each) { return each.first == value; });
    if (found == labels_.end()) return {};
    std::string name = std::move(found->second);
    labels_.erase(found);
    return name;
}

}  // namespace ocop::syntax
