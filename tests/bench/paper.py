"""A brief as Chromium prints it: whether every quote is on paper, and every page has its number.

    python -m tests.bench.paper

No test, since Chromium is 300 MB: needs `chromium` (or `google-chrome`) and `pdftotext` of poppler-utils. Prints pages
and quotes, and exits with 1 where one is missing.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from eujdef_tui.export.brief import brief
from eujdef_tui.export.brief_html import brief_html
from eujdef_tui.export.selection import Selection
from eujdef_tui.store import Base, open_base
from tests.bench.verdict import fail
from tests.helpers.awkward_facts import awkward

BEGINNING = 20  # letters and digits of a quote that are looked for: later ones may stand on the next page


def printed(base: Base, folder: Path) -> tuple[list[str], list[str]]:
    """Print the brief of a whole base; return the text of each page, and the quotes that the brief holds."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None or shutil.which("pdftotext") is None:
        fail("chromium or pdftotext is not installed")
    made = brief(Selection(base, None), "", "date")
    (folder / "brief.html").write_text("".join(brief_html(made, base)), encoding="utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        f"--user-data-dir={folder}/user",
    ]
    command = [chromium, *options, f"--print-to-pdf={folder}/brief.pdf", (folder / "brief.html").as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    read = subprocess.run(["pdftotext", "-layout", "brief.pdf", "-"], cwd=folder, capture_output=True, check=True)
    items = [item for group in made.groups for item in group.items] + list(made.tensions)
    quotes = [proof.evidence.quote for item in items for _, proofs in item.claims for proof in proofs]
    return read.stdout.decode("utf-8").rstrip("\f").split("\f"), quotes


def main() -> None:
    """Print the brief of the awkward facts of the tests, and count what is on paper."""
    with tempfile.TemporaryDirectory() as name:
        base = open_base(awkward(Path(name)))
        pages, quotes = printed(base, Path(name))
        base.close()
    numbered = sum(f"{number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    letters = _letters("".join(pages))
    found = sum(_letters(quote)[:BEGINNING] in letters for quote in quotes)
    print(f"pages with their number {numbered} of {len(pages)}; quotes on paper {found} of {len(quotes)}")
    if not quotes or numbered < len(pages) or found < len(quotes):
        fail("something is not on paper")


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isascii() and char.isalnum())


if __name__ == "__main__":
    main()
