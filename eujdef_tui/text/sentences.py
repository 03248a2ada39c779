"""Split text into sentences, as offsets. They are highlighted in an article, and counted by `check`.

nupunkt finds the ends; it is extended here for CJK full stops, for marks without letters, and for numbers of a list,
which it makes sentences of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["sentences"]

_LINE = lazy_pattern(r"\S(?:[^\n]*\S)?")  # without the white space around it
_LONG = 500  # characters of a word that nupunkt is not given
_UNBROKEN = lazy_pattern(rf"\S{{{_LONG},}}")
_FULL_STOP = lazy_pattern("(?<![。｡！？])[。｡！？]++(?![」』）〉》】”’])")  # a run is read once
# Full stops with spaces between: nupunkt looks back over the whole run at each of them.
_STOPS = 20
_SPACED_STOPS = lazy_pattern(rf"(?<!\.)\.(?:\s+\.){{{_STOPS},}}")
# Initials, or marks of several kinds, one after the other: each is looked at by itself, and none ends a sentence.
_MARKS = r"(?:[^\W\d_]\.|[.!?]+)\s+"
_SPACED_MARKS = lazy_pattern(rf"(?<!\S)((?:{_MARKS}){{2}})((?:{_MARKS}){{{_STOPS},}})(?=(?:{_MARKS}){{2}})")
_ENDS = (".", "!", "?")  # without one of them nupunkt parts nothing
# nupunkt ends one at an ellipsis, too, where it is called; at no mark that a letter or digit follows: 3.5, U.S
_MAY_END = lazy_pattern(r"[.!?…](?![^\W_])|[。｡！？]")
_NUMBER = lazy_pattern(r"\d+(?:\.\d+)*[.)]?")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences, in order, without the white space around them.

    No sentence crosses a line, and every character that is not white space lies in exactly one.
    A piece without letter or digit belongs to the sentence before it on its line, or else to the next.
    """
    may_end = _MAY_END().search
    lines = [match.span() for match in _LINE().finditer(text)]
    if not may_end(text):  # as a list or a table
        return lines
    found: list[tuple[int, int]] = []
    for start, end in lines:
        if not may_end(text, start, end - 1):  # a full stop at its end parts nothing
            found.append((start, end))
            continue
        first = text.rfind("\n", 0, start) + 1  # nupunkt heeds white space around a line
        last = text.find("\n", end)
        line = text[first : last if last >= 0 else len(text)]
        found += [(first + one, first + other) for one, other in _in_line(line)]
    return found


def _in_line(line: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    held = -1  # where a piece began that waits for the sentence it opens
    length = len(line.rstrip())
    for start, end in _pieces(line):
        piece = line[start:end]
        wordless = not any(map(str.isalnum, piece))
        if wordless and found and held < 0:
            found[-1] = (found[-1][0], end)
        elif end < length and (wordless or _NUMBER().fullmatch(piece)):
            held = start if held < 0 else held
        else:
            found.append((start if held < 0 else held, end))
            held = -1
    return found


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    # nupunkt takes quadratic time over a long run without a space; no sentence of its languages has one.
    shape = line
    if len(line) >= _LONG and max(map(len, line.split())) >= _LONG:
        shape = _UNBROKEN().sub(_crossed_out, line)
    if shape.count(".") > _STOPS:
        shape = _SPACED_STOPS().sub(_crossed_out, shape)
    if sum(map(shape.count, _ENDS)) > _STOPS:
        shape = _SPACED_MARKS().sub(_unmarked, shape)
    ends = set[int]() if line.isascii() else {match.end() for match in _FULL_STOP().finditer(line)}
    if any(end in shape for end in _ENDS):
        from nupunkt import sent_spans

        ends.update(end for _, end in sent_spans(shape))
    start = 0
    for end in sorted(ends | {len(line)}):
        piece = line[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end


def _crossed_out(match: re.Match[str]) -> str:
    return "x" * len(match[0])


def _unmarked(match: re.Match[str]) -> str:
    return match[1] + match[2].translate(_UNMARKED)


_UNMARKED = str.maketrans(dict.fromkeys(_ENDS, " "))
