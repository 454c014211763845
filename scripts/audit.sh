#!/usr/bin/env bash
# Checks licences and known vulnerabilities of what the page is built from. Not part of `make test`:
# it needs a tool and services that a closed network lacks; each missing piece is named.
source "$(dirname "$0")/env.sh"
cd "$root"

checked=0
if have cargo-deny; then
  step "cargo deny: licences, bans, sources" cargo deny --log-level warn check licenses bans sources
  checked=$((checked + 1))
  if timeout 60 cargo deny --log-level error fetch db >/dev/null 2>&1; then
    step "cargo deny: advisories" cargo deny --log-level warn check --disable-fetch advisories
    checked=$((checked + 1))
  else
    echo "not checked: the RustSec database cannot be fetched from this network"
  fi
else
  echo "not checked: cargo-deny is missing (cargo install cargo-deny --locked)"
fi

have npm || fail "npm is missing: install it with Node.js"
status=0
report=$(timeout 60 npm audit --json 2>/dev/null) || status=$?
if node -e 'process.exit(JSON.parse(process.argv[1])?.metadata?.vulnerabilities ? 0 : 1)' "$report" 2>/dev/null; then
  checked=$((checked + 1))
  if [ "$status" -ne 0 ]; then
    npm audit || true
    fail "npm audit found known vulnerabilities"
  fi
  echo "npm audit: nothing found"
else
  echo "not checked: npm's audit service does not answer on this network"
fi
echo "$checked of 3 checks ran"
