// Lines read by the shape of the lines before them.
#include "portfolio/fast.hpp"

#include <algorithm>

#include "portfolio/fast_text.hpp"

namespace ocop::portfolio {
namespace {

using What = Shape::What;

constexpr std::size_t shapes_remembered = 12;

}  // namespace

const char* FastReader::evidence(Form& form, const char* at) {
    Form::Evidence& last = form.last_evidence();
    if (!last.token.empty() && is({at, last.token.size()}, last.token)) {
        card_.evidence = last.bits;
        return at + last.token.size();
    }
    const char* const end = read_evidence(form, at);
    if (end != nullptr) last = {Fragment(std::string(at, end)), card_.evidence};
    return end;
}

// `[` to behind `]`; null: the general way has to read it.
const char* FastReader::read_evidence(const Form& form, const char* at) {
    const auto skip_blanks = [&] {
        while (*at == ' ' || *at == '\t') ++at;
    };
    ++at;
    skip_blanks();
    if (*at == ']') return at + 1;
    std::size_t next = 0;
    while (true) {
        const char* const end = *at == '"' ? end_of_text(at + 1) : at;
        if (end == at || *end != '"') return nullptr;
        if (!form.add_evidence({at + 1, static_cast<std::size_t>(end - at - 1)}, next, card_.evidence)) return nullptr;
        at = end + 1;
        skip_blanks();
        if (*at == ']') return at + 1;
        if (*at++ != ',') return nullptr;
        skip_blanks();
    }
}

// A text that says nothing about the stars, to behind it.
const char* FastReader::text(Form& form, const Shape::Value& value, const char* at) {
    if (*at != '"') return nullptr;
    std::uint64_t all = 0;
    const char* const end = end_of_text(at + 1, all);
    if (*end != '"') return nullptr;
    const std::string_view inside(at + 1, static_cast<std::size_t>(end - at - 1));
    if ((all & bytes::highs) != 0 && !(value.what == What::text ? is_valid(inside) : is_normal(inside))) return nullptr;
    if (value.what == What::id) card_.id = inside;
    if (value.what == What::maker) card_.maker = inside;
    if (value.what == What::assessor) {
        const int number = form.assessor(value.index, {at, inside.size() + 2});
        if (number < 0 || (inside.empty() && card_.sheets > 1)) return nullptr;
        card_.assessors[static_cast<std::size_t>(value.index)] = number;
    }
    return value.what == What::id && inside.empty() ? nullptr : end + 1;
}

// To behind the value; null: the general way has to read it.
const char* FastReader::value(Form& form, const Shape::Value& value, const char* at) {
    if (value.what == What::evidence) return *at == '[' ? evidence(form, at) : nullptr;
    if (value.what >= What::id) return text(form, value, at);
    const char* end = at;
    if (*at == '"') {
        end = end_of_text(at + 1);
        if (*end++ != '"') return nullptr;
    } else if (*at == '[') {
        while (*end != ']' && static_cast<unsigned char>(*end) >= ' ') ++end;
        if (*end++ != ']') return nullptr;
    } else {
        end = end_of_word(at);
    }
    const std::string_view token(at, static_cast<std::size_t>(end - at));
    if (token.empty()) return nullptr;
    if (value.what == What::mark) {
        const std::uint8_t code = form.code(value.index, token);
        card_.codes[value.cell] = code;
        return code == Form::no_code ? nullptr : end;
    }
    if (value.what == What::head) {
        card_.head[static_cast<std::size_t>(value.index)] = token;
        if (value.index >= model::slot_evidence) return end;
    }
    return form.facts().set(value.index, token) ? end : nullptr;
}

FastReader::Read FastReader::read(const Shape& shape, std::string_view line) {
    const char* at = line.data();
    const char* const line_end = at + line.size();
    Form& form = *shape.form;
    form.begin_card();
    card_.id = card_.maker = {};
    card_.sheets = shape.sheets;
    card_.evidence = 0;
    card_.head = {};
    card_.codes.resize(form.program().leaves.size() * static_cast<std::size_t>(shape.sheets));
    if (!shape.all_marked) std::fill(card_.codes.begin(), card_.codes.end(), std::uint8_t{0});
    card_.assessors.assign(static_cast<std::size_t>(shape.sheets), -1);
    std::uint8_t* const codes = card_.codes.data();
    for (const Shape::Value& value : shape.values) {
        // What stands behind a line is in no shape, so nothing goes past it.
        if (((eight(at) ^ value.first) & value.first_mask) != 0) return Read::other_shape;
        if (value.before > 8) {
            const std::uint64_t* const literal = shape.literal.data() + value.more;
            const std::size_t words = (value.before - 1) / 8;
            for (std::size_t i = 0; i + 1 < words; ++i)
                if (eight(at + 8 * i + 8) != literal[i]) return Read::other_shape;
            if (((eight(at + 8 * words) ^ literal[words - 1]) & value.last_mask) != 0) return Read::other_shape;
        }
        at += value.before;
        if (value.what == What::mark && at[0] == '"' && at[2] == '"') {
            const std::uint8_t code = form.letters(value.index)[static_cast<unsigned char>(at[1])];
            if (code != Form::no_code) {
                codes[value.cell] = code;
                at += 3;
                continue;
            }
        }
        if (value.what == What::end) return at == line_end ? Read::done : Read::other_shape;
        at = this->value(form, value, at);
        if (at == nullptr) return Read::declined;
    }
    return Read::declined;
}

// What was read of shapes that did not fit is read over.
const Shape* FastReader::read(std::string_view line) {
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const Read read = this->read(*shapes_[i], line);
        if (read == Read::declined) return nullptr;
        if (read == Read::other_shape) continue;
        if (i > 0) std::rotate(shapes_.begin(), shapes_.begin() + static_cast<std::ptrdiff_t>(i), shapes_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        return shapes_.front().get();
    }
    Learner learner([](void* of, std::string_view rule_set, std::string_view council) { return static_cast<Forms*>(of)->get(rule_set, council); }, &forms_);
    auto shape = learner.learn(line);
    if (shape == nullptr || read(*shape, line) != Read::done) return nullptr;
    if (shapes_.size() >= shapes_remembered) shapes_.pop_back();
    shapes_.insert(shapes_.begin(), std::move(shape));
    return shapes_.front().get();
}

bool FastReader::rate(std::string_view line, Line& out, Counted& counted) {
    if (line.size() > FastCard::most_bytes) return false;
    const Shape* const shape = read(line);
    if (shape == nullptr) return false;
    Form& form = *shape->form;
    for (const int slot : shape->facts_left_out) form.facts().leave_out(slot);
    for (int slot = 0; slot < model::slot_evidence; ++slot)
        if (card_.head[static_cast<std::size_t>(slot)].empty()) form.facts().leave_out(slot);
    form.facts().set_evidence(card_.evidence);
    return form.tell_apart(card_.assessors) && form.rate(card_, out, counted);
}

bool FastReader::rate(const card::CsvHeader& header, std::string_view rows, Line& out, Counted& counted) {
    if (!rows_ || &rows_->header() != &header) rows_.emplace(header, rules_, results_);
    return rows_->rate(rows, out, counted);
}

}  // namespace ocop::portfolio
