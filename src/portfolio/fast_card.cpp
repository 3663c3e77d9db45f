// Keys are expected in the order of the card before: a comparison of bytes finds most of them at once.
#include "portfolio/fast_card.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "base/text.hpp"

namespace ocop::portfolio {
namespace {

std::size_t index(int i) { return static_cast<std::size_t>(i); }

constexpr std::array<std::string_view, 11> keys = {"scorecard", "rule_set", "product", "level", "filed_on", "assessed_on", "council", "facts", "evidence", "members", "sheets"};
enum Key : unsigned { scorecard, rule_set, product_key, level, filed_on, assessed_on, council, facts_key, evidence_key, members, sheets_key };

}  // namespace

const FastCard* FastCards::read(std::string_view line) {
    ++number_;
    texts_.make_room();
    card_.id = card_.maker = rule_set_ = council_ = {};
    card_.level.reset();
    card_.filed_on.reset();
    card_.assessed_on.reset();
    card_.members = card_.sheets = 0;
    card_.evidence = 0;
    card_.form = nullptr;
    card_.assessors.clear();
    product_keys_.clear();
    seen_ = 0;
    Scanner in(line);
    return object(in) && in.at_end() && finish() ? &card_ : nullptr;
}

bool FastCards::object(Scanner& in) {
    if (!in.take('{')) return false;
    do {
        std::string_view key;
        if (!in.ascii_text(key) || !in.take(':') || !member(in, key)) return false;
    } while (in.take(','));
    return in.take('}');
}

bool FastCards::member(Scanner& in, std::string_view key) {
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) return false;
    const auto which = static_cast<unsigned>(found - keys.begin());
    if ((seen_ >> which & 1U) != 0) return false;
    seen_ |= 1U << which;
    std::string_view text;
    switch (which) {
        case scorecard: return text_member(in, card_.id) && !card_.id.empty();
        case rule_set: return card_.form == nullptr && text_member(in, rule_set_);
        case council: return card_.form == nullptr && text_member(in, council_);
        case product_key: return product(in);
        case level:
            if (!in.ascii_text(text)) return false;
            for (Authority each : {Authority::commune, Authority::district, Authority::province, Authority::ministry})
                if (text == name(each)) card_.level = each;
            return card_.level.has_value();
        case filed_on: return date(in, card_.filed_on);
        case assessed_on: return date(in, card_.assessed_on);
        case facts_key: return facts(in);
        case evidence_key: return evidence(in);
        case members:
            if (!in.literal(text) || text.empty() || text.size() > 4 || text[0] == '0') return false;
            for (char c : text) {
                if (c < '0' || c > '9') return false;
                card_.members = card_.members * 10 + (c - '0');
            }
            return card_.members <= static_cast<int>(base::limits::sheets);
        default: return sheets(in);
    }
}

const std::string* FastCards::normal(std::string_view text) {
    if (const std::string* known = texts_.find(text)) return known;
    if (!simdjson::validate_utf8(text.data(), text.size())) return nullptr;
    return &texts_.add(text, base::nfc(text));
}

bool FastCards::text_member(Scanner& in, std::string_view& out) {
    bool ascii = true;
    if (!in.text(out, ascii)) return false;
    if (ascii) return true;
    const std::string* known = normal(out);
    if (known != nullptr) out = *known;
    return known != nullptr;
}

bool FastCards::date(Scanner& in, std::optional<base::Date>& out) {
    std::string_view text;
    if (!in.ascii_text(text)) return false;
    out = base::Date::parse(text);
    return out.has_value();
}

// Nobody asks what a product's fields say, but for its maker; they have to be texts.
bool FastCards::product(Scanner& in) {
    if (!in.take('{')) return false;
    if (in.take('}')) return true;
    do {
        std::string_view key, value;
        bool ascii = true;
        if (!in.ascii_text(key) || !in.take(':') || !in.text(value, ascii)) return false;
        if (product_keys_.size() == 16 || std::find(product_keys_.begin(), product_keys_.end(), key) != product_keys_.end()) return false;
        product_keys_.push_back(key);
        if (key == "maker") {
            card_.maker = value;
            const std::string* known = ascii ? nullptr : normal(value);
            if (!ascii && known == nullptr) return false;
            if (known != nullptr) card_.maker = *known;
        } else if (!ascii && !simdjson::validate_utf8(value.data(), value.size())) {
            return false;
        }
    } while (in.take(','));
    return in.take('}');
}

// Facts and marks mean nothing without the rule set, which has to stand before them.
bool FastCards::know_form() {
    if (card_.form != nullptr) return true;
    if (rule_set_.empty()) return false;
    if (last_form_ == nullptr || last_rule_set_ != rule_set_ || last_council_ != council_) {
        last_rule_set_ = rule_set_;
        last_council_ = council_;
        std::unique_ptr<FastForm>& form = forms_[{last_rule_set_, last_council_}];
        if (form == nullptr) {
            const Rule& rule = rules_.get(last_rule_set_, last_council_);
            if (rule.program == nullptr) {
                forms_.erase({last_rule_set_, last_council_});
                last_form_ = nullptr;
                return false;
            }
            form = std::make_unique<FastForm>(rule);
        }
        last_form_ = form.get();
    }
    if (!last_form_->usable) return false;
    card_.form = last_form_;
    card_.answers = card_.form->assumed_answers;
    given_.resize(std::max(given_.size(), card_.form->facts.size()));
    stated_.assign(card_.form->facts.size(), nullptr);
    return true;
}

bool FastCards::facts(Scanner& in) {
    if (!know_form() || !in.take('{')) return false;
    if (in.take('}')) return true;
    std::vector<FastFact>& all = card_.form->facts;
    std::size_t next = 0;
    do {
        in.peek();
        std::size_t found = all.size();
        for (std::size_t tried = 0; tried < all.size() && found == all.size(); ++tried) {
            const std::size_t at = next + tried < all.size() ? next + tried : next + tried - all.size();
            if (in.take(std::string_view(all[at].key))) found = at;
        }
        if (found == all.size() || given_[found] == number_) return false;
        given_[found] = number_;
        if (!fact(in, all[found])) return false;
        next = found + 1 == all.size() ? 0 : found + 1;
    } while (in.take(','));
    return in.take('}');
}

bool FastCards::fact(Scanner& in, FastFact& fact) {
    std::string_view text;
    const bool quoted = in.peek() == '"';
    if (quoted ? !text_member(in, text) : !in.literal(text)) return false;
    if (!quoted && text == "null") return true;
    const FastValue* value = card_.form->value(fact, text, quoted);
    if (value == nullptr) return false;
    for (std::size_t i = 0; i < fact.readers.size(); ++i) card_.answers[index(fact.readers[i])] = value->answers[i];
    stated_[index(fact.slot - model::slot_declared)] = value;
    return true;
}

bool FastCards::evidence(Scanner& in) {
    if (!know_form() || !in.take('[')) return false;
    if (in.take(']')) return true;
    const std::vector<std::string>& known = card_.form->evidence;
    std::size_t next = 0;
    do {
        std::string_view id;
        if (!text_member(in, id)) return false;
        std::size_t tried = 0;
        while (tried < known.size() && known[next] != id) {
            ++tried;
            next = next + 1 == known.size() ? 0 : next + 1;
        }
        if (tried == known.size() || (card_.evidence >> next & 1U) != 0) return false;
        card_.evidence |= std::uint64_t{1} << next;
        next = next + 1 == known.size() ? 0 : next + 1;
    } while (in.take(','));
    return in.take(']');
}

bool FastCards::sheets(Scanner& in) {
    if (!know_form() || !in.take('[')) return false;
    do {
        if (card_.sheets == 64 || !sheet(in)) return false;
    } while (in.take(','));
    return in.take(']');
}

bool FastCards::sheet(Scanner& in) {
    const auto number = index(card_.sheets++);
    if (marks_.size() <= number) marks_.emplace_back();
    marks_[number].assign(card_.form->criteria.size(), 0);
    card_.assessors.emplace_back();
    bool named = false, marked = false;
    if (!in.take('{')) return false;
    do {
        std::string_view key;
        if (!in.ascii_text(key) || !in.take(':')) return false;
        if (key == "assessor" && !named) {
            named = true;
            if (!text_member(in, card_.assessors.back())) return false;
        } else if (key == "marks" && !marked) {
            marked = true;
            if (!marks(in, marks_[number])) return false;
        } else {
            return false;
        }
    } while (in.take(','));
    return in.take('}');
}

bool FastCards::marks(Scanner& in, Sheet& sheet) {
    if (!in.take('{')) return false;
    if (in.take('}')) return true;
    const std::vector<FastCriterion>& all = card_.form->criteria;
    std::size_t next = 0;
    do {
        in.peek();
        std::size_t found = all.size();
        for (std::size_t tried = 0; tried < all.size() && found == all.size(); ++tried) {
            const std::size_t at = next + tried < all.size() ? next + tried : next + tried - all.size();
            if (in.take(std::string_view(all[at].key))) found = at;
        }
        // A criterion without a mark is left to the general way, so that a mark is seen by its code.
        if (found == all.size() || sheet[found] != 0 || !mark(in, found, sheet)) return false;
        next = found + 1 == all.size() ? 0 : found + 1;
    } while (in.take(','));
    return in.take('}');
}

bool FastCards::mark(Scanner& in, std::size_t criterion, Sheet& sheet) {
    std::string_view text;
    if (in.peek() == '"') {
        if (!in.ascii_text(text)) return false;
        const std::uint8_t letter = text.size() == 1 ? card_.form->criteria[criterion].letters[static_cast<unsigned char>(text[0])] : FastCriterion::other;
        sheet[criterion] = letter != FastCriterion::other ? letter : card_.form->code(criterion, text);
    } else {
        if (!in.literal(text) || text == "null" || text == "true" || text == "false") return false;
        sheet[criterion] = card_.form->code(criterion, text);
    }
    return sheet[criterion] != FastCriterion::other && sheet[criterion] != 0;
}

// What has to be right about the card as a whole.
bool FastCards::finish() {
    if (card_.id.empty() || card_.sheets == 0) return false;
    if (card_.filed_on && card_.assessed_on && *card_.assessed_on < *card_.filed_on) return false;
    if (card_.members > 0 && card_.sheets > card_.members) return false;
    for (std::size_t i = 0; i < card_.assessors.size(); ++i) {
        if (card_.assessors.size() > 1 && card_.assessors[i].empty()) return false;
        for (std::size_t other = 0; other < i; ++other)
            if (card_.assessors[other] == card_.assessors[i]) return false;
    }
    const std::size_t criteria = card_.form->criteria.size(), sheets = index(card_.sheets);
    card_.codes.resize(criteria * sheets);
    for (std::size_t sheet = 0; sheet < sheets; ++sheet)
        for (std::size_t i = 0; i < criteria; ++i) card_.codes[i * sheets + sheet] = marks_[sheet][i];
    if (!card_.form->wants_values) return true;
    card_.values = card_.form->assumed;
    for (std::size_t i = 0; i < stated_.size(); ++i)
        if (stated_[i] != nullptr) card_.values[i + model::slot_declared] = stated_[i]->value;
    if (card_.level) card_.values[model::slot_level] = std::string(name(*card_.level));
    if (card_.filed_on) card_.values[model::slot_filed_on] = *card_.filed_on;
    if (card_.assessed_on) card_.values[model::slot_assessed_on] = *card_.assessed_on;
    if (card_.form->wants_evidence) {
        auto ids = std::make_shared<base::List>();
        for (std::size_t i = 0; i < card_.form->evidence.size(); ++i)
            if ((card_.evidence >> i & 1U) != 0) ids->push_back(card_.form->evidence[i]);
        card_.values[model::slot_evidence] = std::shared_ptr<const base::List>(std::move(ids));
    }
    return card_.form->answer(card_.form->several, card_.values, card_.form->plan->choices, card_.answers);
}

}  // namespace ocop::portfolio
