#!/bin/sh
# On a bare Debian 12: installs what is missing, builds everything and runs every test.
set -eu
cd "$(dirname "$0")/.."
sh src/install/debian-packages.sh src/install/debian-packages.txt src/install/debian-test-packages.txt
cmake --preset release -DOCOP_TESTS=ON -DOCOP_BENCH=ON ${CI:+-DOCOP_WERROR=ON} >/dev/null
cmake --build build/release >&2
ctest --preset release -j "$(nproc)"
