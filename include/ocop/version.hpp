// The library's version.
#pragma once

namespace ocop {

// "0.1.0"; trails name it.
const char* version();

}  // namespace ocop
