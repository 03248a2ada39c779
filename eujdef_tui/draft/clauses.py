"""Cut a sentence into clauses and read the verb of each: what happened, what is to come, what only might be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.draft.lexicon import has
from eujdef_tui.draft.tokens import Token

__all__ = ["Clause", "clauses", "predicate"]

_PAIRS = frozenset(("and", "or"))
_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't".split())
_ARTICLES = frozenset(
    "the a an this that these those its their his her our my your some any no of every each another".split()
)


class Clause(NamedTuple):
    """A part of a sentence with one verb: tokens[first:last].

    `status` is happened, planned, target, reported (what is going on), possible (might be) or "" for what merely is;
    `verb` is the token that says what is done, -1 for none.
    """

    first: int
    last: int
    status: str
    verb: int


def clauses(text: str, tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses of a sentence, in order, each with its verb read."""
    start = 0
    for at in range(1, len(tokens) + 1):
        if at == len(tokens) or _breaks(text, tokens, start, at):
            yield Clause(start, at, *predicate(tokens, start, at))
            start = at


def _breaks(text: str, tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a clause ends before a token."""
    gap = text[tokens[at - 1].end : tokens[at].start]
    low = tokens[at].low
    if any(sign in gap for sign in (";", ": ", "—")) or " – " in gap or " - " in gap:
        return True
    if has("clause-break", low):
        return _is_conjunction(tokens, at)
    if low in _PAIRS:
        rest = tokens[at + 1 : at + 7]
        has_verb = predicate(tokens, start, at)[1] >= 0
        return has_verb and any(_finite(rest, n) for n in range(min(4, len(rest)))) and len(rest) > 2
    return False


_PREPOSITIONS_TOO = frozenset("as since before after until amid".split())


def _is_conjunction(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word opens a clause here: not "as well", "after midnight", "before 2019"."""
    low, after = tokens[at].low, tokens[at + 1 : at + 10]
    if low not in _PREPOSITIONS_TOO:
        return True
    if low == "as" and (tokens[at - 1].low in ("such", "as", "well", "known") or (after and after[0].low == "well")):
        return False
    return not (after and _is_when(after[0])) and any(_finite(after, n) for n in range(1, len(after)))


def _is_when(token: Token) -> bool:
    return (
        any(map(str.isdigit, token.word))
        or has("months", token.low)
        or has("weekdays", token.low)
        or token.low in ("last", "next", "then", "now")
    )


def _finite(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    return (
        low in _BE
        or low in _HAVE
        or low in ("will", "would", "could", "can", "may")
        or (_is_past(tokens, at) and not (at and tokens[at - 1].low in _ARTICLES))
    )


def predicate(tokens: Sequence[Token], first: int, last: int) -> tuple[str, int]:
    """The status and the verb of tokens[first:last]; ("", -1) where none is found."""
    for at in range(first, last):
        low = tokens[at].low
        if found := _auxiliary(tokens, at, last):
            return found
        if low == "being" and at > first and at + 1 < last and _participle(tokens[at + 1].low):
            return "reported", at + 1
        if (has("say", low) and not has("event-say", low)) or (tokens[at].capital and not tokens[at].initial):
            continue
        if (
            low
            in (
                "plan",
                "plans",
                "planned",
                "intend",
                "intends",
                "aim",
                "aims",
                "aimed",
                "seek",
                "seeks",
                "strives",
                "hopes",
                "hope",
            )
            and at + 1 < last
            and tokens[at + 1].low == "to"
        ) or (at + 1 < last and tokens[at + 1].low == "to" and low in ("wants", "want")):
            return ("target" if has("target-cue", low) else "planned"), min(at + 2, last - 1)
        if _is_past(tokens, at) and at > first and tokens[at - 1].low not in _ARTICLES and tokens[at - 1].low != "to":
            return ("" if has("stative", low) else "happened"), at
    return "", -1


def _auxiliary(tokens: Sequence[Token], at: int, last: int) -> tuple[str, int] | None:
    """The status and verb that an auxiliary at a token leads to."""
    low = tokens[at].low
    after = at + 1
    while after < last and (
        has("adverb", tokens[after].low)
        or (tokens[after].low.endswith("ly") and tokens[after].low not in ("only", "likely", "early"))
    ):
        after += 1
    if after >= last:
        return None
    verb = tokens[after].low
    if low in ("will", "shall", "won't", "'ll"):
        state = verb == "be" and after + 1 < last
        main = (
            after + 1
            if state and (tokens[after + 1].low.endswith(("ed", "ing")) or has("past", tokens[after + 1].low))
            else after
        )
        return ("" if verb == "remain" else "planned"), main
    if has("modal", low):
        return "possible", after
    if low in _HAVE:
        return _perfect(tokens, low, after, last)
    if low in _BE and low not in ("be", "been", "being"):
        return _being(tokens, low, after, last)
    return None


def _perfect(tokens: Sequence[Token], low: str, after: int, last: int) -> tuple[str, int] | None:
    verb = tokens[after].low
    if verb == "been" and after + 1 < last and any(has("event-noun", one.low) for one in tokens[after + 1 : after + 4]):
        there = next((one for one in tokens[max(0, after - 4) : after] if one.low == "there"), None)
        if there:
            return "reported", next(n for n in range(after + 1, last) if has("event-noun", tokens[n].low))
    if verb == "been" and after + 1 < last:
        main = tokens[after + 1].low
        if main.endswith("ing"):
            return "reported", after + 1
        return ("" if not _participle(main) or has("stative", main) else "happened"), after + 1
    if verb == "to":
        return "", after
    if _participle(verb):
        return ("" if has("stative", verb) and verb != "had" else "happened"), after
    return ("", after) if low != "having" else None


def _being(tokens: Sequence[Token], low: str, after: int, last: int) -> tuple[str, int] | None:
    verb = tokens[after].low
    now = low in ("is", "are", "isn't", "aren't")
    if verb == "to":
        return ("planned" if now else "happened"), min(after + 1, last - 1)
    if verb in ("expected", "scheduled", "due", "set", "planned", "slated", "likely", "poised") and any(
        token.low in ("to", "for", "in", "on", "by", "at") for token in tokens[after + 1 : after + 3]
    ):
        main = after + 2 if after + 2 < last and tokens[after + 1].low == "to" else after
        return ("possible" if verb in ("likely", "poised") else "planned"), main
    if verb in ("seeking", "planning", "preparing", "aiming", "striving", "considering", "going"):
        return (
            "target" if verb in ("aiming", "striving") else "planned" if verb != "considering" else "reported"
        ), after
    if verb.endswith("ing") and len(verb) > 4:
        return ("" if has("state-ing", verb) else "reported" if now else "happened"), after
    if _participle(verb):
        return ("" if now or has("stative", verb) else "happened"), after
    return "", after


def _participle(low: str) -> bool:
    return (low.endswith("ed") and len(low) > 3 and not has("not-past", low)) or has("past", low) or has("stative", low)


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token may be a finite verb in the past tense."""
    low = tokens[at].low
    if tokens[at].capital and not tokens[at].initial:
        return False
    irregular = has("past", low)
    regular = low.endswith("ed") and len(low) > 3 and not has("not-past", low)
    if not (irregular or regular) or not at:
        return False
    before = tokens[at - 1].low
    if before in _BE or before in _HAVE or before in ("to", "be", "by", "as", "a", "an", "of", "for", "in", "with"):
        return False
    return not (
        irregular
        and low
        in (
            "set",
            "cut",
            "put",
            "hit",
            "read",
            "split",
            "spread",
            "shot",
            "left",
            "found",
            "felt",
            "lead",
            "saw",
            "bound",
            "rose",
            "fell",
            "shut",
            "let",
            "hurt",
            "cost",
            "cast",
            "bid",
            "burst",
        )
        and before in _ARTICLES
    )
