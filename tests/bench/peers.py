"""The same facts in other programs, to be measured beside the explorer: fzf with a preview, and less."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from eujdef_tui.cli.output import sheet_text
from eujdef_tui.present.list_row import cells
from eujdef_tui.store import SHIPPED, VIEWS, Base, open_base
from eujdef_tui.text import edtf
from tests.bench.verdict import fail

__all__ = ["EXPLORER", "STOCK", "Peers", "explorer", "tree_before"]

# The explorer as it is, and the same one on the driver that comes with Textual.
EXPLORER = "DiffDriver"
STOCK = "LinuxDriver"
_PROGRAM = """
from textual.drivers.linux_driver import LinuxDriver
from eujdef_tui.store import SHIPPED, open_base
from eujdef_tui.tui.app import Explorer
from eujdef_tui.tui.driver.driver import DiffDriver
Explorer(open_base(SHIPPED), driver_class={driver}, fresh=True).run()
"""


def explorer(driver: str = EXPLORER, tree: Path | None = None) -> list[str]:
    """The command of the explorer with a driver; of an earlier version where its checkout is named as `tree`."""
    command = [sys.executable, "-P", "-c", _PROGRAM.format(driver=driver)]  # -P: not the package of this folder
    return ["env", *_environment(tree), *command] if tree else command


def _environment(tree: Path) -> tuple[str, str]:
    """An earlier version is imported from its checkout, and keeps a base of its own."""
    return f"PYTHONPATH={tree}", f"EUJDEF_CACHE={tree}/.bench-cache"


def tree_before(arguments: list[str]) -> Path | None:
    """The checkout of an earlier version that `--before FOLDER` names, its base built; None where none is named."""
    if "--before" not in arguments:
        return None
    tree = Path(arguments[arguments.index("--before") + 1]).resolve()
    build = "from eujdef_tui import store; store.open_base(store.SHIPPED); print(store.__file__)"
    built = ["env", *_environment(tree), sys.executable, "-P", "-c", build]
    ran = subprocess.run(built, capture_output=True, text=True, check=False)
    if not ran.stdout.startswith(str(tree)):
        fail(f"{tree} is not a checkout of an earlier version: {ran.stderr or ran.stdout}")
    return tree


class Peers:
    """Lists of facts for fzf, one for each view, and what `eujdef show` prints of each fact for its preview."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._base: Base = open_base(SHIPPED)
        self._today = edtf.today()

    def fzf(self, view: str = "") -> list[str]:
        """The command of fzf over the facts of a view, or over all; the preview has as much room as with us."""
        numbers: Iterable[int] = self._base.span(view) if view in VIEWS else range(1, self._base.count() + 1)
        listed = self._folder / f"list-{view or 'all'}"
        listed.write_text("".join(map(self._line, numbers)), encoding="utf-8")
        options = "--delimiter='\t' --with-nth=2 --layout=reverse --preview='cat {1}' --preview-window=down,55%,wrap"
        return ["sh", "-c", f"cd {self._folder} && FZF_DEFAULT_OPTS= exec fzf {options} < {listed}"]

    def _line(self, n: int) -> str:
        row = self._base.record(n)
        sheet = self._folder / str(n)
        if not sheet.exists():
            lines = (line for line, _ in sheet_text(self._base, row, self._today))
            sheet.write_text("\n".join(lines), encoding="utf-8")
        shown = cells(self._base, row, self._today)
        return f"{n}\t{shown.right:<16}{shown.mark} {shown.text}  {shown.note}\n"

    def less(self) -> list[str]:
        """The command of less over all that `eujdef show` prints."""
        every = self._folder / "all-sheets"
        numbers = range(1, self._base.count() + 1)
        for n in numbers:
            self._line(n)
        every.write_text("\n\n".join((self._folder / str(n)).read_text(encoding="utf-8") for n in numbers))
        return ["less", str(every)]

    @staticmethod
    def missing(program: str) -> bool:
        """Whether a program is not installed."""
        return shutil.which(program) is None
