// What is remembered of the rule sets that cards name.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "portfolio/fast_form.hpp"

namespace ocop::portfolio {

// One a thread.
class Forms {
public:
    Forms(Lookup& rules, std::unique_ptr<const Ask> how, Format results) : rules_(rules), how_(std::move(how)), results_(results) {}

    // Null: the general way has to say what is wrong, or there are too many.
    Form* get(std::string_view rule_set, std::string_view council);

private:
    Lookup& rules_;
    std::unique_ptr<const Ask> how_;
    Format results_;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<Form>> forms_;
};

}  // namespace ocop::portfolio
