// What the parser could not read, in plain words, with the place where the author has to look.
#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "yaml/builder.hpp"

namespace ocop::yaml {

// As the parser tells it.
struct Fault {
    std::string message;
    std::size_t at = 0;
};

void explain(const Fault& fault, const base::Source& source, const Builder& builder, base::Report& report);
void report_text_after(const base::Source& source, std::size_t at, base::Report& report);

}  // namespace ocop::yaml
