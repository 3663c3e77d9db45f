// Names of rule sets and councils to what was loaded for them.
#include "portfolio/rules.hpp"

namespace ocop::portfolio {
namespace {

// Names of what is not there come from outside, as many as they like; so many are remembered.
constexpr std::size_t failures_remembered = 1'000;

}  // namespace

std::shared_ptr<const Rule> Rules::get(const std::string& rule_set, const std::string& council) {
    const std::lock_guard lock(mutex_);
    const Key key(rule_set, council);
    if (const auto found = loaded_.find(key); found != loaded_.end()) return found->second;
    if (const auto found = failed_.find(key); found != failed_.end()) return found->second;
    auto rule = std::make_shared<Rule>(shelf_.load(rule_set, council));
    if (rule->program != nullptr) {
        rule->index = static_cast<int>(by_index_.size());
        by_index_.push_back(rule);
        loaded_.emplace(key, rule);
    } else if (failed_.size() < failures_remembered) {
        failed_.emplace(key, rule);
    }
    return rule;
}

std::shared_ptr<const Rule> Rules::at(int index) const {
    const std::lock_guard lock(mutex_);
    return by_index_[static_cast<std::size_t>(index)];
}

const Rule& Lookup::get(const std::string& rule_set, const std::string& council) {
    const std::pair key(rule_set, council);
    if (const auto found = known_.find(key); found != known_.end()) return *found->second;
    last_ = rules_.get(rule_set, council);
    return last_->program != nullptr ? *known_.emplace(key, last_).first->second : *last_;
}

}  // namespace ocop::portfolio
