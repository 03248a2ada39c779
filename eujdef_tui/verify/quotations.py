"""Quotations: what a draft has in quotation marks must stand in an article, word for word.

Words are compared folded, without signs: case, accents, white space and kinds of marks say nothing. Where an editor
left words out (an ellipsis) or put some in ([square brackets]), the words on both sides must follow one another in one
article.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from eujdef_tui.store import Base
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.tokens import words
from eujdef_tui.text.unicode import fold, one_line
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.gathering import is_small
from eujdef_tui.verify.roots import is_content
from eujdef_tui.verify.verdict import Verdict

__all__ = ["Articles", "hold_quotations", "quotations"]

_LEAST = 2  # words of a quotation that is looked for: one alone is a name, or is doubted
_ALIKE = 0.6  # how alike the nearest words are that are shown
_RAREST, _READ = 8, 200  # words that choose the articles of a large base, and articles that are read of it
_MARKS = frozenset("\"'“”„«»‹›‘「『")
# In two parts a quotation that goes on in the next sentence has no end, and there no beginning.
_QUOTED = lazy_pattern(
    r"[“„]([^“”„]+)(?:[“”]|$)|^([^“”„]+)”|«([^«»]+)(?:»|$)|»([^«»]+)«|‹([^‹›]+)›|「([^「」]+)」|『([^『』]+)』"
    r"|(?<!\w)‘((?:[^‘’]|(?<=\w)’(?=\w))+)’(?!\w)|(?<![\w\"])'((?:[^']|(?<=\w)'(?=\w))+)'(?!\w)"
)
_EDITED = lazy_pattern(r"\[[^\]\n]*\]|\(?(?:…|\. ?\. ?\.)\)?")
_LETTER = lazy_pattern(r"\[(\w)\](?=\w)")  # [t]he
_SIGNS = lazy_pattern(r"[\W_]+")


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words in quotation marks of a sentence, without the marks: two words or more."""
    found = [next(m.span(n) for n in range(1, len(m.groups()) + 1) if m[n]) for m in _QUOTED().finditer(text)]
    for start, end in (*_straight(text), *found):
        if len(words(text[start:end])) >= _LEAST:
            yield start, end


def _straight(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans between straight double marks; of an odd one it is told by its sides what it is."""
    at = [n for n, char in enumerate(text) if char == '"']
    if len(at) % 2:  # one behind a number may be inches
        at = [n for n in at if not text[n - 1 : n].isdigit()]
    if len(at) % 2:
        first = at[0]
        if first and not text[first - 1].isspace() and not text[first + 1 : first + 2].isalnum():
            yield 0, at.pop(0)
        else:
            at.append(len(text))
    yield from ((one + 1, other) for one, other in zip(at[::2], at[1::2], strict=True))


class Articles:
    """The articles of a base, as quotations are sought in them; read when one is first sought."""

    def __init__(self, base: Base) -> None:
        """Read nothing yet."""
        self._base = base

    @cached_property
    def _all(self) -> list[str]:
        return [self._folded(n) for n in self._base.span("sources")]

    def _folded(self, n: int) -> str:
        return _bare(self._base.article(self._base.record(n).record.id).text)

    def _likely(self, sought: str) -> Iterator[str]:
        """The articles that may have words: of a large base those that its index has them of."""
        if is_small(self._base):
            yield from self._all
            return
        index = self._base.index
        tokens = dict.fromkeys(word.folded for word in words(sought) if is_content(word.folded))
        rarest = sorted(tokens, key=lambda token: index.count(f'"{token}"', 1000))[:_RAREST]
        found = (
            index.numbers_of(index.likeliest(" AND ".join(f'"{one}"' for one in rarest), 10 * _READ)) if rarest else []
        )
        sources = self._base.span("sources")
        yield from (self._folded(n) for n in [n for n in found if n in sources][:_READ])

    def have(self, quoted: str) -> bool:
        """Whether an article has words, in their order where an editor's marks part them."""
        parts = [bare for part in _EDITED().split(_LETTER().sub(r"\1", quoted)) if (bare := _bare(part))]
        return not parts or any(_in_order(parts, article) for article in self._likely(" ".join(parts)))

    def nearest(self, quoted: str, fact: Fact | None) -> tuple[float, str]:
        """How alike the words of a fact's articles are that are most like a quotation, and these words."""
        from eujdef_tui.factfile.quote_finding import nearest

        best = 0.0, ""
        for source in dict.fromkeys(item.source for item in fact.evidence) if fact else ():
            text = self._base.article(source).text
            anchor = nearest(text, quoted)
            if anchor.score > best[0]:
                best = anchor.score, one_line(text[anchor.start : anchor.end])
        return best


def _bare(text: str) -> str:
    """The folded words of a text with a space around each."""
    return f" {_SIGNS().sub(' ', fold(text)).strip()} " if text.strip() else ""


def _in_order(parts: list[str], article: str) -> bool:
    at = 0
    for part in parts:
        at = article.find(part, at)
        if at < 0:
            return False
        at += len(part) - 1  # the space behind a word is the one before the next
    return True


def hold_quotations(verdict: Verdict, said: str, articles: Articles) -> Verdict:
    """The verdict on a sentence; it differs where the sentence quotes words that no article has.

    One that no source has by its sense differs only where an article has nearly the words.
    """
    if _MARKS.isdisjoint(said):
        return verdict
    odd = list[Difference]()
    for start, end in quotations(said):
        quoted = said[start:end]
        if articles.have(quoted):
            continue
        from eujdef_tui.factfile.quote_finding import (
            FLOOR,  # loads rapidfuzz, a third of the start: few drafts misquote
        )

        alike, instead = articles.nearest(quoted, verdict.fact)
        if verdict.word != "no source" or alike >= FLOOR:
            odd.append(Difference("quotation", start, end, one_line(quoted), instead if alike >= _ALIKE else ""))
    if not odd:
        return verdict
    kept = verdict.differences if verdict.word == "differs" else ()
    return verdict._replace(word="differs", differences=(*odd, *kept))
