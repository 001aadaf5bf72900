"""Tells what feedparser finds in a feed."""
import json
import sys

import feedparser

read = feedparser.parse(sys.argv[1])
print(json.dumps({
    "version": read.version,
    "malformed": str(read.get("bozo_exception", "")),
    "title": read.feed.get("title", ""),
    "entries": [
        {
            "id": entry.get("id", ""),
            "title": entry.get("title", ""),
            "link": entry.get("link", ""),
            "updated": entry.get("updated", ""),
            "isDated": entry.get("updated_parsed") is not None,
        }
        for entry in read.entries
    ],
}))
