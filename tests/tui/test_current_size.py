"""What is drawn of an earlier size of the terminal is drawn in whole rows of the present one."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Region

from eujdef_tui.store import open_base
from tests.helpers.explorer import driven
from tests.helpers.fact_files import EVENT, HEAD, write
from tests.soak.walker import Step, walker

pytestmark = [pytest.mark.slow, pytest.mark.counts_lines]  # the whole explorer is driven

WIDE = f"{HEAD}events: [{{{EVENT}}}]\n".replace("title: E", f"title: {'漢' * 60}")


@driven
async def test_a_wide_letter_across_the_edge_of_an_earlier_size_stays_whole(tmp_path: Path) -> None:
    async with walker(open_base(write(tmp_path, WIDE)), (40, 12)) as at:
        await at.take(Step(b"1"))
        for width in (19, 20):
            at.main._compositor._dirty_regions.add(Region(0, 0, width, 12))
            at.main._compositor_refresh()
            assert at.terminal.grid.rows == at.redrawn().rows
