"""Split text into sentences, as offsets. They are highlighted in an article, and counted by `check`.

nupunkt finds the ends; it is extended here for CJK full stops, for marks without letters, and for numbers of a list,
which it makes sentences of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["sentences"]

_LINE = lazy_pattern(r"[^\n]+")
_UNBROKEN = lazy_pattern(r"\S{500,}")
_FULL_STOP = lazy_pattern("[。｡！？]+(?![。｡！？」』）〉》】”’])")
_NUMBER = lazy_pattern(r"\d+(?:\.\d+)*[.)]?")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences, in order, without the white space around them.

    No sentence crosses a line, and every character that is not white space lies in exactly one.
    A piece without letter or digit belongs to the sentence before it on its line, or else to the next.
    """
    return [
        (line.start() + start, line.start() + end)
        for line in _LINE().finditer(text)
        for start, end in _in_line(line[0])
    ]


def _in_line(line: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    held = -1  # where a piece began that waits for the sentence it opens
    for start, end in _pieces(line):
        piece = line[start:end]
        wordless = not any(map(str.isalnum, piece))
        if wordless and found and held < 0:
            found[-1] = (found[-1][0], end)
        elif end < len(line.rstrip()) and (wordless or _NUMBER().fullmatch(piece)):
            held = start if held < 0 else held
        else:
            found.append((start if held < 0 else held, end))
            held = -1
    return found


def _pieces(line: str) -> Iterator[tuple[int, int]]:
    from nupunkt import sent_spans

    # nupunkt takes quadratic time over a long run without a space; no sentence of its languages has one.
    shape = _UNBROKEN().sub(lambda match: "x" * len(match[0]), line)
    ends = {end for _, end in sent_spans(shape)} | {match.end() for match in _FULL_STOP().finditer(line)}
    start = 0
    for end in sorted(ends | {len(line)}):
        piece = line[start:end]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
        start = end
