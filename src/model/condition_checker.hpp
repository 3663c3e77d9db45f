// The walk over one condition that finds what its names mean and whether its types fit. Private to check_condition.cpp,
// check_call.cpp and match_types.cpp.
#pragma once

#include "model/check_condition.hpp"

namespace ocop::model {

class ConditionChecker {
public:
    ConditionChecker(const syntax::Condition& condition, const Names& names, const Use& use, base::Report& report)
        : condition_(condition), names_(names), use_(use), report_(report), meanings_(condition.nodes.size()) {}

    std::optional<Checked> run();

private:
    using NodeId = syntax::NodeId;
    struct Variable {
        std::string name;
        Type type;
    };

    void error(NodeId id, std::string_view code, std::string message, std::string help = {});
    Type check(NodeId id);
    Type type_of(NodeId id);
    Type expect(NodeId id, Type::Kind kind, std::string_view what);

    // match_types.cpp
    Type match(NodeId a, NodeId b, std::string_view sign);
    bool is_bare_zero(NodeId id) const;
    bool only_zeros(NodeId id) const;
    std::optional<Number> constant_number(NodeId id) const;
    void check_divisor(NodeId id);
    std::string unit_help(NodeId id, const std::string& unit) const;
    Type together(const std::vector<NodeId>& values, std::string_view what, bool may_mix);
    void check_value(const Type& closed, NodeId literal);
    void check_test_values(NodeId value, const Type& left, NodeId id);
    bool orderable(NodeId id, const Type& type, std::string_view what);

    Type constant(NodeId id, base::Value value, Type type);
    Type name(NodeId id);
    Type list(NodeId id);
    Type range(NodeId id);
    Type both_boolean(NodeId id, std::string_view sign);
    Type equality(NodeId id, std::string_view sign);
    Type order(NodeId id, std::string_view sign);
    Type sum(NodeId id, std::string_view sign);
    Type product(NodeId id);
    Type quotient(NodeId id);
    Type between(NodeId id);
    Type in(NodeId id);
    void test(NodeId value, NodeId id);
    Type conditional(NodeId id);
    Type loop(NodeId id);

    // check_call.cpp
    Type call(NodeId id);
    bool order_arguments(NodeId id, const Function& function);
    NodeId argument(NodeId id, std::size_t parameter) const;
    bool has_argument(NodeId id, std::size_t parameter) const;
    Type result(NodeId id, const Function& function);
    Type of_numbers(NodeId id, const Function& function);
    Type of_lists(NodeId id, const Function& function);
    Type of_texts(NodeId id, const Function& function);
    Type same_or_not(NodeId id);
    void plain_number(NodeId id, const Function& function);
    Type rounding(NodeId id, const Function& function);
    Type several(NodeId id, const Function& function, Type::Kind wanted);
    Type texts(NodeId id, const Function& function, Type result);
    Type day(NodeId id);
    Type points(NodeId id);
    Type option(NodeId id);
    Type reading(NodeId id);
    const std::string* literal(NodeId id, const Function& function);

    const syntax::Condition& condition_;
    const Names& names_;
    const Use& use_;
    base::Report& report_;
    std::vector<Meaning> meanings_;
    std::vector<Variable> variables_;
    std::vector<Read> facts_, points_, options_, readings_;
    bool total_ = false;
    bool failed_ = false;
};

}  // namespace ocop::model
