// Cells taken one after the other, each by its column. Cells in quotes are taken where nothing in them stands for something else.
#include "portfolio/fast_rows.hpp"

#include <algorithm>
#include <cstring>

#include "base/limits.hpp"
#include "portfolio/fast_text.hpp"

namespace ocop::portfolio {
namespace {

constexpr std::size_t layouts_remembered = 200;

const char* const product_keys[] = {"name", "maker", "commune", "district", "province"};

template <class Words>
int place_in(const Words& words, std::string_view word) {
    const auto found = std::find(std::begin(words), std::end(words), word);
    return found == std::end(words) ? -1 : static_cast<int>(found - std::begin(words));
}

// What the product has under a column; null: it is none of the product.
const char* product_key(const std::string& column) {
    if (column.starts_with("product.")) return column.c_str() + 8;
    return place_in(product_keys, column) >= 0 ? column.c_str() : nullptr;
}

// To behind a cell; null: the general way has to read it. `all` takes in the bits of all its bytes and of some others.
const char* end_of_cell(const char* at, char separator, std::uint64_t& all) {
    if (*at == '"') {
        const char* const end = end_of_text(at + 1, all);
        return *end == '"' ? end + 1 : nullptr;
    }
    while (true) {
        const std::uint64_t v = eight(at);
        all |= v;
        const std::uint64_t found = bytes::equal(v, static_cast<unsigned char>(separator)) | bytes::equal(v, '"') | bytes::below(v, 0x20);
        if (found != 0) return at + bytes::first(found);
        at += 8;
    }
}

std::string_view inside(std::string_view cell) { return cell.starts_with('"') ? cell.substr(1, cell.size() - 2) : cell; }

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Cells are taken without the blanks around them.
bool is_trimmed(std::string_view text) { return text.empty() || (!is_blank(text.front()) && !is_blank(text.back())); }

// A row each; line breaks within cells are not taken at all.
std::size_t rows_in(std::string_view text) {
    std::size_t count = text.ends_with('\n') ? 0 : 1;
    for (const char *at = text.data(), *const end = at + text.size(); at < end; ++count) {
        const void* const found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        if (found == nullptr) break;
        at = static_cast<const char*>(found) + 1;
    }
    return count;
}

}  // namespace

FastRows::FastRows(const card::CsvHeader& header, Lookup& rules, Format results)
    : header_(header), forms_(rules, std::make_unique<AskCsv>(header), results), id_(header.column("scorecard")), rule_set_(header.column("rule_set")),
      council_(header.column("council")), usable_(id_ >= 0 && rule_set_ >= 0), first_(header.columns.size()) {
    std::vector<std::string_view> keys;
    for (const card::CsvCell& each : header.columns) {
        const char* const key = product_key(each.text);
        if (key == nullptr) continue;
        usable_ = usable_ && place_in(keys, key) < 0 && keys.size() < base::limits::product_fields;
        keys.emplace_back(key);
    }
}

// As card::read_csv_rows takes the names.
FastRows::Column FastRows::column(const Form& form, const std::string& name) const {
    Column out;
    const auto is = [&](What what, int index = 0) {
        out.what = what;
        out.index = static_cast<std::int16_t>(index);
        return out;
    };
    if (name == "scorecard") return is(What::id);
    if (name == "rule_set") return is(What::rule_set);
    if (name == "council") return is(What::council);
    if (const int head = place_in(head_keys, name); head >= 0) return is(What::head, head);
    if (name == "assessor") return is(What::assessor);
    if (const char* const key = product_key(name)) return is(std::string_view(key) == "maker" ? What::maker : What::text);
    if (name == "evidence") return is(What::evidence);
    const model::RuleSet& rules = *form.program().rules;
    for (std::size_t slot = model::slot_declared; slot < rules.facts.size(); ++slot)
        if (name == "fact:" + rules.facts[slot].name) return is(What::fact, static_cast<int>(slot));
    if (name.starts_with("fact:")) return out;
    for (std::size_t leaf = 0; leaf < form.program().leaves.size(); ++leaf)
        if (rules.nodes[static_cast<std::size_t>(form.program().leaves[leaf].node)].id == name) return is(What::mark, static_cast<int>(leaf));
    return out;  // of another rule set, or without a name
}

std::unique_ptr<FastRows::Layout> FastRows::learn(std::string_view rule_set, std::string_view council) {
    if (!is_trimmed(inside(rule_set)) || !is_trimmed(inside(council)) || inside(rule_set).empty()) return nullptr;
    Form* const form = forms_.get(inside(rule_set), inside(council));
    if (form == nullptr || !form->usable()) return nullptr;
    auto out = std::make_unique<Layout>();
    out->form = form;
    out->rule_set = Fragment(std::string(rule_set));
    out->council = Fragment(std::string(council));
    std::size_t marks = 0;
    for (const card::CsvCell& each : header_.columns) {
        out->columns.push_back(column(*form, each.text));
        out->columns.back().after = header_.separator;
        marks += out->columns.back().what == What::mark ? 1 : 0;
    }
    out->columns.back().after = '\n';
    out->all_marked = marks == form->program().leaves.size();
    return out;
}

// By what the first row names. Null: the general way has to read it.
const FastRows::Layout* FastRows::layout_of(std::string_view rows) {
    const char* at = rows.data();
    std::string_view rule_set, council;
    std::uint64_t all = 0;
    for (int i = 0; i <= std::max(rule_set_, council_); ++i) {
        const char* const end = end_of_cell(at, header_.separator, all);
        if (end == nullptr) return nullptr;
        const std::string_view token(at, static_cast<std::size_t>(end - at));
        if (i == rule_set_) rule_set = token;
        if (i == council_) council = token;
        at = end;
        if (*at == header_.separator) ++at;
        else if (i < std::max(rule_set_, council_)) return nullptr;
    }
    for (const auto& each : layouts_)
        if (is(rule_set, each->rule_set) && is(council, each->council)) return each.get();
    auto learnt = learn(rule_set, council);
    if (learnt == nullptr) return nullptr;
    if (layouts_.size() >= layouts_remembered) layouts_.clear();
    return layouts_.emplace_back(std::move(learnt)).get();
}

// To the next cell, or the next row; null: something else stands here.
const char* FastRows::past(const char* at, char after) const {
    if (*at == after) return at + 1;
    if (after != '\n') return nullptr;
    if (at == end_) return at;
    if (*at != '\r') return nullptr;
    if (at + 1 == end_) return end_;
    return at[1] == '\n' ? at + 2 : nullptr;
}

// A cell that has to be what a text is, to behind it.
const char* FastRows::past_same(const char* at, char after, std::string_view text) const {
    if (static_cast<std::size_t>(std::max<std::ptrdiff_t>(end_ - at, 0)) < text.size() || std::memcmp(at, text.data(), text.size()) != 0) return nullptr;
    return past(at + text.size(), after);
}

bool FastRows::evidence(Form& form, std::string_view token) {
    card_.evidence = 0;
    if (token.empty()) return true;
    Form::Evidence& last = form.last_evidence();
    if (is(token, last.token)) {
        card_.evidence = last.bits;
        return true;
    }
    const std::string_view all = inside(token);
    std::size_t next = 0;
    for (std::size_t at = 0; at <= all.size();) {
        const std::size_t end = std::min(all.find('|', at), all.size());
        const std::string_view id = all.substr(at, end - at);
        at = end + 1;
        if (!id.empty() && !form.add_evidence(id, next, card_.evidence)) return false;
    }
    last = {Fragment(std::string(token)), card_.evidence};
    return true;
}

bool FastRows::take_assessor(Form& form, std::string_view token) {
    if (inside(token).empty()) return card_.sheets == 1;
    has_sheet_ = true;
    return (card_.assessors[static_cast<std::size_t>(sheet_)] = form.assessor(sheet_, token)) >= 0;
}

// `bits`: those of all bytes, at least.
bool FastRows::take_text(What what, std::string_view token, std::uint64_t bits) {
    const std::string_view text = inside(token);
    const bool plain = (bits & bytes::highs) == 0;
    if (what == What::text) return plain || is_valid(text);
    if (!is_trimmed(text) || !(plain || is_normal(text))) return false;
    if (what == What::maker) card_.maker = text;
    if (what == What::maker) return true;
    card_.id = text;
    return !text.empty() && text.find('\\') == std::string_view::npos;
}

bool FastRows::take(Form& form, const Column& column, std::string_view token, std::uint64_t bits) {
    switch (column.what) {
        case What::mark: {
            const std::uint8_t code = token.empty() ? std::uint8_t{0} : form.code(column.index, token);
            card_.codes[static_cast<std::size_t>(column.index * card_.sheets + sheet_)] = code;
            has_sheet_ = has_sheet_ || !token.empty();
            return code != Form::no_code;
        }
        case What::blank: return token.empty();
        case What::assessor: return take_assessor(form, token);
        case What::evidence: return evidence(form, token);
        case What::head:
            card_.head[static_cast<std::size_t>(column.index)] = token;
            if (column.index >= model::slot_evidence) return true;
            break;
        case What::fact: break;
        default: return take_text(column.what, token, bits);
    }
    if (!token.empty()) return form.facts().set(column.index, token);
    form.facts().leave_out(column.index);
    return true;
}

// To behind the cell; null: the general way has to read it.
const char* FastRows::read_cell(const Layout& layout, std::size_t number, const char* at) {
    const Column& column = layout.columns[number];
    if (sheet_ > 0 && column.what >= What::rule_set) {
        // Later rows have what the first one has, or nothing.
        const char* const nothing = column.what == What::id ? nullptr : past(at, column.after);
        return nothing != nullptr ? nothing : past_same(at, column.after, first_[number]);
    }
    if (column.what == What::rule_set || column.what == What::council) {
        const Fragment& wanted = column.what == What::council ? layout.council : layout.rule_set;
        first_[number] = {at, wanted.size()};
        return past_same(at, column.after, {wanted.data(), wanted.size()});
    }
    std::uint64_t bits = 0;
    const char* const end = end_of_cell(at, header_.separator, bits);
    if (end == nullptr) return nullptr;
    first_[number] = {at, static_cast<std::size_t>(end - at)};
    const char* const next = past(end, column.after);
    return next != nullptr && take(*layout.form, column, first_[number], bits) ? next : nullptr;
}

FastRows::Read FastRows::read_row(const Layout& layout) {
    const char* at = at_;
    std::uint8_t* const codes = card_.codes.data() + sheet_;
    has_sheet_ = false;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const Column& column = layout.columns[i];
        if (column.what == What::mark && at[1] == column.after) {
            const std::uint8_t code = layout.form->letters(column.index)[static_cast<unsigned char>(at[0])];
            if (code != Form::no_code) {
                codes[column.index * card_.sheets] = code;
                has_sheet_ = true;
                at += 2;
                continue;
            }
        }
        at = read_cell(layout, i, at);
        // Before the rule set is known to be this one, nothing is known of the card.
        if (at == nullptr) return sheet_ == 0 && static_cast<int>(i) <= std::max(rule_set_, council_) ? Read::other_layout : Read::declined;
    }
    at_ = at;
    return has_sheet_ ? Read::done : Read::declined;
}

FastRows::Read FastRows::read(const Layout& layout, std::string_view rows) {
    layout.form->begin_card();
    at_ = rows.data();
    end_ = at_ + rows.size();
    card_.id = card_.maker = {};
    card_.evidence = 0;
    card_.head = {};
    card_.codes.resize(layout.form->program().leaves.size() * static_cast<std::size_t>(card_.sheets));
    if (!layout.all_marked) std::fill(card_.codes.begin(), card_.codes.end(), std::uint8_t{0});
    card_.assessors.assign(static_cast<std::size_t>(card_.sheets), -1);
    for (sheet_ = 0; sheet_ < card_.sheets; ++sheet_) {
        if (at_ >= end_) return Read::declined;
        if (const Read row = read_row(layout); row != Read::done) return row;
    }
    return at_ >= end_ ? Read::done : Read::declined;
}

bool FastRows::rate(std::string_view rows, Line& out, Counted& counted) {
    if (!usable_ || rows.empty() || rows.size() > FastCard::most_bytes) return false;
    const std::size_t count = rows_in(rows);
    if (count > static_cast<std::size_t>(FastCard::most_sheets)) return false;
    card_.sheets = static_cast<int>(count);
    Read found = layout_ == nullptr ? Read::other_layout : read(*layout_, rows);
    if (found == Read::other_layout) {
        const Layout* const other = layout_of(rows);
        if (other == nullptr || other == layout_) return false;
        layout_ = other;
        found = read(*layout_, rows);
    }
    if (found != Read::done) return false;
    Form& form = *layout_->form;
    form.facts().set_evidence(card_.evidence);
    return form.tell_apart(card_.assessors) && form.rate(card_, out, counted);
}

}  // namespace ocop::portfolio
