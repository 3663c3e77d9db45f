// The library's version.
#pragma once

#include <ocop/export.hpp>

namespace ocop {

// "0.1.0"; trails name it.
OCOP_API const char* version();

}  // namespace ocop
