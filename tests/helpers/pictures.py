"""Pictures of every state of the screen, to look at: SVG files, one for each state, size and theme.

python -m tests.helpers.pictures FOLDER [WORD…]

writes those whose names hold all the words: `kalas 80x24 dark`. They show the shipped fact file on one fixed day.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from eujdef_tui.system.terminal_capabilities import THEMES
from tests.helpers.explorer import explorer
from tests.helpers.places import CORPUS

__all__ = ["DAY", "SIZES", "STATES", "drawn"]

DAY = "2026-11-29"
FONT = "DejaVu Sans Mono"
SIZES = ((80, 24), (100, 30), (120, 36), (200, 60), (40, 12), (20, 6))

# name → the keys that lead there from the first screen; a word of several letters that is no key is typed
STATES: dict[str, tuple[str, ...]] = {
    "first": (),
    "kalas": ("slash", *"kalas"),
    "hit": ("slash", *"gcap", "space", *"introduced"),
    "few": ("slash", *"companies", "space", *"paris"),
    "timeline": ("1",),
    "actors": ("2",),
    "agreement": ("slash", *"spa", "enter", "escape", "3"),
    "agreements": ("3",),
    "statements": ("slash", *"kalas", "enter", "escape", "4"),
    "tension": ("5", "j"),
    "sources": ("6",),
    "empty": ("slash", *"tokyo", "space", *"xqzw"),
    "error": ("slash", *"is", "colon", *"hapened"),
    "field": ("slash", *"is", "colon", "tab"),
    "reader": ("slash", *"kalas", "enter"),
    "sheet": ("slash", *"kalas", "enter", "shift+tab", "j"),
    "zoom": ("slash", *"kalas", "enter", "z"),
    "find": ("slash", *"spa", "space", *"enter", "space", *"into", "space", *"force", "enter", "z", "slash",
             *"partnership", "enter", "n"),
    "help": ("1", "question_mark"),
    "keys": ("1", "question_mark", "tab"),
    "card": ("slash", *"kalas", "enter", "c"),
    "copy": ("slash", *"kalas", "enter", "y"),
    "marks": ("m", "j", "m", "apostrophe"),
    "date": ("t",),
    "palette": ("ctrl+p",),
}  # fmt: skip


async def drawn(keys: Sequence[str], size: tuple[int, int], theme: str) -> str:
    """Return the screen after these keys as an SVG, in a font that has all its glyphs."""
    async with explorer(CORPUS, size=size, theme=theme, today=DAY, start="") as at:
        await at.press(*keys)
        await at.pilot.pause(0.1)
        svg = at.app.export_screenshot()
    # rich names a web font 0.61 em wide; DejaVu Sans Mono has 0.602 em. rsvg-convert drops spaces that begin a text.
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(
        r"font-family: Fira Code, monospace;\s*font-size: 20px", f"font-family: {FONT}; font-size: 20.27px", svg
    )
    return svg.replace("<text ", '<text xml:space="preserve" ')


def main(folder: Path, words: Sequence[str]) -> None:
    """Write the pictures whose names hold all the words."""
    folder.mkdir(parents=True, exist_ok=True)
    for state, keys in STATES.items():
        for width, height in SIZES:
            for theme in THEMES:
                name = f"{state}-{width}x{height}-{theme}"
                if set(words) <= set(name.split("-")):
                    (folder / f"{name}.svg").write_text(asyncio.run(drawn(keys, (width, height), theme)), "utf-8")
                    sys.stdout.write(f"{name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
