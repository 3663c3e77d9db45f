// A run over a portfolio: the source cut into pieces, rated by threads, the results written in the order of the source.
#pragma once

#include <ocop/portfolio.hpp>

#include "portfolio/rules.hpp"

namespace ocop::portfolio {

Run run(const Shelf& shelf, const Read& read, const Write& write, const Options& options);

}  // namespace ocop::portfolio
