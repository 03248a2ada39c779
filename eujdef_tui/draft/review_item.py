"""An item of a review: a draft as it stands now, with what was decided about it.

Its fields are what a line of the log of decisions may change (`decisions`): those of a draft, and three of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.model.field_specs import FORMS
from eujdef_tui.model.field_types import Status
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["LONGEST", "RECORDS", "STATUSES", "Item", "changed", "fields_of", "item_of"]

RECORDS = ("event", "agreement", "actor", "statement", "no_fact", "mention")  # in the order of a sentence's rows
STATES = ("", "keep", "drop")
STATUSES: tuple[str, ...] = get_args(Status)
LONGEST = 4000  # characters of a text of a draft
_TEXTS = (
    "record kind name title text date date_text date_basis status speaker value unit refused by state id same".split()
)


class Item(NamedTuple):
    """A draft under review.

    Attributes:
        n: its number in the file of drafts.
        draft: the draft with all that was edited in it.
        state: "keep", "drop", or "" while it is open.
        id: of the record that it became when it was kept.
        same: id of the known record that its evidence is added to, instead of becoming a record.
    """

    n: int
    draft: Draft
    state: str = ""
    id: str = ""
    same: str = ""

    @property
    def sentence(self) -> int:
        """The sentence that it rests on, from 0."""
        return self.draft.evidence[0].sentence

    @property
    def is_figure(self) -> bool:
        """Whether it is a statement with a value."""
        return self.draft.record == "statement" and self.draft.kind == "figure"

    @property
    def is_headline(self) -> bool:
        """Whether it is the headline of its article."""
        return self.draft.record == "no_fact" and self.draft.kind == "headline"

    @property
    def type(self) -> str:
        """Its record, where a statement with a value is a figure."""
        return "figure" if self.is_figure else self.draft.record


def fields_of(item: Item) -> dict[str, Any]:
    """An item as the log writes it: texts, lists of texts, and evidence as lists of four."""
    draft = item.draft
    fields: dict[str, Any] = {name: getattr(draft, name) for name in _TEXTS if name in Draft._fields}
    fields |= {"state": item.state, "id": item.id, "same": item.same}
    fields |= {"actors": list(draft.actors), "flags": list(draft.flags)}
    return fields | {"evidence": [list(one) for one in draft.evidence]}


def item_of(n: int, fields: Mapping[str, Any], text: str) -> Item | None:
    """The item of these fields; None where one has another form, or where the article `text` has not its quote.

    Its texts are cleaned. A `figure` without a number is none.
    """
    known = {name: fields.get(name, "") for name in _TEXTS}
    lists = {name: fields.get(name, []) for name in ("actors", "flags")}
    if any(type(one) is not str or len(one) > LONGEST for one in known.values()):
        return None
    if any(not isinstance(one, list) or any(type(word) is not str for word in one) for one in lists.values()):
        return None
    evidence = _evidence(fields.get("evidence"), text)
    if not evidence or known["record"] not in RECORDS or known["state"] not in STATES:
        return None
    cleaned = {name: one_line(clean(one)) for name, one in known.items()}
    own = {name: cleaned.pop(name) for name in ("state", "id", "same")}
    if not _fits(cleaned, own):
        return None
    words = {name: tuple(one_line(clean(word)) for word in one) for name, one in lists.items()}
    draft = Draft(evidence=evidence, actors=words["actors"], flags=words["flags"], **cleaned)
    return Item(n, draft, **own) if draft.label else None


def changed(item: Item, after: Mapping[str, Any], text: str) -> Item | None:
    """The item with some fields changed; None where that makes none."""
    return item_of(item.n, fields_of(item) | dict(after), text)


def _evidence(given: object, text: str) -> tuple[Quoted, ...]:
    """The evidence, whose quotes stand where they say; () where one does not."""
    found: list[Quoted] = []
    for one in given if isinstance(given, list) else ():
        match one:
            case [str(quote), int(start), int(end), int(sentence)]:
                pass
            case {"quote": str(quote), "start": int(start), "end": int(end), "sentence": int(sentence)}:
                pass
            case _:
                return ()
        if not 0 <= start < end <= len(text) or text[start:end] != quote or not quote.strip() or sentence < 0:
            return ()
        found.append(Quoted(quote, start, end, sentence))
    return tuple(found)


def _fits(texts: Mapping[str, str], own: Mapping[str, str]) -> bool:
    """Whether texts that have a form have it: a kind, a status, a date, a number, an id."""
    if not FORMS["word"].fits(texts["kind"]) or (texts["status"] and texts["status"] not in STATUSES):
        return False
    if any(own[name] and not FORMS["id"].fits(own[name]) for name in ("id", "same")):
        return False
    if texts["value"] and not FORMS["number"].fits(texts["value"]):
        return False
    try:
        if texts["date"]:
            edtf.parse(texts["date"])
    except edtf.DateError:
        return False
    return True
