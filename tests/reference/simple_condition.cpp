// A reader of conditions by hand: or, then and, then one comparison.
#include "reference/simple_condition.hpp"

#include <stdexcept>

namespace reference {
namespace {

using Answer = std::optional<bool>;

class Reader {
public:
    Reader(const std::string& text, const Lookup& lookup) : text_(text), lookup_(lookup) {}

    Answer all() {
        const Answer answer = either();
        skip();
        if (at_ != text_.size()) fail();
        return answer;
    }

private:
    [[noreturn]] void fail() const { throw std::invalid_argument("the reference cannot read `" + text_ + "`"); }
    void skip() { while (at_ < text_.size() && text_[at_] == ' ') ++at_; }

    bool take(const std::string& token) {
        skip();
        if (text_.compare(at_, token.size(), token) != 0) return false;
        const auto end = at_ + token.size();
        const bool word = std::isalpha(static_cast<unsigned char>(token.back())) != 0;
        if (word && end < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[end])) != 0 || text_[end] == '_')) return false;
        at_ = end;
        return true;
    }

    std::string until(const std::string& stops) {
        skip();
        const auto begin = at_;
        while (at_ < text_.size() && stops.find(text_[at_]) == std::string::npos) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    std::string quoted() {
        if (!take("\"")) fail();
        const std::string inside = until("\"");
        ++at_;
        return inside;
    }

    Answer either() {
        Answer answer = both();
        while (take("or")) {
            const Answer other = both();
            answer = answer == true || other == true ? Answer(true) : (answer && other ? Answer(false) : std::nullopt);
        }
        return answer;
    }

    Answer both() {
        Answer answer = one();
        while (take("and")) {
            const Answer other = one();
            answer = answer == false || other == false ? Answer(false) : (answer && other ? Answer(true) : std::nullopt);
        }
        return answer;
    }

    Answer one() {
        if (take("not(")) {
            const Answer answer = either();
            if (!take(")")) fail();
            return answer ? Answer(!*answer) : std::nullopt;
        }
        if (take("(")) {
            const Answer answer = either();
            if (!take(")")) fail();
            return answer;
        }
        if (take("true")) return true;
        if (take("false")) return false;
        if (take("points(")) {
            const std::string item = quoted();
            if (!take(")")) fail();
            return against(lookup_.points(item));
        }
        if (take("reading(")) {
            const std::string name = quoted();
            if (!take(")")) fail();
            return word(lookup_.reading(name));
        }
        return fact(until(" )=<>!"));
    }

    Answer fact(const std::string& name) {
        skip();
        if (name.empty()) fail();
        if (at_ >= text_.size() || std::string("=<>!").find(text_[at_]) == std::string::npos) return lookup_.boolean(name);
        const auto value = text_.find_first_not_of("=<>! ", at_);
        if (value != std::string::npos && text_[value] == '"') return word(lookup_.text(name));
        return against(lookup_.number(name));
    }

    Answer word(const std::optional<std::string>& value) {
        const bool equal = !take("!=");
        if (equal && !take("=")) fail();
        const std::string other = quoted();
        return value ? Answer((*value == other) == equal) : std::nullopt;
    }

    Answer against(const std::optional<Fraction>& value) {
        std::string sign;
        for (const char* each : {"<=", ">=", "!=", "<", ">", "="})
            if (sign.empty() && take(each)) sign = each;
        std::string literal = until(" )");
        if (!literal.empty() && literal.back() == '%') literal.pop_back();
        const Fraction other = Fraction::of(literal);
        if (!value) return std::nullopt;
        if (sign == "<") return *value < other;
        if (sign == ">") return *value > other;
        if (sign == "<=") return *value <= other;
        if (sign == ">=") return *value >= other;
        if (sign == "=" || sign == "!=") return (*value == other) == (sign == "=");
        fail();
    }

    const std::string& text_;
    const Lookup& lookup_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<bool> ask(const std::string& condition, const Lookup& lookup) { return Reader(condition, lookup).all(); }

}  // namespace reference
