# Paths and helpers that every script shares; sourced, never run.
set -euo pipefail
export LC_ALL=C.UTF-8

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Services and containers may start without it; then it is what the system has noted for this user.
[ -n "${HOME:-}" ] || export HOME=~
[ -d "$HOME" ] || [ -n "${CHINA_TRIALS_TOOLS:-}" ] ||
  fail "HOME is ${HOME:-not set}, which is no folder: set HOME, or CHINA_TRIALS_TOOLS to a folder for the tools"
# Tools are kept outside the checkout, so that a fresh clone on a warm machine starts at once.
tools=${CHINA_TRIALS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/china-trials-explorer}

# One place for the versions that must agree with Cargo.lock (wasm-bindgen) and Trunk.toml.
wasm_bindgen_version=0.2.130
trunk_version=0.21.14
wasm_split_version=0.2.4
# Drives Firefox in the browser tests.
geckodriver_version=0.37.1

# The toolchain that setup.sh chose: empty folder when the machine's own can build for WebAssembly,
# otherwise links to Debian's. First on the path, so that Trunk finds the same cargo as we do.
export PATH="$tools/toolchain/bin:$tools/bin:$root/node_modules/.bin:$PATH"
# rustup must not try to fetch anything by itself.
export RUSTUP_AUTO_INSTALL=0
export CARGO_TERM_PROGRESS_WHEN=never
# Trunk 0.21 dies on NO_COLOR=1 ("invalid value '1' for '--no-color'").
unset NO_COLOR

# The module must not carry the paths of the machine that built it.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$root=."

# step NAME COMMAND…: says what runs, how long it took, and names what failed.
step() {
  local name=$1 started=$SECONDS status=0
  shift
  printf '==> %s\n' "$name"
  # Not `if ! "$@"`: a function called in a condition would ignore its own errors under `set -e`.
  set +e
  (
    set -e
    "$@"
  )
  status=$?
  set -e
  [ "$status" -eq 0 ] || fail "$name failed after $((SECONDS - started)) s (status $status)"
  printf '    %s: %s s\n' "$name" "$((SECONDS - started))"
}

have() { command -v "$1" >/dev/null 2>&1; }
