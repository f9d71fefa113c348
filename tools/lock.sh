#!/bin/sh
# Writes the lock files anew: every package, exact version, hashes of every file; no address of any registry.
#   tools/lock.sh             keeps the versions locked now where the ranges of pyproject.toml allow them
#   tools/lock.sh --upgrade   takes the newest that the ranges allow
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}
if ! "$uv" --version >/dev/null 2>&1; then
    echo "tools/lock.sh: uv was not found at $uv. Run 'make test' once (it installs the tools), or set UV=/path/to/uv." >&2
    exit 1
fi

compile() {
    out=$1
    shift
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-header --no-emit-index-url --no-emit-find-links --no-annotate --output-file "$out" "$@" >/dev/null
    echo "$out: $(grep -c '^[a-zA-Z]' "$out") packages"
}

# what runs Panah (and builds its editable install); then the same with the tools of its makers; then the benchmarks
compile requirements.lock pyproject.toml --group build "$@"
compile requirements-dev.lock pyproject.toml --group dev --constraint requirements.lock "$@"
compile bench/requirements.txt bench/requirements.in "$@"
