// Size, JSON, canonical form, shape: in this order, and each before anything is believed.
#include "record/open.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "base/limits.hpp"
#include "card/read_json.hpp"
#include "record/ed25519.hpp"
#include "yaml/scalar.hpp"

namespace ocop::record {
namespace {

using yaml::Node;

constexpr std::array<std::string_view, 4> seal_keys = {"record", "digests", "salts", "signature"};

bool refuse(std::string_view code, const Place& place, Text message, base::Report& report) {
    report.error(code, place, std::move(message), Text{});
    return false;
}

bool is_sealed(const Node& root) {
    return root.kind == Node::Kind::map && std::ranges::any_of(seal_keys, [&](std::string_view key) { return root.find(key) != nullptr; });
}

bool has_keys(const Node& map, const char* what, std::span<const std::string_view> keys, base::Report& report) {
    if (map.kind != Node::Kind::map) return refuse("wrong-type", map.place(), {fmt::format("`{}` phải là một đối tượng", what), fmt::format("`{}` is an object, found {}", what, yaml::described(map))}, report);
    bool fine = true;
    for (const std::string_view key : keys)
        if (map.find(key) == nullptr) fine = refuse("missing-key", map.place(), {fmt::format("thiếu khóa `{}`", key), fmt::format("the key `{}` is missing", key)}, report);
    for (const yaml::Entry& each : map.entries)
        if (std::ranges::find(keys, each.key) == keys.end()) fine = refuse("unknown-key", each.key_place(), {fmt::format("không có khóa `{}` ở đây", each.key), fmt::format("there is no key `{}` here", each.key)}, report);
    return fine;
}

bool is_hex_text(const Node& at, const std::string& name, std::size_t digits, base::Report& report) {
    if (at.kind == Node::Kind::scalar && at.quoted && is_hex(at.text, digits)) return true;
    return refuse("bad-hex", at.place(), {fmt::format("`{}` phải gồm {} chữ số thập lục phân viết thường", name, digits), fmt::format("`{}` is {} lower-case hexadecimal digits, found {}", name, digits, yaml::described(at))}, report);
}

bool all_hex(const Node& map, const char* what, base::Report& report) {
    if (map.kind != Node::Kind::map) return refuse("wrong-type", map.place(), {fmt::format("`{}` phải là một đối tượng", what), fmt::format("`{}` is an object, found {}", what, yaml::described(map))}, report);
    return std::ranges::all_of(map.entries, [&](const yaml::Entry& each) { return is_hex_text(each.value, each.key, 64, report); });
}

Node* find_node(Node& root, std::string_view pointer) {
    Node* at = &root;
    for (const std::string& key : steps(pointer)) {
        if (at->kind == Node::Kind::list) {
            at = &at->items[std::stoul(key)];
            continue;
        }
        const auto found = std::ranges::find(at->entries, key, &yaml::Entry::key);
        if (found == at->entries.end()) return nullptr;
        at = &found->value;
    }
    return at;
}

// An empty text, or two, where a personal field was taken out.
void fill_in(Node& place, bool two) {
    Node empty = place;
    empty.kind = Node::Kind::scalar;
    empty.quoted = true;
    empty.text.clear();
    if (!two) {
        place = std::move(empty);
        return;
    }
    place.kind = Node::Kind::map;
    place.entries = {{"vi", place.span, place.source, empty}, {"en", place.span, place.source, empty}};
}

class Opener {
public:
    Opener(const base::SourcePtr& source, const Shape& shape, base::Report& report) : source_(source), shape_(shape), report_(report) {}

    std::vector<Opened> open() {
        std::optional<Node> root = read_exactly(source_, report_);
        if (!root) return {};
        if (is_sealed(*root)) sealed(*root);
        else if (shape_.fits(*root, report_)) plain(*root);
        return report_.has_errors() ? std::vector<Opened>() : std::move(opened_);
    }

private:
    void plain(const Node& root) {
        if (root.kind == Node::Kind::list && root.items.empty()) refuse("no-record", root.place(), {"không có kết quả nào", "there is no result here"}, report_);
        const std::span<const Node> all = root.kind == Node::Kind::list ? std::span<const Node>(root.items) : std::span<const Node>(&root, 1);
        for (const Node& each : all)
            if (auto value = json_of(each, report_)) opened_.push_back({std::move(*value), {}, {}});
    }

    void sealed(Node& root) {
        const std::optional<Json> whole = json_of(root, report_);
        if (!whole) return;
        Statement form = check_canonical(source_->text(), *whole);
        if (form.result != Statement::Result::holds) return opened_.push_back({Json::object(), {}, std::move(form)});
        if (!seal_shape(root)) return;
        Sealed seal{whole->at("record"), whole->at("digests"), whole->at("salts"), whole->at("signature").at("key"), whole->at("signature").at("value")};
        Node& record = *find_node(root, "/record");
        for (const char* product : {"/trail/card/product", "/trail/card/written/product"})
            if (const Node* map = find_node(record, product); map != nullptr && map->entries.size() > base::limits::product_fields) {
                refuse("too-many-fields", map->place(), {"`product` có quá nhiều mục", "`product` has too many entries"}, report_);
                return;
            }
        for (const PersonalPlace& each : seal.redacted())
            if (Node* place = find_node(record, each.pointer)) fill_in(*place, each.pointer.starts_with("/findings/") && each.pointer.ends_with("/text"));
        if (!shape_.fits(record, "result", report_)) return;
        if (auto value = json_of(record, report_)) opened_.push_back({std::move(*value), std::move(seal), {}});
    }

    bool seal_shape(const Node& root) {
        return has_keys(root, "file", seal_keys, report_) && all_hex(*root.find("digests"), "digests", report_) && all_hex(*root.find("salts"), "salts", report_) && has_signature(root, report_);
    }

    const base::SourcePtr& source_;
    const Shape& shape_;
    base::Report& report_;
    std::vector<Opened> opened_;
};

// Texts, true, false, null and whole numbers.
class Values {
public:
    explicit Values(base::Report& report) : report_(report) {}

    Json value(const Node& node) {
        switch (node.kind) {
            case Node::Kind::null: return nullptr;
            case Node::Kind::scalar: return scalar(node);
            case Node::Kind::list: break;
            case Node::Kind::map: return map(node);
        }
        Json out = Json::array();
        for (const Node& each : node.items) out.push_back(value(each));
        return out;
    }

private:
    Json map(const Node& node) {
        Json out = Json::object();
        for (const yaml::Entry& each : node.entries) out.emplace(each.key, value(each.value));
        return out;
    }

    Json scalar(const Node& node) {
        if (node.quoted) return node.text;
        if (node.text == "true" || node.text == "false") return node.text == "true";
        const auto number = node.text.size() <= 20 && node.text.find_first_of(".eE") == std::string::npos && node.text != "-0" ? Number::parse(node.text) : std::nullopt;
        if (number && number->whole()) return *number->whole();
        refuse("bad-number", node.place(), {"số trong hồ sơ phải là số nguyên", fmt::format("numbers here are whole and fit 64 bits, found {}", yaml::described(node))}, report_);
        return nullptr;
    }

    base::Report& report_;
};

}  // namespace

std::vector<Opened> open_records(const base::SourcePtr& source, const Shape& shape, base::Report& report) { return Opener(source, shape, report).open(); }

std::optional<Json> json_of(const Node& node, base::Report& report) {
    const std::size_t before = report.errors();
    Json out = Values(report).value(node);
    return report.errors() == before ? std::optional<Json>(std::move(out)) : std::nullopt;
}

std::optional<Node> read_exactly(const base::SourcePtr& source, base::Report& report) {
    const std::string_view text = source->text();
    if (text.size() > base::limits::record_bytes) {
        refuse("too-large", Place{source->name(), 0, 0, 0, {}}, {fmt::format("tệp lớn hơn {} MB", base::limits::record_bytes >> 20U), fmt::format("the file has more than {} MB", base::limits::record_bytes >> 20U)}, report);
        return std::nullopt;
    }
    return card::read_json(source, {0, static_cast<std::uint32_t>(text.size())}, report, {base::limits::record_nodes, base::limits::record_depth, true});
}

Statement check_canonical(std::string_view text, const Json& value) {
    Claim claim("canonical", {"tệp ở dạng chuẩn RFC 8785", "the file is in canonical form (RFC 8785)"});
    const std::string right = canonical(value);
    if (text == right) return claim.take();
    const std::size_t at = static_cast<std::size_t>(std::mismatch(text.begin(), text.end(), right.begin(), right.end()).first - text.begin());
    claim.fault("", {fmt::format("không ở dạng chuẩn từ byte {}", at + 1), fmt::format("not in canonical form from byte {}", at + 1)});
    return claim.take();
}

bool has_signature(const Node& file, base::Report& report) {
    constexpr std::array<std::string_view, 3> keys = {"algorithm", "key", "value"};
    const Node& at = *file.find("signature");
    if (!has_keys(at, "signature", keys, report)) return false;
    const Node& algorithm = *at.find("algorithm");
    if (algorithm.kind != Node::Kind::scalar || !algorithm.quoted || algorithm.text != "ed25519")
        return refuse("unknown-value", algorithm.place(), {"chỉ biết chữ ký `ed25519`", fmt::format("`algorithm` is `ed25519`, found {}", yaml::described(algorithm))}, report);
    return is_hex_text(*at.find("key"), "key", key_digits, report) && is_hex_text(*at.find("value"), "value", signature_digits, report);
}

}  // namespace ocop::record
