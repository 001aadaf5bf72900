#!/usr/bin/env bash
# A biblatex year with unspecified digits becomes an exact one in Citation.js.
# Guessed: "20XX", some year of this century, is kept as text, as a span, or left out.
# Seen:    it is 2000, with nothing to tell that it is not exact; "201X" is 2010 likewise.
# Source:  biblatex manual, "Date and Time Specifications", unspecified dates
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.7.18 @citation-js/plugin-bibtex@0.7.18 >/dev/null
cat >try.cjs <<'JS'
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');

for (const date of ['2004', '20XX', '201X', '2004~']) {
    const [entry] = new Cite(`@misc{a, title={First}, date={${date}}}`).data;
    console.log(date, JSON.stringify(entry.issued));
}
JS
seen=$(node try.cjs)
expected='2004 {"date-parts":[[2004]]}
20XX {"date-parts":[[2000]]}
201X {"date-parts":[[2010]]}
2004~ {"date-parts":[[2004]]}'
echo "@citation-js/core@0.7.18 @citation-js/plugin-bibtex@0.7.18, node $(node --version)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
