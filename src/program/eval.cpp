// Parses, checks, compiles and evaluates in one go.
#include "program/eval.hpp"

#include "base/text.hpp"
#include "program/evaluate.hpp"

namespace ocop::program {
namespace {

model::Type type_of(const base::Value& value) {
    using Kind = model::Type::Kind;
    if (value.get_if<bool>() != nullptr) return Kind::boolean;
    if (value.get_if<Number>() != nullptr) return Kind::number;
    if (value.get_if<std::string>() != nullptr) return Kind::string;
    if (value.get_if<base::Date>() != nullptr) return Kind::date;
    if (value.list() == nullptr) return {};
    model::Type element;
    for (const base::Value& each : *value.list()) {
        const auto both = model::common(element, type_of(each));
        if (!both) return model::Type::list({});
        element = *both;
    }
    return model::Type::list(element);
}

}  // namespace

std::optional<std::string> eval_json(std::string_view condition, const std::vector<std::pair<std::string, base::Value>>& facts,
                                     base::Report& report) {
    const auto source = std::make_shared<const base::Source>("<condition>", std::string(condition));
    if (const auto bad = base::invalid_utf8(condition)) {
        const auto at = static_cast<std::uint32_t>(*bad);
        report.error("bad-utf8", source->place({at, at + 1}), "this byte is not UTF-8");
        return std::nullopt;
    }
    const auto parsed = syntax::parse_condition(source, {0, static_cast<std::uint32_t>(condition.size())}, report);
    if (!parsed) return std::nullopt;
    model::Names names;
    std::vector<base::Value> values;
    for (const auto& [name, value] : facts) {
        names.facts.push_back({base::nfc(name), type_of(value)});
        values.push_back(value);
    }
    model::Use use;
    use.boolean_only = false;
    use.null_tests = true;
    const auto checked = model::check_condition(*parsed, names, use, report);
    if (!checked) return std::nullopt;
    Faults faults;
    const base::Value value = evaluate(compile(*checked), {values, nullptr, {}}, nullptr, &faults);
    if (faults.too_large) report.warning("number-too-large", {}, Text{{}, "a number grew too large on the way; the value is not known"}, {});
    if (faults.too_long) report.warning("too-many-steps", {}, Text{{}, "the condition took too many steps; the value is not known"}, {});
    if (faults.division_by_zero) report.warning("division-by-zero", {}, Text{{}, "division by zero; the value is not known"}, {});
    return base::json(value, checked->type().unit());
}

}  // namespace ocop::program
