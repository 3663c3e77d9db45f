// The texts.
#include "cli/help.hpp"

namespace ocop::cli::help {

const char* const command = R"(Examples:
  ocop list                                        the rule sets there are
  ocop form 26-2026/food/tea > card.yaml           a blank scorecard to fill in
  ocop rate card.yaml                              the stars, and why
  ocop batch cards.ndjson -o results.ndjson        any number of scorecards
  ocop check                                       everything wrong in the rule sets
  ocop verify result.json                          whether a result is right

`ocop COMMAND --help` has more of them.

Results go to standard output, everything else to standard error. Exit status: 0 fine; 1 the answer is no (`check`
found errors) or some of the cards could not be read; 2 bad usage, or nothing could be read. A rating is an answer
whatever its outcome.

Environment: OCOP_RULES (directories of rule sets, separated by ':'), NO_COLOR, COLUMNS, LANG.)";

const char* const rate = R"(Examples:
  ocop rate examples/scorecards/xoai-cat.yaml             the stars, and why, line by line
  ocop rate --lang vi --brief examples/scorecards/*.yaml  the verdicts only, in Vietnamese
  ocop rate member-1.yaml member-2.yaml member-3.yaml     sheets of one scorecard, joined by its id
  ocop rate --format ndjson - < cards.ndjson              one result line a card
  ocop rate --format json card.yaml                       the result with its whole trail
  ocop rate --format html -o report.html card.yaml        a report to read on screen and to print, one file
  ocop rate --format markdown --lang vi card.yaml         the same for pages that are written in Markdown

A card is YAML, JSON, CSV, or NDJSON with many cards. One that cannot be read is told on standard error (and, in JSON, as
a result with the outcome "error"); the others are rated. -o overwrites a file that exists.)";

const char* const batch = R"(Examples:
  ocop batch cards.ndjson -o results.ndjson              a result line a scorecard, in the same order
  ocop batch cards.csv -o results.csv                    for spreadsheets
  ocop batch cards.csv -o out.csv --summary all.html     also a page with what it comes to
  ocop batch cards.csv -o out.csv --plan 2026.yaml       how far it is with the year's targets
  zcat cards.gz | ocop batch - | jq .stars               from a pipe to a pipe
  ocop batch cards.ndjson -o results.ndjson --continue   go on after an interruption
  ocop batch cards.csv --errors errors.txt > results     what could not be read, also on its own

FILE may be larger than memory: a scorecard a line (NDJSON), or rows of CSV, where those of one scorecard stand together.
Each scorecard gives exactly one line, with the outcome "error" where it cannot be read; the others are rated. A column of
CSV that no rule set knows is told before anything is rated. With --continue, complete lines in -o are kept and so many
scorecards passed over; they must be those of FILE. A plan is YAML; products with more stars than asked for count too:
  plan: {vi: "Kế hoạch OCOP 2026", en: "OCOP plan of 2026"}
  targets: [{group: food, stars: 4, products: 120}, {stars: 5, products: 10}]
--summary writes HTML, Markdown or JSON where the file ends in .html, .md or .json, else text. Exit status: 0 all scorecards were read; 1 some were not; 2 bad usage,
none could be read, or the results could not be written.)";

const char* const improve = R"(Examples:
  ocop improve card.yaml                       the cheapest way to one star more
  ocop improve card.yaml --to 5 --top 3        the three cheapest ways to 5 stars
  ocop improve card.yaml --costs effort.yaml   not every change is as easy as another
  ocop improve card.yaml --format json         for programs

A change gives a criterion another mark on every sheet; facts, evidence and dates stay as they are. A mark that is missing
and is not changed counts 0. A file of costs is YAML:
  costs: {"1.5": 3, "1.6": {c: 1, d: 4}, "2.1": cannot-change, "3": 2}
A section stands for all criteria below it, the nearest counts; what is not named costs 1, of a criterion's other options
what `default` says. `none` is the mark 0. Exit status: 0 there is a way, or nothing needs to change; 1 there is none (it
says why); 2 bad usage, or something could not be read.)";

const char* const check = R"(Examples:
  ocop check                                 every rule set
  ocop check 26-2026/food/tea                one, by its id
  ocop check rules/26-2026 my-overlay.yaml   a directory and a file
  ocop check --format json                   for programs; --format sarif for code hosts
  ocop check --explain differs-from-siblings what a code means, and what to do

Errors make a rule set unusable. Warnings are doubts to hold against the source; what an `erratum` explains, what is
declared missing and what does not close is told as a note. rules/CHECKS.md has all codes.)";

const char* const test = R"(Examples:
  ocop test                                  every rule test there is
  ocop test 26-2026/food/tea                 the tests beside one rule set
  ocop test rules/26-2026 --coverage         a directory, and what no test reached
  ocop test --format junit > tests.xml       for continuous-integration servers

A rule test is data: the marks and facts of a card, and what must come out (rules/TESTS.md). Exit status: 0 all passed;
1 some failed, or one of the files could not be used; 2 nothing could be run.)";

const char* const list = R"(Examples:
  ocop list
  ocop list --lang vi
  ocop list --rules my-rules --rules rules   where both have an id, the first one's rule set is listed
  ocop list --format json)";

const char* const show = R"(Examples:
  ocop show 26-2026/food/tea
  ocop show 26-2026/food/tea --lang vi | less
  ocop show my-overlay.yaml                  a file
  ocop show 26-2026/food/tea --format json   parts, items, options, facts, gates, each with its citation)";

const char* const form = R"(Examples:
  ocop form 26-2026/food/tea > card.yaml                   with the options as comments
  ocop form 26-2026/food/tea --lang vi -o che.yaml
  ocop form 26-2026/food/tea --format csv -o portfolio.csv
  ocop form 26-2026/food/tea --sheets 7 -o council         council/sheet-1.yaml … sheet-7.yaml

No file that exists is overwritten.)";

const char* const eval = R"(Examples:
  ocop eval '0.1 + 0.2 = 0.3'
  ocop eval 'local_share in [50..75)' --facts '{"local_share": 60}'
  ocop eval 'grown_here and share > 5' --facts '{"grown_here": null, "share": 3}'
  ocop eval -- '-5 in (< 0, > 10)'           after --, what begins with a dash is no option

Prints the value as JSON; null means not known.)";

const char* const schema = R"(Examples:
  ocop schema                                which there are
  ocop schema scorecard > scorecard.schema.json

A YAML file whose first line is
  # yaml-language-server: $schema=scorecard.schema.json
has its keys explained and checked while one types, in editors with a YAML language server.)";

const char* const verify = R"(Examples:
  ocop rate --format json card.yaml > result.json
  ocop verify result.json                    its numbers, and that rating its card again gives the same
  ocop verify signed.json --key council.public
  ocop verify rules --key ministry.public    a signed directory: changed, missing and added files
  ocop verify --format json result.json      for programs

✓ holds, ✗ does not and why, – could not be checked. The record's own numbers need no rule set; to rate again, the rule
set it names is looked for in --rules. Exit status: 0 everything holds; 1 something does not, or could not be checked;
2 bad usage, or nothing readable. examples/VERIFY.md says what is checked, and how to do it without this program.)";

const char* const key = R"(Examples:
  ocop key -o council                        writes council.secret and council.public, prints the public key

Ed25519. Whoever has NAME.secret signs in your name: keep it to yourself. Give NAME.public to everybody. No file that exists
is overwritten.)";

const char* const sign = R"(Examples:
  ocop rate --format json card.yaml | ocop sign - --key council.secret -o signed.json
  ocop sign rules --key ministry.secret      writes rules/signature.json

A signed record is its own canonical bytes: not one of them can change unnoticed. Refused: several results, what is signed
already, and a result whose own numbers do not hold.)";

const char* const redact = R"(Examples:
  ocop redact signed.json --field assessors -o public.json
  ocop redact signed.json --field product.maker --field notes -o public.json
  ocop verify public.json --key council.public

No key is needed: the signature stays valid. A note tells where a text that was taken out still stands.)";

}  // namespace ocop::cli::help
