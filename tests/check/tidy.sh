#!/bin/sh
# tidy.sh CLANG_TIDY SOURCE: clang-tidy over one source, by the commands in build/compile_commands.json; its
# findings on standard output. A crash of clang-tidy itself is a failure that names the source, and no signal:
# xargs would leave out all sources after it.
findings=$("$1" -p build --quiet "$2" 2>&1)
code=$?
[ "$code" -eq 0 ] && exit 0
printf '%s\n' "$findings" | grep -v 'warnings generated\.$'
[ "$code" -lt 126 ] || echo "$2: $1 crashed or could not be run (exit code $code)"
exit 1
