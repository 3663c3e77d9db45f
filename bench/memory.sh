#!/bin/sh
# Says how much memory `ocop batch` takes at the most for portfolios of 10^5 to 10^7 scorecards, and fails where it grows with them.
# Takes some minutes, no room on disk. Arguments: how many scorecards (100000 1000000 10000000).
set -eu
cd "$(dirname "$0")/.."
build=${OCOP_BENCH_BUILD:-build/bench}
cmake -S . -B "$build" -DCMAKE_BUILD_TYPE=Release -DOCOP_BENCH=ON >/dev/null
cmake --build "$build" --target ocop ocop_portfolio --parallel >/dev/null
[ $# -gt 0 ] || set -- 100000 1000000 10000000

# Kilobytes at the most of a command that reads standard input.
peak() {
    python3 -c '
import resource, subprocess, sys
if subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode > 1: sys.exit("ocop batch failed")
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$@"
}

grown=0
echo "| scorecards | form | threads | peak memory | seconds |"
echo "| ---: | --- | ---: | ---: | ---: |"
for how in "1 ndjson 1 realistic" "2 ndjson 1 realistic" "2 ndjson 7 complete" "2 csv 1 complete"; do
    threads=${how%% *} kind=${how#* }
    least=
    for cards in "$@"; do
        # More than a million once only: CSV goes the general way, which is slow, and seven sheets are 20 GB.
        if [ "$how" != "2 ndjson 1 realistic" ] && [ "$cards" -gt 1000000 ]; then continue; fi
        begin=$(date +%s)
        # shellcheck disable=SC2086
        found=$("$build/ocop_portfolio" "$cards" $kind | peak "$build/ocop" batch - --input-format "${kind%% *}" --rules rules --threads "$threads" --quiet)
        echo "| $cards | $kind | $threads | $((found / 1000)).$((found % 1000 / 100)) MB | $(($(date +%s) - begin)) |"
        [ -n "$least" ] || least=$found
        if [ "$found" -gt $((least + least / 10 + 4000)) ]; then grown=1; fi
    done
done
if [ $grown -ne 0 ]; then echo "memory grows with the number of scorecards" >&2; fi
exit $grown
