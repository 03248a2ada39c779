"""Fifteen ways in which a right fact becomes a false one, each by a seeded draw."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Milestone, Statement
from eujdef_tui.model.struct import replace
from eujdef_tui.text import edtf

__all__ = ["KINDS", "Case"]

Fact = Event | Statement | Milestone | Agreement


class Case(NamedTuple):
    """A fact of a fact file; `part_of` is the agreement of a milestone."""

    fact: Fact
    part_of: Agreement | None
    corpus: Corpus

    @property
    def name(self) -> str:
        """Its id, or that of its agreement and its action."""
        if isinstance(self.fact, Milestone):
            return f"{self.part_of.id if self.part_of else ''}/{self.fact.action}"
        return self.fact.id

    @property
    def words(self) -> str:
        """The title of an event or agreement, the text of a statement."""
        return getattr(self.fact, "text", "") or getattr(self.fact, "title", "")

    def says(self, words: str) -> Case:
        """The same with other words."""
        field = "text" if isinstance(self.fact, Statement) else "title"
        return self.but(**{field: words})

    def but(self, **changes: Any) -> Case:
        """The same with other values in its fields."""
        return self._replace(fact=replace(self.fact, **changes))

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors of the file."""
        return self.corpus.file.actors

    def shown(self) -> str:
        """Its words and fields, for a reader of the table."""
        fact = self.fact
        fields = [
            f"{key}={getattr(fact, key)}"
            for key in ("speaker", "actors", "parties", "about", "date", "date_text", "status", "value", "unit")
            if getattr(fact, key, "")
        ]
        return " | ".join((self.words, *fields, *(item.quote[:160] for item in fact.evidence[:2])))


Corruption = Callable[[Case, random.Random], "Case | None"]
_INVENTED = (
    "Marcus Feldt", "Ostrava Dynamics", "Tessaly Group", "Ingrid Solano", "Vektor", "Port Ellery",
    "Zorvania", "Kestrel Bank", "Haldor Institute", "Amira Benedek", "Nordmark Council", "Yusuf Okello",
)  # fmt: skip
_FALSE = (
    "{} opens a training centre for rescue divers", "{} buys a majority of a chain of bakeries",
    "{} is fined for polluting a lake", "{} moves its archive into a former cinema",
    "{} publishes a songbook for schoolchildren", "{} suspends its chief accountant after an audit",
    "{} orders twelve icebreakers from a shipyard", "{} recalls thousands of defective bicycles",
    "{} elects a new treasurer by secret ballot", "{} sues a broadcaster over a documentary",
)  # fmt: skip
_OTHER_UNITS = "euros|US dollars|yen|%|tonnes|people|kilometres|hours|aircraft|litres".split("|")
_PAIRS = (
    "increase/decrease increases/decreases increased/decreased rise/fall rises/falls rose/fell raise/lower"
    " raises/lowers more/less more/fewer higher/lower grow/shrink grows/shrinks grew/shrank growing/shrinking"
    " growth/decline strengthen/weaken strengthens/weakens stronger/weaker boost/cut boosts/cuts expand/reduce"
    " expanding/reducing win/lose won/lost wins/loses accept/reject accepts/rejects accepted/rejected"
    " approve/reject approves/rejects support/oppose supports/opposes open/close opens/closes opened/closed"
    " start/end starts/ends begin/end begins/ends began/ended join/leave joins/leaves joined/left buy/sell"
    " buys/sells bought/sold import/export imports/exports allow/forbid allows/forbids allowed/forbade"
    " before/after first/last large/small larger/smaller high/low above/below long/short good/bad better/worse"
    " gain/loss success/failure early/late faster/slower cheaper/dearer new/old majority/minority confirm/deny"
    " confirms/denies safe/dangerous"
).split()
_OPPOSITE = {a: b for pair in _PAIRS for one, other in [pair.split("/")] for a, b in ((one, other), (other, one))}


def _names(case: Case) -> list[str]:
    """Names of actors that stand in the words of a fact, longest first."""
    names = {name for actor in case.actors for name in (actor.name, *(other.name for other in actor.other_names))}
    found = [name for name in names if len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", case.words)]
    return sorted(found, key=lambda name: (-len(name), name))


def _value(case: Case, draw: random.Random) -> Case | None:
    if not isinstance(case.fact, Statement) or not case.fact.value:
        return None
    return case.but(value=_other_digits(case.fact.value, draw))


def _other_digits(digits: str, draw: random.Random) -> str:
    places = [at for at, char in enumerate(digits) if char.isdigit()]
    at = draw.choice(places)
    other = draw.choice([char for char in "123456789" if char != digits[at]])
    return digits[:at] + other + digits[at + 1 :]


def _number(case: Case, draw: random.Random) -> Case | None:
    found = list(re.finditer(r"\d[\d.,]*\d|\d", case.words))
    if not found:
        return None
    match = draw.choice(found)
    return case.says(case.words[: match.start()] + _other_digits(match[0], draw) + case.words[match.end() :])


def _wrong_name(case: Case, draw: random.Random) -> Case | None:
    names = _names(case)
    if not names:
        return None
    others = [actor.name for actor in case.actors if actor.name not in case.words and names[0] not in actor.name]
    return _renamed(case, names[0], draw.choice(others))


def _renamed(case: Case, name: str, other: str) -> Case:
    return case.says(re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _: other, case.words, count=1))


def _invented_name(case: Case, draw: random.Random) -> Case | None:
    names = _names(case)
    return _renamed(case, names[0], draw.choice(_INVENTED)) if names else None


def _invented_fact(case: Case, draw: random.Random) -> Case | None:
    if not case.words:
        return None
    names = _names(case)
    actor = names[0] if names else draw.choice(case.actors).name
    return case.says(draw.choice(_FALSE).format(actor))


def _other_quote(case: Case, draw: random.Random) -> Case | None:
    if not case.words or isinstance(case.fact, Agreement):
        return None
    source = case.fact.evidence[0].source
    text, spans = case.corpus.file.texts[source], case.corpus.sentences[source]
    own = {number for item in case.fact.evidence for number in range(item.sentence - 1, item.last_sentence + 2)}
    far = [span for number, span in enumerate(spans) if number not in own and span[1] - span[0] > 40]
    if not far:
        return None
    start, end = draw.choice(far)
    return case.but(evidence=(Evidence(source=source, quote=text[start:end]),))


def _negation(case: Case, draw: random.Random) -> Case | None:
    if (
        not case.words
        or isinstance(case.fact, Agreement)
        or re.search(r"\b(not|no|never|nobody|neither)\b", case.words)
    ):
        return None
    if match := re.search(r"\b(is|are|was|were|will|has|have|can|could|may|should|must|would)\b", case.words):
        return case.says(f"{case.words[: match.end()]} not{case.words[match.end() :]}")
    names = _names(case)
    if names and case.words.startswith(names[0]):
        return case.says(f"{names[0]} {draw.choice(('does not', 'did not', 'never'))}{case.words[len(names[0]) :]}")
    return case.says(f"{draw.choice(('No', 'Not'))} {case.words[0].lower()}{case.words[1:]}")


def _unit(case: Case, draw: random.Random) -> Case | None:
    if not isinstance(case.fact, Statement) or not case.fact.unit:
        return None
    units = {s.unit for s in case.corpus.file.statements if s.unit} | set(_OTHER_UNITS)
    return case.but(unit=draw.choice(sorted(unit for unit in units if unit.split()[-1] not in case.fact.unit)))


def _speaker(case: Case, draw: random.Random) -> Case | None:
    if not isinstance(case.fact, Statement) or not case.fact.speaker:
        return None
    return case.but(speaker=draw.choice([actor.id for actor in case.actors if actor.id != case.fact.speaker]))


def _other_speaker(case: Case, draw: random.Random) -> Case | None:
    """Another person of the same article."""
    fact = case.fact
    if not isinstance(fact, Statement) or fact.speaker not in {a.id for a in case.actors if a.kind == "person"}:
        return None
    sources = {item.source for item in fact.evidence}
    others = [
        actor.id for actor in case.actors if actor.kind == "person" and actor.id != fact.speaker
        and sources & {item.source for item in actor.evidence}
    ]  # fmt: skip
    return case.but(speaker=draw.choice(others)) if others else None


def _actor(case: Case, draw: random.Random) -> Case | None:
    field = {Event: "actors", Agreement: "parties"}.get(
        type(case.fact), "about" if isinstance(case.fact, Statement) else ""
    )
    if not field:
        return None
    ids = [actor.id for actor in case.actors]
    listed: Sequence[str] = getattr(case.fact, field)
    at = next((n for n, name in enumerate(listed) if name in ids), None)
    if at is None:
        return None
    other = draw.choice([name for name in ids if name not in listed])
    return case.but(**{field: (*listed[:at], other, *listed[at + 1 :])})


def _date(case: Case, draw: random.Random) -> Case | None:
    date = getattr(case.fact, "date", "")
    try:
        edtf.parse(date)
    except edtf.DateError:
        return None
    match draw.choice(
        "ymd" if re.search(r"\d{4}-\d\d-\d\d", date) else "ym" if re.search(r"\d{4}-[01]\d", date) else "y"
    ):
        case "y":
            by = draw.choice((-2, -1, 1, 2))
            moved = re.sub(r"\d{4}(?=-|/|$|[~?%])", lambda found: f"{int(found[0]) + by:04}", date)
        case "m":
            by = draw.choice((1, 2, 3, 5))
            moved = re.sub(r"(?<=\d{4}-)[01]\d", lambda found: f"{(int(found[0]) - 1 + by) % 12 + 1:02}", date, count=1)
        case _:
            by = draw.choice((1, 2, 3, 9, 14))
            moved = re.sub(
                r"(?<=\d{4}-\d\d-)\d\d", lambda found: f"{(int(found[0]) - 1 + by) % 28 + 1:02}", date, count=1
            )
    try:
        edtf.parse(moved)
    except edtf.DateError:
        return None
    return case.but(date=moved) if moved != date else None


def _status(case: Case, draw: random.Random) -> Case | None:
    status = getattr(case.fact, "status", "")
    if status not in ("happened", "planned", "target"):
        return None
    return case.but(status=draw.choice(("planned", "target")) if status == "happened" else "happened")


def _turned(case: Case, draw: random.Random) -> Case | None:
    """The opposite of one word."""
    found = [match for match in re.finditer(r"[A-Za-z]+", case.words) if match[0].lower() in _OPPOSITE]
    if not found or isinstance(case.fact, Agreement):
        return None
    match = draw.choice(found)
    return case.says(case.words[: match.start()] + _OPPOSITE[match[0].lower()] + case.words[match.end() :])


def _changed_quote(case: Case, draw: random.Random) -> Case | None:
    first, *rest = case.fact.evidence
    words = first.quote.split(" ")
    at = draw.randrange(len(words))
    words[at] = draw.choice(("hardly", "seven", "quietly", "harbour", "against"))
    return case.but(evidence=(replace(first, quote=" ".join(words)), *rest)) if " ".join(words) != first.quote else None


KINDS: dict[str, Corruption] = {
    "value": _value, "number": _number, "wrong name": _wrong_name, "invented name": _invented_name,
    "invented fact": _invented_fact, "other quote": _other_quote, "negation": _negation, "unit": _unit,
    "speaker": _speaker, "other speaker": _other_speaker, "actor": _actor, "date": _date, "status": _status,
    "opposite": _turned, "changed quote": _changed_quote,
}  # fmt: skip
