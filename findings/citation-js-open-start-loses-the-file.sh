#!/usr/bin/env bash
# One biblatex date without a beginning makes Citation.js refuse every entry of a file.
# Guessed: "/2023-07-17", by that day, is read as an end without a start, or that one field is left out.
# Seen:    reading throws for the whole file; an open end, "2023-07-17/", is read.
# Source:  biblatex manual, "Date and Time Specifications", open ended and unknown ranges
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.7.18 @citation-js/plugin-bibtex@0.7.18 >/dev/null
cat >try.cjs <<'JS'
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');

for (const date of ['2023-07-17', '2023-07-17/', '/2023-07-17']) {
    try {
        const file = `@misc{a, title={First}, date={2020}} @misc{b, title={Second}, date={${date}}}`;
        console.log(date, new Cite(file).data.map((entry) => JSON.stringify(entry.issued)).join(' '));
    } catch (error) {
        console.log(date, error.message);
    }
}
JS
seen=$(node try.cjs)
expected='2023-07-17 {"date-parts":[[2020]]} {"date-parts":[[2023,7,17]]}
2023-07-17/ {"date-parts":[[2020]]} {"date-parts":[[2023,7,17],null]}
/2023-07-17 Failed to convert date to issued'
echo "@citation-js/core@0.7.18 @citation-js/plugin-bibtex@0.7.18, node $(node --version)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
