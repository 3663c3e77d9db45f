// The version, from the build.
#include <ocop/version.hpp>

#ifndef OCOP_VERSION
#define OCOP_VERSION "0.1.0"
#endif

namespace ocop {

const char* version() { return OCOP_VERSION; }

}  // namespace ocop
