"""Events in a sentence: what happened, is planned or aimed at, by the verb of a clause or by a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.draft.actors import Cast, Entity, keys
from eujdef_tui.draft.clauses import Clause, clauses
from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.dating import Dating, find_dates
from eujdef_tui.draft.lexicon import has, mapping, places
from eujdef_tui.draft.sentences import Sentence
from eujdef_tui.draft.speech import Said

__all__ = ["Happening", "happenings"]

_NO_SUBJECT = frozenset("which who that is are was were has have had will".split())
_DETERMINERS = frozenset("the a an its their his her this these some two three several".split())
_CONDITIONS = frozenset("if whether unless should either".split())
# Words before a noun that say that it happens or has happened: North Korea's continued missile tests.
_ONGOING = frozenset("continued recent latest repeated renewed previous earlier ongoing".split())
_LONGEST = 110  # characters of a title
_NOT_ACTORS = frozenset(("agreement", "place", "event", "region"))


class Happening(NamedTuple):
    """An event as it is read from tokens[first:last] of a sentence; `dating` is None where no words date it."""

    kind: str
    title: str
    status: str
    dating: Dating | None
    actors: tuple[str, ...]
    first: int
    last: int


def happenings(
    cast: Cast, sentence: Sentence, said: Said | None, issued: Issued, quoted: Sequence[tuple[int, int]]
) -> list[Happening]:
    """The events of a sentence, in order. `quoted` are the parts of it in quotation marks."""
    return list(_Reading(cast, sentence, said, issued, quoted).read())


class _Reading:
    """One sentence that is read for events."""

    def __init__(
        self,
        cast: Cast,
        sentence: Sentence,
        said: Said | None,
        issued: Issued,
        quoted: Sequence[tuple[int, int]],
    ) -> None:
        self.quoted = quoted
        self.cast, self.sentence, self.said, self.issued = cast, sentence, said, issued
        self.text, self.tokens = cast.text, sentence.tokens
        self.clauses = list(clauses(self.text, self.tokens))
        self.dates = find_dates(self.text, sentence.start, sentence.end, issued)
        self.coming = find_dates(self.text, sentence.start, sentence.end, issued, future=True)

    def read(self) -> Iterator[Happening]:
        """The events of the clauses, then of nouns; where there is neither, that of a deadline."""
        found = 0
        for clause in self.clauses:
            event = self._of_clause(clause) if self._is_event(clause) else self._by_noun(clause)
            if event and not (found and self._is_aside(clause, event)):
                found += 1
                yield event
        if not found and (named := self._named_date()):
            yield named

    def _is_aside(self, clause: Clause, event: Happening) -> bool:
        """Whether a further event of a sentence is worth no draft: undated, of no kind, in a clause that depends."""
        depends = has("clause-break", self.tokens[clause.first].low)
        return depends and not event.dating and event.kind == "action"

    def _is_event(self, clause: Clause) -> bool:
        if clause.verb < 0 or clause.status in ("", "possible"):
            return False
        said = self.said
        if said and said.at >= 0 and clause.first <= said.at < clause.last and clause.verb == said.at:
            return False
        if self.tokens[clause.first].low in _CONDITIONS or self._is_denied(clause):
            return False
        verb = self.tokens[clause.verb].low
        if verb == "be" and clause.status == "planned":
            return any(has("event-noun", token.low) for token in self.tokens[clause.first : clause.last])
        if has("stative", verb) or (has("say", verb) and not has("event-say", verb)):
            return False
        if self._is_quoted(clause.verb):
            return any(self._within(clause, one) and one.sure for one in self.dates) or self._is_seen(clause)
        return not (said and said.speaker and not self._is_weighty(clause))

    def _is_denied(self, clause: Clause) -> bool:
        """Whether what is told did not happen: it has not yet been closed."""
        before = self.tokens[max(clause.first, clause.verb - 4) : clause.verb]
        return clause.status == "happened" and any(
            one.low in ("not", "never") or one.low.endswith("n't") for one in before
        )

    def _is_quoted(self, at: int) -> bool:
        """Whether a word stands in a quotation: what is only quoted is an event where a date goes with it."""
        return any(start <= self.tokens[at].start < end for start, end in self.quoted)

    def _is_seen(self, clause: Clause) -> bool:
        """Whether something is being done: soldiers being deployed."""
        return self.tokens[clause.verb - 1].low == "being"

    def _is_weighty(self, clause: Clause) -> bool:
        """Whether what someone says is an event of its own: it has a date, or a verb of one."""
        dated = any(self._within(clause, one) for one in self.dates)
        return dated or self._kind(clause) not in ("action", "plan", "aim") or clause.status == "planned"

    def _within(self, clause: Clause, dating: Dating) -> bool:
        return self.tokens[clause.first].start <= dating.start and dating.end <= self.tokens[clause.last - 1].end

    def _of_clause(self, clause: Clause) -> Happening:
        dating = self._dating(clause)
        status = clause.status
        after = dating is not None and bool(self.issued.first) and _after(dating.date, self.issued)
        if dating and dating.lead == "by" and (after or not self.issued.first) and not self._will(clause):
            status = "target"
        elif status == "target" and dating:
            status = "planned"  # they aim to launch it early next year
        elif status == "happened" and after:
            status = "planned"
        return Happening(
            self._kind(clause), self._title(self._said_from(clause), clause.last), status, dating,
            self._actors(clause.first, clause.last), clause.first, clause.last,
        )  # fmt: skip

    def _said_from(self, clause: Clause) -> int:
        """The first token of what happens: after "the minister said that"."""
        said = self.said
        if not said or not clause.first <= said.at < clause.verb or said.at + 1 >= clause.last:
            return clause.first
        return max(said.at + 1, said.first if said.first < clause.verb else 0)

    def _will(self, clause: Clause) -> bool:
        return any(token.low in ("will", "shall", "would") for token in self.tokens[clause.first : clause.last])

    def _dating(self, clause: Clause) -> Dating | None:
        """The date of a clause: one that stands in it, or the sentence's only one where nothing else takes it."""
        future = clause.status in ("planned", "target")
        dates = self.coming if future else self.dates
        usable = [
            one
            for one in dates
            if one.lead not in ("since", "until", "till", "for", "before", "after") or self._dates_verb(clause, one)
        ]
        here = [one for one in usable if self._within(clause, one) and not self._is_of_noun(clause, one)]
        if len(here) > 1:
            here = [one for one in here if one.sure] or here
            verb = self.tokens[clause.verb].start
            here.sort(key=lambda one: abs(one.start - verb))
        if here:
            return here[0]
        eventful = [one for one in self.clauses if one.status not in ("", "possible") and one.verb >= 0]
        opening = [one for one in usable if one.start <= self.sentence.start + 2]
        if opening and clause is self.clauses[0]:
            return opening[0]
        return usable[0] if len(usable) == 1 and len(eventful) == 1 and usable[0].lead in ("on", "in", "") else None

    def _is_of_noun(self, clause: Clause, dating: Dating) -> bool:
        """Whether a date tells of a noun and not of the verb: last year's winner; the attacks three months ago.

        What "has been" done was not done on a day or in a year that is over.
        """
        if self.text[dating.end : dating.end + 2] in ("'s", "’s"):
            return True
        perfect = any(
            one.low in ("has", "have") for one in self.tokens[max(clause.first, clause.verb - 3) : clause.verb]
        )
        words = self.text[dating.start : dating.end].lower()
        return perfect and clause.status == "happened" and (words.endswith(("ago", "year", "month")) or words.isdigit())

    def _dates_verb(self, clause: Clause, dating: Dating) -> bool:
        """Whether a date with "since", "until", "for" tells when the event is: of a start, an end or a plan."""
        return dating.lead == "for" and clause.status == "planned"

    def _kind(self, clause: Clause) -> str:
        kinds = mapping("event-kind")
        if kind := kinds.get(self.tokens[clause.verb].low):
            return kind
        for token in self.tokens[clause.verb + 1 : min(clause.verb + 5, clause.last)]:  # staged a raid
            if has("event-noun", token.low) and (kind := kinds.get(token.low)):
                return kind
        return {"planned": "plan", "target": "target"}.get(clause.status, "action")

    def _title(self, first: int, last: int) -> str:
        """The clause's own words, from its subject on, cut after _LONGEST characters."""
        tokens = self.tokens
        if first and self._lacks_subject(first):
            first = self._subject_before(first)
        while first < last - 1 and has("clause-opener", tokens[first].low):
            first += 1
        words = " ".join(self.text[tokens[first].start : tokens[last - 1].end].split())
        if len(words) > _LONGEST:
            words = words[:_LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + "…"
        return words[:1].upper() + words[1:]

    def _lacks_subject(self, first: int) -> bool:
        """Whether a clause leaves its subject to the words before it: which, who; and was returned to power."""
        low = self.tokens[first].low
        if low in ("and", "but", "or") and first + 1 < len(self.tokens):
            low = self.tokens[first + 1].low
        return low in _NO_SUBJECT or low.endswith("ed")

    def _subject_before(self, first: int) -> int:
        """The first token of the name or noun to which a clause without a subject belongs."""
        tokens = self.tokens
        if tokens[first].low in ("and", "but", "or"):
            return next((one.first for one in self.clauses if one.first < first <= one.last), first)
        before = [one for one in self.cast.mentions[self.sentence.number] if one.last == first]
        if before:
            return before[-1].first
        start = first - 1
        while start > 0 and first - start < 6 and tokens[start].low not in _DETERMINERS and tokens[start].joined:
            start -= 1
        return start if tokens[start].low in _DETERMINERS else first

    def _actors(self, first: int, last: int) -> tuple[str, ...]:
        """Who takes part: those the clause names, else those the sentence begins with, else the last who were named."""
        tokens, number = self.tokens, self.sentence.number
        here = self._acting(number, tokens[first].start, tokens[last - 1].end)
        if tokens[first].low in ("which", "who") and first:
            here = [*self._acting(number, tokens[self._subject_before(first)].start, tokens[first].start), *here]
        if here:
            return keys(here)
        whole = self._acting(number, self.sentence.start, self.sentence.end)
        if whole and (self._lacks_subject(first) or tokens[first].low in ("they", "it", "both", "these")):
            return keys(whole)
        if tokens[first].low in ("it", "he", "she", "they", "the", "both", "these", "this") and number:
            before = self.cast.sentences[number - 1]
            acting = self._acting(number - 1, before.start, before.end)
            if tokens[first].low in ("he", "she"):
                return keys([one for one in acting if one.kind == "person"][:1])
            return keys(acting[:2])
        return ()

    def _acting(self, number: int, start: int, end: int) -> list[Entity]:
        """The actors in a span: no agreements, and no places but countries that are named as those who act."""
        there = self.cast.in_span(number, start, end) if number >= 0 else []
        agreements = self.cast.known.agreements
        named = [one for one in there if one.kind and one.kind not in _NOT_ACTORS and one.id not in agreements]
        told = self.said is not None and self.said.at >= 0 and number == self.sentence.number
        return [one for one in named if not (told and self.said and one.key == self.said.speaker)]

    def _by_noun(self, clause: Clause) -> Happening | None:
        """The event that a noun names, with its owner or date: Russia's invasion of Ukraine, the election last week."""
        for at in range(clause.first, clause.last):
            token = self.tokens[at]
            if not has("event-noun", token.low) or token.capital:
                continue
            coming = clause.status in ("planned", "target") or self._is_expected(at)
            owner, dating = self._owner(clause, at), self._beside(at, self.coming if coming else self.dates)
            of = at + 2 < clause.last and self.tokens[at + 1].low in ("of", "on", "in", "against")
            object_ = of and (self.tokens[at + 2].capital or self.tokens[at + 1].low == "of")
            goes_on = owner >= 0 and any(one.low in _ONGOING for one in self.tokens[owner + 1 : at])
            if not (dating or (owner >= 0 and object_) or goes_on):
                continue
            first = owner if owner >= 0 else max(clause.first, at - 2)
            last = self._noun_end(clause, at)
            status = "planned" if coming or (dating and _after(dating.date, self.issued)) else "happened"
            return Happening(
                mapping("event-kind").get(token.low, token.low), self._title(first, last), status, dating,
                self._actors(first, last), first, last,
            )  # fmt: skip
        return None

    def _owner(self, clause: Clause, at: int) -> int:
        """The token that owns a noun: Russia's … invasion, the U.S. threat; -1 for none."""
        for n in range(at - 1, max(clause.first, at - 4) - 1, -1):
            token = self.tokens[n]
            if (
                (token.owner and token.capital)
                or (token.capital and token.low in places()[1])
                or (token.capital and n == at - 1)
            ):
                return n
            if has("function", token.low):
                return -1
        return -1

    def _is_expected(self, at: int) -> bool:
        """Whether a word before a noun says that it is to come: the next summit, a tentative summit."""
        before = self.tokens[max(0, at - 4) : at]
        return any(one.low in ("tentative", "upcoming", "next", "coming", "planned", "scheduled") for one in before)

    def _beside(self, at: int, dates: Sequence[Dating]) -> Dating | None:
        token = self.tokens[at]
        near = [one for one in dates if -2 <= one.start - token.end <= 12 or 0 <= token.start - one.end <= 12]
        return near[0] if near else None

    def _noun_end(self, clause: Clause, at: int) -> int:
        last = at + 1
        while (
            last < clause.last
            and last - at < 9
            and "," not in self.text[self.tokens[last - 1].end : self.tokens[last].start]
        ):
            if self.tokens[last].low in ("has", "have", "is", "are", "was", "were", "will", "that", "to"):
                break
            last += 1
        return last

    def _named_date(self) -> Happening | None:
        """The event of a sentence that only has a deadline: … by 2027."""
        for dating in self.coming:
            if dating.lead != "by" and not (
                dating.lead == "in" and self.issued.first and _after(dating.date, self.issued)
            ):
                continue
            if self.issued.first and not _after(dating.date, self.issued):
                continue
            clause = next((one for one in self.clauses if self._within(one, dating)), None)
            if clause:
                status = "target" if dating.lead == "by" else "planned"
                actors = self._actors(clause.first, clause.last)
                return Happening(
                    "target", self._title(clause.first, clause.last), status, dating, actors, clause.first, clause.last
                )
        return None


def _after(text: str, issued: Issued) -> bool:
    """Whether a date begins after the article's day."""
    from eujdef_tui.text import edtf

    return bool(issued.last) and edtf.parse(text).lo > issued.last
