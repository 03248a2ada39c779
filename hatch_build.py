"""Build hook of the wheel: it carries the base of the shipped corpus, so that a first start compiles nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedBase(BuildHookInterface[Any]):
    """Compile the base of this very checkout into the wheel, whenever one is built: it is never a stale one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the base, and add it to the files of the wheel; an editable installation has none."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from eujdef_tui.store.shipping import write_shipped

        made = Path(self.directory) / "shipped.sqlite"
        write_shipped(made)
        build_data["force_include"][str(made)] = "eujdef_tui/corpus/facts.sqlite"

    def finalize(self, *_: object) -> None:
        """Delete the base: it is in the wheel."""
        (Path(self.directory) / "shipped.sqlite").unlink(missing_ok=True)
