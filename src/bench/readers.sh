#!/usr/bin/env bash
# Has programs of others read what a running Pacta with the sample hands out: src/bench/readers.sh [address]
# Needs node and npm, java and mvn, curl; biber, LibreOffice and pdftotext where they are, and says which are not.
set -euo pipefail
site=${1:-http://127.0.0.1:8080}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
failed=0

check() { # what it is, and the command
    local what=$1
    shift
    if "$@" >said 2>&1; then echo "well    $what"; else
        echo "FAILED  $what"
        tail -20 said
        failed=1
    fi
}

have() {
    command -v "$1" >/dev/null || {
        echo "skipped $1 is not here"
        return 1
    }
}

ask() { curl -sS --fail -o "$2" "$site$1"; }

# The interface: a linter, and a client made of its description that asks for every list, one record of each and a text to be read.
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @redocly/cli@2.77.0 typescript@5.9.3 @citation-js/core@0.7.18 \
    @citation-js/plugin-bibtex@0.7.18 @citation-js/plugin-ris@0.7.18 @citation-js/plugin-csl@0.7.18 >/dev/null
mvn -q -B dependency:copy -Dartifact=org.openapitools:openapi-generator-cli:7.15.0 -DoutputDirectory=. >/dev/null
ask /api/v1/openapi.json openapi.json
check "description of the interface, linted" npx redocly lint openapi.json
check "client in TypeScript, made" java -jar openapi-generator-cli-7.15.0.jar generate -g typescript-fetch -i openapi.json -o client
check "client in TypeScript, compiled" npx tsc --target es2022 --lib es2022,dom --module commonjs --outDir made client/index.ts
cat >client.cjs <<'JS'
const api = require('./made/index.js');
const site = new api.Configuration({ basePath: process.argv[2] });
const records = new api.RecordsApi(site);
const annexes = new api.AnnexesApi(site);

(async () => {
    const lists = Object.getOwnPropertyNames(Object.getPrototypeOf(records)).filter(
        (name) => /s$|people/.test(name) && !/(Raw|RequestOpts)$/.test(name)
    );
    for (const list of lists) {
        const page = await records[list]();
        console.log(list, page.rows.length, 'of', page.total);
        if (page.total > 0) {
            const kind = { people: 'person', councils: 'council' }[list] || list.replace(/s$/, '');
            const one = await records[kind]({ key: String(page.rows[0].id) });
            if (one.id !== page.rows[0].id) throw new Error(`${kind} ${one.id}`);
        }
    }
    if (lists.length < 10) throw new Error(`only ${lists}`);
    const read = await annexes.parse({ body: 'MOU between Kaki Robotics and Foshan Kitchen Equipment Co. Ltd on woks' });
    if (read.rows.length !== 1 || read.rows[0].participants.length !== 2) throw new Error(JSON.stringify(read));
})();
JS
check "client in TypeScript, run" node client.cjs "$site"

# Citations: one file of each kind with every agreement and source.
for kind in agreements sources; do
    for id in $(curl -sS "$site/$kind.csv" | tail -n +2 | cut -d, -f1 | grep -E '^[0-9]+$'); do
        for format in bib ris; do curl -sS --fail "$site/$kind/$id/cite.$format" >>"all.$format"; done
        curl -sS --fail "$site/$kind/$id/cite.json" | sed 's/^\[//; s/\]$/,/' >>all.json
    done
done
{
    echo '['
    sed '$ s/,$//' all.json
    echo ']'
} >csl.json
cat >cite.cjs <<'JS'
const { Cite } = require('@citation-js/core');
const fs = require('fs');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');
require('@citation-js/plugin-csl');

const wanted = JSON.parse(fs.readFileSync('csl.json', 'utf8'));
const same = (text) => (text || '').replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();
for (const file of ['all.bib', 'all.ris']) {
    const read = new Cite(fs.readFileSync(file, 'utf8')).data;
    if (read.length !== wanted.length) throw new Error(`${file}: ${read.length} of ${wanted.length}`);
    read.forEach((entry, i) => {
        for (const field of ['title', 'URL']) {
            if (same(entry[field]) !== same(wanted[i][field])) {
                throw new Error(`${file}: ${field} "${entry[field]}" is not "${wanted[i][field]}"`);
            }
        }
    });
    console.log(file, read.length);
}
JS
check "citations, read by Citation.js as BibTeX and RIS" node cite.cjs
if have biber; then
    check "citations, read by biber" biber --tool --validate-datamodel all.bib
    check "citations, without a warning of biber" bash -c '! grep -E "^(WARN|ERROR)" said || ! cat said'
fi

# Office files: LibreOffice makes a PDF of each, and its title is in it.
if have soffice && have pdftotext; then
    for file in councils/sci/brief.docx councils/sci/brief.pptx councils/sci/meetings/4.docx; do
        name=${file//\//-}
        ask "/$file" "$name"
        soffice --headless --convert-to pdf "$name" >/dev/null 2>&1 || true
        check "$file, in LibreOffice" bash -c "pdftotext '${name%.*}.pdf' - | tr '\\n' ' ' | grep -q 'Smart City Initiative'"
    done
    ask /agreements.xlsx agreements.xlsx
    soffice --headless --convert-to csv agreements.xlsx >/dev/null 2>&1 || true
    check "agreements.xlsx, in LibreOffice" bash -c "[ \$(grep -c /agreements/ agreements.csv) -ge \$(($(curl -sS "$site/agreements.csv" | grep -c '/agreements/[0-9]*.$') - 1)) ]"
fi
exit $failed
