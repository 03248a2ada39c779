"""All that has changed is drawn; what is left of an earlier size of the terminal, in whole rows of the present one."""

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


@pytest.mark.parametrize("opened", [b"?", b"\x10"], ids=["sheet", "palette"])
@driven
async def test_what_a_key_changes_in_a_box_is_drawn_also_where_a_part_behind_it_changes(
    opened: bytes, tmp_path: Path
) -> None:
    async with walker(open_base(write(tmp_path, WIDE)), (60, 17)) as at:
        await at.take(Step(opened))
        before = at.redrawn().rows
        with at.app.batch_update():  # so that both are drawn in one frame
            at.app.screen.refresh(Region(0, 0, 60, 1))  # as Textual asks where the first row of what is behind changes
            await at.take(Step(b"\x1b[B"))
        at.app.screen._on_timer_update()
        assert at.terminal.grid.rows == at.redrawn().rows != before
