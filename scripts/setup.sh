#!/usr/bin/env bash
# Installs whatever is missing to build, serve and test the page. Safe to run again: each step looks first.
# Usage: scripts/setup.sh build | test
source "$(dirname "$0")/env.sh"
cd "$root"
purpose=${1:-build}

# Checkouts share the tools, and a machine its packages: of several that are set up at once, one is at work and the others wait.
# The lock is closed to what runs under it, so that no server which a package starts can keep it.
{ mkdir -p "$tools/bin" && [ -w "$tools" ] && [ -w "$tools/bin" ]; } 2>/dev/null ||
  fail "the tools cannot be kept in $tools: make it a folder that can be written, or set CHINA_TRIALS_TOOLS to another"
if [ -z "${CHINA_TRIALS_SETUP_HAS_LOCK:-}" ] && have flock; then
  export CHINA_TRIALS_SETUP_HAS_LOCK=1
  alone=(flock --close --conflict-exit-code 75)
  again=("$tools/setup.lock" bash "$root/scripts/setup.sh" "$purpose")
  status=0
  "${alone[@]}" --nonblock "${again[@]}" || status=$?
  [ "$status" -eq 75 ] || exit "$status"
  echo "==> another setup is at work on this machine: waiting for it"
  exec "${alone[@]}" "${again[@]}"
fi

have cargo || have /usr/bin/cargo || fail "cargo is missing: install Rust (https://rustup.rs, or your distribution's packages)"
have node || fail "node is missing: install Node.js 20 or newer"
have npm || fail "npm is missing: install it with Node.js"
node_major=$(node -p 'process.versions.node.split(".")[0]')
[ "$node_major" -ge 20 ] || fail "Node.js 20 or newer is needed, this is $(node --version)"

sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"

apt_install() {
  have apt-get || fail "apt-get is missing: install these packages by hand: $*"
  [ -z "$sudo" ] || have sudo || fail "neither root nor sudo: install these packages by hand: $*"
  $sudo apt-get update -qq || echo "    apt-get update failed, going on with the lists at hand"
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >"$tools/apt.log" 2>&1 ||
    {
      tail -n 20 "$tools/apt.log" >&2
      fail "apt-get could not install: $*"
    }
}

apt_ensure() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

# The tests start web servers of their own: those that Debian would start, now and with the machine, are not wanted.
web_servers() {
  local policy=/usr/sbin/policy-rc.d service new=()
  for service in nginx caddy; do
    dpkg-query -W -f='${Status}' "$service" 2>/dev/null | grep -q 'ok installed' || new+=("$service")
  done
  if [ ${#new[@]} -gt 0 ] && [ ! -e "$policy" ]; then
    trap '$sudo rm -f /usr/sbin/policy-rc.d' EXIT
    printf '#!/bin/sh\nexit 101\n' | $sudo tee "$policy" >/dev/null
    $sudo chmod +x "$policy"
  fi
  apt_ensure nginx libnginx-mod-http-brotli-static apache2-bin caddy curl openssl unzip
  for service in "${new[@]}"; do
    $sudo systemctl disable --quiet "$service" 2>/dev/null || true
  done
}

# Can the cargo that is first on the path compile for WebAssembly?
wasm_target_works() {
  local probe
  probe=$(mktemp -d)
  echo 'pub fn probe() -> String { String::new() }' >"$probe/probe.rs"
  (cd "$probe" && rustc --edition 2024 --crate-type cdylib --target wasm32-unknown-unknown probe.rs >probe.log 2>&1)
  local status=$?
  rm -rf "$probe"
  return $status
}

# The closed-network way: Debian's newer toolchain (rustc-web) has the standard library's source; build it for WebAssembly.
debian_toolchain() {
  apt_ensure rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-22
  mkdir -p "$tools/toolchain/bin"
  local name
  for name in cargo rustc rustdoc cargo-clippy clippy-driver cargo-fmt rustfmt; do
    ln -sf "/usr/bin/$name" "$tools/toolchain/bin/$name"
  done
  hash -r
  $sudo mkdir -p /usr/lib/rustlib/x86_64-unknown-linux-gnu/bin
  $sudo ln -sf /usr/bin/lld-22 /usr/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld
  wasm_target_works && return
  local source work
  source=$(find /usr/src -maxdepth 4 -path '/usr/src/rustc-*/library/sysroot/Cargo.toml' | sort -V | tail -n 1)
  source=$(dirname "$source")
  [ -f "$source/Cargo.toml" ] || fail "the package rust-web-src has no library/sysroot/Cargo.toml under /usr/src"
  work=$(mktemp -d)
  cp -r "$source/.." "$work/library"
  # The packaged source names a vendored folder that lacks a development dependency; take them from the registry.
  rm -rf "$work/library/.cargo"
  (
    cd "$work/library/sysroot"
    export RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes -Zforce-unstable-if-unmarked"
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 CARGO_TARGET_DIR="$work/target"
    cargo build --quiet --release --target wasm32-unknown-unknown
  ) || fail "the standard library did not build for WebAssembly"
  $sudo mkdir -p /usr/lib/rustlib/wasm32-unknown-unknown/lib
  $sudo cp "$work"/target/wasm32-unknown-unknown/release/deps/*.rlib /usr/lib/rustlib/wasm32-unknown-unknown/lib/
  rm -rf "$work"
  wasm_target_works || fail "the WebAssembly target still does not work with Debian's toolchain"
}

wasm_target() {
  if have rustc && wasm_target_works; then
    echo "    $(rustc --version) compiles for wasm32-unknown-unknown"
    return
  fi
  if have rustup && timeout 120 rustup target add wasm32-unknown-unknown 2>"$tools/rustup.log" && wasm_target_works; then
    echo "    added by rustup"
    return
  fi
  echo "    rustup cannot provide it here: using Debian's rustc-web and building the standard library"
  debian_toolchain
}

# Development tools run for seconds: compiling them quickly matters more than their speed.
# install_tool CRATE VERSION BINARY OPTION…
install_tool() {
  local crate=$1 version=$2 binary=$3
  shift 3
  if [ "$(cat "$tools/$crate.version" 2>/dev/null)" = "$version" ] && [ -x "$tools/bin/$binary" ]; then
    echo "    $crate $version is here"
    return
  fi
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=64 \
    CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_TARGET_DIR="$build" \
    cargo install --quiet --root "$tools" --version "$version" "$crate" "$@"
  echo "$version" >"$tools/$crate.version"
}

# build_tools FUNCTION: has it install what it needs, in a folder for building
build_tools() {
  # One of this run alone: what another run builds, or left when it was stopped, is not ours to remove.
  build=$(mktemp -d "$tools/build.XXXXXX")
  trap 'rm -rf "$build"' EXIT
  "$1"
}

rust_tools() {
  # Without --locked: registries may have dropped one version that the crate's own lock file names.
  install_tool wasm-bindgen-cli "$wasm_bindgen_version" wasm-bindgen
  # Trunk only serves and bundles local files here: no TLS, no update check.
  install_tool trunk "$trunk_version" trunk --locked --no-default-features
  install_tool wasm_split_cli_support "$wasm_split_version" wasm-split-cli --locked --features build-binary
}

firefox_driver() { install_tool geckodriver "$geckodriver_version" geckodriver --locked; }

npm_packages() {
  local stamp=node_modules/.package-lock.sha256
  local want
  want=$(sha256sum package-lock.json | cut -d' ' -f1)
  if [ "$(cat "$stamp" 2>/dev/null)" = "$want" ]; then
    echo "    node_modules is up to date"
    return
  fi
  npm ci --no-fund --no-audit --loglevel=error
  echo "$want" >"$stamp"
}

step "C compiler and make" apt_ensure gcc libc6-dev make
step "WebAssembly target" wasm_target
step "trunk, wasm-bindgen and wasm-split" build_tools rust_tools
step "npm packages" npm_packages
if [ "$purpose" = test ]; then
  step "Chromium, its driver, Chinese fonts, and what reads PDF and SVG" apt_ensure chromium chromium-driver fonts-noto-cjk poppler-utils librsvg2-bin
  step "Firefox and WebKit, and a screen for it" apt_ensure firefox-esr webkit2gtk-driver xvfb xauth
  step "what prints in WebKit" apt_ensure gjs gir1.2-webkit2-4.1
  step "the driver of Firefox" build_tools firefox_driver
  step "nginx, Apache and Caddy" web_servers
fi
