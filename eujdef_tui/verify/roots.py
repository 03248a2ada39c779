"""Roots: what a word shares with its derivations, whether it says something, and which words are its opposites."""

from __future__ import annotations

from functools import lru_cache

from eujdef_tui.text.english_words import FUNCTION_WORDS, OPPOSITES, PAST
from eujdef_tui.text.word_forms import derivation_root, stemmed
from eujdef_tui.verify.word_lists import GENERAL, SIDES

__all__ = ["OPPOSED", "is_content", "is_past", "root", "side_of", "stem"]

stem = lru_cache(maxsize=1 << 14)(stemmed)


# Words that are compared, of which the highest degree is no word of its own: biggest, of big.
_COMPARED = (
    "big great large strong weak new old young high low small long short rich poor fast cheap safe broad tough grave"
)


def _highest() -> dict[str, str]:
    found = dict[str, str]()
    for word in _COMPARED.split():
        stems = (word, word.removesuffix("e"), word + word[-1])
        found.update((f"{one}est", word) for one in stems)
    return found


# Words of which a form has a root of its own: biggest, western.
_FORMS = {**_highest(), "western": "west", "eastern": "east", "northern": "north", "southern": "south"}


@lru_cache(maxsize=1 << 14)
def root(word: str) -> str:
    """What a folded word shares with its derivations: cooperat… of cooperation, cooperate, cooperating."""
    if (alone := stem(word.removesuffix("ly"))) in _APART or (alone := stem(word)) in _APART:
        return f"{alone}'"  # no root has an apostrophe
    word = _FORMS.get(word, word)
    if word.endswith("ian"):
        return word[:-1]  # Asian, Asia
    if word.startswith("importan"):
        return "importan"  # and not what is imported
    for ending, other in _OF_ADJECTIVES:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return root(word.removesuffix(ending) + other)
    base = stem(word)
    if word.endswith(("sion", "sions")) and base.endswith("s") and not base.endswith("ss"):
        base = base[:-1] + "d"  # invasion, invade
    elif base.endswith("ianc"):
        base = base[:-3]  # reliance, rely
    found = derivation_root(base) or base
    if found.endswith("y"):
        return found[:-1] + "i"
    found = found[:-2] if len(found) > 6 and found.endswith("at") else found
    for ending, left, other in _DERIVED:
        if found.endswith(ending) and len(found) >= left + len(ending):
            found = found.removesuffix(ending) + other
            break
    return _IRREGULAR.get(found, found)


# Stems of words whose roots would be those of others: a story is no storage, an executive no execution.
_APART = frozenset(
    map(
        stem,
        "diver story apple supple executive objective positive relative negative organ alternative comply counter"
        " factory happy informal internal normal pacifist police press signal successor testament treaty generation"
        " minority majority critical proof commence".split(),
    )
)
# Endings of words by which they are others: competitiveness, cautious, dangerous, responsibly.
_OF_ADJECTIVES = (("iveness", "ive"), ("tious", "tion"), ("erous", "er"), ("ably", "able"), ("ibly", "ible"))
# Endings of roots, the letters that must stand before them, and what stands for them: stability, stable.
_DERIVED = (
    ("bil", 2, "bl"), ("itiv", 5, ""), ("ativ", 5, ""), ("iv", 5, ""), ("icanc", 5, ""), ("anc", 5, ""), ("iz", 5, ""),
)  # fmt: skip
_IRREGULAR = {
    "growth": "grow", "strength": "strong", "destruct": "destro", "maintenanc": "maintain", "mainten": "maintain",
    "defens": "defen", "defend": "defen", "product": "produc", "suppl": "supp", "applic": "appl", "scientif": "scien",
    "widen": "wid", "wide": "wid", "diversif": "diver", "storag": "stor", "constitution": "constitut",
    "tradition": "tradit",
    "aggress": "aggr", "offens": "offen", "critic": "crit", "emphas": "emph", "special": "spec", "represent": "repr",
    "profitabl": "profit", "disastr": "disaster", "benef": "benefit", "dangero": "dang", "worldwid": "world",
}  # fmt: skip


@lru_cache(maxsize=1 << 14)
def is_content(word: str) -> bool:
    """Whether a folded word says something by itself, and is no number."""
    if word in FUNCTION_WORDS or word in GENERAL or word in _AUXILIARY:
        return False
    return (len(word) > 2 or word > "\u2e80" or word.isalnum() > word.isalpha()) and not word[0].isdigit()


_AUXILIARY = frozenset("will would shall could may might can must say says said".split())


_SIDES = tuple(
    (frozenset(map(stem, one)), frozenset(map(stem, other)))
    for one, other in (*OPPOSITES, *SIDES)
    if "earlier" not in one  # early and late stand in dates
)
# Stem → the pairs of sides that it is in, its own side first.
OPPOSED: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
for _one, _other in _SIDES:
    for _here, _there in ((_one, _other), (_other, _one)):
        for _word in _here:
            OPPOSED.setdefault(_word, []).append((_here, _there))


# adverbs that are no longer what they are made of: to work closely is not to close
_NO_SIDE = frozenset("closely largely mostly highly shortly newly lately greatly hardly fully".split())


@lru_cache(maxsize=1 << 14)
def side_of(word: str) -> str:
    """The stem of a folded word that has an opposite; "" for another one."""
    if word in _NO_SIDE:
        return ""
    found = stem(word)
    if found not in OPPOSED and word.endswith("ly"):
        found = stem(word[:-2])  # boldly
    return found if found in OPPOSED else ""


@lru_cache(maxsize=1 << 12)
def is_past(word: str) -> bool:
    """Whether a folded word may be a verb in the past."""
    if word.endswith("ed"):
        return len(word) > 4
    return word in _PAST or (word in PAST and word not in _AUXILIARY and word not in _NO_VERB)


_PAST = frozenset("begun broken chosen driven flown risen spoken stolen sunk thrown withdrawn".split())
_NO_VERB = frozenset("was were had been has have did since already ago yesterday made".split())
