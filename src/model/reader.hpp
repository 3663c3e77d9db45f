// What the readers of a rule set's constructs share. Each construct has a file of its own: read_*.cpp.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.hpp"
#include "model/rule_set.hpp"
#include "syntax/document.hpp"

namespace ocop::model {

class Reader {
public:
    Reader(RuleSet& rules, base::Report& report) : rules_(rules), report_(report) {}

    void read(const syntax::Document& document);
    // A council's file on top of what `rules` has.
    void read_council_file(const syntax::Document& document);

private:
    using Written = syntax::Written;
    using Keys = std::initializer_list<std::string_view>;

    // reader.cpp
    void error(const Written& at, std::string_view code, std::string message, std::string help = {});
    bool is_map(const Written& at, std::string_view what);
    bool is_list(const Written& at, std::string_view what);
    void known_keys(const Written& map, std::string_view what, Keys keys);
    void check_citation(const Written& map, std::string_view key);
    Text text(const Written& at, std::string_view what);
    Text title(const Written& map, std::string_view what);
    std::vector<Text> notes(const Written& map);
    Shared<Citation> cite(const Written& at, std::string_view what);
    Shared<Citation> cite_here(const Written& at);
    Shared<Citation> kept(const Citation& citation);
    WrittenAt origin(const Written& at);
    std::string id(const Written& map, std::string_view what);
    std::optional<Number> points(const Written& at, std::string_view what);
    std::vector<std::string> words(const Written& at, std::string_view what);
    bool only(const Written* at, std::string_view key);

    // A condition is checked once all names are known.
    struct Pending {
        const Written* at;
        Use use;
        std::function<void(ConditionPtr)> keep;
    };
    void later(const Written& at, Use use, std::function<void(ConditionPtr)> keep) { pending_.push_back({&at, use, std::move(keep)}); }
    void check_conditions();
    ConditionPtr condition(const Written& at, const Names& names, const Use& use);
    ConditionPtr condition(std::string text, const Written& at, const Names& names, const Use& use);
    void build_names();

    // read_head.cpp
    void read_head(const syntax::Document& document);
    void read_in_force(const Written& at);
    void read_recognition(const Written& at);
    void read_recognition_entry(const Written& at);
    // read_facts.cpp
    void read_facts(const Written* at);
    void read_fact(const std::string& name, const Written& at);
    std::optional<Type> read_type(const Written& at);
    void read_missing(Fact& fact, const Written& at);
    void read_domain(Fact& fact, const Written& at);
    void read_evidence(const Written* at);
    std::vector<int> evidence_ids(const Written& at);
    // read_items.cpp
    void read_parts(const Written& at);
    int read_node(const Written& at, int parent, int depth);
    void read_content(const Written& at, int node);
    Remarks remarks(const Written& at);
    void read_node_print(const Written& at, Remarks& remarks);
    void read_score(const Written& at, const Written& node, Score& score);
    void add_id(const Written& at, const std::string& id);
    // read_options.cpp
    void read_cases(const Written& at, int node);
    void read_options(const Written& at, int node, int of_case);
    Option read_option(const Written& at, std::size_t place, int node, int of_case, std::size_t number);
    void read_minima(const Written& at, Option& option, int node, int of_case, std::size_t number);
    void add_minimum(const Written& at, int star, Option& option);
    void read_option_print(const Written& at, Option& option, Remarks& remarks);
    void check_minima_rise(const Node& node, const Case& each, const Written& at);
    // read_gates.cpp
    void read_gates(const Written* at);
    void read_gate(const Written& at);
    void check_stops();
    // read_bands.cpp
    void read_bands(const Written* at);
    void read_band(const std::string& star, const Written& at);
    void check_tiling(const Written& at);
    bool is_star(int star) const;
    std::optional<int> star(const std::string& text, const Written& at);
    // read_readings.cpp
    void read_readings(const Written* at);
    void read_reading(const std::string& name, const Written& at);
    void complete_readings();
    void read_council(const Written* at, const std::string& id);
    // check_sums.cpp
    void check_sums();
    void check_sum(int node);
    const Written* find_excess(int node, const Number& over, std::string& told) const;
    Number best_of(const Node& node) const;
    Number declared(const Node& node) const;
    bool check_options_within(const Node& node, const Written& at);
    // check_order.cpp
    void check_order();

    RuleSet& rules_;
    base::Report& report_;
    Names names_;
    std::vector<Pending> pending_;
    std::map<std::pair<std::string, std::string>, Shared<Citation>> citations_;  // each once
    std::map<std::string, Shared<std::string>> files_;
    std::map<std::string, Place> ids_;
    std::vector<const Written*> node_places_;  // by node
    std::map<std::string, const Written*> gate_places_;
    const Written* bands_at_ = nullptr;
};

// "[70..90)" and the like, without blanks inside numbers.
struct Interval {
    Number low, high;
    bool low_open = false, high_open = false;
};
std::optional<Interval> parse_interval(std::string_view text);

}  // namespace ocop::model
