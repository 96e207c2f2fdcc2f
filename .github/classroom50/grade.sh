#!/usr/bin/env bash
# Grades the checkout in this folder for Classroom 50: result.json, release-body.md, and two lines for the runner.
# Exit codes: 0 graded, whatever the score · anything else: the machine or the course failed, and there is no score.
set -euo pipefail

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
drydock="$root/script/drydock"
results=$(mktemp -d)
trap 'rm -rf -- "$results"' EXIT
rm -f result.json release-body.md

tell() {
  printf 'status=%s\nsummary=%s\n' "$1" "$2" >>"${GITHUB_OUTPUT:-/dev/null}"
}

code=0
"$root/script/bootstrap" &&
  "$drydock" check --course "$root" --json --student "${USERNAME:-student}" -- ${ASSIGNMENT:+"$ASSIGNMENT"} >"$results/results.json" || code=$?
if [ ! -s "$results/results.json" ]; then
  tell error "No score, and not the submission's fault: grading could not start (exit code $code)."
  exit "${code/#0/3}"
fi
exec "$drydock" classroom50 "$results/results.json"
