// Rule tests and coverage as JSON.
#include <ocop/report.hpp>

#include "report/json_values.hpp"

namespace ocop::report {
namespace {

Json place(const Place& at) {
    const auto number = [](int value) { return value > 0 ? Json(value) : Json(); };
    return {{"file", at.file}, {"line", number(at.line)}, {"column", number(at.column)}};
}

Json diagnostics(const Diagnostics& all) {
    Json out = Json::array();
    for (const Diagnostic& each : all)
        out.push_back({{"code", each.code}, {"place", place(each.place)}, {"message", text_or_null(each.message)}, {"help", text_or_null(each.help)}});
    return out;
}

Json test(const RuleTest& from) {
    Json out = {{"name", json_of(from.name)}, {"place", place(from.place)}, {"passed", from.passed()}};
    Json surprises = Json::array();
    for (const Surprise& each : from.surprises)
        surprises.push_back({{"key", each.key}, {"expected", each.expected}, {"got", each.got}, {"place", place(each.place)}});
    if (!from.surprises.empty()) out["surprises"] = std::move(surprises);
    if (!from.blocked_by.empty()) out["blocked_by"] = from.blocked_by;
    if (!from.diagnostics.empty()) out["diagnostics"] = diagnostics(from.diagnostics);
    return out;
}

// {"options": {"reached": 106, "all": 106, "missed": []}, …}
Json counted(std::span<const Coverage> of) {
    Json out = Json::object();
    for (const auto kind : {Coverage::Kind::option, Coverage::Kind::gate, Coverage::Kind::minimum, Coverage::Kind::band, Coverage::Kind::case_, Coverage::Kind::branch}) {
        int reached = 0, all = 0;
        Json missed = Json::array(), by_star = Json::object();
        for (const Coverage& each : of)
            for (const Coverage::Item& item : each.items) {
                if (item.kind != kind) continue;
                ++all;
                reached += item.reached;
                if (!item.reached) missed.push_back(of.size() == 1 ? item.name : each.rule_set + ": " + item.name);
                if (kind != Coverage::Kind::minimum) continue;
                Json& star = by_star[std::to_string(item.star)];
                if (star.is_null()) star = {{"reached", 0}, {"all", 0}};
                star["reached"] = star["reached"].get<int>() + item.reached;
                star["all"] = star["all"].get<int>() + 1;
            }
        Json& to = out[name(kind)] = {{"reached", reached}, {"all", all}, {"missed", std::move(missed)}};
        if (!by_star.empty()) to["by_star"] = std::move(by_star);
    }
    return out;
}

}  // namespace

std::string rule_tests_json(std::span<const RuleTests> files, std::span<const Coverage> coverage) {
    Json out = Json::object(), list = Json::array();
    int tests = 0, failed = 0;
    for (const RuleTests& file : files) {
        Json to = {{"file", file.file}, {"rule_set", text_or_null(file.rule_set)}, {"passed", file.passed()}, {"tests", Json::array()}};
        for (const RuleTest& each : file.tests) {
            to["tests"].push_back(test(each));
            ++tests;
            failed += !each.passed();
        }
        if (!file.diagnostics.empty()) to["diagnostics"] = diagnostics(file.diagnostics);
        list.push_back(std::move(to));
    }
    out["tests"] = tests;
    out["failed"] = failed;
    out["files"] = std::move(list);
    if (!coverage.empty()) {
        Json& to = out["coverage"] = {{"total", counted(coverage)}, {"rule_sets", Json::object()}};
        for (const Coverage& each : coverage) to["rule_sets"][each.rule_set] = counted({&each, 1});
    }
    return dumped(out, 2) + "\n";
}

}  // namespace ocop::report
