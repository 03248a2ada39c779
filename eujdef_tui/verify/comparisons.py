"""Which comparisons a sentence calls for: most have no number, no date and no speaker."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eujdef_tui.verify.acts import ACT, acts_differ, deed_differs, hedges_differ, roles_turned
from eujdef_tui.verify.addressees import addressee_differs
from eujdef_tui.verify.comparing import Difference, names_differ, numbers_differ
from eujdef_tui.verify.contrast import roles_differ, sets_apart
from eujdef_tui.verify.dates import dates_differ, pairs_differ
from eujdef_tui.verify.degrees import degrees_differ, has_degrees
from eujdef_tui.verify.directions import directions_differ, hosts_differ, origins_differ
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.exclusions import EXCEPTING, company_differs, exclusions_differ
from eujdef_tui.verify.existence import EXISTING, existence_differs
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.kinds_of_things import THING, things_differ
from eujdef_tui.verify.limits import EXCLUDING, limits_differ, speaker_differs
from eujdef_tui.verify.memberships import BELONGING, memberships_differ
from eujdef_tui.verify.nations import nations_differ
from eujdef_tui.verify.offices import OFFICES, offices_differ
from eujdef_tui.verify.orders import ORDERING, orders_differ
from eujdef_tui.verify.paying import PAID, payers_differ
from eujdef_tui.verify.permissions import PERMITTING, never_differs, permission_differs
from eujdef_tui.verify.places import COMING, WATER, journey_differs, place_differs, waters_differ
from eujdef_tui.verify.speakers import TELLING
from eujdef_tui.verify.steps import obligation_differs, pending_differs, status_differs
from eujdef_tui.verify.successions import SUCCEEDING, successions_differ
from eujdef_tui.verify.turned import denial_differs, opposite_differs
from eujdef_tui.verify.word_lists import CITIES, NATIONALITIES, OBLIGING, PROMISING

__all__ = ["EXACT", "Compare", "comparisons_of"]

Compare = Callable[[Heard, Evidenced], Iterable[Difference]]

_OBLIGING = OBLIGING | PROMISING | {"have", "has"}
_WITH = frozenset(("with", "without"))
# What they find costs a fact most of its rank.
EXACT = frozenset[Compare]((numbers_differ, pairs_differ, dates_differ))


def comparisons_of(heard: Heard) -> list[Compare]:
    """The comparisons of a sentence with a fact, in the order in which what differs is told."""
    mine = heard.pieces
    found: list[tuple[bool, Compare]] = [
        (bool(mine.quantities or mine.magnitudes or mine.unread), numbers_differ),
        (bool(mine.quantities and mine.dates), pairs_differ),
        (bool(heard.named or heard.strangers or heard.designations or heard.persons), names_differ),
        (bool(mine.dates), dates_differ),
        (True, denial_differs),
        (bool(mine.sided), opposite_differs),
        (not ORDERING.isdisjoint(mine.vocabulary), orders_differ),
        (bool(mine.kind & ACT), acts_differ),
        (not mine.aims and bool(mine.steps or mine.tells_now >= 0), status_differs),
        (bool(mine.kind & THING), things_differ),
        (mine.pending >= 0, pending_differs),
        (mine.pending >= 0 or not EXISTING.isdisjoint(mine.vocabulary), existence_differs),
        (sets_apart(mine, heard.named), roles_differ),
        (not EXCLUDING.isdisjoint(mine.vocabulary), limits_differ),
        (bool(heard.named) or not EXCEPTING.isdisjoint(mine.vocabulary), exclusions_differ),
        (not _WITH.isdisjoint(mine.vocabulary), company_differs),
        (bool(heard.speaker), speaker_differs),
        (not TELLING.isdisjoint(mine.vocabulary), addressee_differs),
        (not PERMITTING.isdisjoint(mine.vocabulary), permission_differs),
        ("never" in mine.vocabulary, never_differs),
        (len(heard.named) > 1, directions_differ),
        (len(heard.named) > 1, hosts_differ),
        (bool(heard.named and mine.kind & PAID), payers_differ),
        (bool(heard.named) and "from" in mine.vocabulary, origins_differ),
        (bool(heard.named) and heard.doers != [], roles_turned),
        (len(heard.named) > 1, deed_differs),
        ("will" in mine.vocabulary, hedges_differ),
        (not OFFICES.isdisjoint(mine.vocabulary), offices_differ),
        (not NATIONALITIES.isdisjoint(mine.vocabulary), nations_differ),
        (bool(heard.named) and not BELONGING.isdisjoint(mine.vocabulary), memberships_differ),
        (len(heard.named) > 1 and not SUCCEEDING.isdisjoint(mine.vocabulary), successions_differ),
        (has_degrees(mine), degrees_differ),
        (bool(heard.named) and not COMING.isdisjoint(mine.vocabulary), journey_differs),
        (not CITIES.isdisjoint(mine.vocabulary), place_differs),
        (not WATER.isdisjoint(mine.vocabulary), waters_differ),
        (not _OBLIGING.isdisjoint(mine.vocabulary), obligation_differs),
    ]
    return [compare for matters, compare in found if matters]
