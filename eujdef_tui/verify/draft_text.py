"""Part a draft into the sentences that are checked: plain text or Markdown, as offsets into the text itself.

A paragraph that is wrapped over several lines is read as one; a line that stands for itself (a heading, an item of a
list, a note) ends what it says. Marks of Markdown, addresses and code are blanked in `shape`, at the same length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Sort = Literal["sentence", "heading", "code"]

__all__ = ["Part", "cleaned_draft", "parts", "places_of", "without_marks"]

_FENCE = lazy_pattern(r" {0,3}(```+|~~~+)")
_HEADING = lazy_pattern(r" {0,3}#{1,6}(?= )")
_UNDERLINE = lazy_pattern(r" {0,3}(?:=+|-{2,}) *$")
_MARK = lazy_pattern(r"\s*(?:(?:>\s?)+\s*)?(?:[-*+•–—]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+|>\s?)")
_QUOTE = lazy_pattern(r"(?:\s*>)+\s?")
_BLANKED = lazy_pattern(
    r"\]\((?:(?!\]\()[^)\n])*\)|\[\^?[\w-]{1,20}\]:?(?![(\w])|https?://\S+|!?\[(?=(?:!\[)?[^\[\]\n]*\]\()|\*{1,3}|`+|(?<!\w)_{1,3}|_{1,3}(?!\w)"
    r"|</?[A-Za-z][^<>\n]{0,200}>",
)
_SIGNS = frozenset("<[]*`_")  # one of them stands in every mark within a line
_WRAPPED = 50  # characters of a line that may go on in the next one
_LONGEST = 2_000  # characters of a sentence: what has more is no sentence, and is checked in pieces
_ENDS = (".", "!", "?", ":", ";", "。", "！", "？", "”", '"')


class Part(NamedTuple):
    """A piece of a draft: text[start:end]. `shape` is that piece without the marks of Markdown, at the same length."""

    start: int
    end: int
    sort: Sort
    shape: str


def cleaned_draft(raw: str) -> str:
    """A text made safe to show, at the same length, in which CR and CRLF end a line as LF does.

    Terminals send a paste with CR between its lines.
    """
    return clean(raw.replace("\r\n", " \n").replace("\r", "\n"))


def parts(text: str) -> list[Part]:
    """The sentences, headings and blocks of code of a text, in order."""
    return list(_parts(text))


@lru_cache(maxsize=1)  # of one draft, where it is gathered what it may speak of and where it is checked
def _parts(text: str) -> tuple[Part, ...]:
    shape, headings, code = _shaped(text)
    found = [Part(start, end, "code", "") for start, end in code]
    begun = [first for first, _ in headings]
    for whole in sentences(shape):
        for start, end in _pieces(shape, *whole):
            at = bisect_right(begun, start) - 1
            sort: Sort = "heading" if at >= 0 and start < headings[at][1] else "sentence"
            found.append(Part(start, end, sort, shape[start:end]))
    return tuple(sorted(found))


def _pieces(shape: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, or the pieces of a very long one, which end at a space: the work of one grows as its square."""
    while end - start > _LONGEST:
        cut = shape.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        yield start, cut
        start = cut + (shape[cut] == " ")
    yield start, end


def without_marks(said: str, shape: str) -> str:
    """A piece of a draft without the marks of Markdown, which are blank in its shape."""
    if said == shape:
        return said
    return "".join([char for char, shaped in zip(said, shape, strict=False) if shaped == char or char.isspace()])


def places_of(text: str, offsets: list[int]) -> list[tuple[int, int]]:
    """The line and column of offsets, both counted from 1; a column counts characters."""
    begun = _begun(text)
    lines = [bisect_right(begun, offset) for offset in offsets]
    return [(line, offset - begun[line - 1] + 1) for line, offset in zip(lines, offsets, strict=True)]


@lru_cache(maxsize=1)  # asked for a few verdicts at a time, as they are printed
def _begun(text: str) -> Sequence[int]:
    """Where each line of a text begins."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def _shaped(text: str) -> tuple[str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The text with marks blanked and wrapped lines joined; the spans of headings, and those of code."""
    lines = text.split("\n")
    kinds = list(_kinds(lines))
    shape, headings, code, at = list[str](), list[tuple[int, int]](), list[tuple[int, int]](), 0
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        end = at + len(line)
        if kind == "code":
            if code and code[-1][1] == at - 1:
                code[-1] = (code[-1][0], end)
            else:
                code.append((at, end))
            shape.append(" " * len(line))
        elif kind == "mark":
            shape.append(" " * len(line))
        else:
            if kind == "heading":
                headings.append((at, end))
            begun = _begin(line)
            words = _without_comments(line[begun:])
            marked = "://" in words or not _SIGNS.isdisjoint(words)
            shape.append(" " * begun + (_BLANKED().sub(_blank, words) if marked else words))
        if number + 1 < len(lines):
            shape.append(" " if _goes_on(line, kind, lines[number + 1], kinds[number + 1]) else "\n")
        at = end + 1
    return "".join(shape), headings, code


def _without_comments(line: str) -> str:
    """A line in which comments are blank. As a pattern this took the square of a line of comments that do not end."""
    shape, at = list[str](), 0
    while (start := line.find("<!--", at)) >= 0 and (close := line.find("-->", start + 4)) >= 0:
        shape += line[at:start], " " * (close + 3 - start)
        at = close + 3
    return "".join(shape) + line[at:]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _begin(line: str) -> int:
    """Where the words of a line begin, behind the marks of a heading, a list or a quotation."""
    for pattern in (_HEADING(), _MARK()):
        if found := pattern.match(line):
            return found.end()
    return 0


def _kinds(lines: list[str]) -> Iterator[str]:
    """What each line is: "code", "heading", "mark" (nothing to read), "item" or "text"."""
    fence = ""
    front = bool(lines) and lines[0].rstrip() == "---" and "---" in (line.rstrip() for line in lines[1:40])
    for number, line in enumerate(lines):
        if front:
            front = number == 0 or line.rstrip() != "---"
            yield "mark"
        elif fence:
            fence = "" if line.strip().startswith(fence) and not line.strip().strip(fence[0]) else fence
            yield "code"
        elif found := _FENCE().match(line):
            fence = found[1]
            yield "code"
        elif _HEADING().match(line) or (
            number + 1 < len(lines) and line.strip() and _UNDERLINE().match(lines[number + 1])
        ):
            yield "heading"
        elif _UNDERLINE().match(line) or not any(map(str.isalnum, line)):
            yield "mark"
        else:
            mark = _MARK().match(line)
            yield "item" if mark and not _QUOTE().fullmatch(mark[0]) else "text"


def _goes_on(line: str, kind: str, after: str, next_kind: str) -> bool:
    """Whether a line goes on in the next: it is long and has no end, or the next begins with a small letter."""
    if kind not in ("text", "item") or next_kind != "text":
        return False
    ended, begun = line.rstrip(" *_"), after[_begin(after) :].lstrip()
    if begun[:1].islower():
        return not ended.endswith(_ENDS[:3])
    return len(ended) >= _WRAPPED and not ended.endswith(_ENDS)
