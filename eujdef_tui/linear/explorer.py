"""The state of the linear explorer: the base, where somebody is in it, their marks and earlier searches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from eujdef_tui.linear.listing import Listing
from eujdef_tui.linear.place import Place
from eujdef_tui.linear.refused import Refused
from eujdef_tui.present.marks import Marks
from eujdef_tui.present.proofs import proofs
from eujdef_tui.present.saved_session import SavedSession
from eujdef_tui.present.session_state import SessionState, add_to_history, state_path
from eujdef_tui.present.view_results import view_results
from eujdef_tui.present.views import ALL
from eujdef_tui.store import Base, InputWatch, Row
from eujdef_tui.text import edtf

if TYPE_CHECKING:
    from eujdef_tui.present.look_file import Looked
    from eujdef_tui.search.engine import Hit

__all__ = ["LinearExplorer", "Opening"]

MOST_STEPS = 200  # places that can be come back to


class Opening:
    """How the explorer is opened, beside its base; `settings` as `tui.user_settings` takes them.

    Attributes:
        fact_file: the file that the base was built from, None for a base alone.
        kiosk: whether it serves a shared box: nothing is written, started or remembered.
        fresh: whether it opens without what was asked last.
        searches: saved searches of the settings file, by name.
        copy_form: the citation format of the settings file, "" for none.
        message: what is wrong in the settings file, "" for nothing.
    """

    def __init__(
        self,
        *,
        fact_file: Path | None = None,
        kiosk: bool = False,
        fresh: bool = False,
        searches: Mapping[str, str] = {},
        copy_form: str = "",
        message: str = "",
    ) -> None:
        self.fact_file = fact_file
        self.kiosk = kiosk
        self.fresh = fresh
        self.searches = searches
        self.copy_form = copy_form
        self.message = message


class LinearExplorer:
    """One session.

    `at` is where somebody is, `trail` the places before, the latest last; `looked` is what `linear.changes` tells of.
    """

    def __init__(self, base: Base, opening: Opening) -> None:
        """Open as the session before left off: marks, searches, copy format, and what was asked."""
        self.opening = opening
        self.state_file = None if opening.kiosk else state_path(base)
        self.saver = SavedSession(self.state_file, fresh=opening.fresh)
        saved = self.saver.state
        self.searches = saved.searches
        self.copy_format = opening.copy_form or saved.copy_format
        self.day = edtf.today()
        self.looked: Looked | None = None
        self.open(base, saved.marks)
        self.ended = False

    def open(self, base: Base, marks: Sequence[str]) -> None:
        """Answer from this base, with these marks, from its beginning."""
        self.whole = base
        self.marks = Marks(base, marks)
        file = self.opening.fact_file
        self.inputs = InputWatch(base.meta.get("inputs", ""), file) if file else None
        self.told_changed = False
        self.at = Place(view_results(base, None))
        self.trail: list[Place] = []

    @property
    def base(self) -> Base:
        """The base, as it stood by the clock of the query where that has one (`asof:`, `known:`)."""
        result = self.at.results.result
        if result is None or not result.query.clocks:
            return self.whole
        from eujdef_tui.search.clocks import seen_by  # few queries have a clock

        return seen_by(self.whole, result.query)

    @property
    def today(self) -> int:
        """The day that is shown (yyyymmdd): today, or that of the clock."""
        return self.base.shown_day

    # --- going and coming back ---

    def go(self, place: Place) -> None:
        """Be at a place; `back` leads to the one before."""
        self.trail = [*self.trail[-MOST_STEPS:], self.at]
        self.at = place

    def pick(self, n: int) -> Row:
        """Have record `n` read from now on, with its first quote; what is listed stays."""
        row = self.base.record(n)
        evidence = proofs(row.record)
        first = max(0, evidence[0].sentence) if evidence else 0
        self.at = self.at._replace(
            row=row, evidence=evidence, nth=0, links=(), rest=(), sentence=first, find=None, continues=""
        )
        return row

    def list(self, listing: Listing) -> None:
        """Have these answers numbered from now on."""
        self.at = self.at._replace(listing=listing, top=0, read=0, continues="list")

    # --- what is at hand ---

    @property
    def row(self) -> Row:
        """The record that is read. Raises Refused where none is."""
        if self.at.row is None:
            raise Refused("No fact is read yet: ask for something, then the number of an answer reads it.")
        return self.at.row

    @property
    def hit(self) -> Hit | None:
        """Why the record that is read matched, None where it was not searched for."""
        return self.at.listing.hits.get(self.row.n) or self.at.results.hits(ALL).get(self.row.n)

    @property
    def source(self) -> str:
        """The id of the article that is read. Raises Refused where there is none."""
        row = self.row
        if self.at.evidence:
            return self.at.evidence[self.at.nth].source
        if type(row.record).__name__ == "Source":
            return row.record.id
        raise Refused("This fact has no article: back leads to where you were.")

    def answer_number(self, nth: int) -> int:
        """The record of an answer by its number, from 1. Raises Refused where there is none."""
        listing = self.at.listing
        if not listing.size:
            raise Refused("No answers are listed: type a name or a word, or all for a first look.")
        if not 1 <= nth <= listing.size:
            raise Refused(f"There is no answer {nth:,}: they go from 1 to {listing.size:,}, and list reads them.")
        return listing.numbers[nth - 1] if listing.numbers else 0

    def stays(self, what: str) -> None:
        """Raise Refused on a shared box, which writes no file and starts no program."""
        if self.opening.kiosk:
            raise Refused(f"A shared box does not {what}: copy prints the fact with its citation here.")

    # --- what is remembered ---

    def remember_search(self, query: str) -> None:
        """Add a query to the earlier searches."""
        self.searches = add_to_history(query, self.searches)

    def state(self) -> SessionState:
        """What is saved for the next start, of the linear explorer or of the screen."""
        picked = self.at.row.record.id if self.at.row else ""
        marks = tuple(self.marks.values())
        return SessionState(self.at.view, self.at.typed, picked, self.copy_format, marks, self.searches)

    def save(self) -> None:
        """Save the session now, if it has changed."""
        self.saver.save(self.state())

    def saved_searches(self) -> dict[str, str]:
        """The saved searches of the fact file and of the settings file, by name; of one name the user's own."""
        return self.whole.searches | dict(self.opening.searches)
