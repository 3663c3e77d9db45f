// Canonical text, pointers, and what they are called.
#include "record/json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_text.hpp"

namespace ocop::record {
namespace {

void put(std::string& out, const Json& value);

void put_map(std::string& out, const Json& map) {
    std::vector<const std::string*> names;
    for (auto each = map.begin(); each != map.end(); ++each) names.push_back(&each.key());
    std::ranges::sort(names, [](const auto* a, const auto* b) { return base::before_in_utf16(*a, *b); });
    out += '{';
    for (const std::string* name : names) {
        if (name != names.front()) out += ',';
        base::put_json_string(out, *name);
        out += ':';
        put(out, map.find(*name).value());
    }
    out += '}';
}

void put_list(std::string& out, const Json& list) {
    out += '[';
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) out += ',';
        put(out, list[i]);
    }
    out += ']';
}

void put(std::string& out, const Json& value) {
    if (value.is_object()) return put_map(out, value);
    if (value.is_array()) return put_list(out, value);
    if (value.is_string()) return base::put_json_string(out, value.get_ref<const std::string&>());
    out += value.dump();
}

const Json* step(const Json& at, const std::string& key) {
    if (at.is_object()) {
        const auto found = at.find(key);
        return found == at.end() ? nullptr : &*found;
    }
    if (!at.is_array() || key.empty() || key.size() > 9 || !std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; })) return nullptr;
    const std::size_t index = std::stoul(key);
    return index < at.size() ? &at[index] : nullptr;
}

std::string id_of(const Json& record, const char* list, const std::string& index, const char* key) {
    const Json* found = find(record, fmt::format("/trail/{}/{}/{}", list, index, key));
    return found != nullptr && found->is_string() ? found->get<std::string>() : std::string();
}

std::string number(const std::string& index) { return std::to_string(std::stoul("0" + index) + 1); }

bool is_index(const std::string& key) { return !key.empty() && key.size() < 9 && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; }); }

// What stands in one list of the trail.
Text element(const Json& record, const std::string& list, const std::string& index) {
    if (find(record, fmt::format("/trail/{}/{}", list, index)) == nullptr) return {};
    if (list == "nodes") {
        const std::string id = id_of(record, "nodes", index, "id"), kind = id_of(record, "nodes", index, "kind");
        if (id.empty()) return {};
        if (kind == "part") return {"phần " + id, "part " + id};
        if (kind == "section") return {"mục " + id, "section " + id};
        return {"tiêu chí " + id, "criterion " + id};
    }
    if (list == "sheets") return {"phiếu " + number(index), "sheet " + number(index)};
    if (list == "gates") return {"điều kiện `" + id_of(record, "gates", index, "id") + "`", "gate `" + id_of(record, "gates", index, "id") + "`"};
    if (list == "facts") return {"dữ kiện `" + id_of(record, "facts", index, "name") + "`", "fact `" + id_of(record, "facts", index, "name") + "`"};
    if (list == "readings") return {"cách hiểu `" + id_of(record, "readings", index, "name") + "`", "reading `" + id_of(record, "readings", index, "name") + "`"};
    if (list == "bands") return {"khung điểm thứ " + number(index), "band " + number(index)};
    if (list == "minima") {
        const std::string node = id_of(record, "minima", index, "node");
        const Json* star = find(record, "/trail/minima/" + index + "/star");
        const std::string of = star != nullptr ? star->dump() : "?";
        return {fmt::format("yêu cầu tối thiểu của tiêu chí {} cho {} sao", node, of), fmt::format("the minimum of criterion {} for {} stars", node, of)};
    }
    return {};
}

}  // namespace

std::string canonical(const Json& value) {
    std::string out;
    put(out, value);
    return out;
}

std::string below(const std::string& pointer, std::string_view key) {
    std::string out = pointer + "/";
    for (const char c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
    return out;
}

std::string below(const std::string& pointer, std::size_t index) { return pointer + "/" + std::to_string(index); }

std::vector<std::string> steps(std::string_view pointer) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < pointer.size(); ++i) {
        if (pointer[i] == '/') out.emplace_back();
        else if (out.empty()) return {};
        else if (pointer[i] == '~' && i + 1 < pointer.size()) out.back() += pointer[++i] == '1' ? '/' : '~';
        else out.back() += pointer[i];
    }
    return out;
}

const Json* find(const Json& root, std::string_view pointer) {
    const Json* at = &root;
    for (const std::string& each : steps(pointer)) {
        at = step(*at, each);
        if (at == nullptr) return nullptr;
    }
    return at;
}

Json* find(Json& root, std::string_view pointer) { return const_cast<Json*>(find(static_cast<const Json&>(root), pointer)); }

Text in_words(const Json& record, const std::string& pointer) {
    const std::vector<std::string> path = steps(pointer);
    if (path.size() < 3 || path[0] != "trail" || !is_index(path[2])) return {"`" + pointer + "`", "`" + pointer + "`"};
    Text out = element(record, path[1], path[2]);
    if (out == Text{}) return {"`" + pointer + "`", "`" + pointer + "`"};
    if (path[1] == "nodes" && path.size() > 4 && (path[3] == "marks" || path[3] == "by_sheet") && is_index(path[4])) {
        out.vi += ", phiếu " + number(path[4]);
        out.en += ", sheet " + number(path[4]);
    }
    const std::string& last = path.back();
    if (path.size() > 3 && !is_index(last)) {
        out.vi += ", `" + last + "`";
        out.en += ", `" + last + "`";
    }
    return out;
}

std::string shown(const Json& value) {
    constexpr std::size_t most = 80;
    std::string out = value.is_string() ? value.get<std::string>() : canonical(value);
    if (out.size() <= most) return out;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
    return out.substr(0, end) + "…";
}

}  // namespace ocop::record
