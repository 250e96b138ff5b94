#!/bin/sh
# Stands in for a clang-tidy that crashes.
kill -SEGV $$
