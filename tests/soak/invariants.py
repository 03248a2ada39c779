"""What holds of the explorer after every step, whatever the steps were."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from eujdef_tui.cli.output import result_object
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Source
from eujdef_tui.present.views import ALL, SCREEN_VIEWS
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import VIEWS, Base
from eujdef_tui.store.sql_schema import view_of
from eujdef_tui.tui.driver.screen_buffer import Row, ScreenBuffer
from eujdef_tui.tui.verify_screen import VerifyScreen
from eujdef_tui.tui.widgets.bars import Bar
from tests.helpers.attacks import hidden_in
from tests.helpers.terminal_screen import Glass, differences
from tests.soak.corpora import HOSTILE_WORDS
from tests.soak.walker import Step, Walker

__all__ = ["Invariants"]

ESC = Step(b"\x1b")
COUNT = re.compile(rf"\b({'|'.join(view.capitalize() for view in SCREEN_VIEWS)})(?: ([\d,]+))?(?=\s|$)")
HONEST = re.compile("|".join(re.escape(word) for word in HOSTILE_WORDS if hidden_in(word)) or "$^")


def _text(buffer: ScreenBuffer) -> str:
    return "\n".join("".join(character for character, _ in row) for row in buffer.rows)


def _certain(row: Row) -> bool:
    """Whether all characters of a row have a certain width: Textual and pyte count some clusters now so, now so."""
    return all(len(character) <= 1 and not "\U0001f1e6" <= character <= "\U0001f1ff" for character, _ in row)


class Invariants:
    """Looks at an explorer on a base. Each method yields what does not hold."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._found: dict[str, Counter[str]] = {}  # query → how many records each view lists, as `find -n 0` says it

    def after_step(self, at: Walker) -> Iterator[str]:
        """What must hold after every step."""
        if not at.alive:
            error = at.app._exception
            yield f"not alive: {type(error).__name__}: {error}"[:400]
            return
        for look in (self._picked, self._lit, self._counts, self._redraw):
            yield from look(at)

    def now_and_then(self, at: Walker) -> Iterator[str]:
        """What is too slow to look at after every step."""
        terminal = at.terminal
        if found := hidden_in(HONEST.sub("", _text(terminal.grid)).replace("1\ufe0f", "1")):
            yield f"hidden characters on the screen: {found[:2]}"
        anew = Glass(terminal.grid.width, terminal.grid.height)
        anew.feed(type(terminal.renderer)(erases_to_background=True).render(terminal.grid))
        for screen in (terminal.glass, anew):
            screen.dirty.update(range(screen.lines))
        cells = [(y, x, was.data, now.data) for y, x, was, now in differences(terminal.glass, anew)]
        cells = [cell for cell in cells if _certain(terminal.grid.rows[cell[0]])]
        if cells:
            yield f"the glass is not what a full redraw shows: {len(cells)} cells: {cells[:4]}"

    async def out(self, at: Walker) -> list[str]:
        """What does not hold after esc was pressed five times: everything is closed, and nothing is asked for.

        Where a fact was opened from a text that is checked, the last may lead back to that; one more leaves it too.
        """
        for _ in range(5):
            await at.take(ESC)
        if at.alive and at.overlay == VerifyScreen.__name__:
            await at.take(ESC)
        if not at.alive:
            return list(self.after_step(at))
        state = (at.overlay, at.place, at.main.search.typed, at.main.panes.zoom, at.main.bar.offer)
        wrong = [f"esc five times leads to {state}"] if state != ("", "pane", "", "", None) else []
        return [*wrong, *self.after_step(at)]

    # --- each invariant ---

    def _picked(self, at: Walker) -> Iterator[str]:
        row, records = at.main.row, at.records
        if (row.n if row else 0) != records.picked:
            yield f"the sheet shows {row.record.id if row else None}, the list has picked {records.picked}"
        if row and records.model.place(row.n) < 0:
            yield f"{row.record.id} is picked, and not in the list"

    def _lit(self, at: Walker) -> Iterator[str]:
        row, reader = at.main.row, at.reader
        record = self._base.record(row.n).record if row else None
        evidence = tuple(evidence_of(record)) if record else ()
        sources = {one.source for one in evidence} or ({record.id} if isinstance(record, Source) else {""})
        if reader.article.source not in sources:
            yield f"{row.record.id if row else None} is picked, and {reader.article.source} is read"
            return
        here = [one for one in evidence if one.source == reader.article.source and one.start >= 0]
        lit = {n for one in here for n in range(one.sentence, one.last_sentence + 1)}
        if not reader.size or at.overlay:
            return
        for y, line in enumerate(at.shown(reader)):
            expected = bool(lit.intersection(reader.lines.sentences_on(reader.scroll_offset.y + y)))
            if line.startswith("┃", 1) != expected:
                yield f"line {y} of the article is{' not' if expected else ''} lit: {line[:60]!r}"

    def _counts(self, at: Walker) -> Iterator[str]:
        results = at.main.search.results
        if results.views is None or results.result is None:
            return
        text = results.result.query.text
        if text not in self._found:
            query = parse(text)
            said = result_object(self._base, query, search(self._base, query, max(self._base.count(), 1)), None)
            self._found[text] = Counter(view_of(hit["record"]) for hit in said["hits"]) + Counter({ALL: said["count"]})
        expected = self._found[text]
        bar = at.main.query_one("#tabs", Bar)
        for name, count in COUNT.findall("".join(part for part, _ in bar._left)):
            if count and int(count.replace(",", "")) != expected[name.lower()]:
                yield f"{text!r}: the tab says {name} {count}, and find finds {expected[name.lower()]}"
        for view in VIEWS:
            if len(results.hits(view)) != expected[view]:
                yield f"{text!r}: {view} lists {len(results.hits(view))}, and find finds {expected[view]}"

    def _redraw(self, at: Walker) -> Iterator[str]:
        shown, anew = at.terminal.grid, at.redrawn()
        if shown.rows != anew.rows:
            cells = (
                (y, x, *((one[0], other[0]) if one[0] != other[0] else (one, other)))
                for y, rows in enumerate(zip(shown.rows, anew.rows, strict=True))
                for x, (one, other) in enumerate(zip(*rows, strict=True))
                if one != other
            )
            if some := list(islice(cells, 4)):
                yield f"the grid is not what a full redraw shows: {some}"
