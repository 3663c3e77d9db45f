// Events to a tree.
#include "yaml/builder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/limits.hpp"
#include "base/text.hpp"
#include "yaml/bytes.hpp"
#include "yaml/scene.hpp"

namespace ocop::yaml {
namespace {

namespace limits = base::limits;

base::Span span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The word at `at`, for marking tags, anchors and aliases.
base::Span word_at(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n,]}", at), text.size());
    return span_of(at, std::max(end, std::min(at + 1, text.size())));
}

// What the parser took for nothing: a literal, or no text at all (then `at` is where the next thing begins).
std::size_t null_literal(std::string_view text, std::size_t at, bool as_key) {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
        if (at > text.size() || !text.substr(at).starts_with(word)) continue;
        const std::size_t next = skip_blanks(text, at + word.size());
        const bool is_key = next < text.size() && text[next] == ':';
        return is_key == as_key ? word.size() : 0;
    }
    return 0;
}

constexpr std::size_t most_shown = 4U << 20U;

constexpr auto quote_it = "write the value out at each place; a text that begins with this sign stands in quotes";

}  // namespace

void Builder::fault(std::string_view code, base::Span span, std::string message, std::string help) {
    Place place = source_->place(span);
    shown_ += place.line_text.size();
    report_.error(code, std::move(place), std::move(message), std::move(help));
    if (++faults_ > limits::errors_reported || shown_ > most_shown) throw Stop{};
}

void Builder::later(std::string_view code, base::Span span, std::string message, std::string help) {
    if (later_.size() > limits::errors_reported || shown_ > most_shown) return;
    Place place = source_->place(span);
    shown_ += place.line_text.size();
    later_.push_back({Diagnostic::Severity::error, std::string(code), std::move(place), Text{{}, std::move(message)},
                      Text{{}, std::move(help)}});
}

std::optional<Node> Builder::take() {
    for (Diagnostic& each : later_)
        report_.error(each.code, std::move(each.place), std::move(each.message), std::move(each.help));
    later_.clear();
    return std::move(root_);
}

Node Builder::node(Node::Kind kind, base::Span span) {
    if (++nodes_ > limits::tree_nodes) {
        fault("too-many-nodes", span, fmt::format("the file has more than {} values", limits::tree_nodes));
        throw Stop{};
    }
    Node node;
    node.kind = kind;
    node.span = span;
    node.source = source_;
    return node;
}

bool Builder::expects_key() const {
    return !frames_.empty() && frames_.back().node.kind == Node::Kind::map && !frames_.back().has_key;
}

// Of an empty value in a map: after the colon; elsewhere where the parser stood.
base::Span Builder::null_span(std::size_t at) const {
    if (const std::size_t size = null_literal(text(), at, expects_key()); size > 0) return span_of(at, at + size);
    if (!frames_.empty() && frames_.back().has_key && !frames_.back().key_is_bad) {
        const std::size_t colon = skip_blanks(text(), frames_.back().key_end);
        if (colon < text().size() && text()[colon] == ':') return span_of(colon + 1, colon + 1);
        return frames_.back().entry.key_span;
    }
    at = std::min(at, text().size());
    while (at > 0 && std::string_view(" \t\r\n").find(text()[at - 1]) != std::string_view::npos) --at;
    return span_of(at, at);
}

void Builder::null(std::size_t at) {
    const base::Span span = null_span(at);
    if (!frames_.empty() && frames_.back().has_key) refuse_key_alone(frames_.back());
    if (!frames_.empty() && frames_.back().open.flow && frames_.back().node.kind == Node::Kind::list) refuse_gap(span);
    add(node(Node::Kind::null, span));
}

// `[a,,b]`
void Builder::refuse_gap(base::Span span) {
    if (span.end > span.begin) return;
    later("yaml-no-value", span, "a value is missing before `,`");
}

// `{a, b}` and a word on its own are maps with empty values in YAML; here something was forgotten.
void Builder::refuse_key_alone(const Frame& frame) {
    if (frame.key_is_bad || frame.key_end == 0) return;
    const std::size_t next = skip_blanks(text(), frame.key_end);
    if (next < text().size() && text()[next] == ':') return;
    later("yaml-no-value", frame.entry.key_span,
          fmt::format("`{}` stands alone, without `:` and a value", shortened(frame.entry.key)),
          frame.open.flow ? "inside brackets a text that holds a comma stands in quotes" : "write `key: value`");
}

void Builder::scalar(std::size_t at, const std::string& value) {
    if (refuse_tag(at)) return add(node(Node::Kind::scalar, word_at(text(), at)));
    if (refuse_header(at)) return add(node(Node::Kind::scalar, word_at(text(), at)));
    const auto lexeme = scalar_at(text(), at, value);
    if (!lexeme) {
        fault("yaml-unclosed", span_of(at, at + 1), fmt::format("the quote `{}` is never closed", text()[at]));
        throw Stop{};
    }
    Node made = node(Node::Kind::scalar, lexeme->span);
    made.text = base::nfc(value);
    made.quoted = lexeme->quoted;
    made.verbatim = lexeme->same_bytes && made.text.size() == value.size() && made.text == value;
    refuse_controls(made);
    last_end_ = lexeme->end;
    const bool is_long = lexeme->quoted && text().substr(at, lexeme->end - at).find('\n') != std::string_view::npos;
    long_quote_ = is_long ? lexeme : std::nullopt;
    if (expects_key()) return take_key(std::move(made), lexeme->quoted || lexeme->same_bytes ? lexeme->end : 0);
    add(std::move(made));
}

bool Builder::refuse_tag(std::size_t at) {
    if (at >= text().size() || text()[at] == '&') return at < text().size();
    if (text()[at] != '!') return false;
    const base::Span word = word_at(text(), at);
    fault("yaml-tag", word, fmt::format("`{}` is a YAML tag; tags are not used here", shortened(source_->text(word))),
          "a text that begins with `!` stands in quotes; a condition is negated by `not(...)`");
    return true;
}

// `>5` is a folded text with an indentation of 5 in YAML, and was meant as a condition.
bool Builder::refuse_header(std::size_t at) {
    if (at >= text().size()) return false;
    const char first = text()[at];
    if ((first != '|' && first != '>') || is_block_header(text(), at)) return false;
    fault("yaml-block-text", span_of(at, end_of_line(text(), at)),
          fmt::format("`{}` begins a text on the lines below it, and more follows on this line", first),
          fmt::format("a text that begins with `{}` stands in quotes", first));
    return true;
}

void Builder::refuse_controls(const Node& node) {
    if (control_character(node.text))
        fault("control-character", node.span, "a control character in the text", "remove the escape that makes it");
}

void Builder::anchor(std::size_t at) {
    const base::Span word = word_at(text(), at);
    fault("yaml-anchor", word,
          fmt::format("`{}` is a YAML anchor; anchors are not used here", shortened(source_->text(word))), quote_it);
}

void Builder::alias(std::size_t at) {
    const base::Span word = word_at(text(), at);
    fault("yaml-alias", word,
          fmt::format("`{}` is a YAML alias; aliases are not used here", shortened(source_->text(word))), quote_it);
    add(node(Node::Kind::scalar, word));
}

void Builder::start(Node::Kind kind, std::size_t at, bool flow) {
    refuse_tag(at);
    Frame frame;
    frame.node = node(kind, span_of(at, std::min(at + 1, text().size())));
    frame.open = {at, flow};
    if (frames_.size() >= limits::tree_depth) {
        fault("too-deep", frame.node.span,
              fmt::format("more than {} lists and maps inside each other", limits::tree_depth));
        throw Stop{};
    }
    frames_.push_back(std::move(frame));
}

void Builder::end() {
    Node done = std::move(frames_.back().node);
    frames_.pop_back();
    if (done.kind == Node::Kind::map) refuse_repeated_keys(done);
    add(std::move(done));
}

void Builder::take_key(Node key, std::size_t end) {
    Frame& frame = frames_.back();
    frame.has_key = frame.key_is_bad = true;
    if (key.kind == Node::Kind::null && key.span.end > key.span.begin)
        return fault("yaml-key", key.span, fmt::format("`{}` is no key", source_->text(key.span)),
                     "as a text it stands in quotes");
    if (key.kind == Node::Kind::null)
        return later("yaml-key", key.span, "a key is missing before `:`", "write `key: value`");
    if (key.kind != Node::Kind::scalar)
        return fault("yaml-key", key.span,
                     fmt::format("a {} stands where a key was expected", key.kind == Node::Kind::list ? "list" : "map"),
                     "a key is a text; a text that begins with `[` or `{` stands in quotes");
    if (key.text == "<<" && !key.quoted)
        fault("yaml-merge-key", key.span, "`<<` is a YAML merge key; merge keys are not used here",
              "`extends` takes over what another file holds");
    frame.key_is_bad = false;
    frame.key_end = end;
    frame.entry = Entry{std::move(key.text), key.span, source_, {}};
}

void Builder::add(Node node) {
    if (frames_.empty()) {
        root_ = std::move(node);
        return;
    }
    Frame& frame = frames_.back();
    if (frame.node.kind == Node::Kind::list) {
        frame.node.items.push_back(std::move(node));
    } else if (!frame.has_key) {
        take_key(std::move(node), 0);
    } else {
        frame.has_key = false;
        frame.entry.value = std::move(node);
        if (!frame.key_is_bad) frame.node.entries.push_back(std::move(frame.entry));
    }
}

// Sorted once a map is complete: a map of many keys costs no more than its keys do.
void Builder::refuse_repeated_keys(Node& map) {
    std::vector<std::size_t> order(map.entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) -> const std::string& { return map.entries[i].key; });
    const Entry* first = nullptr;
    for (const std::size_t i : order) {
        const Entry& entry = map.entries[i];
        if (first && first->key == entry.key)
            fault("duplicate-key", entry.key_span,
                  fmt::format("the key `{}` repeats line {}", shortened(entry.key), first->key_place().line));
        else
            first = &entry;
    }
}

std::optional<Builder::Open> Builder::innermost() const {
    if (frames_.empty()) return std::nullopt;
    return frames_.back().open;
}

}  // namespace ocop::yaml
