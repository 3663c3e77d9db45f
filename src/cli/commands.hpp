// The subcommands: what each is asked, and the exit status it answers with. `main.cpp` reads the words of the call.
#pragma once

#include <string>
#include <vector>

#include "cli/output.hpp"
#include "cli/rules.hpp"

namespace ocop::cli {

struct RateCall {
    std::vector<std::string> cards;  // files; "-" is standard input
    std::string format = "text";     // text, markdown, html, json, ndjson
    std::string to;                  // a file; empty or "-": standard output
    std::string council;             // a file in place of the council that the cards name
    bool brief = false;
    bool by_sheet = false;
};
int rate(const RateCall& call, const Rules& rules, Output& output);

struct BatchCall {
    std::string cards;          // a file; "-" is standard input
    std::string to = "-";       // a file; "-": standard output
    std::string format;         // ndjson, csv; empty: as `to` ends, else ndjson
    std::string input_format;   // ndjson, csv; empty: guessed
    int threads = 0;            // 0: all there are
    std::string council;        // a file in place of the council that the cards name
    std::string errors;         // a file for what could not be read
    std::string plan;           // a file of a year's targets
    std::string summary;        // a file; its ending says what kind
    bool go_on = false;         // where an earlier run ended
    bool quiet = false;         // no progress, no summary on standard error
};
int batch(const BatchCall& call, const Rules& rules, Output& output);

struct ImproveCall {
    std::string card;             // a file; "-" is standard input
    int to = 0;                   // stars; 0: one more than now
    int top = 1;                  // so many ways
    std::string costs;            // a file
    std::string council;          // a file in place of the council that the card names
    std::string format = "text";  // text, markdown, html, json
    std::string to_file;          // empty or "-": standard output
};
int improve(const ImproveCall& call, const Rules& rules, Output& output);

struct CheckCall {
    std::vector<std::string> paths;  // files, directories or ids; empty: all there is
    std::string format = "text";     // text, json, sarif
    std::string explain;             // a code; nothing is checked then
};
int explain(const std::string& code, Output& output);
int check(const CheckCall& call, const Rules& rules, Output& output);

struct TestCall {
    std::vector<std::string> paths;  // files, directories or ids of rule sets; empty: all there is
    std::string format = "text";     // text, json, junit
    bool coverage = false;
};
int test(const TestCall& call, const Rules& rules, Output& output);

struct ListCall {
    std::string format = "text";  // text, json
};
int list(const ListCall& call, const Rules& rules, Output& output);

struct ShowCall {
    std::string rule_set;
    std::string format = "text";  // text, json
};
int show(const ShowCall& call, const Rules& rules, Output& output);

struct FormCall {
    std::string rule_set;
    std::string format = "yaml";  // yaml, csv
    int sheets = 0;               // 0: one form, without a member's name
    std::string to;               // a file; with `sheets` a directory; empty: standard output
};
int form(const FormCall& call, const Rules& rules, Output& output);

struct EvalCall {
    std::string expression;
    std::string facts = "{}";
};
int eval(const EvalCall& call, Output& output);

struct SchemaCall {
    std::string name;  // empty: list them
};
int schema(const SchemaCall& call, Output& output);

struct VerifyCall {
    std::string record;           // a file, "-" or a signed directory
    std::string format = "text";  // text, json
    std::string council;          // a file in place of the council's rules that the record names
    std::string key;              // a public key or the file that holds it; empty: none is trusted
};
int verify(const VerifyCall& call, const Rules& rules, Output& output);

struct KeyCall {
    std::string name;  // of NAME.secret and NAME.public
};
int key(const KeyCall& call, Output& output);

struct SignCall {
    std::string record;  // a file, "-" or a directory
    std::string key;     // the file of a secret key
    std::string to;      // a file; empty: standard output
};
int sign(const SignCall& call, Output& output);

struct RedactCall {
    std::string record;               // a signed one
    std::vector<std::string> fields;  // "product.KEY", "assessors", "notes", "scorecard"
    std::string to;                   // a file; empty: standard output
};
int redact(const RedactCall& call, Output& output);

}  // namespace ocop::cli
