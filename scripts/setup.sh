#!/bin/sh
# Make this folder ready to work in: the system libraries that WeasyPrint loads, and .venv with InterviewKit and
# its tools.
#
#     sh scripts/setup.sh          `make setup`; `make setup PYTHON=python3.13` picks the interpreter
#
# Calls no network while the stamp in .venv is current.

set -eu
cd "$(dirname "$0")/.."

venv_python=.venv/bin/python
stamp=.venv/setup-stamp

main() {
    if is_current; then
        sh scripts/system_packages.sh "$venv_python"
    else
        find_python
        sh scripts/system_packages.sh "$python" venv
        create_venv
        install_python_packages
        wanted_stamp >"$stamp"
    fi
    say "ready"
}

say() { printf 'setup: %s\n' "$*"; }

fail() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# --- what is there already ---------------------------------------------------------------------------------------

is_current() { [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted_stamp)" ] && venv_works && venv_is_as_asked; }

# The folder comes first: the scripts in a moved .venv still point to the old place.
wanted_stamp() {
    pwd -P
    cksum pyproject.toml constraints.txt scripts/setup.sh
}

# pip is found only if the interpreter still has the version that .venv was made for.
venv_works() { "$venv_python" -I -c 'import pip' >/dev/null 2>&1; }

venv_is_as_asked() { [ -z "${PYTHON:-}" ] || [ "$("$PYTHON" --version)" = "$("$venv_python" --version)" ]; }

# --- Python ------------------------------------------------------------------------------------------------------

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        is_new_enough "$PYTHON" || fail "PYTHON=$PYTHON is not Python 3.11 or newer."
        python=$PYTHON
        return
    fi
    for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if is_new_enough "$python"; then
            return
        fi
    done
    fail "InterviewKit needs Python 3.11 or newer; neither python3 nor python3.11 … python3.14 is one." \
        "Install one (apt-get install python3, dnf install python3, brew install python) and call make again," \
        "or say where it is: make setup PYTHON=/path/to/python"
}

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

create_venv() {
    if venv_is_ours; then
        return
    fi
    if [ -e .venv ] || [ -L .venv ]; then
        say "replacing .venv: broken, moved, unfinished or of another Python"
        rm -rf .venv
    fi
    say "creating .venv with $("$python" --version)"
    "$python" -m venv .venv
}

venv_is_ours() {
    [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" = "$(pwd -P)" ] && venv_works && venv_is_as_asked
}

# Without build isolation the build backend, too, comes from constraints.txt, and an edited pyproject.toml needs
# no network as long as nothing new is asked for.
install_python_packages() {
    say "installing Python packages (about a minute the first time)"
    { pip_install hatchling && pip_install --no-build-isolation --editable '.[dev]'; } ||
        fail "pip could not install the packages, see above. It needs the network; then call make again."
}

pip_install() {
    "$venv_python" -m pip install -qq --no-input --disable-pip-version-check --constraint constraints.txt "$@" \
        </dev/null
}

main
