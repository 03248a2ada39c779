"""The subject of a verb of saying: a name, a pronoun, or a noun such as "the official" or "police"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from eujdef_tui.draft.actors import Cast, Entity
from eujdef_tui.draft.lexicon import has
from eujdef_tui.draft.mention import Mention, is_function
from eujdef_tui.draft.quoted import Quotations
from eujdef_tui.draft.sentences import Sentence
from eujdef_tui.draft.tokens import Token

__all__ = ["DETERMINERS", "PREPOSITIONS", "PRONOUNS", "SKIPPED", "Said", "Subjects"]

SKIPPED = frozenset(
    "has have had also later then again recently already repeatedly is was are were still previously earlier now "
    "always never once simply yesterday today thursday friday saturday sunday monday tuesday wednesday both all not "
    "himself herself themselves publicly officially reportedly just did does do".split()
)
DETERMINERS = frozenset("the a an this that these those its their his her our my your some any no".split())
PREPOSITIONS = frozenset("of for from in at on with by to against about into over under near".split())
PRONOUNS = frozenset("he she they it we i who".split())


class Said(NamedTuple):
    """A sentence as speech: who says it and by which verb.

    Attributes:
        speaker: the id or name of the speaker, or the words for it; "" where nobody is named.
        verb: the verb of saying, in lower case; "" where a quotation only goes on.
        at: the token of the verb, -1 for none.
        first: the first token of what is said, where it is not quoted.
        quoted: the sentence is quoted, wholly or for the most part.
    """

    speaker: str
    verb: str
    at: int
    first: int
    quoted: bool


class Subjects:
    """Finds who speaks. `by` is what was found in earlier sentences, `last` who spoke last."""

    def __init__(self, cast: Cast, quotations: Quotations, by: Mapping[int, Said]) -> None:
        self.cast = cast
        self.text = cast.text
        self.quotations = quotations
        self.by = by
        self.last = ""

    def of(self, sentence: Sentence, at: int) -> str:
        """Who does what the verb at a token says; "" where that cannot be told."""
        tokens = sentence.tokens
        end = at
        while (
            end > 0
            and (tokens[end - 1].low in SKIPPED or tokens[end - 1].low.endswith("ly"))
            and self._joined(sentence, end)
        ):
            end -= 1
        if not end:
            return ""
        gap = self.text[tokens[end - 1].end : tokens[end].start] if end < len(tokens) else ""
        if self.quotations.covers(tokens[end - 1].start, tokens[end - 1].end):
            return ""
        if "," in gap:
            return self._apposed(sentence, end)
        return self._ending_at(sentence, end)

    def _joined(self, sentence: Sentence, at: int) -> bool:
        return (
            self.text[sentence.tokens[at - 1].end : sentence.tokens[at].start].strip() == ""
            if at < len(sentence.tokens)
            else True
        )

    def _apposed(self, sentence: Sentence, end: int) -> str:
        """The subject before a comma: "The minister, Philip Ruddock, says"; "Kallas, who also serves as …, said"."""
        tokens = sentence.tokens
        first = end - 1
        while (
            first > 0
            and "," not in self.text[tokens[first - 1].end : tokens[first].start]
            and not self._quote_between(tokens, first)
        ):
            first -= 1
        inner = [
            one
            for one in self._named(sentence, first, end)
            if one.name and self._is_person(one) and tokens[one.first - 1 if one.first else 0].low not in PREPOSITIONS
        ]
        if inner and (
            inner[0].first == first or tokens[first].low not in ("who", "which", "whose", "a", "an", "where", "when")
        ):
            return self._key(inner[0])
        return self._ending_at(sentence, first) if first > 0 else self._ending_at(sentence, end)

    def _quote_between(self, tokens: Sequence[Token], at: int) -> bool:
        return any(mark in self.text[tokens[at - 1].end : tokens[at].start] for mark in '"“”')

    def _ending_at(self, sentence: Sentence, end: int) -> str:
        """The subject that ends just before a token: a pronoun, a name or a noun with its words."""
        tokens = sentence.tokens
        last = tokens[end - 1]
        if last.low in PRONOUNS:
            return self._pronoun(sentence, end - 1)
        first = self._phrase_start(sentence, end)
        named = self._named(sentence, first, end)
        people = [one for one in named if self._is_person(one)]
        direct = [one for one in named if one.last == end]
        person = bool(direct) and self._is_person(direct[0])
        owned = person and direct[0].first > first and self._belongs(tokens, direct[0].first)
        if direct and (owned or direct[0].first == first or not self._after_preposition(tokens, direct[0], first)):
            pair = [one for one in named if one.name]
            if (
                len(pair) > 1
                and "and" in [token.low for token in tokens[pair[0].last : end]]
                and pair[0].first <= first + 1
            ):
                return self._words(tokens, first, end)
            return self._key(direct[0]) or self._words(tokens, first, end)
        if people and not self._after_preposition(tokens, people[0], first):
            return self._key(people[0])
        return self._noun(sentence, first, end)

    def _belongs(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a name belongs to the one before it: the Bureau's Claire Richards, envoy to Japan Rahm Emanuel."""
        return tokens[at - 1].owner or (tokens[at - 1].capital and tokens[at].joined)

    def _after_preposition(self, tokens: Sequence[Token], mention: Mention, first: int) -> bool:
        return any(token.low in PREPOSITIONS for token in tokens[first : mention.first])

    def _phrase_start(self, sentence: Sentence, end: int) -> int:
        """The first token of the noun phrase that ends before a token: back to a comma, a verb or a conjunction."""
        tokens = sentence.tokens
        first = end - 1
        while first > 0:
            token, before = tokens[first], tokens[first - 1]
            gap = self.text[before.end : token.start]
            if any(mark in gap for mark in ',;:—"“”()') or self.quotations.covers(before.start, before.end):
                break
            if before.low in (
                "that",
                "but",
                "as",
                "while",
                "when",
                "because",
                "if",
                "and",
                "after",
                "before",
                "although",
                "or",
                "which",
                "said",
                "says",
            ) and not (
                before.low == "and"
                and (tokens[first].capital or tokens[first].low == "the")
                and first > 1
                and tokens[first - 2].capital
            ):
                break
            if before.low in ("meanwhile", "however", "yesterday", "today", "also", "is", "was", "are", "were", "then"):
                break
            first -= 1
        return first

    def _noun(self, sentence: Sentence, first: int, end: int) -> str:
        """The speaker that a noun stands for: one who spoke before (the official), or its own words (police)."""
        tokens = sentence.tokens
        while first < end and is_function(tokens[first]) and tokens[first].low not in DETERMINERS:
            first += 1
        if first >= end:
            return ""
        heads = [n for n in range(first, end) if has("speak-role", tokens[n].low) or has("title", tokens[n].low)]
        if not heads and not tokens[first].capital and tokens[first].low not in DETERMINERS:
            return ""
        definite = tokens[first].low in ("the", "this", "that")
        singular = bool(heads) and not tokens[heads[0]].low.endswith(("s", "people", "police"))
        if (
            definite
            and singular
            and end - first <= 5
            and self.last
            and self._is_personal(tokens[heads[0]].low)
            and self._may_be_again(sentence, first, end)
        ):
            return self.last
        return self._words(tokens, first, end) if heads or end - first <= 6 else ""

    def _may_be_again(self, sentence: Sentence, first: int, end: int) -> bool:
        """Whether "the former Estonian prime minister" may be the one who spoke before: it names no body of its own."""
        return not any(one.name for one in self._named(sentence, first, end))

    def _is_personal(self, low: str) -> bool:
        return has("title", low) or low in (
            "official",
            "man",
            "woman",
            "expert",
            "critic",
            "source",
            "diplomat",
            "journalist",
        )

    def _pronoun(self, sentence: Sentence, at: int) -> str:
        """Whom a pronoun means: the person who spoke, or was the subject, last before."""
        low = sentence.tokens[at].low
        if low in ("it", "they"):
            return self._last_body(sentence, at) if low == "it" else self.last
        if low in ("i", "we"):
            return self.last
        if low == "who":
            named = [one for one in self.cast.mentions[sentence.number] if one.last <= at and one.name]
            return self._key(named[-1]) if named else ""
        mentioned = self.cast.mentions[sentence.number]
        here = [one for one in mentioned if one.last <= at and self._is_person(one) and not self._is_quoted(one)]
        if here:
            return self._key(here[0])
        for before in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
            if before in self.by and self.by[before].speaker:
                return self.by[before].speaker
            mentioned = self.cast.mentions[before]
            people = [one for one in mentioned if self._is_person(one) and one.first < 6 and not self._is_quoted(one)]
            if people:
                return self._key(people[0])
        return self.last

    def _is_quoted(self, mention: Mention) -> bool:
        return self.quotations.covers(mention.start, mention.end)

    def _last_body(self, sentence: Sentence, at: int) -> str:
        for before in (sentence.number, sentence.number - 1):
            named = (
                [
                    one
                    for one in self.cast.mentions[before]
                    if one.name and not self._is_person(one) and (before < sentence.number or one.last <= at)
                ]
                if before >= 0
                else []
            )
            if named:
                return self._key(named[0])
        return self.last

    def after(self, sentence: Sentence, at: int) -> str:
        """The name or noun that begins at a token: said Sebastian Maslow; according to a senior official from …."""
        tokens = sentence.tokens
        if at >= len(tokens):
            return ""
        end = at
        while end < len(tokens) and end - at < 9:
            gap = self.text[tokens[end - 1].end : tokens[end].start] if end > at else ""
            if any(mark in gap for mark in ',;:—"“”') or (
                end > at
                and tokens[end].low in ("who", "that", "which", "has", "is", "was", "and", "as", "on", "in", "after")
            ):
                break
            end += 1
        named = self._named(sentence, at, end)
        opens = named and (named[0].first == at or tokens[at].low in DETERMINERS or has("title", tokens[at].low))
        if opens and not self._after_preposition(tokens, named[0], at) and (key := self._key(named[0])):
            rest = tokens[named[0].last : end]
            official = not self._is_person(named[0]) and any(has("speak-role", token.low) for token in rest)
            return (self._apposed_after(sentence, end) or self._words(tokens, at, end)) if official else key
        if apposed := self._apposed_after(sentence, end):
            return apposed
        return self._words(tokens, at, end)

    def _apposed_after(self, sentence: Sentence, end: int) -> str:
        """The person who is named after a comma: said the minister, Annelie Graf."""
        tokens = sentence.tokens
        if end >= len(tokens) or "," not in self.text[tokens[end - 1].end : tokens[end].start]:
            return ""
        named = self._named(sentence, end, min(end + 4, len(tokens)))
        return next((self._key(one) for one in named if self._is_person(one) and one.first == end), "")

    def _named(self, sentence: Sentence, first: int, last: int) -> list[Mention]:
        return [one for one in self.cast.mentions[sentence.number] if first <= one.first and one.last <= last]

    def _is_person(self, mention: Mention) -> bool:
        entity: Entity | None = self.cast.at(mention)
        return mention.person or (entity is not None and entity.kind == "person")

    def _key(self, mention: Mention) -> str:
        entity = self.cast.at(mention)
        return entity.key if entity else mention.role

    def _words(self, tokens: Sequence[Token], first: int, end: int) -> str:
        words = self.text[tokens[first].start : tokens[end - 1].end]
        return " ".join(words.split()) if len(words) < 80 else ""
