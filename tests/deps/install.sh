#!/bin/sh
# install.sh PURPOSE PACKAGE...: installs those of the Debian packages that are missing, after saying which.
# When none is missing it does nothing, says nothing and needs no network.
# Exit codes: 0 all are there; 1 not installed, with what to do instead.
set -u
purpose=$1
shift

advise() {
    echo "$1" >&2
    echo "Then run make again; with DEPS=no (make test DEPS=no) it does not look for packages." >&2
    exit 1
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    advise "This is not a Debian system, so nothing can be installed from here. For $purpose install what these
Debian 12 packages hold: $*."
fi

missing=
for package in "$@"; do
    is_installed "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
command="apt-get update && apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
        advise "Debian packages are missing for $purpose, and only root can install them. As root run:
  $command"
    as_root=sudo
fi

echo "Debian packages missing for $purpose:$missing"
echo "About to run, as root: $command"
if [ -t 0 ] && [ -t 1 ] && [ -z "${CI:-}" ]; then
    printf 'Go on? [Y/n] '
    read -r answer
    case $answer in
    '' | [Yy]*) ;;
    *) advise "Nothing was installed. To install the packages by hand, run as root:
  $command" ;;
    esac
fi

# Waits for another apt to end instead of failing, and never asks.
apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" </dev/null; }

apt update -q || echo "Some package lists could not be fetched; going on with those that are here." >&2
# shellcheck disable=SC2086 # one word a package
apt install -q -y --no-install-recommends $missing ||
    advise "apt-get could not install the packages for $purpose; its messages above say why."
for package in $missing; do
    is_installed "$package" || advise "apt-get said that all is well, but $package is not installed."
done
