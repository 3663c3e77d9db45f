// nlohmann's SAX parser builds the tree; an iterator that knows where it is gives the places.
#include "card/read_json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include <iterator>
#include <map>

#include "base/text.hpp"

namespace ocop::card {
namespace {

using yaml::Node;

// Tells its reader how far the parser has come.
class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor() = default;
    Cursor(const char* at, const char** seen) : at_(at), seen_(seen) {}
    reference operator*() const { return *at_; }
    Cursor& operator++() {
        ++at_;
        if (seen_ != nullptr) *seen_ = at_;
        return *this;
    }
    Cursor operator++(int) {
        Cursor before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Cursor& other) const { return at_ == other.at_; }
    bool operator!=(const Cursor& other) const { return at_ != other.at_; }

private:
    const char* at_ = nullptr;
    const char** seen_ = nullptr;
};

bool between_tokens(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':'; }

class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(const base::SourcePtr& source, base::Span span, base::Report& report, const JsonLimits& limits)
        : source_(source), report_(report), limits_(limits), file_(source->text().data()), done_(file_ + span.begin), seen_(done_) {}

    const char** seen() { return &seen_; }
    std::optional<Node> take() { return failed_ ? std::nullopt : std::optional<Node>(std::move(root_)); }

    bool null() override { return scalar(Node::Kind::null, "null", false); }
    bool boolean(bool value) override { return scalar(Node::Kind::scalar, value ? "true" : "false", false); }
    bool number_integer(number_integer_t) override { return number(); }
    bool number_unsigned(number_unsigned_t) override { return number(); }
    bool number_float(number_float_t, const string_t&) override { return number(); }
    bool string(string_t& text) override { return scalar(Node::Kind::scalar, taken(text), true); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Node::Kind::map); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Node::Kind::list); }
    bool end_array() override { return close(); }

    bool key(string_t& text) override {
        key_ = taken(text);
        key_span_ = token();
        auto& keys = keys_.back();
        const auto [first, added] = keys.emplace(key_, key_span_);
        if (added) return true;
        return fail("duplicate-key", key_span_, {fmt::format("khóa `{}` đã có ở dòng {}", key_, source_->line_of(first->second.begin)),
                                                 fmt::format("the key `{}` repeats line {}", key_, source_->line_of(first->second.begin))});
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& what) override {
        const auto at = static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, seen_ - file_ - 1));
        const bool ends = seen_ >= source_->text().data() + source_->text().size();
        const bool text = std::string_view(what.what()).find("invalid string") != std::string_view::npos;
        const std::string vi = text ? "chuỗi văn bản viết sai" : ends ? "tệp JSON kết thúc giữa chừng" : "chỗ này không đúng cú pháp JSON";
        const std::string en = text ? "this text is not written as JSON wants it" : ends ? "the JSON ends before it is complete" : "this is not JSON";
        return fail("json-syntax", {at, at + 1}, {vi, en});
    }

private:
    std::string taken(const std::string& text) const { return limits_.exact ? text : base::nfc(text); }

    std::uint32_t offset(const char* at) const { return static_cast<std::uint32_t>(at - file_); }

    // From where the last token ended, blanks and commas skipped, to where the parser is.
    base::Span token() {
        while (done_ < seen_ && between_tokens(*done_)) ++done_;
        const base::Span span{offset(done_), offset(seen_)};
        done_ = seen_;
        return span;
    }

    bool number() {
        while (done_ < seen_ && between_tokens(*done_)) ++done_;
        const char* end = done_;
        const char* last = source_->text().data() + source_->text().size();
        while (end < last && std::string_view("+-.0123456789eE").find(*end) != std::string_view::npos) ++end;
        const base::Span span{offset(done_), offset(end)};
        done_ = end;
        return add(Node::Kind::scalar, std::string(source_->text(span)), false, span);
    }

    bool scalar(Node::Kind kind, std::string text, bool quoted) { return add(kind, std::move(text), quoted, token()); }

    bool add(Node::Kind kind, std::string text, bool quoted, base::Span span) {
        Node node;
        node.kind = kind;
        node.quoted = quoted;
        node.text = std::move(text);
        node.span = span;
        if (quoted && span.end - span.begin >= 2 && source_->text({span.begin + 1, span.end - 1}) == node.text) {
            node.verbatim = true;
            node.span = {span.begin + 1, span.end - 1};
        }
        return put(std::move(node)) != nullptr;
    }

    Node* put(Node node) {
        node.source = source_;
        if (++count_ > limits_.nodes) {
            fail("too-many-nodes", node.span, {fmt::format("tệp có hơn {} giá trị", limits_.nodes), fmt::format("there are more than {} values", limits_.nodes)});
            return nullptr;
        }
        if (open_.empty()) {
            root_ = std::move(node);
            return &root_;
        }
        Node& above = *open_.back();
        if (above.kind == Node::Kind::list) return &above.items.emplace_back(std::move(node));
        above.entries.push_back({key_, key_span_, source_, std::move(node)});
        return &above.entries.back().value;
    }

    bool open(Node::Kind kind) {
        if (open_.size() >= limits_.depth)
            return fail("too-deep", token(), {fmt::format("lồng nhau quá {} lớp", limits_.depth), fmt::format("nested more than {} deep", limits_.depth)});
        Node node;
        node.kind = kind;
        node.span = token();
        Node* placed = put(std::move(node));
        if (placed == nullptr) return false;
        open_.push_back(placed);
        keys_.emplace_back();
        return true;
    }

    bool close() {
        open_.back()->span.end = token().end;
        open_.pop_back();
        keys_.pop_back();
        return true;
    }

    bool fail(std::string_view code, base::Span span, Text message) {
        failed_ = true;
        report_.error(code, source_->place(span), std::move(message), Text{});
        return false;
    }

    base::SourcePtr source_;
    base::Report& report_;
    const JsonLimits& limits_;
    const char* file_;
    const char* done_;  // end of the last token
    const char* seen_;  // how far the parser has read
    Node root_;
    std::vector<Node*> open_;  // a node never moves while something below it is open
    std::vector<std::map<std::string, base::Span>> keys_;
    std::string key_;
    base::Span key_span_;
    std::size_t count_ = 0;
    bool failed_ = false;
};

}  // namespace

std::optional<Node> read_json(const base::SourcePtr& source, base::Span span, base::Report& report, const JsonLimits& limits) {
    const std::string_view text = source->text(span);
    if (const auto bad = base::invalid_utf8(text)) {
        const auto at = span.begin + static_cast<std::uint32_t>(*bad);
        report.error("bad-utf8", source->place({at, at + 1}), Text{"byte này không phải UTF-8; hãy lưu tệp dạng UTF-8", "this byte is not UTF-8; save the file as UTF-8"}, Text{});
        return std::nullopt;
    }
    // The parser would take it for the end, and whatever follows would go unread.
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
        const auto at = span.begin + static_cast<std::uint32_t>(nul);
        report.error("json-syntax", source->place({at, at + 1}), Text{"byte NUL không thể có trong JSON", "a NUL byte cannot stand in JSON"}, Text{});
        return std::nullopt;
    }
    Builder builder(source, span, report, limits);
    const Cursor begin(text.data(), builder.seen());
    const Cursor end(text.data() + text.size(), nullptr);
    nlohmann::json::sax_parse(begin, end, &builder);
    return builder.take();
}

}  // namespace ocop::card
