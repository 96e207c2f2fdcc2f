#!/usr/bin/env bash
# Grades a checkout on GitHub Actions and leaves its reports. Manifests and graders are those of this action's own
# revision: nothing in the student's repository decides how it is graded.
#
# Exit codes: 0 graded · 1 below fail-under · 2 a mistake in the inputs · 3 the machine failed, and there is no score.
set -euo pipefail

root=$(cd -- "${DRYDOCK:?}" && pwd -P)
drydock="$root/script/drydock"
workspace=${GITHUB_WORKSPACE:-$PWD}
cd -- "$workspace"
output=${INPUT_OUTPUT:-drydock-results}
mkdir -p -- "$output"
common=(--course "$root" --lang "${INPUT_LANG:-ko}" --no-color)
summary=${GITHUB_STEP_SUMMARY:-/dev/null}

# The line that names this action differs from course to course; every other line is the template's.
workflow() { sed -E 's#^( *-? *uses: ).*/\.github/actions/grade@.*#\1DRYDOCK#; s/\r$//' -- "$1"; }
template="$root/.github/workflows/classroom.yml"
# The workflow of this repository that runs now, whatever it is called: a copy under another name is compared as well.
running=${GITHUB_WORKFLOW_REF:-}
case $running in
  "${GITHUB_REPOSITORY:-none}"/*) own=${running#"$GITHUB_REPOSITORY/"} own=${own%%@refs/*} ;;
  *) own=.github/workflows/classroom.yml running='' ;;
esac
if [ -e "$workspace/$own" ]; then
  differs=$([ "$(workflow "$workspace/$own")" = "$(workflow "$template")" ] || echo yes)
else
  differs=$running
fi
if [ -n "$differs" ]; then
  [[ $own =~ ^[A-Za-z0-9._/-]+$ ]] || own=.github/workflows
  if [ "${INPUT_LANG:-ko}" = ko ]; then
    changed="이 워크플로가 수업에서 나눠 준 것과 다릅니다. 이번 점수는 이 워크플로만큼만 믿을 수 있으니, 점수가 중요하면 따로 모아 다시 채점하세요."
  else
    changed="This workflow differs from the course's. The scores of this run are only as good as it is; regrade centrally where they matter."
  fi
  # Before all others: of the warnings of a step GitHub shows ten.
  echo "::warning file=$own::$changed"
  printf '> ⚠️ `%s`: %s\n\n' "$own" "$changed" >>"$summary"
fi

# What the runner takes for a command of its own between these two lines is only text.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$token"
trap 'echo "::$token::"' EXIT

check=(check "${common[@]}" --json --dir "${INPUT_DIR:-.}" --student "${INPUT_STUDENT:-student}")
[ -z "${INPUT_FAIL_UNDER:-}" ] || check+=(--fail-under "$INPUT_FAIL_UNDER")
read -rd '' -a assignments <<<"${INPUT_ASSIGNMENT:-}" || true
code=0
"$drydock" "${check[@]}" -- "${assignments[@]}" >"$output/results.json" || code=$?

if [ -s "$output/results.json" ]; then
  report() { "$drydock" report "${common[@]}" --quiet "$output/results.json" --dir "${INPUT_DIR:-.}" --format "$@"; }
  report html --output "$output/report.html"
  report junit --output "$output/junit.xml"
  report ctrf --output "$output/ctrf.json"
  report markdown >>"$summary"
  report outputs >>"${GITHUB_OUTPUT:-/dev/null}"
  lines=$(report annotations)
  trap - EXIT
  echo "::$token::"
  # From here on the runner listens: the table folds each result, and stops it from listening inside.
  report terminal
  [ -z "$lines" ] || printf '%s\n' "$lines"
fi
exit "$code"
