#!/usr/bin/env bash
# Installs what `make run | test | bench` need and this machine lacks. Says what it does; does nothing when all is there.
#   scripts/install.sh run    a C compiler (the Rust toolchain and Node.js are prerequisites)
#   scripts/install.sh test   also PostgreSQL, Chromium, rustfmt, clippy, cargo-nextest, npm and the packages of e2e/
#   scripts/install.sh bench  also PostgreSQL
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
wanted="${1:-test}"
missing=()

have() { command -v "$1" >/dev/null 2>&1; }

# Where the tests look for it.
have_postgres() { compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null; }

have_chromium() { [ -n "${CHROMIUM:-}" ] || have chromium-headless-shell || have chromium || have chromium-browser || have google-chrome; }

# As root directly, otherwise through sudo, otherwise say exactly what to do.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif have sudo; then sudo "$@"
  else echo "Please install these Debian packages and run again: ${missing[*]}" >&2; exit 1
  fi
}

apt_install() {
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "   installing Debian packages: ${missing[*]}"
  have apt-get || { echo "This is not Debian: please install ${missing[*]} your own way and run again." >&2; exit 1; }
  as_root apt-get update -qq \
    && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || { echo "They could not be installed. Please install them your own way and run again: ${missing[*]}" >&2; exit 1; }
}

# A package folder is installed again only when its lock file is newer than what is there.
npm_install() {
  local dir="$1"
  if [ ! -e "$dir/node_modules/.package-lock.json" ] || [ "$dir/package-lock.json" -nt "$dir/node_modules/.package-lock.json" ]; then
    echo "   installing the packages of $dir"
    (cd "$dir" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json)
  fi
}

have cargo || { echo "The Rust toolchain is missing: see https://rustup.rs" >&2; exit 1; }
have gcc || missing+=(gcc libc6-dev)
have make || missing+=(make)
if [ "$wanted" != run ]; then
  have_postgres || missing+=(postgresql)
fi
if [ "$wanted" = test ]; then
  have node && [ "$(node -p 'parseInt(process.versions.node, 10)')" -ge 20 ] \
    || { echo "Node.js 20 or newer is missing: see https://nodejs.org" >&2; exit 1; }
  # Debian's package of Node.js comes without it.
  have npm || missing+=(npm)
  have_chromium || missing+=(chromium)
fi
apt_install

if [ "$wanted" = test ]; then
  # Journeys take a quarter less time in Chromium's headless shell. Not every Debian has it, and the whole browser will do.
  if [ -z "${CHROMIUM:-}" ] && ! have chromium-headless-shell; then
    (missing=(chromium-headless-shell) && apt_install) || echo "   it is not to be had: journeys run in the whole browser"
  fi
  # Toolchains of rustup's profile `minimal` are without them.
  if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    echo "   installing rustfmt and clippy"
    have rustup || { echo "Please add rustfmt and clippy to the Rust toolchain and run again." >&2; exit 1; }
    rustup component add rustfmt clippy
  fi
  if ! have cargo-nextest; then
    echo "   installing cargo-nextest (a few minutes)"
    cargo install cargo-nextest --locked --quiet
  fi
  npm_install e2e
  for lock in e2e/*/package-lock.json; do
    [ -e "$lock" ] && npm_install "$(dirname "$lock")"
  done
fi
exit 0
