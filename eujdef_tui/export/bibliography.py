"""A source as a reference: a Chicago note, a CSL-JSON item, a BibTeX entry.

Nothing is added to what the catalogue says: no publisher, no date more precise than its EDTF, no quotation marks around
a title in square brackets, which the cataloguer supplied (ISBD).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from eujdef_tui.export.person_names import bibtex_name, csl_name
from eujdef_tui.export.reference_dates import (
    biblatex_date,
    chicago_date,
    csl_date,
    date_parts,
    iso_prefix,
    month_of,
)
from eujdef_tui.model.labels import full_name, quoted
from eujdef_tui.model.records import Person, Source
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = ["bibtex_entry", "chicago_date", "csl_item", "date_parts", "iso_prefix", "reference", "title_in_quotes"]

# The types of CSL 1.0.2. A source of any other type is a "document".
_CSL_TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic
    collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview
    legal_case legislation manuscript map motion_picture musical_score pamphlet paper-conference patent
    performance periodical personal_communication post post-weblog regulation report review review-book software
    song speech standard thesis treaty webpage""".split()
)
_ONLINE = ("webpage", "post", "post-weblog")
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
        f"{title}," if supplied else title_in_quotes(title) if title else "",
        f"{container or source.id}," if container or not title else "",
        f"{format_date(source.issued)}, accessed {format_date(source.accessed)}"
        if source.accessed
        else format_date(source.issued),
    ]
    joined = escape(" ".join(part for part in parts if part))
    return f"{joined}, {link(one_line(source.URL))}" if source.URL else joined


def _authors(people: tuple[Person, ...]) -> str:
    names = [one_line(full_name(person)) for person in people]
    if len(names) > 3:
        return f"{names[0]} et al."
    if len(names) == 3:
        return f"{names[0]}, {names[1]}, and {names[2]}"
    return " and ".join(names)


def csl_item(source: Source, note: str = "") -> dict[str, Any]:
    """Return a source as an item of CSL-JSON (Citation Style Language 1.0.2), with a note where one is given.

    A label that stands in for an outlet's name is the cataloguer's: it goes to the note, not to
    `container-title-short`.
    """
    outlet = one_line(source.container_title_short)
    unnamed = f"outlet not named; catalogued as {outlet}" if outlet and not source.container_title else ""
    item: dict[str, Any] = {
        "id": source.id,
        "type": source.type if source.type in _CSL_TYPES else "document",
        "title": source.title,
        "author": [csl_name(person) for person in source.author],
        "container-title": source.container_title,
        "container-title-short": "" if unnamed else source.container_title_short,
        "issued": csl_date(source.issued),
        "accessed": csl_date(source.accessed),
        "URL": source.URL,
        "language": source.language,
        "note": "\n".join(filter(None, (unnamed, note))),
    }
    return {key: value for key, value in item.items() if value}


def bibtex_entry(source: Source, annote: str = "") -> str:
    """Return a source as an entry for BibTeX and biblatex, under its id.

    `date` is biblatex's, which reads EDTF; `year` and `month` (a macro) are for the classic styles. Of a date in doubt
    these have the year alone, and `note` has the date in words.
    """
    kind, holder = "misc", "howpublished"
    if source.type.startswith("article") and source.container_title:
        kind, holder = "article", "journal"
    elif source.type in _ONLINE:
        kind, holder = "online", "organization"
    issued = iso_prefix(source.issued)
    doubt = f"dated {edtf.in_english(source.issued)}" if source.issued else "undated"
    month = month_of(source.issued)
    fields = {
        "author": " and ".join(bibtex_name(person, _latex) for person in source.author),
        "title": f"{{{_latex(source.title)}}}" if source.title else "",
        holder: _latex(source.container_title),
        "date": biblatex_date(source.issued),
        "year": issued[:4],
        "month": edtf.MONTHS[month - 1][:3].casefold() if month else "",
        "note": "" if issued and issued == source.issued else doubt,
        "url": re.sub(r"[\s{}\\]", lambda found: f"%{ord(found[0]):02X}", source.URL),
        "urldate": iso_prefix(source.accessed),
        "annote": _latex(annote),
    }
    # A month is a macro of every style, printed in its language: it has no braces.
    lines = (f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.id},\n{''.join(lines)}}}"


def title_in_quotes(title: str) -> str:
    """Return a title and a comma between quotation marks: “The ‘new’ deal,” (Chicago, 17th edition, 6.9 and 13.30)."""
    words = quoted(title).removesuffix("”")
    return f"{words[:-1]},’”" if words.endswith("’") and "‘" in words else f"{words},”"


def _latex(text: str) -> str:
    return one_line(text).translate(_LATEX)
