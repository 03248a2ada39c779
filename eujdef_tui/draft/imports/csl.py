"""CSL-JSON, as Zotero, citation-js and pandoc write it: each item is a source.

The field names are ours already. Dates of year, month and day become EDTF; what our form has no field for gets `x-`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eujdef_tui.draft.draft_file import source_id
from eujdef_tui.draft.imports.candidate import Candidate, date_of, text_of, word_of
from eujdef_tui.draft.imports.json_file import objects_of, read_json
from eujdef_tui.model.field_specs import FORMS, keys_of
from eujdef_tui.model.records import Person

__all__ = ["candidates"]

_TEXTS = ("title", "container-title", "container-title-short", "URL", "language")
_PERSON = tuple(keys_of(Person))


def candidates(text: str, name: str) -> Iterator[Candidate]:
    """Yield a source for each item of a list, or of `items`."""
    read = read_json(text, name)
    items = read.get("items", read) if isinstance(read, dict) else read
    for place, item in objects_of(items, "item"):
        if item is None:
            yield Candidate("source", "", place, refused="it is no object")
            continue
        yield _source(item, place)


def _source(item: dict[str, Any], place: str) -> Candidate:
    title = text_of(item.get("title"))
    id_ = source_id(text_of(item.get("id")) or title)
    issued, wrong = _date(item.get("issued"))
    accessed, _ = _date(item.get("accessed"))
    told: dict[str, Any] = {"id": id_, "type": word_of(text_of(item.get("type")), "document")}
    told |= {key: found for key in _TEXTS if (found := text_of(item.get(key)))}
    if "language" in told and not FORMS["language"].fits(told["language"]):
        told["x-language"] = told.pop("language")
    told |= {"author": authors} if (authors := _authors(item.get("author"))) else {}
    told |= {"issued": issued} if issued else {}
    told |= {"accessed": accessed} if accessed else {}
    known = {"id", "type", "author", "issued", "accessed", *_TEXTS}
    told |= {
        f"x-{word_of(key, 'other')}": found
        for key, value in item.items()
        if key not in known and (found := text_of(value))
    }
    dated = f" --issued {issued}" if issued else ""
    refused = f"a source needs its text: save the article, then eujdef draft ARTICLE --id {id_}{dated}"
    flags = (wrong,) if wrong else ()
    return Candidate("source", title or id_, place, told["type"], date=issued, flags=flags, refused=refused, told=told)


def _authors(value: object) -> list[dict[str, str]]:
    found = []
    for _, person in objects_of(value, "") if isinstance(value, list) else ():
        names = {key: name for key in _PERSON if person and (name := text_of(person.get(key)))}
        if names:
            found.append(names)
    return found


def _date(value: object) -> tuple[str, str]:
    """The EDTF of a CSL date: `date-parts` of one or two days, with circa and season, or words."""
    if not isinstance(value, dict):
        return date_of(text_of(value))
    parts = value.get("date-parts")
    if not isinstance(parts, list) or not parts:
        return date_of(text_of(value.get("literal") or value.get("raw")))
    sides = [_side(part, value) for part in parts[:2]]
    return date_of("/".join(sides)) if all(sides) else ("", "the date is not read: it has no year")


def _side(part: object, value: dict[str, Any]) -> str:
    numbers = [text_of(one) for one in part] if isinstance(part, list) else []
    if not numbers or not all(one.lstrip("-").isdecimal() and len(one) < 7 for one in numbers):
        return ""
    year, *rest = (int(one) for one in numbers[:3])
    written = f"{year:04}" if year >= 0 else f"-{-year:04}"
    season = text_of(value.get("season"))
    if season in ("1", "2", "3", "4") and not rest:
        written += f"-2{season}"
    written += "".join(f"-{one:02}" for one in rest if one > 0)
    return f"{written}~" if value.get("circa") not in (None, False, "", "false", 0) else written
