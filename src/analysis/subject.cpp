// Finds the written form of what the checked rule set has.
#include "analysis/subject.hpp"

#include <algorithm>

namespace ocop::analysis {
namespace {

using syntax::Written;

bool has_id(const Written& item, std::string_view id) {
    const Written* written = item.find("id");
    return written != nullptr && written->text == id;
}

const Written* below(const Written* list, std::string_view id) {
    if (list == nullptr) return nullptr;
    for (const Written& each : list->items) {
        if (has_id(each, id)) return &each;
        if (const Written* found = below(each.find("items"), id)) return found;
    }
    return nullptr;
}

const Written* entry(const Written* list, std::size_t index) {
    return list != nullptr && index < list->items.size() ? &list->items[index] : nullptr;
}

}  // namespace

const Written* Subject::item(std::string_view id) const { return below(document.root.find("parts"), id); }

const Written* Subject::case_(const model::Node& node, std::size_t of_case) const {
    const Written* found = item(node.id);
    return found == nullptr ? nullptr : entry(found->find("cases"), of_case);
}

const Written* Subject::option(const model::Node& node, std::size_t of_case, std::size_t option) const {
    const Written* of = node.several_cases() ? case_(node, of_case) : item(node.id);
    return of == nullptr ? nullptr : entry(of->find("options"), option);
}

const Written* Subject::gate(std::string_view id) const {
    const Written* gates = document.root.find("gates");
    if (gates == nullptr) return nullptr;
    for (const Written& each : gates->items)
        if (has_id(each, id)) return &each;
    return nullptr;
}

Place place_of(const Written& map, std::string_view key) {
    const Written* value = map.find(key);
    return value != nullptr ? value->place() : map.place();
}

Place place_of_key(const Written& map, std::string_view key) {
    const syntax::WrittenEntry* found = map.entry(key);
    return found != nullptr ? found->key_place() : map.place();
}

bool explained(const model::Node& node) { return node.remarks->erratum != Text{}; }
bool explained(const model::Option& option) { return option.remarks->erratum != Text{}; }

bool has_own_reading(const model::Option& option) {
    return std::any_of(option.minima.begin(), option.minima.end(), [](const model::Minimum& each) { return each.when && !each.when->checked->readings.empty(); });
}

void doubt(base::Report& report, bool is_explained, std::string_view code, Place place, std::string message, std::string help) {
    if (is_explained) report.note(code, std::move(place), Text{{}, std::move(message)}, Text{{}, "explained here, by an erratum or a reading"});
    else report.warning(code, std::move(place), Text{{}, std::move(message)}, Text{{}, std::move(help)});
}

}  // namespace ocop::analysis
