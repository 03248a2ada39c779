"""What a review asks for in its line: words, a date, a name, a record, a place to cut, words to find.

A prompt says what stands in the line at first, what is shown while it changes, and what taking it does.
"""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.draft.alike import Alike, Base
from eujdef_tui.draft.clause_cuts import clause_starts, word_starts
from eujdef_tui.draft.review import Review
from eujdef_tui.draft.review_edits import read_date
from eujdef_tui.draft.review_people import people_matching, people_near
from eujdef_tui.model.labels import date_of, quoted, title_of
from eujdef_tui.text.edtf import in_english
from eujdef_tui.tui.widgets.line_view import Piece

__all__ = ["Cut", "DatePrompt", "Prompt", "SamePrompt", "WhoPrompt", "WordsPrompt"]


class Prompt:
    """A line that is typed. `footer` names the keys that work while it is."""

    label = ""
    footer = "typing"

    def __init__(self, review: Review) -> None:
        self.review = review

    @property
    def first(self) -> str:
        """What stands in the line when it opens."""
        return ""

    def typed(self, text: str) -> str | None:
        """Take notice of what is typed now. A text is what a key decided at once, and the prompt ends."""
        return None

    def said(self) -> list[Piece]:
        """What is shown beside the keys while it is typed."""
        return []

    def choices(self) -> list[list[Piece]] | None:
        """Lines to choose from, in place of the sheet; None where there are none."""
        return None

    def take(self, text: str) -> str:
        """Take what is typed, and return what to say."""
        raise NotImplementedError


class WordsPrompt(Prompt):
    """The words of a draft, in one line."""

    label = "words"

    @property
    def first(self) -> str:
        """Its words as they are."""
        return self.review.current.draft.label if self.review.current else ""

    def take(self, text: str) -> str:
        """Change the words."""
        return self.review.edit_words(text)


class DatePrompt(Prompt):
    """A date: words or EDTF. How it is read, and from what, is shown while it is typed."""

    label = "date"

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._text = ""

    def typed(self, text: str) -> str | None:
        """Keep what is typed, to be read."""
        self._text = text
        return None

    def said(self) -> list[Piece]:
        """The reading and its basis."""
        item = self.review.current
        if item is None or not self._text.strip():
            return [("nothing: no date", "quiet")]
        read = read_date(self._text, self.review.text, self.review.spans[item.sentence], self.review.issued)
        if read is None:
            return [("no date yet", "quiet")]
        return [(in_english(read.date), "title"), (f" · {read.basis}", "quiet")]

    def take(self, text: str) -> str:
        """Change the date."""
        said = self.review.edit_date(text)
        if said or not self.review.current:
            return said
        draft = self.review.current.draft
        by_hand = "set by hand" if draft.date else "taken off"
        words = f"set from {quoted(draft.date_text)}" if draft.date_text else by_hand
        return f"date {words}; u takes it back"


class WhoPrompt(Prompt):
    """Who speaks, or who takes part: a number, or letters of a name."""

    label = "who"
    footer = "choosing"

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self._found = self._near()

    def _near(self) -> list[str]:
        return people_near(self.review, self.review.current) if self.review.current else []

    def typed(self, text: str) -> str | None:
        """A digit chooses at once; letters search."""
        if text.strip() == "0":
            return self._chosen("")
        if text.strip().isdigit():
            return self._chosen(self._found[int(text) - 1]) if 0 < int(text) <= len(self._found) else None
        self._found = people_matching(self.review, text) if text.strip() else self._near()
        return None

    def _chosen(self, key: str) -> str:
        return self.review.who(key) or "\0"

    def choices(self) -> list[list[Piece]]:
        """The names by number; + for what is new in this article."""
        item = self.review.current
        own = (item.draft.speaker, *item.draft.actors) if item else ()
        lines: list[list[Piece]] = []
        for nth, key in enumerate(self._found, 1):
            plus = "+ " if self.review.is_new(key) else ""
            lines.append(
                [(f" {nth} ", "key"), (f"{plus}{self.review.label_of(key)}", "title" if key in own else "text")]
            )
        nobody = "the article itself speaks" if item and item.draft.record == "statement" else "nobody"
        return [*lines, [(" 0 ", "key"), (nobody, "quiet")]]

    def take(self, text: str) -> str:
        """Take the first of those that are listed."""
        if not self._found:
            return "Nobody here is called that"
        return self.review.who(self._found[0])


class SamePrompt(Prompt):
    """The known record that a draft is the same as: the one suggested, or one found by letters."""

    label = "same as"
    footer = "choosing"

    def __init__(self, review: Review, base: Base) -> None:
        super().__init__(review)
        self._base = base
        self._found = self._suggested()

    def _suggested(self) -> list[Alike]:
        item = self.review.current
        suggestion = self._base.suggestion(item) if item else None
        return [suggestion] if suggestion else []

    def typed(self, text: str) -> str | None:
        """A digit or = chooses at once; letters search."""
        item, text = self.review.current, text.strip()
        if text == "=" and self._found:
            return self._chosen(0)
        if text.isdigit() and len(text) == 1:
            return self._chosen(int(text) - 1) if 0 < int(text) <= len(self._found) else None
        self._found = self._base.matching(item, text) if text and item else self._suggested()
        return None

    def _chosen(self, nth: int) -> str:
        return self.review.same_as(self._found[nth].record.id) or "\0"

    def choices(self) -> list[list[Piece]]:
        """The records by number, with their dates."""
        lines: list[list[Piece]] = []
        for nth, one in enumerate(self._found, 1):
            date = date_of(one.record)
            note = " · ".join(filter(None, (in_english(date) if date else "", one.reason)))
            lines.append([(f" {nth} ", "key"), (title_of(one.record), "text"), (f"  {note}", "quiet")])
        return lines or [[(" nothing in the base is like it: type three letters of its name", "quiet")]]

    def take(self, text: str) -> str:
        """Take the first of those that are listed."""
        return self._chosen(0) if self._found else "Nothing is chosen: type letters of its name"


class Cut:
    """Where a quote is to be split: at a word, at first where a clause begins nearest to its middle."""

    footer = "split"

    def __init__(self, review: Review) -> None:
        self.review = review
        assert review.current is not None
        start, end = review.current.draft.evidence[0][1:3]
        self.starts: Sequence[int] = word_starts(review.text, start, end)[1:]
        clauses = clause_starts(review.text, start, end)[1:]
        middle = min(clauses or self.starts, key=lambda at: abs(2 * at - start - end), default=-1)
        self._nth = self.starts.index(middle) if middle in self.starts else 0

    @property
    def at(self) -> int:
        """The offset of the cut; -1 where the quote is one word."""
        return self.starts[self._nth] if self.starts else -1

    def move(self, by: int) -> None:
        """Move the cut by words."""
        self._nth = min(max(0, self._nth + by), max(0, len(self.starts) - 1))

    def said(self) -> list[Piece]:
        """The words on both sides of the cut."""
        before, after = self.review.text[: self.at].split()[-3:], self.review.text[self.at :].split()[:3]
        return [(" ".join(before), "text"), (" | ", "accent"), (" ".join(after), "text")]

    def take(self) -> str:
        """Split there."""
        return self.review.split(self.at) or "Split in two; u joins them again"
