#!/bin/sh
# Install what only the system's package manager can: the libraries that WeasyPrint loads, Python's venv module.
#
#     sh scripts/system_packages.sh PYTHON [venv]
#
# Quick and silent when PYTHON finds them already. Asks nothing, except for sudo's password at a terminal; with no
# right to install, says what to run instead.

set -eu
cd "$(dirname "$0")/.."

python=$1
wants_venv=${2:-}

main() {
    find_what_is_missing
    [ -n "$missing" ] || return 0
    choose_packages
    choose_how_to_install
    say "missing: $missing; running: $command"
    install_packages || fail_with_advice "The package manager failed, see above."
    find_what_is_missing
    [ -z "$missing" ] || fail_with_advice "The packages are installed, but $python does not find everything in them."
}

say() { printf 'setup: %s\n' "$*"; }

fail_with_advice() {
    printf 'setup: %s\n' "$1" "Still missing: $missing" "Run this, or have an administrator run it, then call make again:" \
        "    $command" >&2
    exit 1
}

# --- what is missing ---------------------------------------------------------------------------------------------

find_what_is_missing() {
    missing_libraries=$(list_missing_libraries) || true
    missing_venv=
    if [ -n "$wants_venv" ] && ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        missing_venv="Python's venv module"
    fi
    missing=$(printf '%s\n' "$missing_libraries" "$missing_venv" | sed '/^$/d' | paste -s -d , - | sed 's/,/, /g')
}

# macOS drops DYLD_* whenever it starts /bin/sh, so the variable is set for this one process.
list_missing_libraries() {
    if [ "$(uname -s)" = Darwin ] && command -v brew >/dev/null; then
        DYLD_FALLBACK_LIBRARY_PATH="$(brew --prefix)/lib:/usr/local/lib:/usr/lib" "$python" scripts/native_libraries.py
    else
        "$python" scripts/native_libraries.py
    fi
}

# --- how to get it -----------------------------------------------------------------------------------------------

# Sets install (the command) and packages (its arguments). Debian alone keeps venv in a package of its own.
choose_packages() {
    venv_packages=python3
    if has apt-get; then
        install="apt-get install -y --no-install-recommends"
        library_packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1"
        venv_packages=$("$python" -c 'import sys; print("python{}.{}-venv".format(*sys.version_info))')
    elif has dnf; then
        install="dnf install -y" library_packages="pango harfbuzz fontconfig"
    elif has brew; then
        install="brew install" library_packages="pango"
    elif has apk; then
        install="apk add" library_packages="pango so:libharfbuzz-subset.so.0 fontconfig"
    elif has pacman; then
        install="pacman -S --needed --noconfirm" library_packages="pango"
    elif has zypper; then
        install="zypper --non-interactive install"
        library_packages="libpango-1_0-0 libharfbuzz-subset0 libfontconfig1"
    else
        command="(your system's way to install Pango, HarfBuzz with its subset library, and Fontconfig)"
        fail_with_advice "No package manager we know is here: apt-get, dnf, brew, apk, pacman, zypper."
    fi
    packages=
    [ -z "$missing_libraries" ] || packages="$packages $library_packages"
    [ -z "$missing_venv" ] || packages="$packages $venv_packages"
    command=$install$packages
}

has() { command -v "$1" >/dev/null 2>&1; }

# Sets as_root. Homebrew refuses to work for root; without a terminal, sudo must not wait for a password.
choose_how_to_install() {
    as_root=
    if [ "${install%% *}" = brew ] || [ "$(id -u)" = 0 ]; then
        return
    fi
    ! has sudo || command="sudo $command"
    if has sudo && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    elif has sudo && [ -t 0 ] && [ -z "${CI:-}" ]; then
        as_root="sudo"
    else
        fail_with_advice "System packages are missing, and there is no right to install them here without a password."
    fi
}

# shellcheck disable=SC2086  # lists of words, made above
install_packages() {
    if [ "${install%% *}" = apt-get ]; then
        # A fresh machine has no package lists yet; a broken third-party list need not stop us.
        $as_root apt-get update -qq </dev/null || true
        $as_root env DEBIAN_FRONTEND=noninteractive $install -qq $packages </dev/null >/dev/null
    else
        $as_root $install $packages </dev/null
    fi
}

main
