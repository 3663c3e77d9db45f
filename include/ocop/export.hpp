// Marks what other programs may call. All else in the shared library is hidden from them.
#pragma once

// A class is marked where a member is defined in the library, or where it is thrown; a plain struct needs no mark.
// Programs that use the library define nothing: this text is the same for the static and for the shared one.
#if defined(__GNUC__)
#define OCOP_API __attribute__((visibility("default")))
#else
#define OCOP_API
#endif
