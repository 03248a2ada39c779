"""Judge how expanded terms match a document.

`judge` gives every reading of a document: each is one match for each term. Which reading is best `rank` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from eujdef_tui.search import score
from eujdef_tui.search.amounts import amount_quality, amounts_in
from eujdef_tui.search.expansions import Alternative, ExpandedTerm
from eujdef_tui.search.results import Match
from eujdef_tui.store import Document, NameLine
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import phrase_positions

__all__ = ["Reading", "date_quality", "judge"]

Reading = Sequence[Match]  # one match for each term

REMEMBERED = 5_000  # documents of which the matches of a term are remembered: a query is tried without many a word
_AMOUNTS = {"t": ("title", score.TITLE), "w": ("words", score.PROSE), "q": ("quotes", score.QUOTES)}
_COLUMNS = (("title", score.TITLE), ("words", score.PROSE), ("quotes", score.QUOTES))


def judge(document: Document, terms: Sequence[ExpandedTerm]) -> list[Reading]:
    """The readings of a document, none if a term matches it nowhere. In each, a word of a name is for one term."""
    best: list[Match] = []
    for one in terms:
        match = _best_match(document, one)
        if match is None:
            return []
        best.append(match)
    for match in best:  # asked of all that is read, and `any` takes longer
        if match.weak and not _supported(match, best):
            best = [sure for one in terms if (sure := _best_match(document, one, weak=False))]
            break
    if len(best) < len(terms):
        return []
    if len(best) == 1:
        return [best]
    ways = (_one_word_each(document, terms, way) for way in (best, *_within_one_name(document, terms, best)))
    return [way for way in ways if not _twice(way) and _likely(document, way)]


def _best_match(document: Document, one: ExpandedTerm, *, weak: bool = True) -> Match | None:
    """The best match of a term, which may be a weak one only where that is allowed."""
    found = one.memo.get(document.n)
    if found is None:
        found = _matches(document, one)
        if len(one.memo) < REMEMBERED:
            one.memo[document.n] = found
    if not weak:
        found = tuple(match for match in found if not match.weak)
    if len(found) == 1:
        return found[0]
    return max(found, key=lambda match: match.score, default=None)


def _matches(document: Document, one: ExpandedTerm) -> tuple[Match, ...]:
    """All matches of a term in a document."""
    term = one.term
    if not (term.date or term.amount or len(term.tokens) > 1):
        return tuple(_word(document, one))
    return (*_dates(document, one), *_words(document, one), *(_amounts(document, one) if term.amount else ()))


def _dates(document: Document, one: ExpandedTerm) -> Iterator[Match]:
    """The match of a date: the closer a record's own span is to it, the better."""
    if not one.term.date or document.lo is None or document.hi is None:
        return
    quality = max(date_quality(document.lo, document.hi, date) for date in one.term.dates)
    if quality:
        nearer = 1.0 if document.record == "event" else score.NEARER
        yield Match(one.term.text, quality * nearer, "date", "", "date")


def date_quality(own_lo: int, own_hi: int, asked: str) -> float:
    """How well a record's own bounds fit a date that was asked for; 0 where they do not."""
    if asked.startswith("XXXX"):
        from eujdef_tui.text.spoken_dates import falls_in  # few queries have a date without a year

        asked = falls_in(asked, own_lo, own_hi) or ""
    lo, hi = edtf.bounds(asked)
    # what is open at its start is surely told only by its end: "by Nov 2024" says nothing of 1990
    if own_lo > hi or own_hi < lo or (own_lo == edtf.MIN and own_hi > hi):
        return 0.0
    if (own_lo, own_hi) == (lo, hi):
        return 1.0
    if (lo == edtf.MIN and own_hi == hi) or (hi == edtf.MAX and own_lo == lo):
        return 1.0  # "by 2035" means what 2035 ends
    if lo <= own_lo and own_hi <= hi:
        return score.INSIDE
    span = edtf.span(lo, hi)
    return max(score.FARTHEST, score.WIDER * span / max(span, edtf.span(own_lo, own_hi)))


def _amounts(document: Document, one: ExpandedTerm) -> Iterator[Match]:
    """The matches of a quantity: the same number, or one that rounds to it, in the same unit or where one has none."""
    # a bare figure is that number: 86 is not 85.9
    bare = len(one.term.tokens) == 1 and one.term.tokens[0].isdigit()
    text, alike = one.term.text, partial(amount_quality, one.term.amount, bare=bare)
    for item in document.amounts.split():
        column, weight = _AMOUNTS[item[0]]
        if quality := alike(item[1:]):
            yield Match(text, quality * weight, "amount", item[1:], _field(document, column))
    for line in document.names.lines:
        weight = score.of_label(line.label)
        share = min(1.0, len(one.term.tokens) / max(1, len(line.tokens)))
        for amount in amounts_in(line.name):
            if quality := alike(amount):
                yield Match(text, quality * weight, "amount", amount, "name", line.name, line.label, share=share)
    for line in document.links.lines:
        weight = score.of_label(line.label) * score.LINKED
        for amount in amounts_in(line.name):
            if quality := alike(amount):
                yield Match(text, quality * weight, "amount", amount, "link", line.name, line.label, line.number)


def _words(document: Document, one: ExpandedTerm) -> Iterator[Match]:
    if one.term.phrase:
        # a quantity with a unit is found by its number: in 35 billion yen stand the words of $35 billion
        if not one.term.amount or one.term.amount.endswith(":") or " " not in one.term.text:
            yield from _phrase(document, one)
        return
    if one.term.date and len(one.term.tokens) > 1:
        yield from (match._replace(score=match.score * score.DATE_TEXT) for match in _phrase(document, one))
    if not one.term.date or one.term.figure:
        yield from _word(document, one)


def _word(document: Document, one: ExpandedTerm) -> list[Match]:
    """The matches of one word: in names and texts, and where these are worth less, in the names of linked records."""
    lines = one.expansion.lines
    found = [match for line in lines(document.names) if (match := _name(line, one))]
    _add_texts(found, document, one)
    best = 0.0
    for match in found:
        if match.score > best and not match.weak:
            best = match.score
    # of an actor, what it is linked to is where it belongs, not what it does
    between = one.several and not one.term.date and document.record != "actor"
    linked = score.LINKED_WITH if between else score.LINKED
    if best < linked:
        found += [match for line in lines(document.links) if (match := _linked_name(line, one, linked))]
    return found


def _add_texts(matches: list[Match], document: Document, one: ExpandedTerm) -> None:
    """Add the matches of a word in title, description and quotes."""
    typed, within = one.expansion.typed, one.expansion.within
    texts = document.title, document.words, document.quotes
    for (column, weight), text in zip(_COLUMNS, texts, strict=True):
        found = within(text) if text else None
        if found and found.rule in score.OTHERWISE and document.record == "statement" and found.token == document.kind:
            continue  # that a statement is an assessment says nothing of what is assessed in it
        if found and (found.anywhere or score.counts_in_text(typed, found.rule, found.token, column, document.record)):
            # a year in a text says less than a date, wherever it stands
            worth = score.DATE_TEXT if one.term.date else weight
            if column == "quotes" and document.record == "actor":
                worth = score.MENTIONED
            matches.append(Match(typed, found.quality * worth, found.rule, found.token, _field(document, column)))


def _field(document: Document, column: str) -> str:
    return "article" if column == "quotes" and document.record == "source" else column


def _best_alternative(one: ExpandedTerm, line: NameLine, tokens: Iterable[str]) -> Alternative | None:
    """The best alternative among words of a name. Initials that no one wrote down must be typed as they are."""
    of, best = one.expansion.of, None
    for token in tokens:
        found = of(token)
        if found and (best is None or found.quality > best.quality):
            best = found
    return best if best and (best.rule == "" or not line.label.startswith("initials")) else None


def _name(line: NameLine, one: ExpandedTerm, *, but: str = "") -> Match | None:
    """The match of a term of one word in one name, if there is one in a word other than `but`."""
    tokens: Sequence[str] = (*line.tokens, *line.joints) if line.joints else line.tokens
    found = _best_alternative(one, line, [token for token in tokens if token != but] if but else tokens)
    if found is None:
        return None
    weight = score.of_label(line.label) * (score.DATE_TEXT if one.term.date else 1.0)
    return Match(
        one.term.text, found.quality * weight, found.rule, found.token, "name", line.name, line.label,
        0, _share(found.token, line), found.weak,
    )  # fmt: skip


def _share(token: str, line: NameLine) -> float:
    """How much of a name one of its words is; a joint of several words counts for all of them."""
    parts = 1 if token in line.tokens else sum(word in token for word in line.tokens)
    return min(1.0, max(1, parts) / len(line.tokens))


def _linked_name(line: NameLine, one: ExpandedTerm, linked: float) -> Match | None:
    found = _best_alternative(one, line, (*line.tokens, *line.joints) if line.joints else line.tokens)
    if found is None:
        return None
    quality = found.quality * linked * score.of_label(line.label)
    return Match(
        one.term.text, quality, found.rule, found.token, "link", line.name, line.label, line.number, 0.0, found.weak
    )


def _phrase(document: Document, one: ExpandedTerm) -> Iterator[Match]:
    tokens, text = one.term.tokens, one.term.text
    for line in document.names.lines:
        for place in phrase_positions(tokens, line.tokens):
            last, share = line.tokens[place + len(tokens) - 1], len(tokens) / len(line.tokens)
            yield Match(text, score.of_label(line.label), "phrase", last, "name", line.name, line.label, share=share)
    for column, weight in _COLUMNS:
        split = getattr(document, column).split()
        for place in phrase_positions(tokens, split):
            yield Match(text, weight, "phrase", split[place + len(tokens) - 1], _field(document, column))


# --- matches that share a name ---


def _within_one_name(document: Document, terms: Sequence[ExpandedTerm], best: Reading) -> Iterator[Reading]:
    """Where several names hold matches, for each of them the reading that prefers it."""
    names = {match.name for match in best if match.field == "name"}
    if len(names) < 2:
        return
    for line in (line for line in document.names.lines if line.name in names):
        inside = [
            _name(line, one) if not one.term.phrase and match.field == "name" else None
            for one, match in zip(terms, best, strict=True)
        ]
        yield [match if new is None or new.weak else new for new, match in zip(inside, best, strict=True)]


def _one_word_each(document: Document, terms: Sequence[ExpandedTerm], reading: Reading) -> Reading:
    """The reading in which, of two matches of one word of a name, the worse matches another word or is worth less."""
    if len(reading) == 1:
        return reading
    found: list[Match] = []
    for nth, (one, match) in enumerate(zip(terms, reading, strict=True)):
        rivals = [other for at, other in enumerate(reading) if at != nth and _same_word(other, match)]
        if any(other.score > match.score or (other.score == match.score and other in found) for other in rivals):
            lines = [line for line in document.names.lines if line.name == match.name]
            others = (new for line in lines if (new := _name(line, one, but=match.token)) and not new.weak)
            match = next(others, match._replace(score=match.score * score.TWICE, share=0.0))
        found.append(match)
    return found


def _twice(reading: Reading) -> bool:
    """Whether a word that was typed twice stands once in the name it matched: "jan jan" is not Jan Novak."""
    return any(
        _same_word(one, other) and one.term.lower() == other.term.lower()
        for nth, one in enumerate(reading)
        for other in reading[:nth]
    )


def _likely(document: Document, reading: Reading) -> bool:
    """Whether other words for what was typed are likely what was meant.

    Each stands for one typed word, none for one that stands there itself; where there are two or more, they are not all
    in passing: a quote has a word near to almost every other. The few words that describe an actor are none in passing.
    """
    guessed = [match for match in reading if match.rule in score.OTHERWISE]
    if not guessed:
        return True
    tokens = [match.token for match in reading]
    if any(tokens.count(match.token) > 1 for match in guessed):
        return False
    if len(guessed) < 2 or (document.record == "actor" and all(match.field in ("name", "words") for match in reading)):
        return True
    return sum([match.score for match in reading]) >= score.GUESSED * len(reading)


def _same_word(one: Match, other: Match) -> bool:
    return one.field == "name" and (one.name, one.token) == (other.name, other.token)


def _supported(weak: Match, reading: Reading) -> bool:
    """Whether another term surely matches the name that holds a weak match."""
    return any((match.name, match.via) == (weak.name, weak.via) and _sure(match) for match in reading)


def _sure(match: Match) -> bool:
    """Whether a match is no guess: as it was typed, or a long word with one edit."""
    if match.weak or match.rule == "sound":
        return False
    return len(match.term) > 5 if match.rule[:1] == "~" else len(match.term) > 1
