"""Tells what python-docx finds in a Word document."""
import json
import sys

import docx

document = docx.Document(sys.argv[1])
about = document.core_properties
print(json.dumps({
    "title": about.title,
    "author": about.author,
    "language": about.language,
    "headings": [part.text for part in document.paragraphs if part.style.name.startswith(("Title", "Heading"))],
    "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables],
}))
