"""Checks on words: capitals, content words, negation and opposites, held against the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eujdef_tui.model.records import Milestone
from eujdef_tui.rules.truth.claim import Claim
from eujdef_tui.rules.truth.doubt import Doubt
from eujdef_tui.rules.truth.reading import Reading, stem
from eujdef_tui.text.edtf import MONTHS
from eujdef_tui.text.english_words import FUNCTION_WORDS, NEGATIVE, OPPOSITES
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.tokens import Word

__all__ = ["invented_name", "negation_not_in_sentence", "opposite_of_sentence", "unsupported_words"]

_NEGATIONS = frozenset("not no never nobody none neither nor nothing cannot without".split())
_MONTHS = frozenset(month.lower() for month in MONTHS) | frozenset(month[:3].lower() for month in MONTHS)
_NEEDED = 1 / 3
_SHORT = lazy_pattern("\\w+n['’]t", re.IGNORECASE)
# What a name that is one word is followed by, and how a common noun ends that may be followed by it too.
_VERBS = frozenset("has had is was will would says said wants can could may must does did told".split())
_NOUN_ENDINGS = (
    "s",
    "ing",
    "ion",
    "ment",
    "ness",
    "ity",
    "ance",
    "ence",
    "ship",
    "age",
    "al",
    "ure",
    "ly",
    "ed",
)


def invented_name(claim: Claim) -> Iterator[Doubt]:
    """A word with a capital that the article never prints is a name from nowhere.

    Months of its date, names of its actors and of its publication are no such names. The first word of a sentence is
    looked at where another capital or a verb follows, as a name does.
    """
    if not claim.passages:
        return
    known = claim.known_names | _MONTHS
    stems = {stem(word) for word in known}
    for word in (*claim.reading.capitals, *_opening_names(claim.reading)):
        if word.folded in known or stem(word.folded) in stems or word.folded[0].isdigit() or len(word.folded) < 3:
            continue
        if not any(_prints(article.reading, word.folded) for article in claim.articles):
            message = f"“{claim.reading.text[word.start : word.end]}” stands nowhere in the article."
            yield Doubt(message, "Write the name as the article does, or note `x-outside: why`.")


def _opening_names(reading: Reading) -> Iterator[Word]:
    """Words that begin a sentence as a name does: "Nordmark Council says", "Vektor had"."""
    names = set(reading.capitals)
    for word, after in zip(reading.words, reading.words[1:], strict=False):
        if word in names or not reading.text[word.start].isupper() or word.folded in FUNCTION_WORDS:
            continue
        if (after in names and after.start - word.end == 1) or (
            not word.folded.endswith(_NOUN_ENDINGS)
            and (after.folded in _VERBS or (after.folded.endswith(("s", "ed")) and after.folded not in FUNCTION_WORDS))
        ):
            yield word


def _prints(reading: Reading, word: str) -> bool:
    if word in reading.vocabulary or stem(word) in reading.stems:
        return True
    begin = word[: max(4, len(word) - 3)]
    return len(begin) > 3 and reading.has_word_like(begin)


def unsupported_words(claim: Claim) -> Iterator[Doubt]:
    """A fact of which less than a third of the words stand in its sentence, or the one before, is of another one.

    Names count neither way: they are looked at by themselves.
    """
    names = {stem(word) for word in claim.known_names} | _MONTHS
    for found in claim.cast.found_in(claim.reading):
        names.update(map(stem, claim.reading.folded[found.first : found.last]))
    content = [word for word in claim.reading.content if stem(word.folded) not in names]
    missing = [word for word in content if not any(_bears(reading, word.folded) for reading in claim.near)]
    if claim.near and len(missing) > 2 and len(content) - len(missing) < _NEEDED * len(content):
        named = ", ".join(f"“{claim.reading.text[word.start : word.end]}”" for word in missing[:3])
        message = f"Few of its words stand in the sentence that supports it: not {named}."
        yield Doubt(message, "Quote the sentence that says so, or write the fact in its words.")


def _bears(reading: Reading, word: str) -> bool:
    root = stem(word)
    return root in reading.stems or (len(root) > 4 and reading.has_word_like(root[: max(4, len(root) - 3)]))


def negation_not_in_sentence(claim: Claim) -> Iterator[Doubt]:
    """A fact that says “not”, from a sentence that denies nothing, turns it round."""
    found = next((word for word in claim.reading.words if _says_not(claim.reading.text, word)), None)
    if found is None or not claim.sentences or any(map(_denies, claim.sentences)):
        return
    message = f"The fact says “{claim.reading.text[found.start : found.end]}”, and its sentence denies nothing."
    yield Doubt(message, "Say what the sentence says, quote the one that denies it, or note `x-outside: why`.")


def _says_not(text: str, word: Word) -> bool:
    return word.folded in _NEGATIONS or _SHORT().fullmatch(text, word.start, word.end) is not None


@lru_cache(maxsize=4096)
def _denies(reading: Reading) -> bool:
    if not reading.vocabulary.isdisjoint(NEGATIVE) or "n't" in reading.text or "n’t" in reading.text:
        return True
    return any(_negated(word) for word in reading.vocabulary)


def _negated(word: str) -> bool:
    """Whether a word is one that un-, dis- or -less turns round: unclear, disagree, homeless."""
    return word.endswith("less") or (
        len(word) > 6
        and word.startswith(("un", "non", "dis"))
        and not word.startswith(("under", "unit", "union", "dist", "discu", "disco"))
    )


def opposite_of_sentence(claim: Claim) -> Iterator[Doubt]:
    """A fact that says “rise” where its sentence only says “fall” turns it round."""
    if isinstance(claim.fact, Milestone):
        return
    for one, other in _SIDES:
        for mine, theirs in ((one, other), (other, one)):
            said = claim.reading.stems & mine
            if not said or claim.reading.stems & theirs:
                continue
            if any(reading.stems & mine for reading in claim.sentences):
                continue
            turned = [reading.stems & theirs for reading in claim.sentences if reading.stems & theirs]
            if turned:
                message = f"The fact says “{_word(claim.reading, said)}”, and its sentence has the opposite."
                yield Doubt(message, "Say what the sentence says, or note `x-outside: why`.")
                return


def _word(reading: Reading, stems: frozenset[str]) -> str:
    return next(reading.text[word.start : word.end] for word in reading.words if stem(word.folded) in stems)


_SIDES = tuple((frozenset(map(stem, one)), frozenset(map(stem, other))) for one, other in OPPOSITES)
