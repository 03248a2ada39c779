"""Whether someone is of the country that a sentence says: the Italian company, a Dutch minister."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.records import Actor
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.facts import Facts, read_once
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.office_names import ROLES
from eujdef_tui.verify.offices import OFFICES, told_of
from eujdef_tui.verify.roots import is_content, is_past
from eujdef_tui.verify.word_lists import CAPITALS, NATIONALITIES, SPEAKING

__all__ = ["nations_differ"]

_OF_SOMEWHERE = frozenset(("person", "company"))  # kinds of actors that are of one country
# what they are called between a nationality and their name
_MAKERS = "company firm maker group giant contractor manufacturer corporation supplier producer startup"
_ONE = OFFICES | ROLES | {"politician", *_MAKERS.split()}
_NOUNS = _ONE | {f"{noun}s" for noun in _ONE} | {"companies"}
_ARTICLES = frozenset(("a", "an", "the", "and", "is", "was", "are", "were", "all", "two", "three", "both"))
_REACH = 4  # words between a nationality and whose it is


def nations_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A nationality that a sentence gives to someone of whom the base tells another one."""
    for at, word in enumerate(heard.pieces.folded):
        before = heard.pieces.folded[max(0, at - 2) : at]
        if word not in NATIONALITIES or (before[1:] == ("and",) and before[0] in NATIONALITIES):
            continue  # the Japanese and French companies X and Y
        for named in heard.named:
            known = [country for one in named.ids for country in countries_of(fact.facts, one)]
            if not known or CAPITALS[word] in known or not _is_of(heard, at, named):
                continue
            start, end, _ = heard.pieces.words[at]
            yield Difference("name", start, end, heard.pieces.text[start:end], known[0].title())
            break


@read_once
def countries_of(facts: Facts, record: str) -> tuple[str, ...]:
    """The countries that the base names where it says who a person or a company is, their own first; folded."""
    if facts.names.kinds.get(record) not in _OF_SOMEWHERE:
        return ()
    found = facts.record(record)
    told = list(told_of(found)) if isinstance(found, Actor) else []
    own = [CAPITALS[one] for text in told for one in text if one in NATIONALITIES]
    # a quote may name the countries of others, too
    named = [one for one in told[0] if one in CAPITALS.values()] if own else []
    return tuple(dict.fromkeys((*own, *named)))


def _is_of(heard: Heard, at: int, named: Named) -> bool:
    """Whether a nationality is that of someone named: the Italian firms X and Y; X, an Italian firm."""
    if at > named.first:
        told = [place for place in range(named.last, at) if place not in heard.covered]
        if told and heard.pieces.folded[told[0]] in ("which", "who"):  # X and Y, which were there, are Italian
            aside = heard.pieces.breaks[told[0]]
            told = [place for place in told if heard.pieces.breaks[place] != aside]
        return bool(told) and all(heard.pieces.folded[place] in _ARTICLES for place in told)
    # names of a list may stand between: the Italian firms X and Y
    between = heard.pieces.folded[at + 1 : named.first]
    said = [word for place, word in enumerate(between, at + 1) if place not in heard.covered and word != "and"]
    if not NATIONALITIES.isdisjoint(between):
        return False
    return 0 < len(said) <= _REACH and said[-1] in _NOUNS and not any(_tells(word) for word in said)


def _tells(word: str) -> bool:
    """Whether a word is more than an adjective or noun before a name: the Italian firm met X."""
    return not is_content(word) or is_past(word) or word in SPEAKING or word.endswith("ing")
