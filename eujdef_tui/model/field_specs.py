"""Field specifications: what each key of a mapping accepts, read from the annotations of the record classes."""

from __future__ import annotations

import re
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from eujdef_tui.model import field_types
from eujdef_tui.model.records import UNSPELLING, Tension
from eujdef_tui.model.struct import REQUIRED, fields

__all__ = ["FORMS", "NOTE", "VERSION", "Form", "Key", "keys_of", "label"]

VERSION = "1"  # of the form as a whole; a change that breaks fact files raises it
NOTE = "x-"  # how the keys of a file's own notes begin


@dataclass(frozen=True, slots=True)
class Form:
    """How text of one form looks: what it is, how it is written, and the pattern that all of it matches."""

    words: str
    advice: str
    pattern: str

    def fits(self, text: str) -> bool:
        """Whether all of `text` has this form."""
        return re.fullmatch(self.pattern, text) is not None


_WORD = r"[a-z0-9]+(-[a-z0-9]+)*"
FORMS = {
    "id": Form("an id", "Use a–z, 0–9 and single hyphens inside, such as summit-2025.", _WORD),
    "word": Form("a kind", "Use a–z, 0–9 and single hyphens inside, such as public-body.", _WORD),
    # Wider than EDTF: `text.edtf` reads dates and tells where they go wrong.
    "date": Form("a date", "Use EDTF, such as 2024, 2024-11-01, 2024-11~ or 2022/..", r"[-+0-9XYTZ:./?~%]+"),
    "language": Form(
        "a language",
        "Use a BCP 47 tag, such as en, pt-BR or ja-Latn.",
        r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    ),
    "country": Form("a country", "Use the two capital letters of ISO 3166-1, such as JP.", r"[A-Z]{2}"),
    "flag": Form("true or false", "Write true or false.", r"true|false"),
    "number": Form("a number", "Use digits and one point at most, such as 1250.5.", r"-?[0-9]+(\.[0-9]+)?"),
}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: how the file spells it, the field it fills, and what it takes.

    `form` is a key of FORMS, "text" (any words), "choice" (one of `choices`), "ref" or "refs"
    (ids of records of `kinds`), or "nodes" (mappings that become `inner`). `least` is how many entries a
    list must have.
    """

    key: str
    name: str
    form: str
    required: bool
    kinds: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    inner: type | None = None
    least: int = 0


# What `records` names in its annotations and imports for type checkers alone.
_NAMES = vars(typing) | vars(field_types)


@cache
def keys_of(cls: type[Any]) -> dict[str, Key]:
    """The keys that a mapping of class `cls` may have, in the form's order."""
    hints = get_type_hints(cls, localns=_NAMES, include_extras=True)
    items = ((name, default) for name, default in fields(cls).items() if name not in ("place", "x"))
    keys = (_key(cls, name, hints[name], required=default is REQUIRED) for name, default in items)
    return {key.key: key for key in keys if key.form != "derived"}


def _key(cls: type, name: str, hint: Any, *, required: bool) -> Key:
    key = UNSPELLING.get(name, name)
    # A tension is between two at least; that is the only list with a number of its own.
    least = required * (2 if cls is Tension else 1)
    if get_origin(hint) is Literal:
        return Key(key, name, "choice", required, choices=get_args(hint))
    if get_origin(hint) is tuple:
        return Key(key, name, "nodes", required, inner=get_args(hint)[0], least=least)
    form, _, kinds = get_args(hint)[1].partition(":")
    if form not in ("ref", "refs"):
        return Key(key, name, form, required)
    return Key(key, name, form, required, kinds=tuple(kinds.split(",")), least=least if form == "refs" else 0)


@cache
def label(cls: type) -> str:
    """The name of a class as people read it: no-fact, milestone, event."""
    return re.sub(r"(?<=.)(?=[A-Z])", "-", cls.__name__).lower()
