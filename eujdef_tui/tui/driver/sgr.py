"""Cell styles: the SGR state in which a cell is drawn, and the shortest sequence from one state to another.

Codes are those of Select Graphic Rendition (SGR: ECMA-48, 8.3.117).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import NamedTuple

__all__ = ["DEFAULT_STYLE", "CellStyle", "apply_sgr", "sgr_between"]

# Each code that turns an attribute on, and the code that turns it off. Bold and dim share 22, underlines share 24.
OFF = {1: 22, 2: 22, 3: 23, 4: 24, 21: 24, 5: 25, 6: 25, 7: 27, 8: 28, 9: 29, 51: 54, 52: 54, 53: 55}
CLEARS = {off: frozenset(on for on, code in OFF.items() if code == off) for off in OFF.values()}
COLOUR_LENGTHS = {"5": 1, "2": 3}  # 38;5;n and 38;2;r;g;b

# Attributes that do not show in a blank cell. Every other one does, as does its background.
UNSEEN_IN_BLANKS = frozenset({1, 2, 3})


class CellStyle(NamedTuple):
    """How a cell is drawn: SGR codes that are on, and the codes of its colours ("" for the terminal's default)."""

    attributes: frozenset[int] = frozenset()
    foreground: str = ""
    background: str = ""

    @property
    def blank(self) -> bool:
        """Whether a space in this style looks like an erased cell of the same background."""
        return self.attributes <= UNSEEN_IN_BLANKS

    @property
    def of_space(self) -> CellStyle:
        """The style of a space: without what does not show in one, so that spaces that look alike are equal."""
        return CellStyle(background=self.background) if self.blank else self

    def draws_space(self, style: CellStyle) -> bool:
        """Whether a space drawn in this style looks like one in another style."""
        return self.of_space == style


DEFAULT_STYLE = CellStyle()


@lru_cache(maxsize=4096)
def apply_sgr(style: CellStyle, codes: str) -> CellStyle:
    """Return the style after an SGR sequence with these parameters. Unknown codes are ignored."""
    attributes, foreground, background = set(style.attributes), style.foreground, style.background
    rest = iter(codes.split(";"))
    for word in rest:
        code = int(word or 0)
        if code == 0:
            attributes, foreground, background = set(), "", ""
        elif code in OFF:
            attributes.add(code)
        elif code in CLEARS:
            attributes -= CLEARS[code]
        elif code in (38, 48):
            mode = next(rest, "")
            colour = ";".join((word, mode, *islice(rest, COLOUR_LENGTHS.get(mode, 0))))
            foreground, background = (colour, background) if code == 38 else (foreground, colour)
        elif 30 <= code <= 39 or 90 <= code <= 97:
            foreground = "" if code == 39 else word
        elif 40 <= code <= 49 or 100 <= code <= 107:
            background = "" if code == 49 else word
    return CellStyle(frozenset(attributes), foreground, background)


@lru_cache(maxsize=4096)
def sgr_between(old: CellStyle | None, new: CellStyle) -> str:
    """Return the shortest sequence from one style to another; from an unknown one (None) by way of a reset."""
    whole = [*map(str, sorted(new.attributes)), *filter(None, (new.foreground, new.background))]
    words = ["0", *whole] if whole else [""]
    if old is not None:
        off = {OFF[code] for code in old.attributes - new.attributes}
        kept = old.attributes.difference(*(CLEARS[code] for code in off))
        step = [*map(str, sorted(off)), *map(str, sorted(new.attributes - kept))]
        step += [new.foreground or "39"] if old.foreground != new.foreground else []
        step += [new.background or "49"] if old.background != new.background else []
        words = min(step, words, key=lambda codes: len(";".join(codes)))
    return f"\x1b[{';'.join(words)}m" if old != new else ""
