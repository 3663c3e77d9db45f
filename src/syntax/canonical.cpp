// Trees to RFC 8785 text.
#include "syntax/canonical.hpp"

#include <algorithm>
#include <vector>

#include "base/json_text.hpp"

namespace ocop::syntax {
namespace {

using base::before_in_utf16;

bool same(const Citation* a, const Citation* b) { return a && b ? *a == *b : a == b; }

void put_citation(std::string& out, const Citation* citation) {
    if (!citation) {
        out += "null";
        return;
    }
    out += "{\"decision\":";
    base::put_json_string(out, citation->decision);
    out += ",\"place\":";
    base::put_json_string(out, citation->place);
    out += '}';
}

void put(std::string& out, const Written& node, const Citation* around);

// A map that has no values of its own cites nothing of its own.
bool writes_own_values(const Written& map) {
    for (const WrittenEntry& each : map.entries)
        if (each.key != "id" && each.key != "items" && each.key != "options" && each.key != "cases" &&
            each.key != "parts")
            return true;
    return false;
}

// Maps, and the maps of a list, say themselves what they cite.
bool speaks_for_itself(const Written& value) {
    return value.is_map() || std::ranges::any_of(value.items, [](const Written& item) { return item.is_map(); });
}

// Entries that cite something else than their map does.
std::vector<const WrittenEntry*> other_cites(const Written& map) {
    std::vector<const WrittenEntry*> out;
    for (const WrittenEntry& each : map.entries)
        if (!speaks_for_itself(each.value) && each.key != "cite" && !same(each.value.citation(), map.citation()))
            out.push_back(&each);
    return out;
}

void put_cites(std::string& out, std::vector<const WrittenEntry*> entries) {
    std::ranges::sort(entries, before_in_utf16, &WrittenEntry::key);
    char before = '{';
    for (const WrittenEntry* each : entries) {
        out += before;
        base::put_json_string(out, each->key);
        out += ':';
        put_citation(out, each->value.citation());
        before = ',';
    }
    out += '}';
}

// The members of an object, each as its name and its text, for `cite` and `cites` take their places among the others.
struct Member {
    std::string_view name;
    std::string text;
};

std::vector<Member> members(const Written& map, const Citation* around) {
    std::vector<Member> out;
    const Citation* holds = writes_own_values(map) ? map.citation() : around;
    for (const WrittenEntry& each : map.entries) {
        if (each.key == "cite") continue;
        out.push_back({each.key, {}});
        put(out.back().text, each.value, holds);
    }
    if (!same(holds, around)) {
        out.push_back({"cite", {}});
        put_citation(out.back().text, holds);
    }
    if (auto others = other_cites(map); writes_own_values(map) && !others.empty()) {
        out.push_back({"cites", {}});
        put_cites(out.back().text, std::move(others));
    }
    std::ranges::sort(out, before_in_utf16, &Member::name);
    return out;
}

void put_map(std::string& out, const Written& map, const Citation* around) {
    out += '{';
    bool first = true;
    for (const Member& each : members(map, around)) {
        if (!first) out += ',';
        first = false;
        base::put_json_string(out, each.name);
        out += ':';
        out += each.text;
    }
    out += '}';
}

void put_list(std::string& out, const Written& list, const Citation* around) {
    out += '[';
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (i > 0) out += ',';
        put(out, list.items[i], around);
    }
    out += ']';
}

void put(std::string& out, const Written& node, const Citation* around) {
    const bool is_boolean = !node.quoted && (node.text == "true" || node.text == "false");
    switch (node.kind) {
        case Written::Kind::null:
            out += "null";
            break;
        case Written::Kind::list:
            put_list(out, node, around);
            break;
        case Written::Kind::map:
            put_map(out, node, around);
            break;
        case Written::Kind::scalar:
            if (is_boolean)
                out += node.text;
            else
                base::put_json_string(out, node.text);
            break;
    }
}

}  // namespace

std::string canonical(const Written& root) {
    std::string out;
    put(out, root, nullptr);
    return out;
}

}  // namespace ocop::syntax
