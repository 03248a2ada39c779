"""README's picture: the explorer on the shipped corpus, drawn by the program itself.

python -m tests.helpers.readme_picture

makes it anew.
"""

from __future__ import annotations

import asyncio
import html
import re

from tests.helpers.explorer import explorer
from tests.helpers.places import CORPUS, ROOT

__all__ = ["PICTURE", "drawn", "words_of"]

PICTURE = ROOT / "data" / "explorer.svg"
SIZE = (80, 24)


def drawn() -> str:
    """Return the picture as an SVG: `kalas` is typed on the first screen, and no key more."""

    async def draw() -> str:
        async with explorer(CORPUS, size=SIZE, start="") as at:
            await at.find("kalas")
            await at.pilot.pause()
            # some viewers drop the spaces that begin a text
            return at.app.export_screenshot(simplify=True).replace("<text ", '<text xml:space="preserve" ')

    return asyncio.run(draw())


def words_of(svg: str) -> list[str]:
    """The words of a picture, piece by piece, without what they look like."""
    return [
        html.unescape(found).replace("\xa0", " ").strip() for found in re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    ]


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
