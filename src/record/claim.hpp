// One statement while it is being checked.
#pragma once

#include <ocop/record.hpp>

#include "record/json.hpp"

namespace ocop::record {

class Claim {
public:
    Claim(std::string code, Text text) { made_.code = std::move(code), made_.text = std::move(text); }

    // It does not hold, for this reason among others.
    void fault(std::string pointer, Text text);
    // What was worked out is not what the record tells at `pointer`.
    void compare(const Json& record, const std::string& pointer, const Json& worked_out);
    // It could not be checked.
    void leave_open(Text why);
    // It is told, and its being open stands against nobody.
    void only_remark(Text why);
    void remark(Text text) { made_.remark = std::move(text); }

    bool fine() const { return made_.faults.empty() && made_.result == Statement::Result::holds; }
    Statement take() { return std::move(made_); }

private:
    Statement made_;
};

using Statements = std::vector<Statement>;

}  // namespace ocop::record
