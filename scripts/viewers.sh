#!/bin/sh
# Install what tests/test_viewers.py opens scorecards in: Chromium, and pdf.js in .viewers/.
#
#     sh scripts/viewers.sh          `make viewers`
#
# Calls no network when both are there. Asks nothing, except for sudo's password at a terminal; with no right to
# install, says what to run instead.

set -eu
cd "$(dirname "$0")/.."

pdfjs="pdfjs-dist@6.5.438"
stamp=.viewers/stamp

main() {
    find_what_is_missing
    if [ -n "$missing" ]; then
        choose_packages
        choose_how_to_install
        say "missing: $missing; running: $command"
        install_packages || fail_with_advice "The package manager failed, see above."
        find_what_is_missing
        [ -z "$missing" ] || fail_with_advice "The packages are installed, but something in them is not found."
    fi
    is_current || install_pdfjs
    say "ready"
}

say() { printf 'viewers: %s\n' "$*"; }

fail_with_advice() {
    printf 'viewers: %s\n' "$1" "Still missing: $missing" \
        "Run this, or have an administrator run it, then call make again:" "    $command" >&2
    exit 1
}

# --- what is missing ---------------------------------------------------------------------------------------------

find_what_is_missing() {
    missing_chromium=Chromium missing_npm=
    # The same names as in tests/pdfjs_viewer.py.
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        /Applications/Chromium.app/Contents/MacOS/Chromium \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        ! has "$name" || missing_chromium=
    done
    is_current || has npm || missing_npm=npm
    missing=$missing_chromium${missing_chromium:+${missing_npm:+ and }}$missing_npm
}

is_current() { [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$pdfjs" ]; }

has() { command -v "$1" >/dev/null 2>&1; }

# --- system packages ---------------------------------------------------------------------------------------------

# Sets install (the command) and packages (its arguments).
choose_packages() {
    npm_package=npm chromium_package=chromium
    if has apt-get; then
        install="apt-get install -y --no-install-recommends"
        # Ubuntu has Chromium under its older name only.
        ! grep -q '^ID=ubuntu' /etc/os-release || chromium_package=chromium-browser
    elif has dnf; then
        install="dnf install -y"
    elif has brew; then
        install="brew install" npm_package=node chromium_package=google-chrome
    elif has apk; then
        install="apk add" chromium_package="chromium font-dejavu"
    elif has pacman; then
        install="pacman -S --needed --noconfirm"
    elif has zypper; then
        install="zypper --non-interactive install" npm_package=npm-default
    else
        command="(your system's way to install Chromium and npm)"
        fail_with_advice "No package manager we know is here: apt-get, dnf, brew, apk, pacman, zypper."
    fi
    command="$install${missing_chromium:+ $chromium_package}${missing_npm:+ $npm_package}"
}

# Sets as_root. Homebrew refuses to work for root; without a terminal, sudo must not wait for a password.
choose_how_to_install() {
    as_root=
    if [ "${install%% *}" = brew ] || [ "$(id -u)" = 0 ]; then
        return
    fi
    if has sudo && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    elif has sudo && [ -t 0 ] && [ -z "${CI:-}" ]; then
        as_root=sudo
    else
        ! has sudo || command="sudo $command"
        fail_with_advice "System packages are missing, and there is no right to install them here without a password."
    fi
}

# shellcheck disable=SC2086  # lists of words, made above
install_packages() {
    if [ "${install%% *}" = apt-get ]; then
        # A fresh machine has no package lists yet; a broken third-party list need not stop us.
        $as_root apt-get update -qq </dev/null || true
        $as_root env DEBIAN_FRONTEND=noninteractive $command -qq </dev/null >/dev/null
    else
        $as_root $command </dev/null
    fi
}

# --- pdf.js ------------------------------------------------------------------------------------------------------

# Its optional packages draw pages without a browser, and it asks for a newer Node only for that.
install_pdfjs() {
    say "installing $pdfjs into .viewers/"
    rm -rf .viewers
    mkdir .viewers
    if ! npm install --prefix .viewers --loglevel=error --no-audit --no-fund --omit=optional --save-exact "$pdfjs" \
        </dev/null >/dev/null; then
        say "npm could not install pdf.js, see above. It needs the network; then call make again." >&2
        exit 1
    fi
    echo "$pdfjs" >"$stamp"
}

main
