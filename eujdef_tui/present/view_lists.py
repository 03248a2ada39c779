"""The lines of a view: its records or the hits of a query, and the lines where nothing was found.

With a query the timeline lists its hits by date, every other view best first, and `all` lists the hits of every kind.
Without one, `all` lists what is worth a first look, and the others all their records in their own order.
"""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.present.list_model import Break, BreakKind, ListModel, breaks_for
from eujdef_tui.present.view_results import ViewResults
from eujdef_tui.present.views import ALL
from eujdef_tui.store import Base

__all__ = ["list_model", "nothing_found"]

Piece = tuple[str, str]  # a text and its role


def list_model(results: ViewResults, base: Base, view: str, today: int) -> ListModel:
    """The lines of a view: its records, headings, and the line of today."""
    mark = base.first_event_after(today) if view == "timeline" else 0
    name = day_name(base)
    if results.views is None:
        whole = base.span(view)
        headings = () if view == "timeline" else base.headings(view)
        return ListModel(whole, breaks_for(whole, headings, mark, name))
    numbers = list(results.views[view])
    if view == ALL and results.result and results.nearest:
        from eujdef_tui.present.why_nothing import nearest_heading  # most queries find enough

        near = [hit.n for hit in results.nearest]
        return ListModel(numbers + near, [Break(len(numbers), nearest_heading(results.result), BreakKind.RULE)])
    if view != "timeline":
        return ListModel(numbers)
    numbers.sort()
    return ListModel(numbers, breaks_for(numbers, (), mark, name))


def day_name(base: Base) -> str:
    """What the line of today says: "today", or by which clock the base is seen."""
    if base.clock is None:
        return "today"
    from eujdef_tui.model.clock import clock_words  # few bases are seen by one

    return " · ".join(clock_words(base.clock))


def nothing_found(base: Base, results: ViewResults, said: Sequence[Sequence[Piece]]) -> ListModel:
    """The list where nothing has all of a query: why, the nearest records, and what can be asked.

    `said` says why, a sentence a line, with what enter does.
    """
    from eujdef_tui.present.query_examples import query_examples  # no other list needs it
    from eujdef_tui.present.why_nothing import nearest_heading

    numbers = [hit.n for hit in results.nearest]
    lines = (("".join(text for text, _ in sentence), tuple(sentence)) for sentence in said)
    breaks = [Break(0, words, BreakKind.TEXT, pieces=pieces) for words, pieces in lines]
    if results.result and numbers:
        breaks.append(Break(0, nearest_heading(results.result), BreakKind.RULE))
    last = len(numbers)
    breaks += [Break(last, "", BreakKind.TEXT), Break(last, "what can be asked", BreakKind.RULE)]
    breaks += [Break(last, typed, BreakKind.HINT, means) for typed, means in query_examples(base)]
    return ListModel(numbers, breaks)
