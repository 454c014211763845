#!/usr/bin/env bash
# Has the readers of lists and spreadsheets open what nobody meant to be opened: CASES in all, a million unless said otherwise.
# No panic, no hang, bounded memory: the tests fail on the first, time out on the second, and are given no more than 4 GB.
source "$(dirname "$0")/env.sh"
cd "$root"

cases=${CASES:-1000000}
[[ $cases =~ ^[1-9][0-9]*$ ]] || fail "CASES is '$cases': expected a number of cases"
run=(cargo test --quiet --locked --profile fuzz --test trial_lists)

step "building the tests with optimisation" "${run[@]}" --no-run
properties=$("${run[@]}" -- --list fuzz:: | grep -c ': test$')
each=$(((cases + properties - 1) / properties))
fuzz() (
  ulimit -v 4194304
  TRIAL_CASES=$each timeout "${FUZZ_SECONDS:-7200}" "${run[@]}" -- fuzz::
)
step "$properties properties, $each cases each" fuzz
echo "$((properties * each)) cases, no panic"
