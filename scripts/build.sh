#!/usr/bin/env bash
# Builds the release into dist/. Needs what scripts/setup.sh installs.
source "$(dirname "$0")/env.sh"
cd "$root"

have trunk || fail "trunk is missing: run scripts/setup.sh"
have wasm-split-cli || fail "wasm-split-cli is missing: run scripts/setup.sh"
have wasm-opt || fail "wasm-opt is missing: run scripts/setup.sh"

# Trunk builds without network, so that it cannot download tools; crates are fetched here.
step "crates" cargo fetch --quiet --locked
step "release build into dist/" trunk build --release --skip-version-check --log warn
