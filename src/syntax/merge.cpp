// Merging by key and by id.
#include "syntax/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "syntax/placement.hpp"

namespace ocop::syntax {
namespace {

constexpr std::array<std::string_view, 3> leaf_keys = {"options", "cases", "score"};
// Lists in which `after` places an entry. In `gates` it is the gate's own: the item after which assessment stops.
constexpr std::array<std::string_view, 4> placed_lists = {"items", "parts", "options", "cases"};
// Keys that only hold other nodes together; writing nothing else leaves a node where its parent put it.
constexpr std::array<std::string_view, 5> structure_keys = {"id", "items", "options", "cases", "parts"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool writes_own_values(const Written& map) {
    return std::ranges::any_of(map.entries, [](const WrittenEntry& each) { return !among(structure_keys, each.key); });
}

// `remove` as an order; a fact or reading called `remove` is a map.
const WrittenEntry* remove_order(const Written& value) {
    const WrittenEntry* entry = value.is_map() ? value.entry("remove") : nullptr;
    return entry && !entry->value.is_map() && !entry->value.is_list() ? entry : nullptr;
}

const Written* id_of(const Written& item) {
    const Written* id = item.is_map() ? item.find("id") : nullptr;
    return id && id->is_scalar() ? id : nullptr;
}

std::optional<Written> take_key(Written& map, std::string_view key) {
    const auto found = std::ranges::find(map.entries, key, &WrittenEntry::key);
    if (found == map.entries.end()) return std::nullopt;
    Written value = std::move(found->value);
    map.entries.erase(found);
    return value;
}

// A map while it is being merged. Keys are looked up by hash: maps come from outside and may be long.
struct Draft {
    explicit Draft(Written parent) : map(std::move(parent)), removed(map.entries.size()) {
        for (std::size_t i = 0; i < map.entries.size(); ++i) index.emplace(map.entries[i].key, i);
    }

    WrittenEntry* find(const std::string& key) {
        const auto found = index.find(key);
        return found == index.end() || removed[found->second] ? nullptr : &map.entries[found->second];
    }
    void remove(const WrittenEntry& entry) { removed[static_cast<std::size_t>(&entry - map.entries.data())] = true; }
    void add(WrittenEntry entry) {
        map.entries.push_back(std::move(entry));
        removed.push_back(false);
    }
    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < removed.size(); ++i)
            if (!removed[i]) out.push_back(map.entries[i].key);
        return out;
    }
    Written take() {
        std::size_t i = 0;
        std::erase_if(map.entries, [&](const WrittenEntry&) { return removed[i++]; });
        return std::move(map);
    }

    Written map;
    std::vector<bool> removed;
    std::unordered_map<std::string, std::size_t> index;  // of the parent's keys; the child's own are unique
};

class Merger {
public:
    explicit Merger(base::Report& report) : report_(report) {}

    // `key`: what the values stand under.
    Written value(Written parent, Written child, std::string_view key) {
        if (child.is_map()) return map(parent.is_map() ? std::move(parent) : Written{}, std::move(child));
        if (child.is_list()) return list(parent.is_list() ? std::move(parent) : Written{}, std::move(child), key);
        return child;
    }

private:
    Written map(Written parent, Written child);
    Written list(Written parent, Written child, std::string_view key);
    void put_entry(Draft& draft, WrittenEntry entry);
    void remove_entry(Draft& draft, const WrittenEntry& entry, const WrittenEntry& order);
    void drop_other_leaves(Written& parent, const Written& child);
    void check_remove(const Written& value, const WrittenEntry& order, std::size_t keys_besides);
    bool has_ids(const Written& list);
    bool can_merge(const Written& parent, const Written& child);
    void put_item(Placement& placement, Written item, std::string_view key);
    std::vector<Written> fresh_items(std::vector<Written> items, std::string_view key);
    void error(std::string_view code, const Place& place, std::string message, std::string help = {}) {
        report_.error(code, place, std::move(message), std::move(help));
    }

    base::Report& report_;
};

void Merger::check_remove(const Written& value, const WrittenEntry& order, std::size_t keys_besides) {
    if (!worth_telling(report_)) return;
    if (order.value.quoted || order.value.text != "true")
        error("remove-value", order.value.place(), "`remove` can only be `true`", "leave it out to keep the entry");
    else if (value.entries.size() > keys_besides)
        error("remove-value", order.key_place(), "`remove` stands with other keys in its entry",
              "an entry that is removed has nothing else");
}

void Merger::remove_entry(Draft& draft, const WrittenEntry& entry, const WrittenEntry& order) {
    check_remove(entry.value, order, 1);
    if (const WrittenEntry* before = draft.find(entry.key))
        draft.remove(*before);
    else if (worth_telling(report_))
        error("remove-missing", entry.key_place(), fmt::format("`{}` is not there to be removed", entry.key),
              suggestion(entry.key, draft.names(), report_));
}

// An entry of the child, put into what the parent has.
void Merger::put_entry(Draft& draft, WrittenEntry entry) {
    if (const WrittenEntry* order = remove_order(entry.value)) return remove_entry(draft, entry, *order);
    WrittenEntry* before = draft.find(entry.key);
    const bool whole = !before || entry.key == "basis" || entry.key == "cite";
    Written parent = whole ? Written{} : std::move(before->value);
    const bool same_place = parent.is_map() && entry.value.is_map() && !writes_own_values(entry.value);
    entry.value = value(std::move(parent), std::move(entry.value), entry.key);
    if (!before) return draft.add(std::move(entry));
    before->value = std::move(entry.value);
    if (same_place) return;
    before->key_span = entry.key_span;
    before->source = std::move(entry.source);
}

// Writing one form of a criterion takes the place of the form it had.
void Merger::drop_other_leaves(Written& parent, const Written& child) {
    const auto writes = [&](std::string_view key) {
        const Written* value = child.find(key);
        return value && !remove_order(*value);
    };
    if (!std::ranges::any_of(leaf_keys, writes)) return;
    const bool had_score = parent.find("score") && !writes("score");
    std::erase_if(parent.entries, [&](const WrittenEntry& each) {
        return (among(leaf_keys, each.key) && !child.find(each.key)) || (had_score && each.key == "step");
    });
}

Written Merger::map(Written parent, Written child) {
    const bool own = !parent.is_map() || writes_own_values(child);
    drop_other_leaves(parent, child);
    Draft draft(std::move(parent));
    for (WrittenEntry& each : child.entries) put_entry(draft, std::move(each));
    Written out = draft.take();
    if (!own) return out;
    out.kind = child.kind;
    out.span = child.span;
    out.source = std::move(child.source);
    out.cited = std::move(child.cited);
    return out;
}

// Whether a list goes by ids; a list that does in part only is reported and taken as one that does not.
bool Merger::has_ids(const Written& list) {
    const Written* with = nullptr;
    const Written* without = nullptr;
    for (const Written& item : list.items) (id_of(item) ? with : without) = &item;
    if (!with || !without) return with != nullptr;
    if (worth_telling(report_))
        error("list-mixed", without->place(),
              fmt::format("this entry has no `id`, the one on line {} has", with->place().line),
              "write an `id` in every entry, or in none");
    return false;
}

bool Merger::can_merge(const Written& parent, const Written& child) {
    if (parent.items.empty() ||
        std::ranges::all_of(parent.items, [](const Written& item) { return id_of(item) != nullptr; }))
        return true;
    if (!worth_telling(report_)) return false;
    const Place there = parent.items.front().place();
    error("list-mixed", child.items.front().place(),
          fmt::format("these entries have ids, and those they are to merge with, in {} line {}, have none", there.file,
                      there.line),
          "write an `id` in every entry there, or in none here, which replaces the list");
    return false;
}

// An entry with an id; several of one id were reported, and the first is taken.
void Merger::put_item(Placement& placement, Written item, std::string_view key) {
    const std::string id = id_of(item)->text;
    auto after = among(placed_lists, key) ? take_key(item, "after") : std::nullopt;
    Placement::Slot* slot = placement.find(id);
    if (const WrittenEntry* order = remove_order(item)) {
        check_remove(item, *order, 2);
        if (slot && !slot->removed)
            slot->removed = true;
        else if (worth_telling(report_))
            error("remove-missing", id_of(item)->place(), fmt::format("`{}` is not there to be removed", id),
                  suggestion(id, placement.ids(), report_));
        return;
    }
    if (slot) {
        slot->node = value(std::move(slot->node), std::move(item), {});
    } else {
        placement.append(id, value({}, std::move(item), {}));
        slot = placement.find(id);
    }
    slot->after = std::move(after);
}

std::vector<Written> Merger::fresh_items(std::vector<Written> items, std::string_view key) {
    for (Written& item : items) {
        if (const WrittenEntry* order = remove_order(item); order && worth_telling(report_))
            error("remove-missing", order->key_place(), "an entry without an `id` cannot be removed",
                  "the list as written replaces the other");
        if (among(placed_lists, key) && item.is_map())
            if (const auto after = take_key(item, "after"); after && worth_telling(report_))
                error("after-unknown", after->place(), "`after` in a list without ids", "write an `id` in every entry");
        item = value({}, std::move(item), {});
    }
    return items;
}

Written Merger::list(Written parent, Written child, std::string_view key) {
    if (!has_ids(child)) {
        child.items = fresh_items(std::move(child.items), key);
        return child;
    }
    Placement placement(report_);
    if (can_merge(parent, child))
        for (Written& item : parent.items) {
            const std::string id = id_of(item)->text;
            placement.append(id, std::move(item));
        }
    std::unordered_map<std::string, int> lines;
    for (Written& item : child.items) {
        const Written& id = *id_of(item);
        const auto [first, is_new] = lines.emplace(id.text, 0);
        if (is_new)
            first->second = id.source ? id.source->line_of(id.span.begin) : 0;
        else if (worth_telling(report_))
            error("duplicate-id", id.place(), fmt::format("the id `{}` repeats line {}", id.text, first->second));
        if (is_new) put_item(placement, std::move(item), key);
    }
    child.items = placement.take();
    return child;
}

}  // namespace

Written merge(Written parent, Written child, base::Report& report) {
    if (const WrittenEntry* order = remove_order(child))
        report.error("remove-value", order->key_place(), "a file cannot remove itself");
    return Merger(report).value(std::move(parent), std::move(child), {});
}

std::size_t count_nodes(const Written& node) {
    std::size_t count = 1;
    for (const Written& item : node.items) count += count_nodes(item);
    for (const WrittenEntry& each : node.entries) count += count_nodes(each.value);
    return count;
}

}  // namespace ocop::syntax
