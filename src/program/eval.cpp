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

std::optional<Evaluated> evaluate_text(std::string_view condition, const NamedFacts& facts, base::Report& report) {
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
    Evaluated out;
    out.value = evaluate(compile(*checked), {values, nullptr, {}}, nullptr, &out.faults);
    out.unit = checked->type().unit();
    return out;
}

std::optional<std::string> eval_json(std::string_view condition, const NamedFacts& facts, base::Report& report) {
    const auto found = evaluate_text(condition, facts, report);
    if (!found) return std::nullopt;
    const auto warn = [&](bool happened, const char* code, const char* why) {
        if (happened) report.warning(code, {}, Text{{}, std::string(why) + "; the value is not known"}, {});
    };
    warn(found->faults.too_large, "number-too-large", "a number grew too large on the way");
    warn(found->faults.too_long, "too-many-steps", "the condition took too many steps");
    warn(found->faults.division_by_zero, "division-by-zero", "division by zero");
    return base::json(found->value, found->unit);
}

}  // namespace ocop::program
