// Static types of conditions. Units belong to the type, so that 50% never meets a bare 50.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ocop::model {

struct Type {
    enum class Kind { any, boolean, number, string, date, list, range };

    Kind kind = Kind::any;  // any: the type of `null` and of facts of `eval` that are null
    std::string number_unit;
    std::shared_ptr<const std::vector<std::string>> values;  // a text's closed set, or none
    std::shared_ptr<const Type> element;                     // of a list or a range

    Type() = default;
    Type(Kind k) : kind(k) {}  // NOLINT: a plain kind is a type
    static Type number(std::string unit);
    static Type text(std::vector<std::string> values);
    static Type list(Type element);
    static Type range(Type element);

    // Of a number, or of the numbers in a list or range.
    const std::string& unit() const { return element ? element->unit() : number_unit; }
    bool is(Kind k) const { return kind == k || kind == Kind::any; }
    // "a number in %", "true or false", "a list of texts"
    std::string described() const;
};

// The type of something that may be either; nothing where the two do not go together. Numbers must have the same unit.
std::optional<Type> common(const Type& a, const Type& b);

}  // namespace ocop::model
