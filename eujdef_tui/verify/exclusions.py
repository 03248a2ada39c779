"""Who is told to be the only one, not the only one, or the only one who did not; and with or without whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.word_kinds import SHORTENED

__all__ = ["EXCEPTING", "company_differs", "exclusions_differ"]

_EXCEPT = frozenset("except but save bar excepting excluding".split())
_PAIRS = frozenset((("other", "than"), ("apart", "from"), ("aside", "from"), ("exception", "of")))
EXCEPTING = _EXCEPT | {"only", "solely", "alone", "other", "apart", "aside", "exception"}
_ALL = frozenset("all every everyone everybody each everything".split())
_NONE = frozenset("no none nobody nothing noone".split())
_DENYING = _NONE | {"not", "cannot", "never", "neither", "nor", "hardly", "scarcely"}
_SMALL = frozenset("the a an its their his her for of".split())
_FROM_ALL = 4  # words between "everyone" and "except"
_NEAR = 3  # words between "with" and whom it is with


class _Mark(NamedTuple):
    """Words that tell of somebody that they alone are meant ("only"), not they alone, or all but they ("except")."""

    sort: str
    at: int
    last: int  # the word behind who is meant
    who: frozenset[str]


def exclusions_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Everyone except them, or not only them, where a fact has only them; or the other way round."""
    mine = heard.pieces
    marked = () if EXCEPTING.isdisjoint(mine.vocabulary) else tuple(_marks(mine, heard.named))
    is_marked = not EXCEPTING.isdisjoint(fact.vocabulary)
    if not (marked or is_marked):
        return
    there = [(one, mark) for one in fact.near for mark in _marks(one, fact.facts.named(one))] if is_marked else []
    for mark in marked:
        same = [(reading, other) for reading, other in there if _is_of_one(mark, other)]
        differing = [one for one in same if _is_other(mine, mark, *one)]
        if same and len(differing) == len(same):
            yield _difference(mine, mark, *differing[0])
            return
        if not there and mark.sort == "except" and _is_told_without(mark, mine, fact):
            yield Difference("opposite", *_place(mine, mark), _said(mine, mark), "not excepted")
            return
    for reading, mark in () if marked else there:
        if mark.sort == "except" and _is_told_of(mark, reading, heard):
            named = next(one for one in heard.named if not mark.who.isdisjoint(_ids(one)))
            said = mine.text[named.start : named.end]
            yield Difference("opposite", named.start, named.end, said, f"{_said(reading, mark)} {said}")
            return


def company_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Could not with somebody, where a fact has that it could not without them; or the other way round.

    Where neither sentence denies more than that, `denial_differs` compares it.
    """
    mine = heard.pieces
    if not _is_denied(mine):
        return
    for word, other in (("with", "without"), ("without", "with")):
        for at, whom in _beside(mine, word):
            if any(one == whom for _, one in _beside(mine, other)):
                continue
            readings = [one for one in fact.near if any(it == whom for _, it in _beside(one, other))]
            known = any(it == whom for one in fact.near for _, it in _beside(one, word))
            shared = (mine.roots.keys() & one.roots.keys() - {whom} for one in readings if _is_denied(one))
            if not known and any(shared):
                start, end, _ = mine.words[at]
                yield Difference("opposite", start, end, mine.text[start:end], other)
                return


def _marks(told: Pieces, named: Sequence[Named]) -> Iterator[_Mark]:
    """Who is told to be the only one, or none of all."""
    for at, word in enumerate(told.folded):
        if word not in EXCEPTING:
            continue
        before = told.folded[at - 1] if at else ""
        if word == "alone":
            one = next((one for one in named if one.last == at), None)
            if one:
                is_denied = told.folded[max(0, one.first - 1) : one.first] == ("not",)
                yield _Mark("not only" if is_denied else "only", at, at + 1, _ids(one))
            continue
        if word in ("only", "solely"):
            behind, sort = at + 1, "not only" if before == "not" else "only"
        else:
            behind = at + 1 if word in _EXCEPT else at + 2
            if word not in _EXCEPT and told.folded[at : at + 2] not in _PAIRS:
                continue
            if not (sort := _of_how_many(told, at)):
                continue
        last, who = _behind(told, named, behind)
        if who:
            yield _Mark(sort, at, last, who)


def _of_how_many(told: Pieces, at: int) -> str:
    """What an exception is from: "except", of all; "only", of none; "" for no exception."""
    begin = max(0, at - _FROM_ALL)
    from_all = any(word in _ALL for word in told.folded[begin:at])
    if any(word in _NONE for word in told.folded[begin:at]):
        return "only"
    return "except" if from_all and "not" not in told.folded[begin:at] else ""


def _behind(told: Pieces, named: Sequence[Named], at: int) -> tuple[int, frozenset[str]]:
    """Who stands at a word, behind articles: ids of a name, or the root of a word; and the number of the next word."""
    while at < len(told.folded) and told.folded[at] in _SMALL:
        at += 1
    if one := next((one for one in named if one.first <= at < one.last), None):
        return one.last, _ids(one)
    if at < len(told.folded) and is_content(told.folded[at]):
        return at + 1, frozenset((root(told.folded[at]),))
    return at, frozenset()


def _ids(named: Named) -> frozenset[str]:
    return frozenset(f"@{one}" for one in named.ids)


def _is_of_one(mark: _Mark, other: _Mark) -> bool:
    return not mark.who.isdisjoint(other.who)


def _is_denied(told: Pieces) -> bool:
    return not _DENYING.isdisjoint(told.vocabulary) or bool(told.kind & SHORTENED)


def _is_other(mine: Pieces, mark: _Mark, there: Pieces, other: _Mark) -> bool:
    """Whether two marks of one say something else: but all except Japan voted, and only Japan did not."""
    if mark.sort == other.sort:
        return False
    return "not only" in (mark.sort, other.sort) or _denies(mine, mark) == _denies(there, other)


def _denies(told: Pieces, mark: _Mark) -> bool:
    """Whether a text denies, in its clause, what it tells behind a mark: only Japan did not vote."""
    behind = range(mark.last, len(told.folded))
    shortened = any(told.kinds[at] & SHORTENED for at in behind)
    return shortened or any(told.folded[at] in _DENYING and told.breaks[at] == told.breaks[mark.at] for at in behind)


def _verb(told: Pieces, mark: _Mark) -> str:
    """The root of the word that says something behind who is meant: voted."""
    return next((root(word) for word in told.folded[mark.last :] if is_content(word)), "")


def _is_told_without(mark: _Mark, mine: Pieces, fact: Evidenced) -> bool:
    """Whether a fact says of somebody, as of one who did, what a sentence says of all but them."""
    own, verb = fact.fact.own, _verb(mine, mark)
    named = any(not mark.who.isdisjoint(_ids(one)) for one in fact.facts.named(own)) or bool(
        mark.who & own.roots.keys()
    )
    return named and bool(verb) and verb in own.roots and not (_is_denied(own) or _is_denied(mine))


def _is_told_of(mark: _Mark, reading: Pieces, heard: Heard) -> bool:
    """Whether a sentence says of somebody what a fact says of all but them."""
    mine, verb = heard.pieces, _verb(reading, mark)
    if _is_denied(mine) or _is_denied(reading) or not _ALL.isdisjoint(mine.vocabulary):
        return False
    return any(not mark.who.isdisjoint(_ids(one)) for one in heard.named) and bool(verb) and verb in mine.roots


def _beside(told: Pieces, word: str) -> list[tuple[int, str]]:
    """Each place of "with" or "without", and the root of whom or what it is with."""
    if word not in told.vocabulary:
        return []
    found = list[tuple[int, str]]()
    for at, one in enumerate(told.folded):
        behind = told.folded[at + 1 : at + 1 + _NEAR] if one == word else ()
        if whom := next((root(it) for it in behind if is_content(it)), ""):
            found.append((at, whom))
    return found


def _place(told: Pieces, mark: _Mark) -> tuple[int, int]:
    first = mark.at - 1 if mark.sort == "not only" and told.folded[mark.at - 1] == "not" else mark.at
    return told.words[first].start, told.words[mark.at].end


def _said(told: Pieces, mark: _Mark) -> str:
    start, end = _place(told, mark)
    return told.text[start:end]


def _difference(mine: Pieces, mark: _Mark, reading: Pieces, other: _Mark) -> Difference:
    return Difference("opposite", *_place(mine, mark), _said(mine, mark), _said(reading, other))
