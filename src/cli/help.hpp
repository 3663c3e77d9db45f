// What `--help` says below the options: examples first.
#pragma once

namespace ocop::cli::help {

extern const char* const command;
extern const char* const rate;
extern const char* const batch;
extern const char* const improve;
extern const char* const check;
extern const char* const test;
extern const char* const list;
extern const char* const show;
extern const char* const form;
extern const char* const eval;
extern const char* const schema;
extern const char* const verify;
extern const char* const key;
extern const char* const sign;
extern const char* const redact;

}  // namespace ocop::cli::help
