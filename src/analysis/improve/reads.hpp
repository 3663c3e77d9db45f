// Which criteria conditions read.
#pragma once

#include <vector>

#include "program/program.hpp"

namespace ocop::analysis::improve {

// One condition: true for every leaf on whose mark it depends, be it that whether another leaf applies does.
std::vector<bool> leaves_behind(const program::Program& program, int code);

}  // namespace ocop::analysis::improve
