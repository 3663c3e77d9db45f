#!/bin/sh
# On a bare Debian 12: installs what is missing, builds ocop, rates the example scorecards and prints why.
#   sh examples/rate.sh            in English
#   sh examples/rate.sh vi         bằng tiếng Việt
#   sh examples/rate.sh en FILE…   other scorecards
set -eu
cd "$(dirname "$0")/.."
language=${1:-en}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- examples/scorecards/*.yaml
sh src/install/debian-packages.sh src/install/debian-packages.txt
cmake --preset release -DOCOP_TESTS=OFF -DOCOP_BENCH=OFF >/dev/null
cmake --build build/release --target ocop >&2
build/release/ocop rate --rules rules --lang "$language" "$@"
