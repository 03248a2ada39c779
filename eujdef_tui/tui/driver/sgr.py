"""Promise: the state in which a cell is drawn is one value, and the shortest way from one to another is known.

Codes are those of Select Graphic Rendition (SGR: ECMA-48, 8.3.117).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import NamedTuple

__all__ = ["PLAIN", "Pen", "change", "inked"]

# Each code that turns something on, and the code that turns it off again. Some share one.
OFF = {1: 22, 2: 22, 3: 23, 4: 24, 21: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 51: 54, 52: 54, 53: 55}
CLEARS = {off: frozenset(on for on, code in OFF.items() if code == off) for off in OFF.values()}
COLOUR_LENGTHS = {"5": 1, "2": 3}  # 38;5;n and 38;2;r;g;b

# Bold, dim and italic do not show in a blank cell, nor does its ink; every other attribute does.
UNSEEN_IN_BLANKS = frozenset({1, 2, 3})


class Pen(NamedTuple):
    """How a cell is drawn: the codes that are on, and the codes of its colours ("": the terminal's own)."""

    on: frozenset[int] = frozenset()
    ink: str = ""
    paper: str = ""

    @property
    def blank(self) -> bool:
        """Whether a space in this pen shows nothing but its background, as an erased cell does."""
        return self.on <= UNSEEN_IN_BLANKS


PLAIN = Pen()


@lru_cache(maxsize=4096)
def inked(pen: Pen, codes: str) -> Pen:
    """The pen after an SGR sequence with these parameters. Codes that mean nothing here are passed over."""
    on, ink, paper = set(pen.on), pen.ink, pen.paper
    rest = iter(codes.split(";"))
    for word in rest:
        code = int(word or 0)
        if code == 0:
            on, ink, paper = set(), "", ""
        elif code in OFF:
            on.add(code)
        elif code in CLEARS:
            on -= CLEARS[code]
        elif code in (38, 48):
            mode = next(rest, "")
            colour = ";".join((word, mode, *islice(rest, COLOUR_LENGTHS.get(mode, 0))))
            ink, paper = (colour, paper) if code == 38 else (ink, colour)
        elif 30 <= code <= 39 or 90 <= code <= 97:
            ink = "" if code == 39 else word
        elif 40 <= code <= 49 or 100 <= code <= 107:
            paper = "" if code == 49 else word
    return Pen(frozenset(on), ink, paper)


@lru_cache(maxsize=4096)
def change(old: Pen | None, new: Pen) -> str:
    """The shortest sequence from one pen to another; from None, which is not known, by way of a reset."""
    whole = [*map(str, sorted(new.on)), *filter(None, (new.ink, new.paper))]
    words = ["0", *whole] if whole else [""]
    if old is not None:
        off = {OFF[code] for code in old.on - new.on}
        kept = old.on.difference(*(CLEARS[code] for code in off))
        step = [*map(str, sorted(off)), *map(str, sorted(new.on - kept))]
        step += [new.ink or "39"] if old.ink != new.ink else []
        step += [new.paper or "49"] if old.paper != new.paper else []
        words = min(step, words, key=lambda codes: len(";".join(codes)))
    return f"\x1b[{';'.join(words)}m" if old != new else ""
