// Turns a parser's events into a tree, and refuses what YAML allows but a rule set must not have.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "yaml/lexeme.hpp"
#include "yaml/tree.hpp"

namespace ocop::yaml {

// Offsets are bytes of the source. Faults are reported and building goes on, so that all of them are found.
class Builder {
public:
    // Thrown where going on would cost too much; the reason has been reported.
    struct Stop {};
    // A list or map that is not closed yet.
    struct Open {
        std::size_t at = 0;
        bool flow = false;  // in brackets
    };

    Builder(base::SourcePtr source, base::Report& report) : source_(std::move(source)), report_(report) {}

    void null(std::size_t at);
    void scalar(std::size_t at, const std::string& value);
    void start_list(std::size_t at, bool flow) { start(Node::Kind::list, at, flow); }
    void start_map(std::size_t at, bool flow) { start(Node::Kind::map, at, flow); }
    void end();
    void alias(std::size_t at);
    void anchor(std::size_t at);

    // The tree, once all events have come; reports what could be told only then.
    std::optional<Node> take();
    std::optional<Open> innermost() const;
    // A quoted text over several lines, if that was the last scalar.
    const std::optional<Lexeme>& last_long_quote() const { return long_quote_; }
    std::size_t last_end() const { return last_end_; }

private:
    struct Frame {
        Node node;
        Open open;
        bool has_key = false;
        bool key_is_bad = false;
        Entry entry;  // of a map: the key whose value comes next
        std::size_t key_end = 0;
    };

    void start(Node::Kind kind, std::size_t at, bool flow);
    // Reports; stops when enough has been told, for on one very long line each report costs as much as the file is
    // long.
    void fault(std::string_view code, base::Span span, std::string message, std::string help = {});
    void later(std::string_view code, base::Span span, std::string message, std::string help = {});
    Node node(Node::Kind kind, base::Span span);
    bool expects_key() const;
    bool refuse_tag(std::size_t at);
    bool refuse_header(std::size_t at);
    void refuse_controls(const Node& node);
    void take_key(Node key, std::size_t end);
    void refuse_key_alone(const Frame& frame);
    void refuse_gap(base::Span span);
    void add(Node node);
    void refuse_repeated_keys(Node& map);
    base::Span null_span(std::size_t at) const;
    std::string_view text() const { return source_->text(); }

    base::SourcePtr source_;
    base::Report& report_;
    std::vector<Frame> frames_;
    std::optional<Node> root_;
    std::size_t nodes_ = 0;
    std::size_t last_end_ = 0;
    std::optional<Lexeme> long_quote_;
    // Of values and keys left out. A fault of syntax that comes later explains them better, and they are dropped.
    Diagnostics later_;
    std::size_t faults_ = 0;
    std::size_t shown_ = 0;  // bytes of the lines shown so far
};

}  // namespace ocop::yaml
