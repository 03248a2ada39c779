"""The sentences of an article, and which are furniture: headlines, bylines, captions, credits, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from eujdef_tui.draft.lexicon import first_names, has, places
from eujdef_tui.draft.tokens import Token, tokens_of
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.sentences import sentences

__all__ = ["MAX_SENTENCE", "TOO_LONG", "Sentence", "dateline", "read_sentences"]

MAX_SENTENCE = 2000  # characters; the time to draft one grows with its square
TOO_LONG = "too-long"  # in place of a kind of furniture

_BYLINE = lazy_pattern(
    r"(?:(?:[Ww]ritten |[Rr]eported |[Ee]dited |[Pp]hotos? )?[Bb][Yy]:? (?=[A-Z])|(?:Photo|Image|Picture|Photograph"
    r"|Credit|Author|Reporter|Editor|Reporting)s?:? (?:by )?(?=[A-Z])|©|\(c\) )"
)
_AGO = lazy_pattern(
    r"(?:Published|Updated|Posted|Last updated|First published)\b.{0,60}|\d+ (?:minute|hour|day|week|month)s? ago"
    r"|\d+ min read|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?) \d{4}(?:[ ,].{0,20})?"
)
_FOR_MORE = lazy_pattern(
    r"\b(?:read more|sign up|click here|subscribe|follow us|all rights reserved|terms of use|see also"
    r"|read also|also read|related stories|discover more|newsletter|share this|privacy policy|watch live|most read"
    r"|copyright)\b"
)
_CORRECTION = lazy_pattern(
    r"(?:Correction|CORRECTION|Clarification|Editor[’']s note|This (?:article|story) (?:was|has been))\b"
)
_STOPS = tuple(".!?…。”\"'’):;,")
# Opens the first sentence: LINDGRUND, 4 November (EANA) — ; TOKYO (Reuters) - ; Hochbrugg, 20 January 2026 — ; Oslo –
_DAY = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?"
    r"(?:\d{1,2}\.? [A-Z][A-Za-z]{2,8}\.?|[A-Z][A-Za-z]{2,8}\.? \d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d)"
    r"(?:,? \d{4})?"
)
_DATELINE = lazy_pattern(
    rf"(?P<agency>\([A-Z][\w /]{{1,20}}\) ?[-—–]+ )?(?P<place>\(?[^\W\d_][^\d_()—–:;\"“”]{{1,40}}?)"
    rf"(?P<day>,? \(?{_DAY})?\)?(?P<by> ?\([^\W\d_][\w .,&/-]{{1,30}}\))? ?(?:—|–|--| - |-(?= ))\s*"
)
_PARTICLES = frozenset("am an auf da de del der di do du en es im in la las le les of on sur und upon and".split())


class Sentence(NamedTuple):
    """A sentence in text[start:end]: its number from 0, its words, and its kind of furniture, "" for none.

    `opens` is where it begins after a dateline, `start` where it has none.
    """

    number: int
    start: int
    end: int
    tokens: list[Token]
    furniture: str
    opens: int


class _Before(NamedTuple):
    """What stands before a sentence: the kind of the last one, whether all are furniture, whether one is a headline."""

    last: str
    opening: bool
    headed: bool

    def and_then(self, kind: str) -> _Before:
        """What stands before the next one."""
        return _Before(kind, opening=self.opening and bool(kind), headed=self.headed or kind == "headline")


def read_sentences(text: str, spans: Sequence[tuple[int, int]] | None = None) -> list[Sentence]:
    """The sentences of an article, in order; with `spans`, its first ones, of which these are the places."""
    spans = sentences(text) if spans is None else spans
    lines = _lines(text)
    found: list[Sentence] = []
    opened = False
    before = _Before("", opening=True, headed=False)
    for number, (start, end) in enumerate(spans):
        if end - start > MAX_SENTENCE:
            found.append(Sentence(number, start, end, [], TOO_LONG, start))
            before = before.and_then(TOO_LONG)
            continue
        tokens = tokens_of(text, start, end)
        kind = _furniture(text[start:end], tokens, alone=lines.get(start) == end, before=before, lines=len(lines))
        before = before.and_then(kind)
        opens = start
        if not kind and not opened:
            opened = True
            opens = dateline(text, start, end)
            tokens = tokens_of(text, opens, end)
        found.append(Sentence(number, start, end, tokens, kind, opens))
    return found


def _lines(text: str) -> dict[int, int]:
    """Where each line begins and ends, without the white space around it."""
    found: dict[int, int] = {}
    at = 0
    for line in text.split("\n"):
        if words := line.strip():
            start = at + line.index(words[0])
            found[start] = start + len(words)
        at += len(line) + 1
    return found


def _furniture(said: str, tokens: Sequence[Token], *, alone: bool, before: _Before, lines: int) -> str:
    """The kind of furniture that a sentence is, as `no_fact` names it; "" for none."""
    if not any(map(str.isalpha, said)):
        return "label"
    low = said.lower()
    if alone and _AGO().fullmatch(said):
        return "label"
    if _CORRECTION().match(said):
        return "correction"
    if alone and len(tokens) < 12 and _BYLINE().match(said):
        return "byline" if said[:2].lower() == "by" else "credit"
    more = _FOR_MORE().search(low) if len(tokens) < 16 else None
    if more and (alone or more.start() < 4):
        return "boilerplate"
    if alone and len(tokens) < 8 and said.isupper() and not said.endswith("."):
        return "credit" if before.last == "caption" else "heading"
    if alone and said.rstrip().endswith("|"):
        return "caption"
    if not alone or said.endswith(_STOPS) or lines < 2 or len(tokens) > 22:
        return _filler(said, tokens)
    if _is_name(tokens):
        return "byline"
    if len(tokens) < 4 and has("agency", low.strip("()/ ")):
        return "credit"
    if not before.opening and (len(tokens) > 12 or not _FINITE.isdisjoint(token.low for token in tokens)):
        return ""  # a sentence whose full stop is missing
    return "headline" if before.opening and not before.headed else "heading"


def _is_name(tokens: Sequence[Token]) -> bool:
    return 2 <= len(tokens) <= 4 and tokens[0].low in first_names() and all(one.capital for one in tokens)


def _filler(said: str, tokens: Sequence[Token]) -> str:
    """A question or an announcement of the article itself has no fact."""
    lows = [token.low for token in tokens]
    asked = any(has("say", low) for low in lows)
    if said.endswith("?") and len(lows) < 12 and said[0] not in "“\"‘'" and not asked:
        return "filler"
    if (
        not _READER.isdisjoint(lows[:8])
        and not _ARTICLE.isdisjoint(lows[:12])
        and {"review", "article", "post"} & set(lows)
    ):
        return "filler"
    return ""


_FINITE = frozenset("is are was were has have had will".split())
_READER = frozenset(("we", "we'll", "us", "let"))
_ARTICLE = frozenset("explore look examine discuss review see".split())


def dateline(text: str, start: int, end: int) -> int:
    """Where the sentence text[start:end] begins after its dateline; its own beginning where it has none.

    A place with a day or an agency is one, in capitals or not; a place alone in capitals, or one that is known.
    """
    found = _DATELINE().match(text, start, min(end, start + 100))
    opens = text[found.end() : found.end() + 1] if found else ""
    if not found or not (opens.isupper() or opens.isdigit() or opens in "“\"‘'«"):
        return start
    place = found["place"].strip(" (,.-")
    if not _is_place(place):
        return start
    if found["day"] or found["by"] or found["agency"]:
        return found.end()
    known = all(part.strip().lower() in places()[0] for part in re.split(r"[,/]", place))
    aside = len(re.findall(r" (?:—|–|--|-) ", text[found.end() : end])) % 2  # Norway — Sweden's rival — signed
    return found.end() if (place.isupper() or known) and not aside else start


def _is_place(words: str) -> bool:
    """Whether words may be the name of a place: capitals but for particles, and none that only opens a sentence."""
    parts = re.split(r"[ ,/]+", words)
    if has("function", parts[0].lower()) and parts[0].lower() not in ("the", "la"):
        return False
    if parts[0] == "The" and parts[1:2] != ["Hague"]:
        return False
    return all(part[:1].isupper() or part in _PARTICLES for part in parts)
