"""Sentences of an article in words: which prove a fact, where its quotes begin and end, and which match a find."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.linear.marks_in_words import GRADE_WORDS
from eujdef_tui.linear.speech import in_full, joined, ordinal, sentence, voiced
from eujdef_tui.model.labels import source_label
from eujdef_tui.model.records import Evidence
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.store import Article, Base
from eujdef_tui.text.unicode import one_line

__all__ = ["article_sentences", "proof_lines", "sentence_words", "where_words"]


_OPENING = "“‘„«‹'\"(["


def proof_lines(base: Base, evidence: Sequence[Evidence], nth: int) -> Iterator[str]:
    """Yield where a quote of a record stands, and the sentences that it is in."""
    item = evidence[nth]
    source, article = base.source(item.source), base.article(item.source)
    place = ordinal(nth, len(evidence), "quote")
    grade = GRADE_WORDS.get(item.grade, "")
    where = where_words(article, item.sentence) if item.start >= 0 else ""
    yield sentence(joined(place[:1].upper() + place[1:], grade, in_full(source_label(source)), where))
    if item.start < 0:
        yield sentence(f"The fact file quotes: {one_line(item.quote)}")
        return
    first, last = article.spans[item.sentence][0], article.spans[max(item.sentence, item.last_sentence)][1]
    yield _with_quotes(article, min(first, item.start), max(last, item.end), [item])


def where_words(article: Article, nth: int) -> str:
    """Return "sentence 3 of 25"."""
    return f"sentence {nth + 1:,} of {len(article.spans):,}"


def article_sentences(article: Article, first: int, last: int, evidence: Sequence[Evidence]) -> Iterator[str]:
    """Yield sentences first to last (not included), each with what rests on it; quotes of this evidence are said."""
    here = [one for one in evidence if one.source == article.source and one.start >= 0]
    for nth in range(first, min(last, len(article.spans))):
        yield sentence_words(article, nth, here)


def sentence_words(article: Article, nth: int, evidence: Sequence[Evidence]) -> str:
    """Return a sentence with its number and what rests on it."""
    here = [one for one in evidence if one.sentence <= nth <= max(one.sentence, one.last_sentence)]
    count = article.fact_counts[nth]
    notes = "this fact rests on it" if here else f"{counted(count, 'fact')} on it" if count else ""
    return f"{joined(f'Sentence {nth + 1:,}', notes)}: {_with_quotes(article, *article.spans[nth], here)}"


def _with_quotes(article: Article, start: int, end: int, evidence: Sequence[Evidence]) -> str:
    """Return text[start:end] with the beginning and the end of each run of quotes said in words."""
    pieces: list[str] = []
    here = start
    for begun, over in _runs(evidence, start, end):
        if begun > here and article.text[begun - 1] in _OPENING:  # the mark belongs to what it opens
            begun -= 1
        if (begun, over) == (start, end):
            return f"{voiced(one_line(article.text[start:end]))} All of it is the quote."
        pieces += _said_around(
            *map(voiced, (article.text[here:begun], article.text[begun:over], article.text[over:end]))
        )
        here = over
    words = " ".join(voiced(one_line("".join((*pieces, article.text[here:end])))).split())
    return words[:1].upper() + words[1:] if pieces else words


def _said_around(before: str, quote: str, rest: str) -> Iterator[str]:
    """Yield the words before a quote and the quote, with its beginning and end said and no sign put beside another."""
    yield before.rstrip()
    yield " quote begins, " if not before.strip() or _ends_in_sign(before) else ", quote begins, "
    yield quote
    yield " quote ends" if _ends_in_sign(quote) else ", quote ends"
    yield "" if not rest.strip() or _is_sign(rest.lstrip()[0]) else ", "


def _ends_in_sign(text: str) -> bool:
    return _is_sign(text.rstrip()[-1:])


def _is_sign(char: str) -> bool:
    return char != "" and not char.isalnum() and not char.isspace()


def _runs(evidence: Sequence[Evidence], start: int, end: int) -> list[tuple[int, int]]:
    """The spans of quotes within text[start:end], those that touch or overlap as one, without the last full stop."""
    runs: list[tuple[int, int]] = []
    for begun, over in sorted((max(start, one.start), min(end, one.end)) for one in evidence):
        if begun >= over:
            continue
        if runs and begun <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(runs[-1][1], over)
        else:
            runs.append((begun, over))
    return [(begun, end if over >= end - 1 and begun == start else over) for begun, over in runs]
