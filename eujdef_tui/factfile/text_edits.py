"""Change a fact file's text where one value stands, in the style in which it stands, and nothing else.

Every character outside of what is changed stays: comments, order, blank lines, line ends, quotation marks. A change is
accepted only if the whole text then says what it said before, but for that value: `changed` compares all of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from eujdef_tui.factfile.yaml_spans import Span, spans, value_of

__all__ = [
    "Change", "applied", "changed", "flow_text", "inserted_key", "line_end", "new_value", "newline_of", "scalar_at",
]  # fmt: skip

# What stands in quotes with escapes alone: controls, line separators, and what only looks like a space.
_NEEDS_ESCAPES = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_SHORT_ESCAPES = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_LEAST_WIDTH = 40  # characters that a folded line may have at least, as narrow as the old one was


class Change(NamedTuple):
    """text[start:end] becomes `new`. `said`: the scalars that stand there then, in place of what begins there."""

    start: int
    end: int
    new: str
    said: tuple[str, ...]


def applied(text: str, changes: Iterable[Change]) -> str:
    """The text with every change made. They do not overlap."""
    for change in sorted(changes, reverse=True):
        text = text[: change.start] + change.new + text[change.end :]
    return text


def changed(text: str, changes: Sequence[Change]) -> str | None:
    """The text with the changes made, if it then says just that; None where it would say anything else."""
    before, after = spans(text), spans(new := applied(text, changes))
    if before is None or after is None:
        return None
    expected = list(_expected(before, sorted(changes)))
    return new if [said for _, said in _tokens(after)] == expected else None


def _expected(root: Span, changes: Sequence[Change]) -> Iterator[str]:
    """What the text says once the changes are made, in their order."""
    waiting = list(reversed(changes))
    until = -1
    for start, said in _tokens(root):
        while waiting and waiting[-1].start <= start:
            change = waiting.pop()
            until = change.end
            yield from (f"={scalar}" for scalar in change.said)
        if start >= until or said in _CLOSING:
            yield said
    yield from (f"={scalar}" for change in reversed(waiting) for scalar in change.said)


_CLOSING = ("]", "}")


def _tokens(span: Span) -> Iterator[tuple[int, str]]:
    """What a text says, each with where it begins: brackets of lists and mappings, `=` and the text of a scalar."""
    if span.kind in ("scalar", "alias"):
        yield span.start, f"{'=' if span.kind == 'scalar' else '*'}{span.text}"
        return
    opening, closing = ("[", "]") if span.kind == "list" else ("{", "}")
    yield span.start, opening
    for item in span.items:
        yield from _tokens(item)
    for key, value in span.pairs:
        yield from _tokens(key)
        yield from _tokens(value)
    yield span.end, closing


def scalar_at(root: Span, line: int, column: int) -> tuple[Span, Span | None] | None:
    """The scalar that begins there, from 1, and the mapping whose value it is; None where there is no such scalar."""
    return next((found for found in _values(root, None) if (found[0].line, found[0].column) == (line, column)), None)


def _values(span: Span, owner: Span | None) -> Iterator[tuple[Span, Span | None]]:
    if span.kind == "scalar":
        yield span, owner
    for item in span.items:
        yield from _values(item, None)
    for _, value in span.pairs:
        yield from _values(value, span)


def new_value(text: str, span: Span, owner: Span | None, new: str) -> Change | None:
    """The change that makes a scalar say `new`, in its own style where that can; None where it has an anchor or tag."""
    if span.marked or span.kind != "scalar":
        return None
    in_flow = bool(owner and owner.style == "flow")
    for written in _written(text, span, new):
        if _reads(written, new, span, in_flow=in_flow):
            return Change(span.start, span.end, written, (new,))
    return None


def inserted_key(text: str, owner: Span, after: str, key: str, new: str) -> Change | None:
    """The change that puts `key: new` behind the value of the key `after` of a mapping."""
    value = value_of(owner, after)
    if value is None or value.kind != "scalar":
        return None
    written = _bare(new) if _reads(_bare(new), new, value, in_flow=True) else _double(new)
    if owner.style == "flow":
        return Change(value.end, value.end, f", {key}: {written}", (key, new))
    end = line_end(text, value.end)
    return Change(end, end, f"{newline_of(text)}{' ' * (owner.column - 1)}{key}: {written}", (key, new))


def line_end(text: str, at: int) -> int:
    """The end of the line at a place, behind a comment on it and before its line end."""
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - (text[end - 1 : end] == "\r" and end > at)


def flow_text(value: Any) -> str:
    """A text, list or mapping as it is written within brackets, in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow_text(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    text = str(value)
    return text if text and _reads(text, text, Span(0, 0, 0, 0, "scalar"), in_flow=True) else _double(text)


def newline_of(text: str) -> str:
    """The line end that a text has."""
    return "\r\n" if "\r\n" in text else "\n"


def _written(text: str, span: Span, new: str) -> Iterator[str]:
    """The ways to write a value, the style it has first."""
    old = text[span.start : span.end]
    if span.style in ("|", ">") and (block := _block(text, old, span.style, new)):
        yield block
    if span.style == "":
        yield _bare(new)
    if span.style in ("", "'"):
        yield _single(new)
    yield _double(new)


def _bare(new: str) -> str:
    return new if not _special(new) else _double(new)


def _single(new: str) -> str:
    return "'" + new.replace("'", "''") + "'" if not _special(new) else _double(new)


def _double(new: str) -> str:
    composed = unicodedata.is_normalized("NFC", new)
    return '"' + "".join(map(_escaped if composed else _all_escaped, new)) + '"'


def _special(new: str) -> bool:
    return bool(_NEEDS_ESCAPES.search(new)) or not unicodedata.is_normalized("NFC", new)


def _escaped(char: str) -> str:
    if char in _SHORT_ESCAPES:
        return _SHORT_ESCAPES[char]
    return _code(char) if _NEEDS_ESCAPES.match(char) else char


def _all_escaped(char: str) -> str:
    return _escaped(char) if char < "\x7f" else _code(char)


def _code(char: str) -> str:
    return f"\\u{ord(char):04x}" if char <= "\uffff" else f"\\U{ord(char):08x}"


def _block(text: str, old: str, style: str, new: str) -> str:
    """The value below `|` or `>`, indented as the old one; "" where it cannot stand so."""
    header, _, body = old.partition("\n")
    first = next((line for line in body.split("\n") if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    if not indent or _nothing(new) or new != new.strip() or _special(new.replace("\n", " ")):
        return ""
    if style == ">":
        if "\n" in new or "  " in new:
            return ""
        width = max(_LEAST_WIDTH, *(len(line.strip()) for line in body.split("\n")))
        lines = list(_folded(new.split(" "), width))
    else:
        lines = new.split("\n")
    end = newline_of(text)
    return header.rstrip("\r") + "".join(end + (indent + line if line else "") for line in lines)


def _folded(words: Sequence[str], width: int) -> Iterator[str]:
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _reads(written: str, new: str, span: Span, *, in_flow: bool) -> bool:
    """Whether a value that is written so reads as `new`, as the value of a key."""
    if span.style in ("|", ">") and written[:1] in ("|", ">"):
        return True  # indentation and what follows decide: `changed` compares the whole
    around = ("{k: ", "}") if in_flow else ("k: ", "\n")
    root = spans(around[0] + written + around[1])
    if root is None or len(root.pairs) != 1:
        return False
    value = root.pairs[0][1]
    return value.kind == "scalar" and value.text == new and bool(new) and not (not value.style and _nothing(new))


def _nothing(new: str) -> bool:
    return new in ("", "~", "null")
