"""What a question asks for, and which of its words say nothing of what it asks about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search.succession_grammar import succession_asked

__all__ = [
    "ALONE", "AMOUNTS", "COSTS", "EMPTY", "FIRST", "OPENING", "PAID", "PAYMENTS", "PREPOSITIONS", "QUESTION", "ROLES",
    "SORTS", "SPOKEN_OF", "Asked", "asked_for", "is_of_money", "is_of_one", "is_of_sum", "is_opening", "is_saying",
    "measure",
]  # fmt: skip

# Words of a question that say nothing of what is asked about. Terms where they are all that was typed.
QUESTION = frozenset(
    "a about an and are at be been by can could did do does for from had happen happened happens has have how in into "
    "is it its of on or should that the their there they this to was were what when where which who whom whose why "
    "will with would".split()
)
# And those of them with which a question opens.
OPENING = frozenset(
    "are can could did do does had has have how is should was were what when where which who whom whose why will "
    "would".split()
)
# Words that many sentences have and few facts turn on. Where too little is found they are left out, and told.
EMPTY = frozenset(
    "actually again already also any anyone anybody anything become becomes being currently each else even ever every "
    "everyone everything exactly get gets getting going got happening involved just kind know known like mean means "
    "money new now one only other others part people really same some someone something still stuff such then thing "
    "things today type use used uses using very want wanted wants way ways work worked working works yet".split()
)
# Prepositions and small words that facts need not have as they were typed: wages after the verdict, opened too early.
PREPOSITIONS = frozenset(
    "after against along among around before behind below beside between beyond despite during inside near off onto "
    "out outside over per since through throughout toward towards under until up upon via within already just no not "
    "only quite rather really so still too very yet".split()
)
# What each word asks for.
_ASKING = {word: word for word in ("when", "where", "who", "much", "many", "or", "happen", "why")}
_ASKING |= {"happens": "happen", "happened": "happen"}
# "Who is" asks for a person, "what is" for a thing, but "who is paying" for a fact.
_IS = frozenset(("is", "was", "are", "were"))
# "Who runs it" asks for a person too.
_RUN = frozenset(
    "chair chairs chaired command commands commanded direct directs directed govern governs head heads headed lead "
    "leads led manage manages managed represent represents represented run runs ran speak speaks spoke".split()
)
_SAY = frozenset("comment commented say says said tell tells told think thinks thought".split())
# Verbs of what someone says that say what it is about as well.
_SPEAK = frozenset(
    "accept accepts accepted admit admits admitted advise advised advises argue argues ask asks asked believe believes "
    "blame blamed blames claim claims complain complained complains concede conceded condemn condemned criticise "
    "criticised demand demands demanded deny denied expect expects fear fears feared hope hopes insist insisted object "
    "objected offer offered oppose opposed plan praise praised predict predicted promise promised promises propose "
    "proposed recommend recommended reject rejected request requested suggest suggested suggests threaten threatened "
    "threatens urge urged want wanted wants warn warned warns welcome welcomed".split()
)
_OBJECT = frozenset("argued argues complain complained complains object objected objects".split())
# Nouns that ask, where the line opens with one: date of the signing, year the fighter flies, reason for the delay.
_NOUNS = {
    **dict.fromkeys(("date", "day", "time", "year", "month"), "when"),
    **dict.fromkeys(("place", "location", "venue"), "where"),
    **dict.fromkeys(("reason", "reasons", "cause", "causes"), "why"),
}
_OF = frozenset("behind for of that the when where why".split())
# Where something is held, when it takes place.
_HELD = frozenset("held located place situated".split())
_TAKES = frozenset("take takes took".split())
# Where someone went, when there.
_GOES = frozenset("go goes going gone went".split())
_NOW = frozenset("actually currently exactly just now still today".split())
_PRONOUNS = frozenset("he i me my our she we you your".split())
_BEFORE = frozenset("at by for from in of on since till to under until with".split())  # since when, for how long
_WORDS = frozenset("how what when where which who whom whose".split())
# Verbs that say nothing beside the noun behind them: make a loss, hold a vote.
_SUPPORT = frozenset(
    "do does did give gave given gives had has have held hold holds made make makes take taken takes took".split()
)
# Who is in charge of it, who is at the helm: who runs it.
_RULING = frozenset("charge control helm responsible".split())
# What someone is to others: the chief of the firm, the firm's chief.
ROLES = frozenset(
    "ambassador boss captain ceo chair chairman chairwoman chief commander commissioner director envoy executive "
    "founder governor head inventor leader manager mayor minister negotiator pm premier president secretary "
    "spokesman spokesperson spokeswoman".split()
)
_PARTING = frozenset("about against and by for from in of on the to with".split())  # age of the mayor: no role
_ROLE_WORDS = 8  # a longer line says more than who it is
# What is the smallest bell called: what it is, by name.
_CALLED = frozenset("called named".split())
# What does it stand for, what is it short for, what does it mean: what it is.
_SHORT = frozenset("mean short stand stands".split())
# Of what "what is the … of" asks the amount; the first of them need not be said where the figure is given.
_AMOUNTS = frozenset("amount number percentage share sum total value".split())
_MEASURED = _AMOUNTS | frozenset(
    "budget cost fare fee fine limit price rate salary size speed standard wage weight".split()
)
_SUMS = _MEASURED | frozenset(
    "age bill budgets capacity content costs depth distance duration fares fees fines height length population prices "
    "rates salaries spending temperature turnover wages".split()
)
_SUM_WORDS = 6  # a longer line says what it is about in more words than the sum
_DIFFER = frozenset(
    "contradict contradicting contradictions contradicts differ differs differences disagree disagrees discrepancies "
    "discrepancy inconsistencies".split()
)
_WHO_DIFFERS = frozenset("articles sources reports newspapers papers accounts facts figures they".split())
_PLANNED = frozenset("planned scheduled upcoming".split())
_AHEAD = frozenset("ahead coming next plan plans".split())
_COME = frozenset("come comes lies up".split())
_CHANGED = frozenset("change changed changes changing".split())
# Sorts of records that "which" asks for: a word for them, and the kinds of actors, or the type of record.
SORTS = {
    "company": ("company",), "country": ("country", "bloc"), "person": ("person",), "agreement": ("agreement",),
    "body": ("public-body", "organization", "bloc", "programme"), "source": ("source",),
}  # fmt: skip
_SORT_WORDS = {
    word: sort
    for sort, words in (
        ("company", "companies company firm firms manufacturer manufacturers operator operators"),
        ("country", "countries country nation nations states"),
        ("person", "people person persons politician politicians minister ministers"),
        ("agreement", "agreement agreements treaties treaty deal deals accord accords pact pacts"),
        ("body", "agencies agency bodies body institution institutions organisation organisations organization "
                 "organizations"),
        ("source", "article articles newspaper newspapers paper papers source sources"),
    )
    for word in words.split()
}  # fmt: skip
_SORT_REACH = 4  # "which other European companies": so many words in, the noun is still what is asked for
# Words of money: what they ask for is an amount of it.
_MONEY = frozenset(
    "allocate allocated bill budget budgets cost costs expensive fare fares fee fees fine fines fund invest invests "
    "money paid pay pays price prices salaries salary spend spends spending spent turnover wage wages worth".split()
)
# Nouns of what is paid: how much compensation do they get.
PAID = frozenset("aid compensation damages funding grant payout ransom reward subsidies subsidy".split())
PAYMENTS = PAID | frozenset("debt debts loan loans money profit profits rent revenue".split())
SPOKEN_OF = frozenset("amount cost fee fine money price sum".split())  # price someone pays for it
COSTS = frozenset("cost costs price prices worth".split())
AMOUNTS = PAYMENTS | SPOKEN_OF | COSTS | {"number", "what"}  # with which a line may ask for an amount, or end
# A question that says nothing else: the field and value that keep what it asks for. The first that is asked counts.
ALONE = {
    "differ": ("kind", "tension"), "legal": ("is", "legal"), "political": ("is", "political"),
    "planned": ("is", "planned"), "change": ("is", "happened"),
    "happen": ("is", "happened"), "much": ("kind", "figure"), "many": ("kind", "figure"),
}  # fmt: skip


# And one that says more: what it asks for is shown before all else.
FIRST = {
    "differ": ("kind", "tension"), "legal": ("is", "legal"), "political": ("is", "political"),
    "planned": ("is", "planned"),
    "runs": ("kind", "person"),
}  # fmt: skip


def is_of_money(words: Sequence[str], asks: frozenset[str]) -> bool:
    """Whether a question or a few words ask for an amount of money: how much it costs, its price."""
    return ("much" in asks or is_of_sum(words)) and not _MONEY.isdisjoint(words)


def is_of_sum(words: Sequence[str]) -> bool:
    """Whether a few words that are no question name a sum, first or last: strike bill, weight in tonnes."""
    if not 1 < len(words) <= _SUM_WORDS or words[0] in OPENING:
        return False
    return not _SUMS.isdisjoint((words[0], words[-1])) or not _SUMS.isdisjoint(words[:2])


def is_opening(words: Sequence[str]) -> bool:
    """Whether folded words open as a question does, also behind a preposition: since when, for how long.

    By whom it is led asks for who leads it, but in words of a role and of no deed.
    """
    if not words or words[0] in OPENING or list(words[:2]) == ["by", "whom"]:
        return bool(words) and words[0] in OPENING
    return words[0] in _BEFORE and not _WORDS.isdisjoint(words[1:2])


def is_saying(word: str) -> bool:
    """Whether a word is a verb of what someone says."""
    return word in _SAY or word in _SPEAK


def measure(words: Sequence[str]) -> tuple[str, ...]:
    """The words of the units that a line asks for: of "how long" day, week … km; none where any will do."""
    if not ("how" in words or is_of_sum(words)):
        return ()
    from eujdef_tui.search.measures import of_adjective, of_noun  # few lines ask for a measure

    found = of_adjective(words) if "how" in words else of_noun((*words[:2], *words[-1:]))
    return found.units if found else ()


class Asked(NamedTuple):
    """The sorts of answer that are asked for (see `score.of_answer`, `answers`), and words that need not be found."""

    asks: frozenset[str]
    idle: frozenset[str]


def asked_for(words: Sequence[str]) -> Asked:
    """What the folded words of a query ask for."""
    asks = {_ASKING[word] for word in words if word in _ASKING}
    asks |= {"office"} if succession_asked(words) else set()
    idle = set(QUESTION)
    question = is_opening(words)
    if question and words[0] not in OPENING:
        idle.add(words[0])
        words = words[1:]
    opening = words[:2]
    if "how" in opening:
        from eujdef_tui.search.measures import MEASURES  # few lines ask for a measure

        asked = [word for word in words[words.index("how") + 1 :][:1] if word in MEASURES]
        asks |= {"much"} if asked else set()
        idle.update(("much", "many", *asked))
    elif question and opening[0] != "may":
        idle |= {"may", "might", "must"}
    if {"where", "when"}.intersection(opening):
        idle |= _HELD | (_TAKES if "place" in words else set()) | (_GOES if "where" in opening else set())
    if opening[:1] == ["what"]:
        idle |= (_CALLED if _IS.intersection(opening) else set()) | (_SHORT if words[-1] in ("for", "mean") else set())
    if question:
        idle |= _PRONOUNS | {word for word, after in pairwise(words) if word in _SUPPORT and after in ("a", "an")}
    elif _is_of_role(words):
        asks.add("role")
    if measured := _measured(words):
        asks.add("much")
        idle |= measured & _AMOUNTS
    more = _noun(words), _differing(words, question=question), _sort(words), _status(words), _binding(words)
    for more_asks, more_idle in (*more, _saying(words)):
        asks |= more_asks
        idle |= more_idle
    if opening[:1] == ["who"] and ("of" in words or "for" in words) and (ruling := _RULING.intersection(words)):
        asks.add("runs")
        idle |= ruling
    left = [word for word in words if word not in idle and word not in _NOW]
    done = any(word.endswith("ing") for word in left)
    if opening[1:] and opening[1] in _IS and opening[0] in ("who", "what") and left and not done:
        asks |= {"person"} if opening[0] == "who" else set()
    elif opening[:1] == ["who"] and left[1:] and left[0] in _RUN:
        asks.add("runs")
    elif question and (len(left) > 1 or "say" in asks):
        asks.add("fact")
    return Asked(frozenset(asks), frozenset(idle))


def _noun(words: Sequence[str]) -> tuple[set[str], set[str]]:
    """What the noun asks for with which a line opens: date of the signing."""
    if words[2:] and words[0] in _NOUNS and words[1] in _OF:
        return {_NOUNS[words[0]]}, {words[0]}
    return set(), set()


def _saying(words: Sequence[str]) -> tuple[set[str], set[str]]:
    """Whether a question asks what someone says, and the verb where it tells no more."""
    opening = words[0] if words else ""
    if opening == "who" and (verb := _OBJECT.intersection(words[1:2])):
        return {"say"}, set(verb)
    if opening in ("what", "which", "who") and _SAY.intersection(words):
        return {"say"}, set(_SAY) if opening == "what" else set()
    return ({"say"} if opening == "what" and _SPEAK.intersection(words) else set()), set()


def _is_of_role(words: Sequence[str]) -> bool:
    """Whether a few words name a role of someone: boss of the firm, the firm's boss, mayor."""
    if not 1 < len(words) <= _ROLE_WORDS:
        return len(words) == 1 and words[0] in ROLES
    last = words[-1] in ROLES and _PARTING.isdisjoint(words)
    return last or any(role in ROLES and after in ("at", "for", "of") for role, after in pairwise(words[:4]))


def _measured(words: Sequence[str]) -> set[str]:
    """The noun of "what is the price of …", "what share …", which asks for a figure."""
    if words[:1] != ["what"]:
        return set()
    left = [word for word in words[1:] if word not in QUESTION][:1]
    return set(_MEASURED.intersection(left)) if "of" in words or words[1:2] == left else set()


def _differing(words: Sequence[str], *, question: bool) -> tuple[set[str], set[str]]:
    differing = _DIFFER.intersection(words)
    if differing and (question or _WHO_DIFFERS.intersection(words)):
        return {"differ"}, set(differing | _WHO_DIFFERS)
    return set(), set()


def _sort(words: Sequence[str]) -> tuple[set[str], set[str]]:
    """The sort of record that "which" asks for."""
    if words[:1] and words[0] in ("which", "what") and words[1:2] and words[1] not in QUESTION:
        for word in words[1:_SORT_REACH]:
            if word in _SORT_WORDS:
                return {_SORT_WORDS[word]}, {word}
            if word in QUESTION:
                break
        return ({"which"} if words[0] == "which" else set()), set()
    return set(), set()


def _binding(words: Sequence[str]) -> tuple[set[str], set[str]]:
    """Whether a query asks for agreements that bind by law, or that do not."""
    forced = _FORCE.intersection(words)
    if "binding" not in words and forced != {"legally", "bound"}:
        return set(), set()
    agreements = {word for word in words if _SORT_WORDS.get(word) == "agreement"}
    if not (agreements or len(forced) > 1):
        return set(), set()
    political = not _NOT.isdisjoint(words)
    return {"political" if political else "legal"}, set(forced | agreements | _NOT.intersection(words))


_FORCE = frozenset("binding bound legally law politically".split())
_NOT = frozenset("not non politically".split())


def is_of_one(text: str, ask: str) -> bool:
    """Whether a line asks of one thing if it is so (is the pact legally binding), and not which ones are."""
    return ask in ("legal", "political") and text.casefold().split()[0] in _IS


def _status(words: Sequence[str]) -> tuple[set[str], set[str]]:
    """Whether a question asks for what is planned, or what has changed."""
    if not words or words[0] not in OPENING:
        return set(), set()
    if planned := _PLANNED.intersection(words):
        return {"planned"}, set(planned)
    if words[0] == "what" and not _AHEAD.isdisjoint(words):
        return {"planned"}, set(_AHEAD | _COME)
    changed = _CHANGED.intersection(words) if words[0] == "what" else set()
    if changed or (words[0] == "what" and "new" in words and len(words) < _SORT_REACH):
        return {"change"}, {*changed, "new"}
    return set(), set()
