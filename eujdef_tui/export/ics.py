"""What is planned or aimed at as all-day events of a calendar (iCalendar, RFC 5545).

An event lasts from the first to the last day that its date may mean; of an open interval ("by 2035") the known side is
taken. Summary and description say the date in words, since a calendar has no other place for "about".
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, timedelta

from eujdef_tui.export.citation import Claim, claims, where
from eujdef_tui.export.selection import Selection
from eujdef_tui.model.labels import quoted, source_label
from eujdef_tui.model.records import Agreement, Event
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = ["ics"]

_DUE = ("planned", "target")
_LONGEST = 75  # bytes of a line, RFC 5545 §3.1


def ics(chosen: Selection) -> Iterator[str]:
    """Yield a calendar of the events and milestones that are planned or a target and have a date."""
    base = chosen.base
    yield _line("BEGIN", "VCALENDAR") + _line("VERSION", "2.0") + _line("PRODID", "-//eujdef//eujdef//EN")
    yield _line("X-WR-CALNAME", _text(base.title))
    for record in chosen.records():
        if not isinstance(record, Event | Agreement):
            continue
        for number, claim in enumerate(claims(base, record)):
            if claim.status in _DUE and claim.date and (days := _days(claim.date)):
                yield from _event(base, f"{record.id}/{number}", claim, days)
    yield _line("END", "VCALENDAR")


def _event(base: Base, name: str, claim: Claim, days: tuple[date, date]) -> Iterator[str]:
    first, last = days
    quotes = [
        f"{quoted(item.quote)} — {source_label(base.source(item.source))}, {where(item)}" for item in claim.evidence
    ]
    yield _line("BEGIN", "VEVENT")
    # The same event has the same UID in each export, so that an import mends the one of before.
    yield _line("UID", f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{base.title}/{name}')}")
    yield _line("DTSTAMP", f"{edtf.today()}T000000Z")
    yield _line("DTSTART;VALUE=DATE", _day(first))
    yield _line("DTEND;VALUE=DATE", _day(last + timedelta(1)))  # the day after: an end is not included
    yield _line("SUMMARY", _text(claim.line))
    yield _line("DESCRIPTION", _text("\n\n".join(quotes)))
    yield _line("CATEGORIES", claim.status)
    yield _line("TRANSP", "TRANSPARENT")
    urls = [url for item in claim.evidence if (url := base.source(item.source).URL).startswith(("http://", "https://"))]
    if urls:
        yield _line("URL", one_line(urls[0]))
    yield _line("END", "VEVENT")


def _day(day: date) -> str:
    """Write a day in eight digits: `%Y` gives a year before 1000 fewer than four on Linux."""
    return day.isoformat().replace("-", "")


def _days(written: str) -> tuple[date, date] | None:
    """The first and last day of a date, of an open interval those of its known side; None outside 1 to 9998 CE."""
    parsed = edtf.parse(written)
    if parsed.lo == edtf.MIN or parsed.hi == edtf.MAX:
        parsed = edtf.parse(parsed.end if parsed.lo == edtf.MIN else parsed.start)
    if not 10_000 < parsed.lo <= parsed.hi < 9999_0000:
        return None
    first, last = (date(day // 10_000, day // 100 % 100, day % 100) for day in (parsed.lo, parsed.hi))
    return first, last


def _text(text: str) -> str:
    """Escape text as RFC 5545 §3.3.11 asks."""
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _line(name: str, value: str) -> str:
    """Return a line folded after 75 bytes, not within a character."""
    lines, line = [], ""
    for char in f"{name}:{value}":
        if len(f"{line}{char}".encode()) > _LONGEST:
            lines.append(line)
            line = " "
        line += char
    return "\r\n".join([*lines, line, ""])
