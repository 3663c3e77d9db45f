// Which criteria conditions read.
#pragma once

#include <vector>

#include "program/program.hpp"

namespace ocop::analysis::improve {

// One condition: true for every leaf whose points or option it reads.
std::vector<bool> leaves_read(const program::Program& program, int code);
// The same of all conditions that decide about points or stars: `applies`, cases, minima, gates.
std::vector<bool> leaves_read(const program::Program& program);
// The slots of the facts that a condition reads.
std::vector<int> facts_read(const program::Program& program, int code);

}  // namespace ocop::analysis::improve
