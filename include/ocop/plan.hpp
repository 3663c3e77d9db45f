// A year's plan: how many products are to have how many stars, and how far a portfolio is with it.
//
//     const auto plan = ocop::portfolio::Plan::load("plan.yaml", library).value();
//     const auto found = ocop::portfolio::attained(plan, run.tally);
//     found.targets[0].missing;  // products that are still to come
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ocop/diagnostic.hpp>
#include <ocop/export.hpp>
#include <ocop/number.hpp>
#include <ocop/portfolio.hpp>
#include <ocop/rule_set.hpp>
#include <ocop/text.hpp>

namespace ocop::portfolio {

// So many products with so many stars. A product with more stars than asked for counts too, as plans are reported ("120 products of
// 4 stars or more"), unless `at_least` is false: then it must have exactly these.
struct Target {
    static constexpr int stars_most = 20;
    static constexpr std::uint64_t products_most = 1'000'000'000;

    std::string group;           // "food"; empty: of any group
    int stars = 0;               // from 1
    bool at_least = true;
    std::uint64_t products = 0;  // wanted, from 1
    bool operator==(const Target&) const = default;
};

struct OCOP_API Plan {
    struct Loaded;
    Text title;                   // "Kế hoạch OCOP 2026"
    std::vector<Target> targets;  // no two alike

    // Reads `plan: {vi: "…", en: "…"}` and `targets: [{group: food, stars: 4, products: 120}, {stars: 5, products: 10}]`. A group must be
    // that of a rule set of the library.
    static Loaded from_text(std::string_view yaml, const Library& library, std::string name = "<plan>");
    static Loaded load(const std::filesystem::path& file, const Library& library);
};

struct OCOP_API Plan::Loaded {
    std::optional<Plan> plan;
    Diagnostics diagnostics;

    explicit operator bool() const { return plan.has_value(); }
    const Plan& value() const;  // throws LoadError
};

// A plan held against a portfolio.
struct Attained {
    struct Of {
        Target target;
        std::uint64_t there = 0;    // products that count for it
        Number share;               // of those wanted, exact; above 1 where there are more
        std::uint64_t missing = 0;  // 0 where it is attained
        bool operator==(const Of&) const = default;
    };
    Text title;
    std::vector<Of> targets;  // as in the plan
    bool operator==(const Attained&) const = default;
};

// Targets must be within their limits; else std::invalid_argument. One product may count for several targets.
OCOP_API Attained attained(const Plan& plan, const Tally& tally);

}  // namespace ocop::portfolio
