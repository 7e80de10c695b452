#!/usr/bin/env bash
# Judges or merges, writes the job's summary and outputs, and gates. The suite is the one that this action lies in.
set -euo pipefail
suite="$(cd "$(dirname "$0")/../../.." && pwd)"
report="$(mkdir -p "$INPUT_REPORT_DIR" && cd "$INPUT_REPORT_DIR" && pwd)"
if [ ! -d "$suite/node_modules" ]; then
  (cd "$suite" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund)
fi
# An input that was left out arrives as empty text, which is no setting.
for name in TARGET_URL TARGET_APP_ID TARGET_SECRET_KEY CONFORMANCE_EXPLORE; do
  if [ -z "${!name:-}" ]; then unset "$name"; fi
done

read -r -a arguments <<<"${INPUT_ARGUMENTS:-}"
if [ -n "${INPUT_MERGE:-}" ]; then
  mapfile -t parts < <(find "$INPUT_MERGE" -name results.json)
  if [ "${#parts[@]}" = 0 ]; then
    echo "There is no results.json below $INPUT_MERGE: were the reports of the parts downloaded?" >&2
    exit 2
  fi
  command=(merge "${parts[@]}" --report-dir "$report")
else
  command=(run --report-dir "$report")
  if [ -n "${INPUT_SHARD:-}" ]; then command+=(--shard "$INPUT_SHARD"); fi
fi

code=0
"$suite/node_modules/.bin/tsx" "$suite/reports/cli/main.ts" "${command[@]}" "${arguments[@]}" || code=$?

verdict=usage-error
if [ -f "$report/results.json" ]; then
  verdict="$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).verdict' "$report/results.json")"
fi
if [ -f "$report/summary.md" ]; then cat "$report/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
printf 'verdict=%s\nexit-code=%s\nreport=%s\n' "$verdict" "$code" "$report" >>"$GITHUB_OUTPUT"
# A wrong setting, or a fault of the suite, fails a part as well.
if [ "${INPUT_GATE:-true}" = true ] || [ "$code" = 2 ] || [ "$code" = 4 ] || [ "$code" = 70 ]; then exit "$code"; fi
