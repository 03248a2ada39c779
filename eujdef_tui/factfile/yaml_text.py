"""Write records as the text of a fact file: block style, one key a line, ids of a list in brackets.

Whatever the text is (NO, 12:30, `a: b`, U+2028), `yaml_nodes.compose` reads it back letter for letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["Fields", "item_lines", "pair_lines", "scalar"]

Fields: TypeAlias = Mapping[str, "str | Sequence[str] | Sequence[Fields]"]  # key → text, ids, or mappings below it

# What needs no quotation marks, in this program and in every other reader of YAML.
_PLAIN = lazy_pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9a-f]{64}|\d{4}-\d\d(?:-\d\d)?[~?%]?")
_WORDS = frozenset("null true false yes no on off y n".split())  # which readers of YAML 1.1 take for other types
# Characters that end a line in YAML, cannot stand in it, or are not seen; letters that Unicode would compose.
_UNSAFE = lazy_pattern('[\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"\\\\]')


def scalar(text: str) -> str:
    """A text as a value: bare where it is a plain word, a date or a digest, otherwise in double quotation marks."""
    if _PLAIN().fullmatch(text) and text not in _WORDS and not re.fullmatch(r"[\de.]+", text):
        return text
    escaped = _UNSAFE().sub(_escape, text)
    if not unicodedata.is_normalized("NFC", escaped):  # the file has composed letters, the value what the article has
        escaped = "".join(char if _stands_alone(char) else _escaped(char) for char in escaped)
    return f'"{escaped}"'


def _stands_alone(char: str) -> bool:
    return unicodedata.combining(char) == 0 and unicodedata.is_normalized("NFC", char) and not _joins(char)


def _joins(char: str) -> bool:
    """Whether a character without a class of its own is composed with the one before it: Korean vowels and ends."""
    return "\u1161" <= char <= "\u11c2" or unicodedata.category(char) == "Mc"


def _escape(match: re.Match[str]) -> str:
    return {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(match[0]) or _escaped(match[0])


def _escaped(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65_536 else f"\\U{code:08x}"


def pair_lines(key: str, value: str | Sequence[str] | Sequence[Fields]) -> Iterator[str]:
    """The lines of a key and its value; none where the value is empty."""
    if isinstance(value, str):
        if value:
            yield f"{key}: {scalar(value)}"
        return
    ids = [one for one in value if isinstance(one, str)]
    if ids:
        yield f"{key}: [{', '.join(map(scalar, ids))}]"
        return
    entries = [one for one in value if not isinstance(one, str)]
    if entries:
        yield f"{key}:"
        yield from (f"  {line}" for entry in entries for line in item_lines(entry))


def item_lines(fields: Fields) -> list[str]:
    """An entry of a list: `- ` before its first key, two spaces before the others. Empty values are left out."""
    lines = [line for key, value in fields.items() for line in pair_lines(key, value)]
    return [("  " if nth else "- ") + line for nth, line in enumerate(lines)]
