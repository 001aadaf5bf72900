#!/usr/bin/env bash
# Citation.js writes BibTeX and BibLaTeX without a single character of a script other than Latin.
# Guessed: a Chinese title and its publisher are written in UTF-8, which biblatex and biber read, or an error says that they cannot be.
# Seen:    both come out empty, the family name and the given name of an author as a comma between nothing; RIS of the same entry has them all.
# Source:  biblatex manual, "Encodings": Unicode is the encoding of its files
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @citation-js/core@0.7.18 @citation-js/plugin-bibtex@0.7.18 @citation-js/plugin-ris@0.7.18 >/dev/null
cat >try.cjs <<'JS'
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

const entry = new Cite([
    { id: 'a', type: 'webpage', title: '合作备忘录', publisher: '商务部', author: [{ family: '王', given: '某' }] },
]);
for (const format of ['biblatex', 'bibtex', 'ris']) {
    const lines = entry.format(format).split('\n').filter((line) => /author|title|publisher|organization|AU|TI|PB/.test(line));
    console.log(format, lines.map((line) => line.trim()).join(' '));
}
JS
seen=$(node try.cjs)
expected='biblatex author = {, }, organization = {}, title = {},
bibtex author = {, }, publisher = {}, title = {},
ris AU  - 王, 某 PB  - 商务部 TI  - 合作备忘录'
echo "@citation-js/core@0.7.18 @citation-js/plugin-bibtex@0.7.18 @citation-js/plugin-ris@0.7.18, node $(node --version)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
