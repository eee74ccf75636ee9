"""Reads pages with trafilatura and htmldate: one JSON object a line in ({"html": base64, "url"}) and out ({"text", "title", "date"})."""
import base64
import json
import logging
import sys

from htmldate import find_date
from trafilatura import bare_extraction, extract_metadata

logging.disable(logging.CRITICAL)


def read(html: bytes, url: str) -> dict:
    document = bare_extraction(html, url=url, include_comments=False, with_metadata=False)
    metadata = extract_metadata(html, default_url=url)
    return {
        "text": document.text if document else "",
        "title": metadata.title if metadata else None,
        "date": find_date(html, url=url, extensive_search=False),
    }


for line in sys.stdin:
    page = json.loads(line)
    try:
        found = read(base64.b64decode(page["html"]), page["url"])
    except Exception:
        found = {"text": "", "title": None, "date": None}
    print(json.dumps(found), flush=True)
