"""TimelineJS: each slide with a date is an event. It quotes nothing, but for what stands in “ ” in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from eujdef_tui.draft.imports.candidate import Candidate, Quote, date_of, status_of, text_of
from eujdef_tui.draft.imports.json_file import objects_of, read_json

__all__ = ["candidates"]

_TAG = re.compile(r"<[^<>]{0,1000}>")
_QUOTED = re.compile(r"<p>“(.{4,1000}?)”<br>", re.DOTALL)


def candidates(text: str, name: str) -> Iterator[Candidate]:
    """Yield an event for each slide of `events`."""
    read = read_json(text, name)
    slides = read.get("events") if isinstance(read, dict) else read
    for place, slide in objects_of(slides if slides is not None else [], "event"):
        if slide is None:
            yield Candidate("event", "", place, refused="it is no object")
            continue
        yield _event(slide, place)


def _event(slide: dict[str, Any], place: str) -> Candidate:
    words = slide.get("text")
    given = words if isinstance(words, dict) else {}
    title = text_of(unescape(_TAG.sub(" ", text_of(given.get("headline")))))
    body = given.get("text") if isinstance(given.get("text"), str) else ""
    quotes = tuple(Quote(unescape(found)) for found in _QUOTED.findall(body or ""))
    start, end = (_day(slide.get(key)) for key in ("start_date", "end_date"))
    date, wrong = date_of(_between(start, end))
    status = status_of([text_of(slide.get("group"))])
    told = {"imported_id": id_} if (id_ := text_of(slide.get("unique_id"))) else {}
    return Candidate(
        "event", title, place, "event", quotes, date, status, flags=(wrong,) if wrong else (), told=told
    )  # fmt: skip


def _day(value: object) -> str:
    """A date of year, month and day as far as it has them. Its year 0 is 1 BCE, as its axis has it."""
    if not isinstance(value, dict):
        return ""
    parts = [text_of(value.get(key)) for key in ("year", "month", "day")]
    if not re.fullmatch(r"-?\d{1,6}", parts[0]):
        return ""
    year = int(parts[0])
    year += year < 0
    written = f"{year:04}" if year >= 0 else f"-{-year:04}"
    for part in parts[1:]:
        if not re.fullmatch(r"\d{1,2}", part):
            break
        written += f"-{int(part):02}"
    return written


def _between(start: str, end: str) -> str:
    """One date of two: a year or a month where they are its first and last day."""
    if not end or start == end:
        return start
    if re.fullmatch(r"\d{4}-01-01", start) and end == f"{start[:4]}-12-31":
        return start[:4]
    if start[:7] == end[:7] and start.endswith("-01") and date_of(f"{start[:7]}-{int(end[8:] or 0) + 1:02}")[1]:
        return start[:7]
    return f"{start}/{end}"
