#!/bin/sh
# Builds the benchmarks, runs all of them, and writes the table of bench/README.md and its two pictures anew.
# Takes three to five minutes besides the build where nothing else runs, and 3 GB of memory. Arguments go to ocop_bench, e.g. --benchmark_repetitions=9.
set -eu
cd "$(dirname "$0")/.."
build=${OCOP_BENCH_BUILD:-build/bench}
cmake -S . -B "$build" -DCMAKE_BUILD_TYPE=Release -DOCOP_TESTS=OFF -DOCOP_BENCH=ON >/dev/null
cmake --build "$build" --target ocop_bench --parallel
"$build/ocop_bench" --benchmark_repetitions=3 --benchmark_min_time=0.2 --benchmark_out_format=json --benchmark_out="$build/run.json" "$@"
/usr/bin/python3 bench/plot.py "$build/run.json"
echo "bench/README.md, bench/growth.svg and bench/ratios.svg are new"
