"""Tells what icalendar finds in a calendar."""
import json
import sys

from icalendar import Calendar

with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())
print(json.dumps({
    "name": str(calendar.get("X-WR-CALNAME", "")),
    "errors": [str(error) for event in calendar.walk() for error in getattr(event, "errors", [])],
    "events": [
        {
            "uid": str(event["UID"]),
            "summary": str(event["SUMMARY"]),
            "start": str(event.decoded("DTSTART")),
            "end": str(event.decoded("DTEND")) if "DTEND" in event else "",
        }
        for event in calendar.walk("VEVENT")
    ],
}))
