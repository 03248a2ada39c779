"""Say why a sentence has its verdict, in words for a person."""

from __future__ import annotations

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.steps import BEHIND
from eujdef_tui.verify.verdict import Verdict
from eujdef_tui.verify.word_kinds import DIGIT, KINDS, NUMBER

__all__ = ["explained"]

_NOT = "not "  # what "negation" has before words that are denied
_MOST_NAMED = 6  # words that are named of those that were looked for


def explained(verdict: Verdict, heard: Heard) -> Verdict:
    """The verdict with its reason."""
    match verdict.word:
        case "supported":
            why = _supported(verdict, heard)
        case "differs":
            why = " ".join(map(_difference, verdict.differences))
        case "no source":
            why = _no_source(verdict)
        case _:
            return verdict
    return verdict._replace(why=why)


def _supported(verdict: Verdict, heard: Heard) -> str:
    if len(shown := list(dict.fromkeys(_shown(one) for one in verdict.parts))) > 1:
        return f"It tells of more than one thing, and the base has each: {_listed(shown)}; nothing differs."
    pieces = heard.pieces
    counted = (
        (len(pieces.quantities), "number"), (len(pieces.dates), "date"), (len(heard.named), "name"),
    )  # fmt: skip
    compared = [f"{count} {noun}{'s' if count > 1 else ''}" for count, noun in counted if count]
    same = f", {_listed(compared)} among them" if compared else ""
    said = f" {speaker} says so." if (speaker := _speaker(verdict.fact, heard)) else ""
    return f"The base has {verdict.share:.0%} of what it says{same}; nothing differs.{said}"


def _shown(part: Verdict) -> str:
    return f"“{part.fact.words}” [{part.fact.id}]" if part.fact else ""


def _speaker(fact: Fact | None, heard: Heard) -> str:
    """Whose word a fact is, where the draft does not say so."""
    return "" if fact is None or heard.speaker else heard.names.titles.get(fact.speaker, "")


def _difference(one: Difference) -> str:
    if one.sort == "status" and one.instead == BEHIND:
        return f"The draft tells it as still ahead (“{one.said}”); in the base it is {one.instead}."
    if one.sort == "status":
        return f"The draft tells “{one.said}” as done; in the base it is {one.instead}."
    if one.sort == "quotation":
        near = f"; the nearest are “{one.instead}”" if one.instead else ""
        return f"The draft quotes “{one.said}”: no source has these words{near}."
    if one.sort == "speaker":
        return f"The draft has {one.said} say it; in the base {one.instead}."
    if one.sort == "negation" and one.said.startswith(_NOT):
        return f"The draft denies “{one.said.removeprefix(_NOT)}”, which the base does not deny."
    if one.sort == "negation" and one.instead.startswith(_NOT):
        return f"The draft says “{one.said}”, which the base denies."
    if one.instead:
        return f"The draft has the {_noun(one)} “{one.said}”, the base “{one.instead}”."
    return f"The base has no {_noun(one)} “{one.said}” there."


_NOUNS = {"number": "number", "name": "name", "date": "date", "negation": "words", "opposite": "word"}


def _noun(one: Difference) -> str:
    """What the words are that differ: all and the second are words, though they are compared as numbers are."""
    told = f"{one.said} {one.instead}".lower().split()
    is_number = any(KINDS[word] & (NUMBER | DIGIT) for word in told) or any(map(str.isdecimal, one.said))
    return "word" if one.sort == "number" and not is_number else _NOUNS[one.sort]


def _no_source(verdict: Verdict) -> str:
    if verdict.fact is None:
        return f"No fact has any of: {_words(verdict)}."
    if odd := [one for one in verdict.differences if not one.instead]:
        said = list(dict.fromkeys(f"“{one.said}”" for one in odd))
        more = len(said) - _MOST_NAMED
        words = _listed([*said[:_MOST_NAMED], *([f"{more} more"] if more > 0 else [])])
        return f"What is nearest does not have {words}, and no other fact does with the rest."
    if verdict.lacking:
        return f"What is nearest has {verdict.share:.0%} of its words, and not: {_words(verdict)}."
    return f"What is nearest has {verdict.share:.0%} of its words, which is too little to support it."


def _words(verdict: Verdict) -> str:
    more = len(verdict.lacking) - _MOST_NAMED
    return ", ".join(verdict.lacking[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
