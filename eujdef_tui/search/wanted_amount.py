"""Which amount a question or a few words ask for.

"How many planes" wants a number of planes, "how old" a number of years, "what percentage" a share, and a price any sum
of money. Whether a record tells it, `tells_amount` decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from itertools import dropwhile, pairwise, takewhile

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search.measures import MEASURES, Measure, of_adjective, of_noun
from eujdef_tui.search.questions import (
    COSTS,
    EMPTY,
    PAID,
    PAYMENTS,
    PREPOSITIONS,
    QUESTION,
    SPOKEN_OF,
    is_of_sum,
    is_saying,
)
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["HARM", "WORKING", "Sort", "Wanted", "implied_by", "is_person", "is_plural", "wanted_amount"]


class Sort(Enum):
    """The sorts of amounts."""

    COUNT = "count"
    PEOPLE = "people"
    MEASURE = "measure"
    MONEY = "money"
    SHARE = "share"
    ANY = "any"


class Wanted(NamedTuple):
    """The sort of an amount; of a count the words for what is counted, of a measure its units and its nouns.

    `strict` says that what tells no such amount is no answer, or with `loosely` only that what tells one is a better
    one; `kept` are words that a fact must have, and `free` those that the amount itself tells. `shares`: what is spent
    may be told as a share, of a budget.
    """

    sort: Sort
    words: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    strict: bool = True
    kept: tuple[str, ...] = ()
    free: frozenset[str] = frozenset()
    shares: bool = False
    loosely: bool = False


# A sum of money itself tells of these: what costs 164 million is worth that, and that is its price.
_TOLD_BY_MONEY = frozenset(
    "amount bill charge charged charges cost costs costing expensive fee fees money paid pay paying pays price priced "
    "prices spend spending spends spent sum value valued worth".split()
)
_MONEY = _TOLD_BY_MONEY | frozenset(
    "bonus budget compensation damages debt debts dividend earn earned earns fare fares fine fined fines grant income "
    "interest invest invested loan loans owe owed owes payout pension profit profits ransom rent revenue reward "
    "salaries salary subsidies subsidy tax taxes turnover wage wages".split()
)
_FEW = 6  # words of a line that may name a sum
_OF_THE = frozenset("its of our the their these those".split())
_OF = frozenset(("for", "of", "per"))
_NO_SHARES = COSTS | frozenset("dollars euros money".split())
_SHARES = frozenset("fraction percent percentage proportion share".split())
_BEING = frozenset("are be been is was were".split())
_PERSONS = frozenset("people persons".split())
_PLURALS = frozenset(
    "aircraft cattle children crew deer feet fish geese men mice people persons police sheep staff teeth troops "
    "women".split()
)
_DATED = frozenset(("late", "often"))
# What may be told in other ways than by a measure: how long will she stay, how strong is the union.
_LOOSELY = frozenset("bright fast high long low powerful quick rich slow strong wealthy".split())
_MOVING = frozenset("driving flying going moving running sailing travelling".split())
WORKING = frozenset("work worked working works".split())
HARM = frozenset("dead deaths died hurt injured killed wounded".split())
# Words, and those beside a number that imply them: who works by a staff of 24, water by its litres.
_IMPLIED = (
    (WORKING, frozenset("employ employed employees employs personnel staff workers workforce".split())),
    (frozenset("gas oil water".split()), frozenset("barrels cubic gallons litres liters".split())),
)
_RUN = 3  # words behind "how many" that may be what is counted


def wanted_amount(words: Sequence[str], asks: frozenset[str]) -> Wanted | None:
    """The amount that the folded words of a line ask for; None where they ask for none."""
    if words[1:2] == ["how"]:
        words = words[1:]  # for how long
    if words[:1] == ["what"] and "much" not in words and "many" not in words:
        return _of_what(words)
    if words[:2] == ["number", "of"]:
        return _counted(words[2:])._replace(free=_NUMBER)
    if "many" in asks and "many" in words:
        return _counted(words[words.index("many") + 1 :])
    if "much" in asks:
        if words[1:2] and (words[1] in _DATED or words[1:3] in (["far", "has"], ["far", "have"])):
            return None  # how late will it open, how far have they come
        measure = of_adjective(words)
        return _measured(words, measure) if measure else _mass(words)
    if words[0] in SPOKEN_OF and not _PAYING.isdisjoint(words[2:]):
        return _mass(("how", "much", *words[1:]))  # price norlines pays for the ship
    if words[0] in COSTS and words[1:2] and words[1] in _OF:
        return Wanted(Sort.MONEY, kept=_priced(words[1:]), free=_TOLD_BY_MONEY)
    of_money = 1 < len(words) <= _FEW and not PAYMENTS.isdisjoint((words[0], words[-1])) and words[0] not in QUESTION
    return _summed(words) if of_money or is_of_sum(words) else None


def _counted(behind: Sequence[str]) -> Wanted:
    """What is counted: of the words behind "how many" the first plural, and else each of them; people if none.

    What is counted is never left out, nor, where they are just people, what they do.
    """
    behind = list(dropwhile(_OF_THE.__contains__, behind))
    run = list(takewhile(_tells_more, behind))[:_RUN]
    if not _SHARES.isdisjoint(run[:1]) or behind[:2] == ["per", "cent"]:
        return Wanted(Sort.SHARE)
    plural = [word for word in run if is_plural(word)][:1]
    head = (plural or run or [""])[0]
    if head in _PERSONS or not head or (not plural and head.endswith(("ed", "en"))):
        rest = list(dropwhile(lambda word: word in _PERSONS or word in _AIDING, behind))[:1]
        return Wanted(Sort.PEOPLE, kept=tuple(word for word in rest if _tells_more(word) or word in WORKING))
    heads = tuple(plural or run)
    if is_person(head) and not HARM.isdisjoint(behind):
        return Wanted(Sort.COUNT, heads, free=frozenset(heads))  # workers who died are told as deaths
    return Wanted(Sort.COUNT, heads, kept=(*plural, *WORKING.intersection(behind)))


def _of_what(words: Sequence[str]) -> Wanted | None:
    """The amount of "what does it cost", "what is the fine", "what speed did it reach"; None for other lines."""
    if not _SHARES.isdisjoint(words[:3]):
        return Wanted(Sort.SHARE)
    if words[1:2] and words[1] in _HELPING:
        return _mass(("how", "much", *words[1:])) if not _PAYING.isdisjoint(words[2:]) else None
    run = list(takewhile(_tells_more, dropwhile(QUESTION.__contains__, words[1:])))
    head = run[-1] if run else ""
    behind = words[words.index(head) + 1 :] if head else words
    asks = words[1] == run[0] if run else False
    if not head or not (asks or words[1] in _BEING):
        return None
    if head in _NUMBER:
        return _counted(behind)._replace(free=_NUMBER)
    if head in _MONEY:
        kept = _priced(behind) if behind[:1] and behind[0] in _OF and head in COSTS else ()
        free = _TOLD_BY_MONEY | PAID.intersection(run)
        return Wanted(Sort.MONEY, strict=head in _SURELY, kept=kept, free=free, shares=head not in _NO_SHARES)
    measure = of_noun((head,))
    if measure and len(run) > 1 and head == "level":  # the salt level is a measure of salt
        return Wanted(Sort.ANY, kept=(run[-2],), free=frozenset((head,)))
    return Wanted(Sort.MEASURE, measure.units, measure.nouns, free=frozenset((head,))) if measure else None


_AIDING = frozenset("are be been can could did do does had has have is should was were will would".split())
_NUMBER = frozenset(("number", "total"))
_HELPING = frozenset("did do does had has have must will would".split())
_PAYING = frozenset("charge charged cost costs earn earned owe owed owes paid pay pays spend spent".split())
_SURELY = frozenset("bonus budget cost costs debt debts fare price prices salary turnover wage wages worth".split())


def _tells_more(word: str) -> bool:
    return word not in QUESTION and word not in PREPOSITIONS and (word not in EMPTY or word in _PERSONS)


def implied_by(word: str) -> frozenset[str]:
    """The words beside a number that imply a word, none for most."""
    return next((units for words, units in _IMPLIED if word in words), frozenset())


def is_plural(word: str) -> bool:
    """Whether a word is a plural by its form, or one of the irregular ones."""
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3)


def is_person(word: str) -> bool:
    """Whether a word is of people: called so, or like those who do something."""
    return word in _OF_PEOPLE or bool(_DOERS().search(word))


_OF_PEOPLE = frozenset(
    "adults arrested boys cases casualties children crew dead deaths died families girls heads homeless households "
    "hurt infected injured jobs killed men missing officials patients people persons police pupils soldiers staff "
    "troops victims women wounded".split()
)
_DOERS = lazy_pattern(r"(?:ants|arians|cians|dents|ees|eers|ents|[^mp]ers|ians|ists|men|ors)$")


def _measured(words: Sequence[str], measure: Measure) -> Wanted:
    """What "how …" asks of the thing behind it: how old is the driver."""
    if not _MONEY.isdisjoint(words) and words[1] in ("high", "low", "big", "large"):
        return Wanted(Sort.MONEY, free=_TOLD_BY_MONEY, shares=True)  # how high are the debts
    thing = list(takewhile(_tells_more, dropwhile(QUESTION.__contains__, words[2:])))[-1:]
    of_it = words[2:3] and words[2] in _BEING and (measure.units or thing == list(words[-1:]))
    kept = tuple(thing) if of_it else ()
    changes = "fast" in words and any(word.endswith("ing") and word not in _MOVING for word in words[2:])
    if measure.units and not changes:
        loosely = words[1] in _LOOSELY and not (words[1] == "fast" and words[2] in _BEING)
        return Wanted(Sort.MEASURE, measure.units, measure.nouns, kept=kept, loosely=loosely)
    if "price" in measure.nouns:
        return Wanted(Sort.MONEY, kept=kept, free=_TOLD_BY_MONEY)
    of_any = changes or "size" in measure.nouns  # how fast is it falling, how big is it
    loosely = words[1] in _LOOSELY
    return Wanted(Sort.ANY if of_any else Sort.MEASURE, (), measure.nouns, kept=kept, loosely=loosely)


def _mass(words: Sequence[str]) -> Wanted:
    """What "how much" asks for: money, or so much of what stands behind it."""
    every = words[words.index("much") + 1 :] if "much" in words else []
    behind = every[:2]
    thing = list(takewhile(_tells_more, behind))[:1]
    thing = [] if thing and _compares(thing[0]) else thing
    if _MONEY.isdisjoint(words):
        return Wanted(Sort.ANY, kept=tuple(thing))
    # who "is paid" is given it; what somebody pays is the amount
    given = words[-1] in ("paid", "charged") and not _BEING.isdisjoint(words)
    paid = PAID.intersection(behind)
    kept = () if paid or not _TOLD_BY_MONEY.isdisjoint(behind) else tuple(thing)
    if not (thing or COSTS.isdisjoint(words)):
        kept = _priced(every)
    kept += tuple(after for word, after in pairwise(words) if word == "per")
    free = (_TOLD_BY_MONEY | paid) - ({words[-1]} if given else set())
    return Wanted(Sort.MONEY, kept=kept, free=free, shares=_NO_SHARES.isdisjoint(words))


def _priced(behind: Sequence[str]) -> tuple[str, ...]:
    """What has a price: of "a bottle of water cost" the bottle."""
    run = list(takewhile(_tells_more, dropwhile(lambda word: not _tells_more(word), behind)))
    if run and is_saying(run[-1]):  # how much do they say it costs
        return _priced(behind[behind.index(run[-1]) + 1 :])
    return tuple([word for word in run if word not in _TOLD_BY_MONEY][-1:])


def _compares(word: str) -> bool:
    """Whether a word is a comparative: how much cheaper, how much bigger."""
    stem = word.removesuffix("er")
    if stem == word:
        return word in ("less", "more", "worse")
    return word in ("better", "further", "later") or any(
        one in MEASURES for one in (stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y")
    )


def _summed(words: Sequence[str]) -> Wanted:
    """What a few words that are no question name: depth of the river, price of a ticket, strike bill."""
    if not _SHARES.isdisjoint(words):
        return Wanted(Sort.SHARE, strict=False)
    measure = of_noun((*words[:2], *words[-1:]))
    if measure:
        return Wanted(Sort.MEASURE, measure.units, measure.nouns, strict=False)
    if words[0] in _MONEY and words[1:2] and words[1] in _OF:
        return Wanted(Sort.MONEY, kept=_priced(words[1:]), free=_TOLD_BY_MONEY)
    return Wanted(Sort.ANY if _MONEY.isdisjoint(words) else Sort.MONEY, strict=False, free=_TOLD_BY_MONEY)
