// Entries put in order. Every step is linear, for lists come from outside and may be long.
#include "syntax/placement.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/limits.hpp"

namespace ocop::syntax {

bool worth_telling(const base::Report& report) {
    if (report.errors() > base::limits::errors_reported) return false;
    constexpr std::size_t most_shown = 16U << 20U;
    std::size_t shown = 0;
    for (const Diagnostic& each : report.all()) shown += each.place.line_text.size();
    return shown <= most_shown;
}

std::string suggestion(std::string_view name, const std::vector<std::string>& names, const base::Report& report) {
    constexpr std::size_t most_names = 2'000;
    if (!worth_telling(report) || names.size() > most_names) return {};
    return base::did_you_mean(name, names);
}

Placement::Slot* Placement::find(std::string_view id) {
    const auto found = index_.find(std::string(id));
    return found == index_.end() ? nullptr : &slots_[found->second];
}

void Placement::append(std::string id, Written node) {
    index_.emplace(id, slots_.size());
    slots_.push_back({std::move(id), std::move(node), false, std::nullopt});
}

std::vector<std::string> Placement::ids() const {
    std::vector<std::string> out;
    for (const Slot& slot : slots_)
        if (!slot.removed) out.push_back(slot.id);
    return out;
}

// Puts a slot among the followers of its target; false if it has none to follow.
bool Placement::resolve(std::size_t slot) {
    Slot& self = slots_[slot];
    if (!self.after || self.removed) return false;
    const Slot* target = self.after->is_scalar() ? find(self.after->text) : nullptr;
    if (target && !target->removed && target != &self) {
        followers_[static_cast<std::size_t>(target - slots_.data())].push_back(slot);
        return true;
    }
    if (!worth_telling(report_)) return false;
    const std::string name = self.after->is_scalar() ? self.after->text : std::string();
    report_.error("after-unknown", self.after->place(),
                  fmt::format("`{}` is to stand after `{}`, which is not in its list", self.id, name),
                  suggestion(name, ids(), report_));
    return false;
}

// A slot, then what follows it, then what follows those.
void Placement::emit(std::size_t first, std::vector<Written>& out) {
    std::vector<std::size_t> stack{first};
    while (!stack.empty()) {
        const std::size_t at = stack.back();
        stack.pop_back();
        emitted_[at] = true;
        out.push_back(std::move(slots_[at].node));
        for (auto each = followers_[at].rbegin(); each != followers_[at].rend(); ++each) stack.push_back(*each);
    }
}

std::vector<Written> Placement::take() {
    followers_.assign(slots_.size(), {});
    emitted_.assign(slots_.size(), false);
    std::vector<bool> follows(slots_.size());
    for (std::size_t i = 0; i < slots_.size(); ++i) follows[i] = resolve(i);
    std::vector<Written> out;
    for (std::size_t i = 0; i < slots_.size(); ++i)
        if (!follows[i] && !slots_[i].removed) emit(i, out);
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (emitted_[i] || slots_[i].removed) continue;
        if (worth_telling(report_))
            report_.error("after-cycle", slots_[i].after->place(),
                          fmt::format("`{}` stands after `{}`, and that in turn after `{}`", slots_[i].id,
                                      slots_[i].after->text, slots_[i].id));
        out.push_back(std::move(slots_[i].node));
    }
    return out;
}

}  // namespace ocop::syntax
