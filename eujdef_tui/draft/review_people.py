"""Who may be meant in a review: the names of the sentence and of those before it, by number, or by typed letters."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.draft.review_item import Item
from eujdef_tui.draft.review_state import ReviewState
from eujdef_tui.text.unicode import fold

__all__ = ["MOST_CHOICES", "begins", "people_matching", "people_near"]

MOST_CHOICES = 9  # that a digit can choose
_BEFORE = 6  # sentences before the one at hand


def people_near(review: ReviewState, item: Item) -> list[str]:
    """The actors of the sentence, then of those before it, as drafts call them: of a statement persons first.

    Those that the item has already stand first, so that a digit takes them out again.
    """
    cast, article = review.guard.cast, review.guard.article
    draft = item.draft
    own = (draft.speaker,) if draft.record == "statement" else draft.actors
    persons = cast.persons if draft.record == "statement" else frozenset()
    found = [key for key in own if key in cast.by_id]
    for numbers in ((item.sentence,), range(item.sentence - 1, max(-1, item.sentence - _BEFORE - 1), -1)):
        there = dict.fromkeys(
            key for number in numbers for name in cast.found_in(article.sentence(number)) for key in sorted(name.actors)
        )
        found += sorted(there, key=lambda key: key not in persons)
    found += [actor.id for actor in cast.actors if review.is_new(actor.id)]
    return [key for key in dict.fromkeys(found) if key in own or review.may_be_meant(key)][:MOST_CHOICES]


def people_matching(review: ReviewState, typed: str) -> list[str]:
    """The actors of the article and of the base that have words beginning with all that is typed, new ones first."""
    parts = fold(typed).split()
    cast = review.guard.cast
    if not parts:
        return []
    found = [
        actor
        for actor, names in cast.names.items()
        if begins(parts, [word for name in names for word in name]) and review.may_be_meant(actor)
    ]
    return sorted(found, key=lambda key: not review.is_new(key))[:MOST_CHOICES]


def begins(parts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each part of what is typed begins one of the words; both are folded."""
    return all(any(word.startswith(part) for word in words) for part in parts)
