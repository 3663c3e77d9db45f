// A blank scorecard that, filled in, can be read.
#pragma once

#include <string>

#include <ocop/form.hpp>

#include "program/program.hpp"

namespace ocop::card {

std::string yaml_form(const program::Program& program, Language language, const std::string& assessor);
std::string csv_form(const program::Program& program, const std::string& assessor);

}  // namespace ocop::card
