"""Words that the verifier knows: those of `english.txt` beside this module, read when the first draft is checked."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from pathlib import Path

from eujdef_tui.text.english_words import PAST

__all__ = [
    "ABOUT", "ACTS", "AIMED", "ALLOWING", "BANNING", "BEING_THERE", "CAPITALS", "CITIES", "COMMON_HEADS", "DEEDS",
    "DENIALS", "DENYING_PHRASES", "DENYING_VERBS", "ENTIRE", "GENERAL", "HAPPENING", "MAGNITUDES", "MOVING",
    "MULTIPLIERS", "NATIONALITIES",
    "NOUNS_OF_MEETINGS", "NOUNS_OF_RECORDS", "OBLIGING", "PARTIAL", "PAYING", "PHRASES",
    "PHRASE_WORDS", "PROMISING", "SAME", "SIDES", "SPEAKING",
    "STAGES", "TALK", "THINGS", "TURNING", "VAGUE", "capitals_of",
]  # fmt: skip


def _read() -> dict[str, list[str]]:
    """Section → its lines."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in Path(__file__).with_name("english.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, words = line.split(": ", 1)
            found[name].append(words)
    return found


_SECTIONS = _read()


def _words(name: str) -> frozenset[str]:
    return frozenset(" ".join(_SECTIONS[name]).split())


DENIALS, DENYING_VERBS, TURNING, AIMED = map(_words, ("denial", "denying-verb", "turning", "aimed"))
BANNING = _words("banning")
# Verb of clear meaning → the words of which a fact that tells of it has one.
ACTS = {
    verb: frozenset(line.replace(">", "").split()) for line in _SECTIONS["act"] for verb in line.split(">")[0].split()
}
# Words for one deed that somebody does to another, a deed a line.
DEEDS = tuple(tuple(line.split()) for line in _SECTIONS["deed"])
PAYING = _words("paying")
ENTIRE, PARTIAL = map(_words, ("entire", "partial"))
HAPPENING, SPEAKING, ABOUT, MAGNITUDES = map(_words, ("happening", "speaking", "about", "magnitude"))
NOUNS_OF_RECORDS, COMMON_HEADS, GENERAL = map(_words, ("record-noun", "head", "general"))
# Two words that deny what follows: stay away.
DENYING_PHRASES = frozenset(tuple(phrase.split("_")) for phrase in _words("denying-phrase"))
# How far an agreement has come: the number of a step, and the words of its action.
STAGES = tuple((step, frozenset(words.split())) for step, words in enumerate(_SECTIONS["step"], 1))
# Word → what it multiplies by.
MULTIPLIERS = {word: name[6:] for name in _SECTIONS if name.startswith("times-") for word in _words(name)}
# Pairs of sides that are opposites.
SIDES = tuple(
    (frozenset(one.split()), frozenset(other.split()))
    for one, other in (line.split("|") for line in _SECTIONS["sides"])
)
# First word of a phrase → the second, or "" → the words behind the first, the longest first, and the one word for all.
PHRASES: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
PHRASE_WORDS = set[str]()  # of each phrase the longest word: a text without any of them has no phrase
for _line in _SECTIONS["phrase"]:
    _said, _, _meaning = _line.partition(" = ")
    _meant = _meaning.split()
    for _first, *_rest in product(*[_forms.split("/") for _forms in _said.split()]):
        _past = _first in PAST or _first.endswith("ed") or _first in ("put", "set")
        _behind = PHRASES.setdefault(_first, {}).setdefault(_rest[0] if _rest else "", [])
        _behind.append((tuple(_rest), _meant[-_past]))
        PHRASE_WORDS.add(max((_first, *_rest), key=len))
for _some in PHRASES.values():
    for _found in _some.values():
        if len(_found) > 1:
            _found.sort(key=lambda phrase: -len(phrase[0]))
VAGUE = frozenset("one two both half".split())  # numbers that are often only a way to speak
# Groups of other words for the same.
SAME = tuple(_SECTIONS["same"])
# Capital or adjective → the folded name of its country.
CAPITALS = {
    word: name.replace("_", " ")
    for pair in _words("capital") | _words("place")
    for word, name in (pair.split("="),)
}  # fmt: skip
CITIES = frozenset(pair.partition("=")[0] for pair in _words("capital")) - {"kremlin"}
# Adjectives of countries.
NATIONALITIES = frozenset(pair.partition("=")[0] for pair in _words("place") if not pair.endswith("=europe")) - {
    "america",
    "britain",
}
# Kinds of things, of each the things, of each the words for it: whoever tells of one tells of no other.
THINGS = tuple(tuple(tuple(thing.split("/")) for thing in line.split()) for line in _SECTIONS["thing"])
NOUNS_OF_MEETINGS = _words("meeting")
MOVING, BEING_THERE = map(_words, ("moving", "being"))
OBLIGING, PROMISING, ALLOWING = map(_words, ("obliging", "promising", "allowing"))


def capitals_of(word: str) -> frozenset[str]:
    """The capitals and adjectives of the country that a folded word stands for: Brussels, of Belgian."""
    return frozenset(one for one, country in CAPITALS.items() if country == CAPITALS.get(word, word))


# What greets, thanks and wishes: patterns at the beginning of a sentence ("opens") and anywhere, and words they need.
TALK = {name: _SECTIONS[name] for name in ("opens", "thanks", "opinion", "cues")}
