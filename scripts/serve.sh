#!/usr/bin/env bash
# Installs what is missing, builds the release and serves it. PORT= chooses the port.
source "$(dirname "$0")/env.sh"
cd "$root"

have node || fail "node is missing: install Node.js 20 or newer"
# Asked first: nobody should wait for a build to learn that the port is taken.
node scripts/port.mjs
bash scripts/setup.sh build
bash scripts/build.sh
exec node scripts/serve.mjs dist
