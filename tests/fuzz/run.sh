#!/bin/sh
# run.sh SECONDS [COMPILER]: builds the fuzz targets with libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer below
# build-fuzz/ and runs each so long, from the corpus of fixtures/tmx. What they find is kept in build-fuzz/.
set -eu
seconds=$1
compiler=${2:-clang++-16}
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/build-fuzz
command -v "$compiler" >/dev/null || { echo "there is no $compiler; make deps-all installs it" >&2; exit 77; }
mkdir -p "$work"
for target in reader round_trip; do
  "$compiler" -std=c++20 -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
    -I"$root" "$root/tests/fuzz/$target.cpp" "$root"/tmx/*.cpp -lpugixml -o "$work/fuzz_tmx_$target"
  mkdir -p "$work/corpus_$target"
  "$work/fuzz_tmx_$target" -max_total_time="$seconds" -max_len=4096 -timeout=60 -report_slow_units=30 -rss_limit_mb=2048 -print_final_stats=1 \
    -dict="$root/tests/fuzz/tmx.dict" -artifact_prefix="$work/$target." \
    "$work/corpus_$target" "$root/fixtures/tmx/check" "$root/fixtures/tmx/tools" "$root/fixtures/tmx/fuzz" \
    >"$work/$target.log" 2>&1 || { tail -n 30 "$work/$target.log" >&2; exit 1; }
  grep -E '^(Done|stat::)' "$work/$target.log" | sed "s/^/$target: /"
done
