// Types compared and described.
#include "model/type.hpp"

namespace ocop::model {

Type Type::number(std::string unit) {
    Type type(Kind::number);
    type.number_unit = std::move(unit);
    return type;
}

Type Type::text(std::vector<std::string> values) {
    Type type(Kind::string);
    if (!values.empty()) type.values = std::make_shared<const std::vector<std::string>>(std::move(values));
    return type;
}

Type Type::list(Type element) {
    Type type(Kind::list);
    type.element = std::make_shared<const Type>(std::move(element));
    return type;
}

Type Type::range(Type element) {
    Type type(Kind::range);
    type.element = std::make_shared<const Type>(std::move(element));
    return type;
}

std::string Type::described() const {
    switch (kind) {
        case Kind::any: return "something not known";
        case Kind::boolean: return "true or false";
        case Kind::number: return number_unit.empty() ? "a number without unit" : "a number in " + number_unit;
        case Kind::string: return "a text";
        case Kind::date: return "a date";
        case Kind::list: return element && element->kind != Kind::any ? "a list of which each is " + element->described() : "a list";
        case Kind::range: return element && element->kind != Kind::any ? "a range of which each end is " + element->described() : "a range";
    }
    return {};
}

std::optional<Type> common(const Type& a, const Type& b) {
    using Kind = Type::Kind;
    if (a.kind == Kind::any) return b;
    if (b.kind == Kind::any) return a;
    if (a.kind != b.kind) return std::nullopt;
    if (a.kind == Kind::number && a.number_unit != b.number_unit) return std::nullopt;
    if (a.kind == Kind::string && a.values != b.values) return Type(Kind::string);
    if (!a.element || !b.element) return a.element ? a : b;
    const auto element = common(*a.element, *b.element);
    if (!element) return std::nullopt;
    return a.kind == Kind::list ? Type::list(*element) : Type::range(*element);
}

}  // namespace ocop::model
