// Personal places by their patterns; parts by the shape of the record.
#include "record/parts.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "record/ed25519.hpp"

namespace ocop::record {
namespace {

struct Pattern {
    const char* path;   // "*" stands for every key or index
    const char* field;  // ends in "." where the last key belongs to the name
};

constexpr Pattern patterns[] = {
    {"/scorecard", "scorecard"},
    {"/findings/*/sheet", "assessors"},
    {"/findings/*/text", "assessors"},
    {"/trail/card/id", "scorecard"},
    {"/trail/card/product/*", "product."},
    {card_digest_place, ""},
    {"/trail/card/written/scorecard", "scorecard"},
    {"/trail/card/written/product/*", "product."},
    {"/trail/card/written/notes", "notes"},
    {"/trail/card/written/sheets/*/assessor", "assessors"},
    {"/trail/card/written/sheets/*/marks/*/note", "notes"},
    {"/trail/nodes/*/marks/*/note", "notes"},
    {"/trail/sheets/*/assessor", "assessors"},
};

bool is_sentence(const std::string& pointer) { return pointer.starts_with("/findings/") && pointer.ends_with("/text"); }

class Finder {
public:
    Finder(const Pattern& pattern, std::vector<PersonalPlace>& out) : path_(steps(pattern.path)), field_(pattern.field), out_(out) {}

    void walk(const Json& at, std::size_t depth, const std::string& pointer, const std::string& last) {
        if (depth == path_.size()) return out_.push_back({pointer, field_.ends_with('.') ? field_ + last : field_});
        const std::string& key = path_[depth];
        if (key == "*" && at.is_array())
            for (std::size_t i = 0; i < at.size(); ++i) walk(at[i], depth + 1, below(pointer, i), {});
        if (!at.is_object()) return;
        if (key == "*")
            for (auto each = at.begin(); each != at.end(); ++each) walk(each.value(), depth + 1, below(pointer, each.key()), each.key());
        else if (const auto found = at.find(key); found != at.end()) walk(*found, depth + 1, below(pointer, key), key);
    }

private:
    std::vector<std::string> path_;
    std::string field_;
    std::vector<PersonalPlace>& out_;
};

void members(const Json& map, const std::string& pointer, std::vector<std::string>& out) {
    for (auto each = map.begin(); each != map.end(); ++each) {
        const std::string at = below(pointer, each.key());
        if (at == "/scorecard") continue;  // personal as a whole
        if (at == "/trail" && each.value().is_object()) members(each.value(), at, out);
        else if (!each.value().is_array() || each.value().empty()) out.push_back(at);
        else
            for (std::size_t i = 0; i < each.value().size(); ++i) out.push_back(below(at, i));
    }
}

}  // namespace

std::vector<PersonalPlace> personal_places(const Json& record, const Json& digests) {
    std::vector<PersonalPlace> out;
    for (const Pattern& each : patterns) Finder(each, out).walk(record, 0, {}, {});
    std::erase_if(out, [&](const PersonalPlace& each) {
        if (*find(record, each.pointer) == "") return true;
        if (!is_sentence(each.pointer)) return false;
        const std::string sheet = each.pointer.substr(0, each.pointer.size() - 4) + "sheet";
        const Json* named = find(record, sheet);
        return (named == nullptr || named->is_null() || *named == "") && !digests.contains(sheet);
    });
    return out;
}

Json without_personal(Json record, const std::vector<PersonalPlace>& places) {
    for (const PersonalPlace& each : places) *find(record, each.pointer) = nullptr;
    return record;
}

std::vector<std::string> parts(const Json& record) {
    std::vector<std::string> out;
    members(record, {}, out);
    return out;
}

std::map<std::string, std::string> part_digests(const Json& record, const std::vector<PersonalPlace>& places) {
    const Json bare = without_personal(record, places);
    std::map<std::string, std::string> out;
    for (const std::string& each : parts(bare)) out.emplace(each, base::sha256(canonical(*find(bare, each))));
    return out;
}

std::string salted_digest(const Json& value, const std::string& salt) { return base::sha256(bytes_of(salt) + canonical(value)); }

}  // namespace ocop::record
