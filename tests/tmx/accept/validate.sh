#!/bin/sh
# validate.sh FILE.tmx FOLDER: holds a memory to the DTD and the schema in FOLDER (tmx14.dtd, omegat-tmx14.xsd).
# Exit codes: 0 valid, 1 not valid, 77 skipped.
file=$1
folder=$2
skip() { echo "skipped: $1"; exit 77; }
command -v xmllint >/dev/null || skip "xmllint is missing (Debian: libxml2-utils)"
[ -f "$folder/tmx14.dtd" ] || skip "no tmx14.dtd in $folder"
[ -f "$folder/omegat-tmx14.xsd" ] || skip "no omegat-tmx14.xsd in $folder"

by_dtd() { xmllint --noout --nonet --dtdvalid "$folder/tmx14.dtd" "$1"; }
by_schema() { xmllint --noout --nonet --nowarning --schema "$folder/omegat-tmx14.xsd" "$1"; }

by_dtd "$file" || exit 1
by_schema "$file" || exit 1

# The twin that must fail: a check that accepts this memory checks nothing.
broken=$(mktemp)
trap 'rm -f "$broken"' EXIT
sed 's/<tu tuid=/<tu score=/' "$file" > "$broken"
if by_dtd "$broken" 2>/dev/null; then echo "the DTD accepts a memory with an unknown attribute"; exit 1; fi
if by_schema "$broken" 2>/dev/null; then echo "the schema accepts a memory with an unknown attribute"; exit 1; fi
echo "valid: $file"
