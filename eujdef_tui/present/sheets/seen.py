"""When an actor is seen: a strip with a bar for each quarter of the years in which it appears."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from eujdef_tui.present.sheet_lines import Line, Part
from eujdef_tui.present.time_axis import time_axis
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["seen_line", "seen_months"]

_ROLES = ("actor", "speaker", "about")  # takes part, says, is spoken of
_MOST = 5_000  # records counted; of an actor with more no strip is drawn, which would be false
_QUARTERS = (4,)
_WIDE = 10_000  # cells: no year is left out, a long strip is wrapped


def seen_months(base: Base, n: int) -> Counter[int]:
    """Count what actor `n` appears in, by month (yyyymm; 00 is a year alone); nothing where that is too much."""
    dates = base.linked_dates(n, _ROLES, _MOST + 1)
    return Counter(month for month in map(edtf.month, dates) if month is not None and len(dates) <= _MOST)


def seen_line(base: Base, n: int) -> Iterator[Line]:
    """Yield the strip of actor `n`; nothing where it appears in nothing dated.

    A bar is as high as there are events that it takes part in and statements by or about it. "▁" is a quarter with
    events of others only, "·" one without any; what is dated by its year alone has a cell of its own, before the first.
    """
    hits = seen_months(base, n)
    if not hits:
        return
    years = {month // 100 for month in hits}
    facts = {month: count for month, count in base.months() if month // 100 in years}
    merged = sorted((facts | hits).items())
    strip = "".join(text for text, _ in time_axis(merged, hits, None, 0, _WIDE, _QUARTERS))
    whole = re.sub(r"(?<! ) (?! )", "\N{NO-BREAK SPACE}", strip.strip())  # a year and its bars stay together
    yield Line("seen", (Part(whole, "quiet"),))
