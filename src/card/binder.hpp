// The walk over one card as written. Head and facts in bind.cpp and bind_facts.cpp, marks in bind_marks.cpp.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "card/bind.hpp"

namespace ocop::card {

class Binder {
public:
    Binder(const program::Program& program, base::Report& report) : program_(program), rules_(*program.rules), report_(report) {}

    std::optional<Card> bind(const Written& written);
    std::optional<Mark> bind_mark(int leaf, std::string_view text);
    std::optional<base::Value> bind_fact(int slot, std::string_view text, bool quoted);

private:
    using Node = yaml::Node;

    void error(const Node& at, std::string_view code, Text message, Text help = {});
    void error(Place place, std::string_view code, Text message, Text help = {});
    bool is_map(const Node& at, const std::string& what);
    void known_keys(const Node& map, std::initializer_list<std::string_view> keys);
    std::optional<std::string> word(const Node& map, std::string_view key);
    std::optional<base::Date> date(const Node& map, std::string_view key);

    void head(const Node& root);
    void product(const Node& at);
    void evidence(const Node& at);
    // bind_facts.cpp
    void facts(const Node* at);
    void fact(const yaml::Entry& entry);
    std::optional<base::Value> value(const model::Type& type, const Node& at, const std::string& name);
    bool in_domain(const model::Fact& fact, const base::Value& value) const;
    void built_in_facts();
    // bind_marks.cpp
    void sheets(const Node& at);
    void sheet(const Node& at, bool alone);
    void marks(const Node& at, Sheet& sheet);
    void mark(int leaf, const Node& at, Mark& mark);
    void one(int leaf, const Node& at, Mark& mark);
    void several(int leaf, const Node& at, Mark& mark);
    void free_points(int leaf, const Node& at, Mark& mark);
    void by_id(int leaf, const Node& at, Mark& mark);
    void by_points(int leaf, const Node& at, const Number& points, Mark& mark);
    int option_in_case(int of_case, std::string_view id, const program::Leaf& leaf) const;
    std::vector<int> with_points(int of_case, program::Scaled points) const;
    Text options_of(const program::Leaf& leaf) const;
    std::string id_of(int leaf) const;

    const program::Program& program_;
    const model::RuleSet& rules_;
    base::Report& report_;
    Card card_;
};

}  // namespace ocop::card
