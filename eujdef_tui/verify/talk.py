"""Tell what says nothing that can be checked: greetings, thanks, questions, wishes and opinions of the speaker."""

from __future__ import annotations

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.word_lists import TALK

__all__ = ["nothing_to_check"]

_GREETING = lazy_pattern(rf"(?i)^\W*(?:{'|'.join(TALK['opens'])})|\b(?:{'|'.join(TALK['thanks'])})\b")
_OPINION = lazy_pattern(rf"(?i)\b(?:{'|'.join(TALK['opinion'])})\b")
_LEAD = lazy_pattern(r"[^,:.!?]{3,60}[,:]\s")
_CUES = frozenset(" ".join(TALK["cues"]).split())  # one of them stands in all that greets, thanks or wishes
_SHORT = 5  # words of a sentence that may have too little in it
_CLAIM = 3  # words that say something, behind a greeting
_LEAST = 2  # words that say something, of a sentence that can be checked


def nothing_to_check(heard: Heard) -> str:
    """Why a sentence has nothing to check; "" where it has."""
    text = heard.pieces.text.strip()
    if text.rstrip("\"”’')* ").endswith(("?", "？")):
        return "This is a question."
    if _CUES.isdisjoint(heard.pieces.folded) and len(heard.pieces.words) > _SHORT:
        return ""
    exact = bool(heard.pieces.quantities or heard.pieces.dates)
    if _GREETING().search(text) and not exact and not _claims(heard):
        return "This greets, thanks or leads over."
    if _OPINION().search(text) and not exact and not any(heard.is_person(one) for one in heard.named):
        return "This is an opinion or a wish of the one who speaks."
    if len(heard.content) + len(heard.named) < _LEAST and not exact and not (heard.points_back and heard.pieces.done):
        return "There is too little in it."
    return ""


def _claims(heard: Heard) -> bool:
    """Whether something to check follows a greeting or a lead, behind its comma or colon: someone, and what they do."""
    found = _LEAD().match(heard.pieces.text)
    if found is None:
        return False
    named = any(one.start >= found.end() for one in heard.named)
    said = sum(heard.pieces.words[at].start >= found.end() for at in heard.content)
    return named and said >= _CLAIM
