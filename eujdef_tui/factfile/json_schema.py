"""JSON Schema of the fact file, for editors. It accepts what the loader accepts, as far as a schema can.

Schema and loader both read the annotations of the records. Only the loader checks what takes more than one value: ids
that must exist, intervals that may not end before they start, facts that must differ.

Types are those of YAML 1.2: the loader reads 2024 as text, so the schema accepts a number too. A type stands in a
branch of `anyOf` with what is asked of it: ajv, in its strict mode, takes no list of types and no pattern beside one.

    python -m eujdef_tui.factfile.json_schema > data/facts.schema.json
"""

from __future__ import annotations

import inspect
import json
import sys
from typing import Any

from eujdef_tui.model.field_specs import FORMS, NOTE, VERSION, Key, keys_of
from eujdef_tui.model.mention import Mention
from eujdef_tui.model.records import SECTIONS, SavedSearch
from eujdef_tui.model.vocabularies import VOCABULARIES
from eujdef_tui.text.edtf_pattern import DATE_PATTERN
from eujdef_tui.text.unicode import one_line

__all__ = ["schema"]

_TEXT: list[dict[str, Any]] = [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]
_NULL = {"type": "null"}
_GROUP_WORD = r"[^,>]*[^,>\s][^,>]*"  # of an entry of `synonyms`: words in a row
_GROUP = f"{_GROUP_WORD}(,{_GROUP_WORD})*"
# What text of a form may be in YAML 1.2 beside a string. A year has four digits.
_OTHERS: dict[str, list[dict[str, Any]]] = {
    "id": [{"type": "integer", "minimum": 0}],
    "word": [{"type": "integer", "minimum": 0}],
    "date": [{"type": "integer", "minimum": low, "maximum": low + 8999} for low in (1000, -9999)],
    "number": [{"type": "number"}],
    "flag": [{"type": "boolean"}],
}


def schema() -> dict[str, Any]:
    """The form of a fact file as JSON Schema, draft 2020-12."""
    title = {
        "anyOf": [*_TEXT, _NULL],
        "description": "The subject. In a folder, the first file with one decides.",
    }
    synonyms = {
        "type": ["array", "null"],
        # two words or more, and no comma without a word beside it
        "items": {"type": "string", "pattern": f"^({_GROUP}>{_GROUP}|{_GROUP_WORD}(,{_GROUP_WORD})+)$"},
        "description": "Words for the same thing, a group an entry: ship, vessel. Those behind > are only found.",
    }
    roots = {
        "type": ["array", "null"],
        "items": {"anyOf": _words(required=True)},
        "description": "Further folders in which articles may lie, relative to this file.",
    }
    sections = {
        section: {"type": ["array", "null"], "items": _ref(cls), "description": _said(cls)}
        for section, cls in SECTIONS.items()
    }
    defs: dict[str, Any] = {"date": {"type": "string", "pattern": f"^({DATE_PATTERN})$"}}
    for cls in (*SECTIONS.values(), Mention, SavedSearch):
        _define(cls, defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Fact file",
        "description": "Dated facts, each with the sentence of an article that supports it.",
        "type": "object",
        "required": ["schema_version"],
        "properties": {
            "schema_version": {"enum": [VERSION, int(VERSION)]},
            "title": title,
            "synonyms": synonyms,
            "searches": {"type": ["array", "null"], "items": _ref(SavedSearch), "description": _said(SavedSearch)},
            "roots": roots,
            **sections,
            "mentions": {"type": ["array", "null"], "items": _ref(Mention), "description": _said(Mention)},
        },
        "patternProperties": {f"^{NOTE}": {}},
        "additionalProperties": False,
        "$defs": defs,
    }


def _define(cls: type, defs: dict[str, Any]) -> None:
    """Add the form of a class, and of the classes of its parts, to the definitions."""
    if cls.__name__ in defs:
        return
    keys = keys_of(cls)
    defs[cls.__name__] = {
        "description": _said(cls),
        "type": "object",
        "required": [key.key for key in keys.values() if key.required],
        "properties": {key.key: _property(key) | _examples(cls, key) for key in keys.values()},
        "patternProperties": {f"^{NOTE}": {"anyOf": [*_TEXT, _NULL]}},
        "additionalProperties": False,
    }
    for key in keys.values():
        if key.inner:
            _define(key.inner, defs)


def _examples(cls: type, key: Key) -> dict[str, Any]:
    """The known words of an open vocabulary, which an editor may complete."""
    words = VOCABULARIES.get(f"{cls.__name__}.{key.name}")
    return {"examples": list(words)} if words else {}


def _property(key: Key) -> dict[str, Any]:
    if key.form == "choice":
        return {"enum": [*key.choices, *([] if key.required else [None])]}
    if key.form == "text":
        return {"anyOf": _words(required=key.required)}
    if key.form == "ref":
        return _text("id", _ids(key), required=key.required)
    if key.form in FORMS:
        return _text(key.form, FORMS[key.form].advice, required=key.required)
    items = _ref(key.inner) if key.inner else _text("id", _ids(key), required=True)
    if key.required:
        return {"type": "array", "items": items, "minItems": key.least}
    return {"type": ["array", "null"], "items": items}


def _words(*, required: bool) -> list[dict[str, Any]]:
    """Any text; what is required has a character that is no space."""
    return [{"type": "string", "pattern": r"\S"}, *_TEXT[1:]] if required else [*_TEXT, _NULL]


def _text(form: str, description: str, *, required: bool) -> dict[str, Any]:
    """Text of a form; what is not required may be empty."""
    text = {"$ref": "#/$defs/date"} if form == "date" else {"type": "string", "pattern": f"^({FORMS[form].pattern})$"}
    empty = [] if required else [{"const": ""}, _NULL]
    return {"anyOf": [text, *_OTHERS.get(form, ()), *empty], "description": description}


def _ids(key: Key) -> str:
    return f"The id of: {', '.join(key.kinds)}."


def _ref(cls: type) -> dict[str, str]:
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _said(cls: type) -> str:
    return one_line(inspect.getdoc(cls) or "")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
