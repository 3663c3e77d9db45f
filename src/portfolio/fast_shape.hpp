// How a line was written: what stands between its values, and what each value is. The next line is most often written alike.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/fast_form.hpp"

namespace ocop::portfolio {

struct Shape {
    enum class What : std::uint8_t { mark, fact, head, evidence, id, maker, assessor, text, end };  // from `id` on: texts
    struct Value {
        What what = What::end;
        std::int16_t index = 0;     // of a mark its leaf; slot of a fact; place in FastCard::head; sheet
        std::uint32_t cell = 0;     // of a mark: leaf * sheets + sheet
        // What comes before the value: `before` bytes, the first eight of them (or all) here, the others in `literal` from `more` on,
        // eight in each word, the last ones masked.
        std::uint32_t before = 0, more = 0;
        std::uint64_t first = 0, first_mask = 0, last_mask = 0;
    };
    Form* form = nullptr;
    int sheets = 0;
    bool all_marked = false;           // no mark is left out
    std::vector<std::uint64_t> literal;
    std::vector<Value> values;         // `end` last
    std::vector<int> facts_left_out;   // slots
};

// The shape of a line that is a scorecard as JSON and says nothing unexpected. Nothing: the general way has to read it.
// `form_of` gives what is known of a rule set, or null.
class Learner {
public:
    using FormOf = Form* (*)(void* of, std::string_view rule_set, std::string_view council);
    Learner(FormOf form_of, void* of) : form_of_(form_of), of_(of) {}

    // The line is followed as lines of a piece are.
    std::unique_ptr<Shape> learn(std::string_view line);

private:
    bool skip_blanks();
    bool take(char c);
    std::optional<std::string_view> text();
    bool skip_value(int depth);
    template <class Member>
    bool object(Member member);
    bool find_rules();
    bool member(std::string_view key);
    bool product();
    bool facts();
    bool sheets();
    bool sheet(int number);
    bool marks(int number);
    bool value(Shape::What what, int index, bool quoted_only);
    void add(Shape::What what, int index);

    FormOf form_of_;
    void* of_;
    const char *at_ = nullptr, *end_ = nullptr, *begin_ = nullptr;
    std::string_view rule_set_, council_;
    std::unique_ptr<Shape> shape_;
    std::vector<bool> facts_seen_;
    std::vector<std::pair<std::size_t, int>> mark_sheets_;  // by value: its sheet
    bool has_id_ = false;
    std::vector<std::uint8_t> with_assessor_;
};

}  // namespace ocop::portfolio
