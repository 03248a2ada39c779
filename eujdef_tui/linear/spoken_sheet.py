"""The sheet of a record in words, a line for each thing that is said, with a number for each link that can be followed.

The lines are those of the screen (`present.fact_sheet`); marks, strips of bars and tracks are said in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from eujdef_tui.linear.marks_in_words import GRADE_WORDS, MARK_WORDS, kind_words, status_words
from eujdef_tui.linear.speech import in_full, joined, listed, sentence, spoken_date
from eujdef_tui.model.glyphs import GRADE_MARKS, OUTSIDE, date_mark
from eujdef_tui.model.labels import quoted
from eujdef_tui.model.records import Actor, Agreement, Event, Source
from eujdef_tui.present.fact_sheet import sheet
from eujdef_tui.present.list_row import milestone_order
from eujdef_tui.present.sheet_lines import Line, Part
from eujdef_tui.present.sheets.seen import seen_months
from eujdef_tui.store import Base, Row

__all__ = ["SpokenSheet", "spoken_sheet"]

_LABELS = {
    "who": "Who", "also": "Also called", "reading": "Note on reading", "read so": "How to read it",
    "seen": "Dated facts that name it", "in": "Takes part in", "role": "Office",
    "said of": "Said of it", "URL": "Address", "country": "Country code",
    "binding": "Binding force", "force": "Why", "outside": "From outside the articles", "dated": "How it was dated",
    "between": "Between", "from": "Taken from", "text": "Of its text", "track": "Steps", "steps": "Step by step",
}  # fmt: skip
_LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fi": "Finnish", "fr": "French", "hu": "Hungarian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_QUARTERS = ("first quarter", "second quarter", "third quarter", "fourth quarter")
_MARKED_SOURCE = {
    f"{mark}\N{NO-BREAK SPACE}": f"{GRADE_WORDS[grade]} in " for grade, mark in GRADE_MARKS.items() if grade
}


class SpokenSheet(NamedTuple):
    """The lines of a sheet, and the numbers of the records that its links 1, 2, … lead to."""

    lines: tuple[str, ...]
    links: tuple[int, ...]


def spoken_sheet(base: Base, row: Row, today: int) -> SpokenSheet:
    """Return what is known of a record on a day (yyyymmdd), but for its heading and its quotes."""
    links: list[int] = []
    lines: list[str] = []
    label = ""
    for line in sheet(base, row, today):
        label = line.label or label
        said = _own_words(base, row, label, today) if line.label else None
        if label in ("proof", "seen", "track") and said is None:
            continue
        words = said if said is not None else _words(base, line, label, today, links)
        lines.append(sentence(f"{_label(line, label, of_source=isinstance(row.record, Source))}{words}"))
    return SpokenSheet(tuple(lines), tuple(links))


def _label(line: Line, label: str, *, of_source: bool) -> str:
    """The label as words: "Says, 17 in all: "; a line that goes on has none."""
    if not line.label:
        return ""
    if line.side:
        return f"{in_full(line.label)}: "
    name, _, count = label.rpartition(" ")
    if not (name and count.replace(",", "").isdigit()):
        name, count = label, ""
    said = "Published in" if of_source and name == "in" else _LABELS.get(name, name[:1].upper() + name[1:])
    return f"{said}, {count} in all: " if count else f"{said}: "


# --- what is said in words of its own ---


def _own_words(base: Base, row: Row, label: str, today: int) -> str | None:
    """The words of a line whose signs alone say something; None for any other, "" is never returned."""
    record = row.record
    if label == "seen" and isinstance(record, Actor):
        return _seen(base, row.n)
    if label == "track" and isinstance(record, Agreement):
        return _track(record, today)
    if label == "when" and isinstance(record, Event):
        said = f"in the article’s words {quoted(record.date_text)}" if record.date_text else ""
        date = spoken_date(record.date, date_mark(record))
        return joined(date, status_words(record.status, record.date, today), said)
    if label == "language" and isinstance(record, Source):
        return _LANGUAGES.get(record.language, record.language)
    return None


def _outside(mark: str) -> str:
    return in_full(f"x{mark}")[1:] if mark == OUTSIDE else ""


def _seen(base: Base, n: int) -> str:
    """How many dated facts an actor is in: "14 in the third quarter of 2025; 2 in 2026, without a month"."""
    years = groupby(sorted(seen_months(base, n).items()), lambda month: month[0] // 100)
    return "; ".join(listed(_by_quarter(year, months)) for year, months in years)


def _by_quarter(year: int, months: Iterable[tuple[int, int]]) -> Iterator[str]:
    quarters = groupby(months, lambda month: (month[0] % 100 + 2) // 3)
    for quarter, found in quarters:
        count = sum(count for _, count in found)
        yield (
            f"{count:,} in the {_QUARTERS[quarter - 1]} of {year}"
            if quarter
            else f"{count:,} in {year}, without a month"
        )


def _track(agreement: Agreement, today: int) -> str:
    """The steps of an agreement in order of time, each with its status, and how many are still to come."""
    said = []
    for step in sorted(agreement.milestones, key=milestone_order):
        action = step.action.replace("-", " ")
        date = spoken_date(step.date, date_mark(step)) if step.date else ""
        status = status_words(step.status, step.date, today)
        said.append(joined(f"{action} {date}".strip(), "" if status == action else status))
    return "; ".join(said) or "no step stated"


# --- any other line ---


def _words(base: Base, line: Line, label: str, today: int, links: list[int]) -> str:
    """The words of a line; its links are numbered on from those before."""
    if label == "also":
        return _names(line)
    parts = list(line.parts)
    linked = next((part.link for part in parts if part.link), 0)
    said: list[str] = []
    for nth, part in enumerate(parts):
        if part.role.startswith("mark"):
            said.append(_mark(base, part.text.strip(), linked, parts[nth + 1 : nth + 2], label, today))
        elif part.link:
            links.append(part.link)
            said.append(joined(in_full(part.text), f"link {len(links)}"))
        elif part.role in ("quote", "inexact"):
            said.append(part.text)
        else:
            between = part.text.strip() == "·" and bool(linked)  # names that lead somewhere
            said.append("; " if between else _plain(part.text))
    return in_full("".join(said).replace("  ", ", "))


def _mark(base: Base, mark: str, linked: int, following: list[Part], label: str, today: int) -> str:
    """What a mark says, before the words behind it; nothing where the label or these words say it already."""
    words = kind_words(base.record(linked).record, today) if linked else MARK_WORDS.get(mark, "")
    begins = following and following[0].text.strip().startswith(words)
    known = label in ("differs", "reading", "read so") or (words == "statement" and label.startswith("sa"))
    return "" if known or begins or not words or mark == OUTSIDE else f"{words}: "


def _plain(text: str) -> str:
    for mark, words in _MARKED_SOURCE.items():
        text = text.replace(mark, words)
    return text


def _names(line: Line) -> str:
    """Other names, each with its kind and its language in words."""
    said = ""
    for part in line.parts:
        if part.text == " · ":
            said += "; "
        elif part.role == "quiet" and said and not said.endswith("; "):
            notes = part.text.strip().rstrip(OUTSIDE).split(", ")
            named = [f"in {_LANGUAGES[note]}" if note in _LANGUAGES else note for note in notes]
            said += ", " + ", ".join(named) + _outside(part.text[-1:])
        else:
            said += part.text
    return said
