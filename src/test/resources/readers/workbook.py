"""Tells what openpyxl finds on the first sheet of a workbook."""
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
sheet = openpyxl.load_workbook(sys.argv[1] if sys.argv[1].endswith(".xlsx") else open(sys.argv[1], "rb")).worksheets[0]
print(json.dumps({
    "filter": sheet.auto_filter.ref,
    "frozen": sheet.freeze_panes,
    "widths": [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]],
    "links": [row[0].hyperlink.target for row in sheet.iter_rows(min_row=2) if row[0].hyperlink],
    "rows": [["" if cell.value is None else str(cell.value) for cell in row] for row in sheet.iter_rows()],
}))
