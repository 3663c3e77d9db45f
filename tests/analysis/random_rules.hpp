// Small random rule sets with everything that conditions, minima, gates, readings and councils can do, and cards for them. The
// same on every machine: only the raw numbers of std::mt19937 are used.
#pragma once

#include <random>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <ocop/improve.hpp>

namespace ocop::test {

class RandomRules {
public:
    explicit RandomRules(unsigned seed) : generator_(seed) {}

    std::string rule_set();      // YAML; may be refused, where conditions read in a circle
    nlohmann::json scorecard();  // for the rule set made last; without sheets now and then, with marks missing now and then
    Costs costs();
    int below(int n) { return static_cast<int>(generator_() % static_cast<unsigned>(n)); }

private:
    bool one_in(int n) { return below(n) == 0; }
    std::string pick(const std::vector<std::string>& from) { return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))]; }
    std::string condition(const std::string& of);
    std::string options(const std::string& of, bool minima, int& best);
    std::string criterion(int number);
    std::string gates();
    std::string readings();

    struct Criterion {
        std::string id;
        std::vector<std::string> marks;  // as a card writes them; empty for `choose: any`
    };
    std::mt19937 generator_;
    std::vector<Criterion> criteria_;
    int count_ = 0;
    int halves_ = 0;  // the most that the criteria so far give, in half points
};

}  // namespace ocop::test
