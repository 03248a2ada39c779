"""Where quotes stand after their article changed: each place held against where its sentence really went.

    python tests/bench/reanchor.py [FACT_FILE] [--wrong]

The articles of a fact file are changed in seven ways, and every change keeps a map from the old text to the new, so
that the right place of each quote is known. `exact` is that very place, `near` overlaps it by more than half, `wrong`
is elsewhere; of words that are gone, `gone` is told so, `invented` is given a place. `certain` are the places that
`eujdef reanchor --write` writes unasked: all of them must be exact. `--wrong` lists what is not.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.factfile.anchoring import Corpus, anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.factfile.quote_finding import find
from eujdef_tui.factfile.reanchoring import offers
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence
from eujdef_tui.text.sentences import sentences
from tests.helpers.places import CORPUS

__all__ = ["CHANGES", "Changed", "Outcome", "outcomes"]


class Changed(NamedTuple):
    """A changed text, and the pieces that it was made of: (where a piece stood, where it stands, its new length)."""

    text: str
    pieces: tuple[tuple[int, int, int, int], ...]  # old start, old end, new start, new end

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where text[start:end] of the old text went; None where all or half of it is gone."""
        kept = [piece for piece in self.pieces if piece[0] < end and piece[1] > start and piece[3] > piece[2]]
        if sum(min(end, piece[1]) - max(start, piece[0]) for piece in kept) * 2 < end - start:
            return None
        first, last = kept[0], kept[-1]
        low = first[2] + (start - first[0] if _same(first) and start > first[0] else 0)
        high = last[3] - (last[1] - end if _same(last) and end < last[1] else 0)
        return low, high


def _same(piece: tuple[int, int, int, int]) -> bool:
    return piece[1] - piece[0] == piece[3] - piece[2]


def _made(text: str, edits: list[tuple[int, int, str]]) -> Changed:
    """The text with text[start:end] replaced by each edit."""
    out: list[str] = []
    pieces: list[tuple[int, int, int, int]] = []
    at = size = 0
    for start, end, new in [*edits, (len(text), len(text), "")]:
        for low, high, words in ((at, start, text[at:start]), (start, end, new)):
            out.append(words)
            if high > low:
                pieces.append((low, high, size, size + len(words)))
            size += len(words)
        at = end
    return Changed("".join(out), tuple(pieces))


def _each(pattern: str, new: Callable[[re.Match[str]], str], text: str) -> Changed:
    return _made(text, [(found.start(), found.end(), new(found)) for found in re.finditer(pattern, text)])


_TYPE = {'"': "”", "'": "’", "’": "'", "“": '"', "”": '"', "-": "–", " - ": " — "}
_BRITISH = (
    (r"\b([Dd])efense\b", r"\1efence"),
    (r"iz(e[ds]?|ing|ation)\b", r"is\1"),
    (r"\b([Ll])abor\b", r"\1abour"),
    (r"\b([Pp])rogram\b", r"\1rogramme"),
    (r"\b([Cc])enter\b", r"\1entre"),
    (r"\b([Ff])avor\b", r"\1avour"),
    (r"\b([Hh])arbor\b", r"\1arbour"),
    (r"\b([Cc])ooperat", r"\1o-operat"),
    (r"\b([Tt])oward\b", r"\1owards"),
)
_OTHERS = ("thing", "other", "newly", "x")
_ADDED = "Correction: an earlier version of this article gave a wrong day for the talks between the two sides.\n\n"


def typography(text: str, _seed: random.Random) -> Changed:
    """Other quotation marks and dashes."""
    return _each("[\"'’“”]|(?<=[a-z])-(?=[a-z])", lambda found: _TYPE[found[0]], text)


def british(text: str, _seed: random.Random) -> Changed:
    """British spelling."""
    edits: dict[tuple[int, int], str] = {}
    for pattern, new in _BRITISH:
        for found in re.finditer(pattern, text):
            edits[found.span()] = found.expand(new)
    return _made(text, [(*span, new) for span, new in sorted(edits.items())])


def paragraph(text: str, _seed: random.Random) -> Changed:
    """A paragraph added in the middle, between two sentences."""
    spans = list(sentences(text))
    at = spans[len(spans) // 2][0]
    return _made(text, [(at, at, _ADDED)])


def mangled(text: str, seed: random.Random) -> Changed:
    """One word in forty is another word."""
    words = [found.span() for found in re.finditer(r"\w+", text)]
    return _made(text, [(*span, seed.choice(_OTHERS)) for span in words if seed.random() < 1 / 40])


def dropped(text: str, _seed: random.Random) -> Changed:
    """Every fifth sentence is gone."""
    return _made(text, [(start, end, "") for start, end in list(sentences(text))[4::5]])


def british_dropped(text: str, seed: random.Random) -> Changed:
    """British spelling and other typography, and every fifth sentence is gone."""
    gone = list(sentences(text))[4::5]
    edits = dict.fromkeys(gone, "")
    for changed in (british(text, seed), typography(text, seed)):
        for low, high, start, end in changed.pieces:
            inside = any(first < high and low < last for first, last in edits)
            if not inside and text[low:high] != changed.text[start:end]:
                edits[low, high] = changed.text[start:end]
    return _made(text, [(*span, new) for span, new in sorted(edits.items())])


def reworked(text: str, seed: random.Random) -> Changed:
    """One word in ten is another word, and one sentence in ten is gone: an article that was edited."""
    spans = list(sentences(text))
    gone = [span for span in spans if seed.random() < 0.1]
    edits = [(start, end, "") for start, end in gone]
    edits += [
        (*found.span(), seed.choice(_OTHERS))
        for found in re.finditer(r"\w+", text)
        if seed.random() < 0.1 and not any(start <= found.start() < end for start, end in gone)
    ]
    return _made(text, sorted(edits))


CHANGES = (typography, british, paragraph, mangled, dropped, british_dropped, reworked)


class Outcome(NamedTuple):
    """What became of a quote: its grade, how its place fits, whether it is written unasked, and the words."""

    grade: str
    fit: str  # exact, near, wrong; of a quote whose words are gone: "gone" where it is told so, else "invented"
    certain: bool
    quote: str
    found: str
    right: str


def outcomes(corpus: Corpus, change: Callable[[str, random.Random], Changed]) -> Iterator[Outcome]:
    """What becomes of every quote of a fact file whose articles are changed."""
    changed = {source: change(text, random.Random(source)) for source, text in corpus.file.texts.items()}
    for record in corpus.file.records():
        for quote in evidence_of(record):
            yield _outcome(quote, corpus.file.texts[quote.source], changed[quote.source])


def _outcome(quote: Evidence, old: str, changed: Changed) -> Outcome:
    right = changed.place(quote.start, quote.end)
    anchor = find(changed.text, quote.quote, quote.prefix, quote.suffix)
    if anchor.grade == "verbatim":
        start, end, certain = anchor.start, anchor.end, False
    else:
        offer = next(iter(offers(changed.text, quote.quote, quote.prefix, quote.suffix)), None)
        offer = offer if offer and not offer.weak else None
        start, end, certain = (offer.start, offer.end, offer.certain) if offer else (-1, -1, False)
    found = changed.text[start:end] if start >= 0 else ""
    wanted = changed.text[slice(*right)] if right else ""
    return Outcome(anchor.grade, _fit(start, end, right), certain, old[quote.start : quote.end], found, wanted)


def _fit(start: int, end: int, right: tuple[int, int] | None) -> str:
    if start < 0:
        return "gone" if right is None else "not found"
    if right is None:
        return "invented"
    if (start, end) == right:
        return "exact"
    shared = min(end, right[1]) - max(start, right[0])
    return "near" if shared * 2 > max(end - start, right[1] - right[0]) else "wrong"


def main(arguments: list[str]) -> None:
    """Print a line for each change: how many quotes have each grade, and how their places fit."""
    named = [word for word in arguments if not word.startswith("--")]
    corpus = anchor_evidence(load(Path(named[0]) if named else CORPUS))
    for change in CHANGES:
        begun = time.perf_counter()
        found = list(outcomes(corpus, change))
        spent = time.perf_counter() - begun
        fits: dict[str, Counter[str]] = {}
        for one in found:
            fits.setdefault(one.grade, Counter())[one.fit] += 1
        print(f"{change.__name__:17}{len(found)} quotes, {spent:.2f} s")
        for grade, counted in sorted(fits.items()):
            print(f"    {grade:12}{counted.total():4}  " + ", ".join(f"{n} {fit}" for fit, n in counted.most_common()))
        certain = Counter(one.fit for one in found if one.certain)
        if certain:
            print("    certain     " + ", ".join(f"{n} {fit}" for fit, n in certain.most_common()))
        for one in found if "--wrong" in arguments else ():
            if one.fit not in ("exact", "gone"):
                print(f"      {one.grade} {one.fit}")
                print("\n".join(f"        {name:6}{getattr(one, name)!r}" for name in ("quote", "found", "right")))


if __name__ == "__main__":
    main(sys.argv[1:])
