"""Say what a new name is: person, company, public body, country, place … by its words and by the words beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.draft.lexicon import first_names, has, lasting_part, places
from eujdef_tui.draft.mention import Mention
from eujdef_tui.draft.tokens import Token
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["Context", "kind_of"]

_BY_ENDING = (
    "agreement", "public-body", "armed-force", "university", "news-agency", "publication", "company", "programme",
    "event", "organization", "place",
)  # fmt: skip
# Nouns that say what the names beside them are: "companies such as A", "the carmaker A", "A, a company".
_NOUNS = {
    "company-noun": "company", "country-noun": "country", "public-noun": "public-body", "place-noun": "place",
    "university-noun": "university", "organization-noun": "organization", "publication-noun": "publication",
}  # fmt: skip
_FOLLOWING = {"place-noun": "place", "place": "place", "company-noun": "company", "programme": "programme"}
_OPENINGS = {
    "radio": "publication", "channel": "publication", "hotel": "company", "bank": "company", "mount": "place",
    "lake": "place", "cape": "place", "port": "place", "fort": "place", "camp": "place", "club": "organization",
    "uss": "ship", "hms": "ship", "hmas": "ship", "ss": "ship", "ms": "ship",
}  # fmt: skip
_INSIDE = frozenset(
    "in at near from to outside around through across into towards toward over north south east west".split()
)
# Last words of bodies and places that are surnames too.
_SURNAMES = frozenset(
    "church house bank court park hill hills lake rivers forest law post bell school press price wood bridge castle "
    "police field dean west lodge guest street day price hall ford center baker banks brook marsh moor".split()
)
_AGE = lazy_pattern(r", (?:aged )?\d\d?[,.]| \(\d\d?\)")
_WHO = lazy_pattern(r",? who\b|,? whose\b")
_APPOSED = lazy_pattern(r",? (?:an?|the|its|his|her|their) ((?:[\w-]+ ){0,4}?[\w-]+)")


class Context(NamedTuple):
    """A mention with the words of its sentence and the text that follows it."""

    tokens: Sequence[Token]
    mention: Mention
    after: str

    def before(self, count: int) -> list[str]:
        """The words before the mention, in lower case, the nearest first."""
        first = self.mention.first
        return [token.low for token in reversed(self.tokens[max(0, first - count) : first])]

    def next(self) -> str:
        """The word after the mention, in lower case."""
        after = self.tokens[self.mention.last : self.mention.last + 1]
        return after[0].low if after else ""

    def follows(self) -> bool:
        """Whether a word in lower case is joined to the mention, and no possessive parts them."""
        after = self.tokens[self.mention.last : self.mention.last + 1]
        return bool(after) and after[0].joined and not after[0].capital


def kind_of(name: str, contexts: Sequence[Context]) -> str:
    """The kind of actor, or "agreement" or "place"; "" where nothing says."""
    if kind := _by_name(name):
        return kind
    votes = Counter[str]()
    for context in contexts:
        for kind, weight in _by_context(name, context):
            votes[kind] += weight
    words = name.split()
    if _is_given(words[0].lower()) and len(words) < 6:
        votes["person"] += 4 if len(words) > 1 else 2
    if len(words) == 1 and len(name) > 1 and name.isupper():
        votes["organization"] += 2
    if not votes and len(words) in (2, 3) and all(map(_may_be_personal, words)):
        votes["person"] += 1
    return votes.most_common(1)[0][0] if votes else ""


def _may_be_personal(word: str) -> bool:
    """Whether a word may be a part of a person's name."""
    low = word.lower()
    known = low in places()[0] or low in places()[1] or has("common", low) or has("event-noun", low)
    return word.replace("-", "").isalpha() and not word.isupper() and not known and low not in ("solution", "war")


def _by_name(name: str) -> str:
    """What the words of the name alone say."""
    low = name.lower()
    if place := places()[0].get(low):
        return "place" if place.kind == "city" else place.kind
    words = tuple(low.replace("’", "'").split())
    if len(words) == 1:
        return ""
    if any(word.islower() and has("group-noun", word) for word in name.split()[-3:]):
        return "group"
    if opening := _OPENINGS.get(words[0]):
        return opening
    head = next((words[:n] for n, word in enumerate(words) if word in ("of", "for") and n), ())
    if head and (kind := lasting_part(head, _BY_ENDING)):
        return kind
    if len(words) == 2 and _is_given(words[0]) and words[1] in _SURNAMES:
        return ""
    return lasting_part(words, _BY_ENDING)


def _is_given(word: str) -> bool:
    """Whether a word is a given name, or a pair of them: Jean-Baptiste."""
    return word.partition("-")[0].strip(".") in first_names()


def _by_context(name: str, context: Context) -> Iterator[tuple[str, int]]:
    """What the words beside one mention say, each with its weight."""
    mention, before, after = context.mention, context.before(4), context.next()
    single = " " not in name
    if mention.person:
        yield "person", 5
    if _AGE().match(context.after) or _WHO().match(context.after):
        yield "person", 3
    if has("say-that", after) or (before and has("say-that", before[0]) and before[0] not in ("called", "calls")):
        yield ("person", 2) if not single else ("organization", 1)
    yield from _apposed(context)
    nearest = before[0] if before else ""
    if context.follows():
        yield from ((kind, 3) for section, kind in _FOLLOWING.items() if has(section, after))
    for section, kind in _NOUNS.items():
        if has(section, nearest) and mention.first and context.tokens[mention.first].joined:
            yield kind, 3
    if listed := _listed(context):
        yield listed, 4
    if nearest in _INSIDE and not (single and name.isupper()):
        yield "place", 2
    if nearest == "of" and len(before) > 1 and (has("place-noun", before[1]) or has("place", before[1])):
        yield "place", 3
    if not single and context.after.startswith(("’s", "'s")):
        yield "person", 1


def _apposed(context: Context) -> Iterator[tuple[str, int]]:
    """What the name is called just after it: "Bryan Kibble, a physicist at …"."""
    if not context.after.startswith(","):
        return
    if found := _APPOSED().match(context.after):
        for word in found[1].lower().split():
            if has("title", word) or has("speak-role", word) or word in ("man", "woman"):
                yield "person", 3
                return
            for section, kind in _NOUNS.items():
                if has(section, word):
                    yield kind, 3
                    return


def _listed(context: Context) -> str:
    """The kind that the head of a list gives: companies such as A, B and C; firms including D's E."""
    tokens, first = context.tokens, context.mention.first
    for at in range(first - 1, max(-1, first - 30), -1):
        low = tokens[at].low
        if low in ("including", "like", "as", "include", "includes") and at:
            head = at - 2 if low == "as" and tokens[at - 1].low == "such" else at - 1
            if low == "as" and tokens[at - 1].low != "such":
                return ""
            return next(
                (
                    kind
                    for n in (head, head - 1)
                    for section, kind in _NOUNS.items()
                    if n >= 0 and has(section, tokens[n].low)
                ),
                "",
            )
        if not tokens[at].capital and low not in ("and", "or", "of", "the", "for", "&"):
            return ""
    return ""
