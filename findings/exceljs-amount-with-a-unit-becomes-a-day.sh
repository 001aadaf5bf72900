#!/usr/bin/env bash
# An amount whose number format ends in an escaped letter, read by ExcelJS, is a day.
# Guessed: 250 in the format 0\ \m, shown as "250 m", is the number 250: the letter is escaped, and the format has a digit of a number.
# Seen:    6 September 1900; with the same letter between quotes, 0 "m", it is 250.
# Source:  ECMA-376, part 1, 18.8.31: a character behind a backslash is shown as it is
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund exceljs@4.4.0 >/dev/null
cat >try.cjs <<'JS'
const ExcelJS = require('exceljs');

(async () => {
    const formats = ['0', '0\\ \\m', '0 "m"', '#,##0\\ \\d', '0\\ \\k'];
    const made = new ExcelJS.Workbook();
    const sheet = made.addWorksheet('amounts');
    formats.forEach((format, i) => {
        sheet.getCell(i + 1, 1).value = 250;
        sheet.getCell(i + 1, 1).numFmt = format;
    });
    await made.xlsx.writeFile('amounts.xlsx');
    const read = new ExcelJS.Workbook();
    await read.xlsx.readFile('amounts.xlsx');
    formats.forEach((format, i) => {
        const value = read.worksheets[0].getCell(i + 1, 1).value;
        console.log(format, '->', value instanceof Date ? value.toISOString().slice(0, 10) : value);
    });
})();
JS
seen=$(node try.cjs)
expected='0 -> 250
0\ \m -> 1900-09-06
0 "m" -> 250
#,##0\ \d -> 1900-09-06
0\ \k -> 250'
echo "exceljs@4.4.0, node $(node --version)"
echo "$seen"
[ "$seen" = "$expected" ] || { echo "This has changed. It was:"; echo "$expected"; exit 1; }
