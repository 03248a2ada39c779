"""Commands that read: an answer with its sheet and proof, its quotes and links, its article, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.linear.answers import less, page, read_page
from eujdef_tui.linear.explorer import LinearExplorer
from eujdef_tui.linear.listing import Listing
from eujdef_tui.linear.marks_in_words import GRADE_WORDS, match_words
from eujdef_tui.linear.refused import Refused
from eujdef_tui.linear.searching import choose
from eujdef_tui.linear.speech import in_full, joined, ordinal, sentence
from eujdef_tui.linear.spoken_article import article_sentences, proof_lines, sentence_words
from eujdef_tui.linear.spoken_rows import heading_words
from eujdef_tui.linear.spoken_sheet import spoken_sheet
from eujdef_tui.model.labels import quoted, source_label
from eujdef_tui.model.records import Source
from eujdef_tui.present.article_find import ArticleFind, sentence_at, typed_pattern
from eujdef_tui.present.article_words import article_words
from eujdef_tui.present.fact_sheet import whole_title
from eujdef_tui.present.meeting_card import card_quotes, card_words
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.unicode import clean, one_line

__all__ = [
    "article", "back", "before", "card", "facts_here", "follow", "go_to", "more", "quote", "read", "read_record",
    "seek", "step",
]  # fmt: skip

SHEET = 6  # lines of a sheet before the proof; `more` reads the others
SENTENCES = 6  # of an article at once
MOST = 200  # facts that rest on a sentence, as on the screen


def read(to: LinearExplorer, nth: str) -> Iterator[str]:
    """Read an answer by its number, or what is read once more."""
    if not nth:
        yield from _record(to, to.row.n)
        return
    n = to.answer_number(int(nth))
    if not n:
        if not to.at.listing.asks:
            raise Refused(f"Answer {int(nth):,} leads to no fact: list reads the answers again.")
        yield from choose(to, to.at.listing.asks[int(nth) - 1])
        return
    if to.at.continues == "list" or to.at.row is None:
        to.go(to.at)
    to.at = to.at._replace(continues="", answer=int(nth) - 1)
    yield from _record(to, n)


def step(to: LinearExplorer, by: int) -> Iterator[str]:
    """Read the answer so many places further than the one that is read."""
    numbers = to.at.listing.numbers
    here = -1 if by > 0 else len(numbers)
    if to.at.row and to.row.n in numbers:
        last = to.at.answer  # two answers may lead to one fact
        here = last if last < len(numbers) and numbers[last] == to.row.n else numbers.index(to.row.n)
    there = here + by
    while 0 <= there < len(numbers) and not numbers[there]:  # a checked sentence that no fact is near
        there += 1 if by > 0 else -1
    if numbers and not 0 <= there < len(numbers):
        raise Refused(f"There are no more answers that way: they go from 1 to {len(numbers):,}.")
    yield from go_to(to, there + 1)


def go_to(to: LinearExplorer, nth: int) -> Iterator[str]:
    """Read an answer whose number nobody typed: it is said first."""
    lines = read(to, str(nth))
    if to.answer_number(nth):
        yield f"{nth:,}. {next(lines)}"
    yield from lines


def read_record(to: LinearExplorer, n: int) -> Iterator[str]:
    """Read a record that need not be listed; `back` leads to where one was."""
    to.go(to.at)
    to.at = to.at._replace(continues="")
    yield from _record(to, n)


def _record(to: LinearExplorer, n: int) -> Iterator[str]:
    """Read the heading, the first lines of the sheet and the first quote of a record."""
    row = to.pick(n)
    yield heading_words(to.base, row, to.today, marked=n in to.marks)
    if hit := to.hit:
        yield sentence(f"Matched: {match_words(to.base, hit)}")
    found = spoken_sheet(to.base, row, to.today)
    lines = [line for line in found.lines if line.rstrip(".") != one_line(whole_title(row)).rstrip(".")]
    rest = tuple(lines[SHEET:])
    to.at = to.at._replace(links=found.links, rest=rest, continues="sheet" if rest else "")
    yield from lines[:SHEET]
    if to.at.evidence:
        yield from proof_lines(to.base, to.at.evidence, 0)
    elif isinstance(row.record, Source):
        yield from _found_in(to, row.record)
    if rest:
        yield sentence(f"{counted(len(rest), 'more line')} of the sheet: more reads on")


def _found_in(to: LinearExplorer, source: Source) -> Iterator[str]:
    """Where a query found an article by its own words."""
    words = article_words(to.hit) if to.hit else {}
    text = to.base.article(source.id)
    if words:
        find = ArticleFind(FoldedText(text.text), typing=False)
        find.seek_words(" ".join(words), list(words.values()), text.spans)
        if find.count:
            to.at = to.at._replace(find=find)
            yield from _match(to)
            return
    yield "To read it, type article."


def more(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Go on with what is being read: a sheet, an article, the answers."""
    if to.at.continues == "sheet" and to.at.rest:
        yield from to.at.rest[:SHEET]
        rest = tuple(to.at.rest[SHEET:])
        to.at = to.at._replace(rest=rest, continues="sheet" if rest else "")
        if rest:
            yield sentence(f"{counted(len(rest), 'more line')}: more reads on")
    elif to.at.continues == "article":
        yield from _sentences(to, to.at.sentence + SENTENCES)
    elif to.at.continues == "list" or to.at.row is None:
        yield from page(to)
    else:
        raise Refused("That was all of it: back leads to the answers, article to the article.")


def before(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Read the answers or the sentences before those that were read last."""
    if to.at.continues == "article":
        if not to.at.sentence:
            raise Refused("This is the beginning of the article: more reads on.")
        yield from _sentences(to, max(0, to.at.sentence - SENTENCES))
    else:
        yield from less(to)


# --- quotes, matches, the article ---


def quote(to: LinearExplorer, by: int) -> Iterator[str]:
    """Read the next match of a seek, or without one the next quote; after the last comes the first."""
    if to.at.find:
        to.at.find.step(by)
        yield from _match(to)
        return
    count = len(to.at.evidence) if to.row else 0
    if not count:
        raise Refused("An article has no quotes: article reads it, and seek finds words in it.")
    nth = (to.at.nth + by) % count
    to.at = to.at._replace(nth=nth, sentence=max(0, to.at.evidence[nth].sentence))
    yield from proof_lines(to.base, to.at.evidence, nth)


def article(to: LinearExplorer, nth: str) -> Iterator[str]:
    """Read the article, from the sentence of the quote or from one by its number."""
    source = to.base.source(to.source)
    count = len(to.base.article(source.id).spans)
    if not count:
        raise Refused("This article has no sentences: back leads to where you were.")
    if nth and not 1 <= int(nth) <= count:
        raise Refused(f"There is no sentence {int(nth):,}: they go from 1 to {count:,}.")
    if to.at.continues != "article":
        to.go(to.at)
    yield sentence(joined(in_full(source_label(source)), one_line(source.title), counted(count, "sentence")))
    yield from _sentences(to, int(nth) - 1 if nth else min(to.at.sentence, count - 1))


def _sentences(to: LinearExplorer, first: int) -> Iterator[str]:
    text = to.base.article(to.source)
    if first >= len(text.spans):
        raise Refused("That was the end of the article: back leads to where you were.")
    to.at = to.at._replace(sentence=first, continues="article")
    yield from article_sentences(text, first, first + SENTENCES, to.at.evidence)
    left = len(text.spans) - first - SENTENCES
    yield sentence(f"{counted(left, 'more sentence')}: more reads on") if left > 0 else "The article ends here."


def seek(to: LinearExplorer, typed: str) -> Iterator[str]:
    """Find words in the article that is read; `quote` then goes from match to match."""
    text = to.base.article(to.source)
    pattern = typed_pattern(clean(typed))
    if not pattern:
        raise Refused("Seek what? For example seek partnership.")
    find = ArticleFind(FoldedText(text.text), typing=False)
    find.seek(typed, pattern, text.spans[min(to.at.sentence, len(text.spans) - 1)][0] if text.spans else 0)
    if not find.count:
        raise Refused(f"{typed} is not in this article: find {typed} searches everything.")
    to.at = to.at._replace(find=find)
    yield from _match(to)


def _match(to: LinearExplorer) -> Iterator[str]:
    """Read the sentence of the match that was gone to."""
    find, text = to.at.find, to.base.article(to.source)
    if find is None or find.current is None or not text.spans:
        return
    nth = sentence_at(text.spans, find.current[0])
    to.at = to.at._replace(sentence=nth)
    place = ordinal(find.nth, find.count, "match")
    place = place.replace("matchs", "matches")
    yield sentence(f"{place[:1].upper()}{place[1:]} of {find.typed}")
    here = [one for one in to.at.evidence if one.source == text.source and one.start >= 0]
    yield sentence_words(text, nth, here)


def facts_here(to: LinearExplorer, nth: str) -> Iterator[str]:
    """List the facts that rest on the sentence that was read last, or on one by its number."""
    count = len(to.base.article(to.source).spans)
    sentence_nth = int(nth) - 1 if nth else to.at.sentence
    if not 0 <= sentence_nth < count:
        raise Refused(f"There is no sentence {sentence_nth + 1:,}: they go from 1 to {count:,}.")
    numbers = to.base.citing_sentence(to.base.number(to.source) or 0, sentence_nth, MOST)
    if not numbers:
        raise Refused(f"No fact rests on sentence {sentence_nth + 1:,}: article reads which ones do.")
    title = f"{counted(len(numbers), 'fact')} on sentence {sentence_nth + 1:,}"
    to.go(to.at._replace(listing=Listing(title, numbers)))
    yield from read_page(to, 0)


# --- links, the card, the way back ---


def follow(to: LinearExplorer, nth: str) -> Iterator[str]:
    """Read the record that a link of the sheet leads to; without a number, list the links."""
    links = to.at.links or spoken_sheet(to.base, to.row, to.today).links  # of one that is listed alone it is not read
    if not links:
        raise Refused("This fact has no links: find WORDS searches for others.")
    if not nth:
        rows = to.base.rows(list(links))
        yield from (sentence(f"Link {at:,}. {whole_title(row)}") for at, row in enumerate(rows, 1))
        return
    if not 1 <= int(nth) <= len(links):
        raise Refused(f"There is no link {int(nth):,}: they go from 1 to {len(links):,}, and link reads them.")
    yield from read_record(to, links[int(nth) - 1])


def card(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Read the meeting card of the fact."""
    row = to.row
    yield heading_words(to.base, row, to.today, marked=row.n in to.marks)
    yield from (sentence(in_full(words)) for words in card_words(row.record))
    for found in card_quotes(to.base, row):
        yield from map(quoted, found.quotes)
        yield sentence(joined(GRADE_WORDS.get(found.grade, ""), in_full(found.source)))


def back(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """End a seek; else go back to where one was, and say what is there."""
    if to.at.find:
        to.at = to.at._replace(find=None)
        yield "The seek is ended."
        return
    if not to.trail:
        raise Refused("There is nothing to go back to: type a name, a word, a date or a question.")
    to.at = to.trail.pop()
    if to.at.continues == "article":
        yield from _sentences(to, to.at.sentence)
    elif to.at.row and to.at.continues != "list":
        yield heading_words(to.base, to.row, to.today, marked=to.row.n in to.marks)
        if to.at.evidence:
            yield from proof_lines(to.base, to.at.evidence, to.at.nth)
    elif to.at.listing.size:
        yield from read_page(to, to.at.top)
    else:
        yield "You are at the beginning: all gives a first look."
