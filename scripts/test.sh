#!/usr/bin/env bash
# Runs every test, or those named: fmt lint docs style javascript scripts native wasm build size browsers dist standalone hosted browser.
source "$(dirname "$0")/env.sh"
cd "$root"

logs=target/test-logs
rm -rf "$logs"
mkdir -p "$logs"

fmt() { cargo fmt --check; }
lint() {
  cargo clippy --quiet --locked --all-targets --features reading -- -D warnings
  cargo clippy --quiet --locked --target wasm32-unknown-unknown --lib --bins --features split -- -D warnings
  cargo clippy --quiet --locked --target wasm32-unknown-unknown --test web -- -D warnings
}
# All rooms, with the features that clippy has checked before: the crates that they use need not be checked again.
docs() { RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --lib --features reading; }
style() { stylelint --max-warnings 0 "style/**/*.css"; }
javascript() {
  biome ci --error-on-warnings
  tsc
}
scripts() {
  # What is generated for the page's scripts is written by Rust, without network.
  cargo fetch --quiet --locked
  node --test --test-reporter=spec tests/scripts/*.test.mjs 2>&1 | tee "$logs/scripts.log"
}
native() { cargo test --quiet --locked 2>&1 | tee "$logs/native.log"; }
wasm() {
  # webdriver.json carries the flags of Chromium. Not --quiet: cargo would pass it on to the runner, which refuses it.
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CHROMEDRIVER=/usr/bin/chromedriver \
    cargo test --locked --target wasm32-unknown-unknown --test web 2>&1 | tee "$logs/wasm.log"
}
size() { node scripts/size.mjs; }
browsers() { node scripts/browsers.mjs; }
standalone() { node scripts/standalone.mjs; }
dist() { node scripts/dist.mjs; }
browser() {
  [ -f dist/index.html ] || fail "dist/index.html is missing: run make build first"
  [ -f china-trials-explorer.html ] || fail "china-trials-explorer.html is missing: run make standalone first"
  playwright test -c tests/browser 2>&1 | tee "$logs/browser.log"
}

# What is shipped, as it is hosted: nginx with the shipped configuration, at a sub-path, under the strict headers.
hosted() { SERVER=nginx browser; }

# Sums what the three kinds of test runner report.
passed() {
  cat "$logs"/*.log 2>/dev/null | awk '
    { gsub(/\033\[[0-9;]*m/, "") }
    /^test result: ok\./ { sum += $4 }
    /^ℹ pass / { sum += $3 }
    /^  [0-9]+ passed \(/ { sum += $1 }
    END { print sum + 0 }'
}

title() {
  case $1 in
    fmt) echo "Rust formatting" ;;
    lint) echo "clippy, native and WebAssembly" ;;
    docs) echo "documentation of the code" ;;
    style) echo "stylelint" ;;
    javascript) echo "Biome, and the types of JavaScript" ;;
    scripts) echo "tests of the scripts" ;;
    native) echo "native tests" ;;
    wasm) echo "WebAssembly tests in Chromium" ;;
    size) echo "size budget" ;;
    browsers) echo "the oldest browsers have what is used" ;;
    dist) echo "dist.zip" ;;
    standalone) echo "the page as one file" ;;
    hosted) echo "browser tests on the release, behind nginx at a sub-path" ;;
    browser) echo "browser tests on the release" ;;
    *) fail "there is no test step '$1': choose from fmt lint docs style javascript scripts native wasm build size browsers dist standalone hosted browser" ;;
  esac
}

# The browser tests run once, and there.
[ $# -gt 0 ] || set -- fmt lint docs style javascript scripts native wasm build size browsers dist standalone hosted
for name in "$@"; do
  # The build prints steps of its own.
  if [ "$name" = build ]; then
    bash scripts/build.sh
  else
    heading=$(title "$name")
    step "$heading" "$name"
  fi
done
echo "$(passed) passed, 0 failed ($SECONDS s)"
