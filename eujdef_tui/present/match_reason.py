"""Why a hit matched, in words, and which spans of a shown text matched: both from the match that ranked the hit."""

from __future__ import annotations

from eujdef_tui.model.labels import title_of
from eujdef_tui.model.records import Record
from eujdef_tui.search.readings import matched_word
from eujdef_tui.search.score import OTHERWISE
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit, Match
    from eujdef_tui.text.tokens import Word

__all__ = ["match_reason", "matched_spans", "reason_for_match"]


_PLACES = {
    "title": "the title", "words": "the description", "quotes": "the quote", "article": "the article",
    "sentence": "its sentence", "beside": "the sentence beside",
}  # fmt: skip


def match_reason(base: Base, hit: Hit) -> str:
    """Return why a record matched, term by term, joined by " · "."""
    record = base.record(hit.n).record
    title = title_of(record)
    vias = (title_of(base.record(m.via).record) if m.via else "" for m in hit.why)
    return " · ".join(
        dict.fromkeys(reason_for_match(m, record, title, via) for m, via in zip(hit.why, vias, strict=True))
    )


def reason_for_match(match: Match, record: Record, title: str, via: str = "") -> str:
    """Return why a record with this title matched, in a few words.

    Examples: "kalas ~1 Kallas", "石破茂 → other name (ja) of Shigeru Ishiba", "1 Nov 2024 in nov 2024". `via` is the
    title of the linked record whose name matched, "" where the record's own did.
    """
    if match.rule == "date":
        return _date_reason(match.term, record)
    how = match.term
    if match.rule in OTHERWISE or match.rule == "derived":
        how = f"{match.term}: {matched_word(match)}"
    elif match.rule.startswith("~"):
        how = f"{match.term} {match.rule} {matched_word(match)}"
    if match.field == "link":
        return f"{how} → {via or match.name}"
    if match.label in ("", "title"):
        return f"{how} in {_PLACES[match.field]}"
    if match.rule.startswith("~") or match.rule in OTHERWISE:
        return how
    if match.label.startswith("other name"):
        return f"{match.name} → {match.label} of {title}"
    if match.label not in ("name", "short title"):
        return f"{match.name} → {match.label}"
    return match.name if not match.rule else f"{match.term} → {match.name}"


def _date_reason(asked: str, record: Record) -> str:
    """Return which date of the record lies in the date asked for, else which overlaps it."""
    own = [getattr(record, name, "") for name in ("date", "issued", "as_of")]
    own += [step.date for step in getattr(record, "milestones", ())]
    from eujdef_tui.text.date_input import both_readings, from_words
    from eujdef_tui.text.spoken_dates import falls_in, yearless

    wanted, form = (both_readings(asked) or (from_words(asked) or "",))[0], yearless(asked, alone=True)
    if form and not wanted:
        met = [date for date in own if date and falls_in(form, *edtf.bounds(date))]
        return f"{edtf.in_english(met[0])} is {asked}" if met else f"date overlaps {asked}"
    met = [date for date in own if date and edtf.overlaps(date, wanted)]
    lo, hi = edtf.bounds(wanted)
    for date in met:
        if lo <= edtf.bounds(date)[0] and edtf.bounds(date)[1] <= hi:
            return f"{edtf.in_english(date)} in {asked}"
    return f"{edtf.in_english(met[0])} overlaps {asked}" if met else f"date overlaps {asked}"


def matched_spans(text: str, hit: Hit | None) -> list[tuple[int, int]]:
    """Return the spans (start, end) of a shown text that matched, in order, each within one word."""
    if hit is None:
        return []
    from eujdef_tui.text.tokens import words
    from eujdef_tui.text.word_forms import (  # imported here: only a search needs them, the first screen does not
        folded_words,
        phrase_positions,
    )

    found = words(text)
    spans: dict[int, tuple[int, int]] = {}
    for match in hit.why:
        if match.rule == "amount":
            spans.update(_spans_of_amount(text, found, match))
            continue
        if match.rule == "phrase" or " " in match.token:
            tokens = folded_words(match.term) if match.rule == "phrase" else match.token.split()
            for place in phrase_positions(tokens, [word.folded for word in found]):
                spans.update((n, found[n][:2]) for n in range(place, place + len(tokens)))
            continue
        for n, word in enumerate(found):
            if n not in spans and (span := _span_in_word(word, match)):
                spans[n] = span
        if not any(word.folded == match.token for word in found):
            spans |= _spans_of_joint(text, found, match)
    return [spans[n] for n in sorted(spans)]


def _spans_of_amount(text: str, found: list[Word], match: Match) -> dict[int, tuple[int, int]]:
    """Return the spans of the words that make up a quantity, by their place among the words of the text."""
    from eujdef_tui.text.number_tokens import compact
    from eujdef_tui.text.quantities import quantities

    same = [one for one in quantities(text) if f"{compact(one.number)}:{one.unit}" == match.token]
    return {n: word[:2] for n, word in enumerate(found) if any(one.start <= word.start < one.end for one in same)}


def _spans_of_joint(text: str, found: list[Word], match: Match) -> dict[int, tuple[int, int]]:
    """Return the spans of the words that a joined word stands for (fx: F-X), or of its part of a word (union: l'Union).

    They are listed by their place among the words of the text.
    """
    from eujdef_tui.text.joints import joint_spans

    joined = [(start, end) for form, start, end in joint_spans(text) if form == match.token]
    return {
        n: (max(word.start, start), min(word.end, end))
        for n, word in enumerate(found)
        for start, end in joined
        if word.start < end and start < word.end
    }


def _span_in_word(word: Word, match: Match) -> tuple[int, int] | None:
    """Return the part of a word that matched.

    That is the whole word, its typed prefix, or, in a script without spaces, the typed characters anywhere in it.
    """
    if word.folded == match.token and match.rule != "prefix":
        return word.start, word.end
    from eujdef_tui.text.unicode import fold
    from eujdef_tui.text.word_forms import is_unspaced

    typed = fold(match.term) if match.rule in ("", "prefix") else ""
    at = word.folded.find(typed) if typed else -1
    if at < 0 or (at > 0 and not is_unspaced(word.folded)):
        return None
    if word.end - word.start != len(word.folded):
        return word.start, word.end  # folding changed the length, so offsets into the folded word do not hold
    return word.start + at, word.start + at + len(typed)
