#!/bin/sh
# Makes .venv ready: setup.sh run (what the product needs) or setup.sh dev (what tests need as well).
# Nothing is done when the lock file, the package description and the place are those of the last time.
set -eu

room=${1:-run}
case $room in
    run) lock=requirements.lock ;;
    dev) lock=requirements-dev.lock ;;
    *) echo "usage: setup.sh run|dev" >&2; exit 2 ;;
esac
cd "$(dirname "$0")/.."

say() { printf '· %s\n' "$*"; }
fail() { printf '✗ %s\n' "$*" >&2; exit 1; }

# A Python that is new enough and can make environments; PYTHON=… overrides the search.
find_python() {
    for candidate in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3.14 python3; do
        "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        new_enough=$candidate
        "$candidate" -c 'import ensurepip, venv' 2>/dev/null || continue
        python=$candidate
        return
    done
    if [ -n "${new_enough:-}" ]; then
        version=$("$new_enough" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        fail "Python $version is here, but it cannot make environments. On Debian or Ubuntu: apt-get install python$version-venv"
    fi
    fail "Python 3.11 or newer is needed and was not found. Install it, or name it: make PYTHON=/path/to/python3.12 …"
}

make_environment() {
    find_python
    say "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv || fail "The environment .venv could not be made in $PWD (is the folder yours to write?)"
}

install() {
    say "Installing $(grep -c '==' "$lock") packages of $lock, each checked against its hash"
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r "$lock" ||
        fail "The installation from $lock stopped; the lines above say why. Run the command again when that is mended."
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input \
        --no-index --no-deps --no-build-isolation --editable . || fail "The package tiendo itself could not be installed."
}

# Everything that the environment depends on; a moved checkout counts, because scripts in .venv hold its path.
fingerprint() {
    { pwd -P; cat requirements.lock requirements-dev.lock pyproject.toml scripts/setup.sh; } | .venv/bin/python -c \
        'import hashlib, sys; print(sys.version, hashlib.sha256(sys.stdin.buffer.read()).hexdigest())'
}

is_ready() {
    stamp=.venv/$room.stamp
    [ -f "$stamp" ] && .venv/bin/python -c '' 2>/dev/null && [ "$(cat "$stamp")" = "$(fingerprint)" ]
}

is_usable() {
    .venv/bin/python -m pip --version >/dev/null 2>&1 && grep -qsF "$(pwd -P)/.venv" .venv/bin/activate
}

is_ready && exit 0
is_usable || make_environment
install
fingerprint >".venv/$room.stamp"
# The lock for tests holds everything that the product needs.
[ "$room" = run ] || cp ".venv/$room.stamp" .venv/run.stamp
