#!/usr/bin/env bash
# ExcelJS reads a day in one of the date formats built in for China, Taiwan, Japan and Korea as a bare number.
# Guessed: formats 27 to 36 and 50 to 58, which stand in a file as a number without a code, make days like 14 to 17 do, since ExcelJS has a list of them.
# Seen:    only 14 to 17 make a day; 27, 30, 31, 36, 50 and 57 give 44958 and no format, so that the year of a signing cannot be told from a count.
# Source:  ECMA-376 part 1, 18.8.30: the codes of formats 27 to 36 and 50 to 58 by language
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 jszip@3.10.1 >/dev/null
cat >try.cjs <<'JS'
const ExcelJS = require('exceljs');
const JSZip = require('jszip');

const formats = [14, 17, 27, 30, 31, 36, 50, 57];
const xml = (text) => '<?xml version="1.0" encoding="UTF-8"?>' + text;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const xf = (format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;

const zip = new JSZip();
zip.file('[Content_Types].xml', xml(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/xl/workbook.xml" ContentType="${type}sheet.main+xml"/>
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}worksheet+xml"/>
    <Override PartName="/xl/styles.xml" ContentType="${type}styles+xml"/></Types>`));
zip.file('_rels/.rels', xml(`<Relationships xmlns="${relations}">
    <Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`));
zip.file('xl/workbook.xml', xml(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="MOUs" sheetId="1" r:id="rId1"/></sheets></workbook>`));
zip.file('xl/_rels/workbook.xml.rels', xml(`<Relationships xmlns="${relations}">
    <Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`));
zip.file('xl/styles.xml', xml(`<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts>
    <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
    <borders count="1"><border/></borders><cellStyleXfs count="1">${xf(0)}</cellStyleXfs>
    <cellXfs count="${formats.length + 1}">${[0, ...formats].map(xf).join('')}</cellXfs></styleSheet>`));
zip.file('xl/worksheets/sheet1.xml', xml(`<worksheet xmlns="${main}"><sheetData><row r="1">${
    formats.map((_, n) => `<c r="${'ABCDEFGH'[n]}1" s="${n + 1}"><v>44958</v></c>`).join('')}</row></sheetData></worksheet>`));

(async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await zip.generateAsync({ type: 'nodebuffer' }));
    book.worksheets[0].getRow(1).eachCell((cell, column) => {
        const day = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.value;
        console.log(formats[column - 1], cell.numFmt ?? 'no format', day);
    });
})();
JS
seen=$(node try.cjs)
expected='14 mm-dd-yy 2023-02-01
17 mmm-yy 2023-02-01
27 no format 44958
30 no format 44958
31 no format 44958
36 no format 44958
50 no format 44958
57 no format 44958'
echo "exceljs@4.4.0, node $(node --version)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
