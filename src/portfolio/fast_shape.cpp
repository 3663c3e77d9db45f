// A strict walk over one line of JSON. Whatever is not plainly right is left to the general reader.
#include "portfolio/fast_shape.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "portfolio/fast_ask.hpp"
#include "portfolio/fast_text.hpp"

namespace ocop::portfolio {
namespace {

using What = Shape::What;

constexpr std::size_t most_values = 8'000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

bool Learner::skip_blanks() {
    while (is_blank(*at_)) ++at_;
    return true;
}

bool Learner::take(char c) {
    skip_blanks();
    if (*at_ != c) return false;
    ++at_;
    return true;
}

std::optional<std::string_view> Learner::text() {
    if (!take('"')) return std::nullopt;
    const char* const from = at_;
    at_ = end_of_text(at_);
    if (*at_ != '"') return std::nullopt;
    return std::string_view(from, static_cast<std::size_t>(at_++ - from));
}

bool Learner::skip_value(int depth) {
    skip_blanks();
    if (depth > 8) return false;
    if (*at_ == '"') return text().has_value();
    if (*at_ == '{') return object([&](std::string_view) { return skip_value(depth + 1); });
    if (*at_ == '[') {
        ++at_;
        if (take(']')) return true;
        do {
            if (!skip_value(depth + 1)) return false;
        } while (take(','));
        return take(']');
    }
    const char* const from = at_;
    at_ = end_of_word(at_);
    return is_one_value({from, static_cast<std::size_t>(at_ - from)});
}

// Each key once, in normal form.
template <class Member>
bool Learner::object(Member member) {
    std::vector<std::string_view> keys;
    if (!take('{')) return false;
    if (take('}')) return true;
    do {
        const auto key = text();
        if (!key || !is_normal(*key) || !take(':')) return false;
        if (std::find(keys.begin(), keys.end(), *key) != keys.end() || keys.size() >= base::limits::product_fields) return false;
        keys.push_back(*key);
        if (!member(*key)) return false;
    } while (take(','));
    return take('}');
}

bool Learner::find_rules() {
    return object([&](std::string_view key) {
        if (key != "rule_set" && key != "council") return skip_value(0);
        const auto found = text();
        if (found) (key == "council" ? council_ : rule_set_) = *found;
        return found.has_value();
    });
}

std::unique_ptr<Shape> Learner::learn(std::string_view line) {
    at_ = begin_ = line.data();
    end_ = at_ + line.size();
    rule_set_ = council_ = {};
    if (!find_rules() || !skip_blanks() || at_ != end_ || rule_set_.empty()) return nullptr;
    Form* const form = form_of_(of_, rule_set_, council_);
    if (form == nullptr || !form->usable()) return nullptr;
    shape_ = std::make_unique<Shape>();
    shape_->form = form;
    facts_seen_.assign(form->program().rules->facts.size(), false);
    mark_sheets_.clear();
    with_assessor_.clear();
    has_id_ = false;
    at_ = line.data();
    if (!object([&](std::string_view key) { return member(key); }) || !has_id_ || shape_->sheets < 1) return nullptr;
    at_ = end_;
    add(What::end, 0);
    for (const auto& [value, sheet] : mark_sheets_) {
        Shape::Value& mark = shape_->values[value];
        mark.cell = static_cast<std::uint32_t>(mark.index * shape_->sheets + sheet);
    }
    shape_->all_marked = mark_sheets_.size() == form->program().leaves.size() * static_cast<std::size_t>(shape_->sheets);
    for (std::size_t slot = model::slot_declared; slot < facts_seen_.size(); ++slot)
        if (!facts_seen_[slot]) shape_->facts_left_out.push_back(static_cast<int>(slot));
    if (shape_->sheets > 1 && std::count(with_assessor_.begin(), with_assessor_.end(), 1) != shape_->sheets) return nullptr;
    return shape_->values.size() <= most_values ? std::move(shape_) : nullptr;
}

// The value begins here.
void Learner::add(What what, int index) {
    const auto mask = [](std::size_t bytes) { return bytes >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * bytes)) - 1; };
    Shape::Value value;
    value.what = what;
    value.index = static_cast<std::int16_t>(index);
    const auto size = static_cast<std::size_t>(at_ - begin_);
    value.before = static_cast<std::uint32_t>(size);
    value.first_mask = mask(size);
    value.first = eight(begin_) & value.first_mask;
    value.more = static_cast<std::uint32_t>(shape_->literal.size());
    for (std::size_t at = 8; at < size; at += 8) {
        value.last_mask = mask(size - at);
        shape_->literal.push_back(eight(begin_ + at) & value.last_mask);
    }
    shape_->values.push_back(value);
}

bool Learner::value(What what, int index, bool quoted_only) {
    skip_blanks();
    if (quoted_only ? *at_ != '"' : *at_ == '{') return false;
    add(what, index);
    const bool skipped = skip_value(0);
    begin_ = at_;
    return skipped && shape_->values.size() < most_values;
}

bool Learner::member(std::string_view key) {
    if (key == "scorecard") return has_id_ = value(What::id, 0, true);
    if (key == "rule_set" || key == "council") return text().has_value();
    if (key == "notes") return value(What::text, 0, true);
    if (const auto head = std::find(head_keys.begin(), head_keys.end(), key); head != head_keys.end())
        return value(What::head, static_cast<int>(head - head_keys.begin()), false);
    if (key == "product") return product();
    if (key == "facts") return facts();
    if (key == "evidence") return skip_blanks() && *at_ == '[' && value(What::evidence, 0, false);
    return key == "sheets" && sheets();
}

bool Learner::product() {
    return object([&](std::string_view key) { return value(key == "maker" ? What::maker : What::text, 0, true); });
}

bool Learner::facts() {
    const auto& all = shape_->form->program().rules->facts;
    return object([&](std::string_view key) {
        for (std::size_t slot = model::slot_declared; slot < all.size(); ++slot)
            if (all[slot].name == key) {
                facts_seen_[slot] = true;
                return value(What::fact, static_cast<int>(slot), false);
            }
        return false;
    });
}

bool Learner::sheets() {
    if (!take('[')) return false;
    do {
        if (shape_->sheets >= FastCard::most_sheets || !sheet(shape_->sheets++)) return false;
    } while (take(','));
    return take(']');
}

bool Learner::sheet(int number) {
    with_assessor_.push_back(0);
    return object([&](std::string_view key) {
        if (key == "marks") return marks(number);
        with_assessor_.back() = 1;
        return key == "assessor" && value(What::assessor, number, true);
    });
}

bool Learner::marks(int number) {
    const program::Program& program = shape_->form->program();
    int next = 0;
    const int count = static_cast<int>(program.leaves.size());
    return object([&](std::string_view key) {
        for (int tried = 0; tried < count; ++tried) {
            const int leaf = (next + tried) % count;
            if (program.rules->nodes[static_cast<std::size_t>(program.leaves[static_cast<std::size_t>(leaf)].node)].id != key) continue;
            next = leaf + 1;
            mark_sheets_.emplace_back(shape_->values.size(), number);
            return value(What::mark, leaf, false);
        }
        return false;
    });
}

}  // namespace ocop::portfolio
