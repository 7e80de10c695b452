#!/usr/bin/env bash
# Installs the packed suite, tests or merges, sets the outputs, and fails the job if required.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
report="$(mkdir -p "$INPUT_REPORT_DIR" && cd "$INPUT_REPORT_DIR" && pwd)"
# Remove the report of an earlier step.
rm -f "$report/results.json" "$report/summary.md"

usage() {
  printf 'verdict=usage-error\nfailed=\nexit-code=2\nreport=%s\n' "$report" >>"$GITHUB_OUTPUT"
  echo "::error title=Conversations conformance::$1"
  exit 2
}

# Split as a shell does, with quotes and lines, but without running or expanding anything.
words="$(mktemp)"
printf '%s' "${INPUT_ARGUMENTS:-}" | tr -d '\r' | xargs -r printf '%s\0' >"$words" 2>/dev/null ||
  usage "The input arguments cannot be split: a quote is not closed on its line. Example: --only PUT-MERGE --header 'x-team=a b'"
arguments=()
while IFS= read -r -d '' word; do arguments+=("$word"); done <"$words"
rm -f "$words"
names_target=false
for word in ${arguments[@]+"${arguments[@]}"}; do
  case "$word" in
    --report-dir | --report-dir=*) usage "Name the folder by the input report-dir, not in arguments. Example: report-dir: conformance-report" ;;
    --shard | --shard=*) usage "Name the part by the input shard, not in arguments. Example: shard: 1/2" ;;
    --watch | --watch=*) usage "Nobody watches a job: leave --watch out of arguments." ;;
    --target | --target=* | --config | --config=*) names_target=true ;;
  esac
done

TARGET_URL="$(printf '%s' "${TARGET_URL:-}" | xargs)"
if [ -n "${INPUT_MERGE:-}" ]; then
  parts=()
  while IFS= read -r part; do parts+=("$part"); done < <(find "$INPUT_MERGE" -name results.json 2>/dev/null | sort)
  if [ "${#parts[@]}" = 0 ]; then
    usage "There is no results.json below $INPUT_MERGE: were the reports of the parts downloaded?"
  fi
  command=(merge "${parts[@]}" --report-dir "$report")
else
  if [ -z "$TARGET_URL" ] && [ "$names_target" = false ]; then
    usage "The input target is empty. Example: target: https://staging.example.com (target: embedded judges the reference server)"
  fi
  if [ "$TARGET_URL" = embedded ]; then unset TARGET_URL TARGET_APP_ID TARGET_SECRET_KEY; fi
  command=(run --report-dir "$report")
  if [ -n "${INPUT_SHARD:-}" ]; then command+=(--shard "$INPUT_SHARD"); fi
fi
# An input that is not set arrives as an empty variable: unset it.
for name in TARGET_URL TARGET_APP_ID TARGET_SECRET_KEY CONFORMANCE_EXPLORE; do
  if [ -z "${!name:-}" ]; then unset "$name"; fi
done

program="$SUITE_HOME/node_modules/.bin/conversations-conformance"
if [ ! -e "$program" ]; then
  version="$(node -p 'require(process.argv[1]).version' "$here/../../../package.json")"
  package="${INPUT_PACKAGE:-${RELEASE:+$RELEASE/conversations-conformance-$version.tgz}}"
  if [ -z "$package" ]; then
    usage "The input package is empty, and this action is of no release. Example: package: ./conversations-conformance-$version.tgz"
  fi
  mkdir -p "$SUITE_HOME"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --prefix "$SUITE_HOME" --omit=dev --no-audit --no-fund "$package" ||
    usage "The suite could not be installed from $package. Example: package: ./conversations-conformance-$version.tgz"
fi

# Text from a target may look like a command to the runner: ignore commands until the token.
token="$(node -p 'require("crypto").randomUUID()')"
echo "::stop-commands::$token"
code=0
"$program" "${command[@]}" ${arguments[@]+"${arguments[@]}"} || code=$?
echo "::$token::"

node "$here/outcome.cjs" "$report" "$code"
# A wrong setting, or an error of the suite, always fails the step.
if [ "${INPUT_GATE:-true}" = true ] || [ "$code" = 2 ] || [ "$code" = 4 ] || [ "$code" = 70 ]; then exit "$code"; fi
