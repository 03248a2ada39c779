"""A source as a reference: a Chicago note, a CSL-JSON item, a BibTeX entry.

Nothing is added to what the catalogue says: no publisher, no date more precise than its EDTF, no quotation marks around
a title in square brackets, which the cataloguer supplied (ISBD).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from eujdef_tui.model.labels import quoted
from eujdef_tui.model.records import Person, Source
from eujdef_tui.text import edtf
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.unicode import one_line

__all__ = ["bibtex_entry", "chicago_date", "csl_item", "date_parts", "iso_prefix", "reference"]

# The types of CSL 1.0.2. A source of any other type is a "document".
_CSL_TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
    legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
    performance periodical personal_communication post post-weblog regulation report review review-book software
    song speech standard thesis treaty webpage""".split()
)
_ONLINE = ("webpage", "post", "post-weblog")
_DAY = lazy_pattern(r"((?!0000)\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:-XX)*(?:T[^~?%]*)?[~?%]?", re.ASCII)
# BibTeX counts braces even after a backslash, so they are written as commands.
_LATEX = str.maketrans(
    {char: f"\\{char}" for char in "$&#_%"}
    | {"\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    | {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def reference(
    source: Source,
    format_date: Callable[[str], str] = edtf.in_english,
    escape: Callable[[str], str] = str,
    link: Callable[[str], str] = str,
) -> str:
    """Return author, title, container, date and URL in the order of a Chicago note, without a full stop.

    `format_date` puts an EDTF date into words; `escape` is applied to everything but the URL, `link` to the URL.
    """
    title, container = one_line(source.title), one_line(source.container_title)
    if source.container_title_short and not container:
        # The text does not name its outlet: this label is the cataloguer's, so it stands in square brackets.
        container = f"[{one_line(source.container_title_short)}]"
    supplied = title.startswith("[") and title.endswith("]")
    parts = [
        f"{_authors(source.author)}," if source.author else "",
        f"{title}," if supplied else quoted(f"{title},") if title else "",
        f"{container or source.id}," if container or not title else "",
        f"{format_date(source.issued)}, accessed {format_date(source.accessed)}"
        if source.accessed
        else format_date(source.issued),
    ]
    joined = escape(" ".join(part for part in parts if part))
    return f"{joined}, {link(one_line(source.URL))}" if source.URL else joined


def _authors(people: tuple[Person, ...]) -> str:
    names = [one_line(person.literal or f"{person.given} {person.family}") for person in people]
    if len(names) > 3:
        return f"{names[0]} et al."
    if len(names) == 3:
        return f"{names[0]}, {names[1]}, and {names[2]}"
    return " and ".join(names)


def chicago_date(date: str) -> str:
    """Return a date as Chicago writes it: "July 23, 2025", "ca. 2025" for about, "[2025?]" for a guess, "n.d."."""
    if not date:
        return "n.d."
    parts = date_parts(date)
    if not parts:
        return edtf.in_english(date)
    day = f" {parts[2]}," if len(parts) == 3 else ""
    written = f"{edtf.MONTHS[parts[1] - 1]}{day} {parts[0]}" if len(parts) > 1 else str(parts[0])
    parsed = edtf.parse(date)
    written = f"ca. {written}" if parsed.approximate else written
    return f"[{written}?]" if parsed.uncertain else written


def date_parts(date: str) -> list[int]:
    """Return year, month and day as far as a date without "/" gives them, in doubt or not; [] for any other."""
    found = _DAY().fullmatch(date)
    return [int(part) for part in found.groups() if part] if found else []


def iso_prefix(date: str) -> str:
    """Return as much of a date without "/" as ISO 8601 can express: of one in doubt or with a season, the year.

    "" where the date has no four-digit year.
    """
    parts = date_parts(date)
    if parts and date[-1] not in "~?%":
        return "-".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))
    return date[:4] if date[:4].isdigit() and "/" not in date else ""


def csl_item(source: Source, note: str = "") -> dict[str, Any]:
    """Return a source as an item of CSL-JSON (Citation Style Language 1.0.2), with a note where one is given."""
    item: dict[str, Any] = {
        "id": source.id,
        "type": source.type if source.type in _CSL_TYPES else "document",
        "title": source.title,
        "author": [_csl_name(person) for person in source.author],
        "container-title": source.container_title,
        "container-title-short": source.container_title_short,
        "issued": _csl_date(source.issued),
        "accessed": _csl_date(source.accessed),
        "URL": source.URL,
        "language": source.language,
        "note": note,
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(person: Person) -> dict[str, str]:
    if person.literal:
        return {"literal": person.literal}
    name = {"family": person.family, "given": person.given}
    return {key: value for key, value in name.items() if value}


def _csl_date(date: str) -> dict[str, Any]:
    """Return date-parts where they express the whole date, with `circa` for any doubt; else a literal in English."""
    if not date:
        return {}
    parsed = edtf.parse(date)
    sides = [date_parts(side) for side in dict.fromkeys((parsed.start, parsed.end))]
    if not all(sides):
        return {"literal": edtf.in_english(date)}
    return {"date-parts": sides} | ({"circa": True} if parsed.approximate or parsed.uncertain else {})


def bibtex_entry(source: Source, annote: str = "") -> str:
    """Return a source as a BibTeX entry under its id.

    Of a date in doubt only the year is given, and `note` has it in words.
    """
    kind, holder = "misc", "howpublished"
    if source.type.startswith("article") and source.container_title:
        kind, holder = "article", "journal"
    elif source.type in _ONLINE:
        kind, holder = "online", "organization"
    issued = iso_prefix(source.issued)
    year, month, day = (*issued.split("-"), "", "")[:3]
    doubt = f"dated {edtf.in_english(source.issued)}" if source.issued else "undated"
    fields = {
        "author": " and ".join(_bibtex_name(person) for person in source.author),
        "title": f"{{{_latex(source.title)}}}" if source.title else "",
        holder: _latex(source.container_title),
        "year": year,
        "month": month.lstrip("0"),
        "day": day.lstrip("0"),
        "note": "" if issued and issued == source.issued else doubt,
        "url": re.sub(r"[\s{}\\]", lambda found: f"%{ord(found[0]):02X}", source.URL),
        "urldate": iso_prefix(source.accessed),
        "annote": _latex(annote),
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.id},\n{''.join(lines)}}}"


def _bibtex_name(person: Person) -> str:
    if person.literal:
        return f"{{{_latex(person.literal)}}}"
    parts = [_latex(part) for part in (person.family, person.given) if part]
    # BibTeX splits names at commas and at "and", but not inside braces.
    return ", ".join(f"{{{part}}}" if re.search(r",|\band\b", part) else part for part in parts)


def _latex(text: str) -> str:
    return one_line(text).translate(_LATEX)
