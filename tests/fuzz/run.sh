#!/bin/sh
# run.sh BUILD SECONDS [NAME…]: runs the fuzzers of a build folder, each for so long, all or those named. What they
# find is in BUILD/fuzz/NAME, with a log; new inputs that reach new code are kept there too.
# Exit codes: 0 nothing found; 1 a fault, shown at the end of its log; 2 wrong usage.
set -u
if [ $# -lt 2 ]; then
    sed -n '2,4s/^# //p' "$0" >&2
    exit 2
fi
build=$1
seconds=$2
shift 2
found=0
while read -r name seeds; do
    [ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    work=$build/fuzz/$name
    mkdir -p "$work/corpus"
    dictionary=$(dirname "$0")/$name.dict
    [ -f "$dictionary" ] || dictionary=
    # shellcheck disable=SC2086  # folders without spaces, parted by semicolons
    if "$build/fuzz_$name" -max_total_time="$seconds" -max_len=20000 -timeout=30 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$work/" ${dictionary:+-dict="$dictionary"} "$work/corpus" $(echo "$seeds" | tr ';' ' ') \
        > "$work/log" 2>&1; then
        echo "$name: $seconds s, $(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log") inputs, nothing found"
    else
        found=1
        echo "$name: a fault; see $work/log"
        tail -n 5 "$work/log"
    fi
done < "$build/fuzzers.txt"
exit $found
