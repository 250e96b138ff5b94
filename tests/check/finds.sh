#!/bin/sh
# Stands in for a clang-tidy with a finding.
echo "3 warnings generated."
echo "$4:7:1: error: a finding"
exit 1
