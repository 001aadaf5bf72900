#!/usr/bin/env bash
# A third of a year in the Extended Date/Time Format, read by edtf.js, is five months long.
# Guessed: 2024-37, the first quadrimester, is January to April; 2024-38 begins where it ends.
# Seen:    it ends on 31 May, and 2024-38 is May to September: the thirds overlap by a month.
# Source:  EDTF, ISO 8601-2:2019, level 2, sub-year groupings 37 to 39 (https://www.loc.gov/standards/datetime/)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1 >/dev/null
cat >try.mjs <<'JS'
import edtf from 'edtf';

const day = (moment) => new Date(moment).toISOString().slice(0, 10);
for (const text of ['2024-33', '2024-37', '2024-38', '2024-39']) {
    const read = edtf(text);
    console.log(text, day(read.min), day(read.max));
}
JS
seen=$(node try.mjs)
expected='2024-33 2024-01-01 2024-03-31
2024-37 2024-01-01 2024-05-31
2024-38 2024-05-01 2024-09-30
2024-39 2024-09-01 2024-12-31'
echo "edtf@4.11.1, node $(node --version)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
