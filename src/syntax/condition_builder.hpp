// What the grammar's actions build: nodes appended to an arena, children first. No grammar here, and no Boost.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/condition.hpp"

namespace ocop::syntax {

// A word of the text, in place.
struct Lexeme {
    const char* begin = nullptr;
    const char* end = nullptr;
    std::string_view text() const { return {begin, static_cast<std::size_t>(end - begin)}; }
};

// Why a parse was given up for a reason that is not in the grammar.
struct GiveUp {
    Lexeme at;
    std::string code, message, help;
};

class ConditionBuilder {
public:
    using Kind = ConditionNode::Kind;
    using Ids = std::vector<NodeId>;

    // `file`: the first byte of the source, which places are counted from.
    explicit ConditionBuilder(const char* file) : file_(file) {}

    base::Span span(const char* begin, const char* end) const {
        return {static_cast<std::uint32_t>(begin - file_), static_cast<std::uint32_t>(end - file_)};
    }
    std::vector<ConditionNode> take() { return std::move(nodes_); }

    // Brackets, and how deep one stands.
    void open(const char* bracket) { opened_.push_back(bracket); }
    void enter(const char* at);  // gives up past the limit
    void leave() { --depth_; }

    NodeId number(Lexeme quantity);
    NodeId string(Lexeme quoted);
    NodeId word(Lexeme keyword, Kind kind, bool truth);
    NodeId name(Lexeme name);

    // The kind says what joins the children; the place is from the first to the last of them.
    NodeId join(Kind kind, Ids children);
    NodeId negative(NodeId value);                                      // closes the `-`
    NodeId range(NodeId low, NodeId high, Lexeme closing);              // closes its bracket
    NodeId list(Ids items, const char* end);                            // closes `[`
    NodeId group(NodeId value, const char* end);                        // closes `(`: only the place grows
    NodeId single(Kind kind, NodeId value, Kind test = Kind::equal);    // `> x` after `in`
    NodeId call(Lexeme function, const Ids& arguments, const char* end);  // closes `(`
    NodeId conditional(Lexeme if_, Ids children);
    NodeId loop(Lexeme word, Kind kind, const Ids& lists, NodeId satisfied);

    // Tests in brackets after `in`, kept until their `in` takes them.
    Ids several(NodeId first, const Ids& more, const char* end);
    NodeId in(NodeId value, const Ids& tests);

    // A name that belongs to a value: of an argument, of a variable.
    NodeId label(Lexeme name, NodeId value);

private:
    NodeId add(ConditionNode node, const char* begin, const char* end);
    const char* begin_of(NodeId id) const { return file_ + nodes_[id].span.begin; }
    const char* end_of(NodeId id) const { return file_ + nodes_[id].span.end; }
    const char* close();
    std::string take_label(NodeId value);

    const char* file_;
    std::vector<ConditionNode> nodes_;
    std::vector<const char*> opened_;  // brackets not yet closed
    std::vector<std::pair<NodeId, std::string>> labels_;
    const char* several_end_ = nullptr;  // behind the brackets of the tests just read; null for a test without
    std::size_t depth_ = 0;
};

}  // namespace ocop::syntax
