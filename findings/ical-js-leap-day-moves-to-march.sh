#!/usr/bin/env bash
# A yearly event of 29 February, read by ical.js, falls on 1 March in common years.
# Guessed: it is left out in years without that day, as the standard says, so that the next is in 2028.
# Seen:    2025-03-01, 2026-03-01; a monthly event of the 31st, and the same yearly rule with the day spelled out, leave such days out.
# Source:  RFC 5545, 3.3.10: dates that a rule makes and no calendar has are ignored and not counted
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1 >/dev/null
cat >try.mjs <<'JS'
import ICAL from 'ical.js';

for (const [day, rule] of [
    ['2024-02-29', 'FREQ=YEARLY;COUNT=3'],
    ['2024-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3'],
    ['2024-01-31', 'FREQ=MONTHLY;COUNT=3'],
]) {
    const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(day));
    const seen = [];
    for (let next = days.next(); next; next = days.next()) {
        seen.push(next.toString());
    }
    console.log(day, rule, seen.join(' '));
}
JS
seen=$(node try.mjs)
expected='2024-02-29 FREQ=YEARLY;COUNT=3 2024-02-29 2025-03-01 2026-03-01
2024-02-29 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3 2024-02-29 2028-02-29 2032-02-29
2024-01-31 FREQ=MONTHLY;COUNT=3 2024-01-31 2024-03-31 2024-05-31'
echo "ical.js@2.2.1, node $(node --version)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
