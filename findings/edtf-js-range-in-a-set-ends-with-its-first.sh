#!/usr/bin/env bash
# A range inside a set of the Extended Date/Time Format, read by edtf.js, ends where it begins.
# Guessed: "one of the days from 8 to 12 July" can be as late as 12 July, as it is when the two days are listed with a comma.
# Seen:    with two dots the latest moment is the end of 8 July; a filter for what can be later misses it.
# Source:  EDTF, ISO 8601-2:2019, level 2, set representation (https://www.loc.gov/standards/datetime/)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund edtf@4.11.1 >/dev/null
cat >try.mjs <<'JS'
import edtf from 'edtf';

const day = (moment) => new Date(moment).toISOString().slice(0, 10);
for (const text of ['[2023-07-08,2023-07-12]', '[2023-07-08..2023-07-12]', '{2019..2021}']) {
    const read = edtf(text);
    console.log(text, read.type, day(read.min), day(read.max));
}
JS
seen=$(node try.mjs)
expected='[2023-07-08,2023-07-12] Set 2023-07-08 2023-07-12
[2023-07-08..2023-07-12] Set 2023-07-08 2023-07-08
{2019..2021} List 2019-01-01 2019-12-31'
echo "edtf@4.11.1, node $(node --version)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
