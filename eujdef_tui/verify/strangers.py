"""Strangers: what a sentence writes as a name, and that is the name of nobody in the base."""

from __future__ import annotations

from eujdef_tui.text.edtf import MONTHS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.once import once
from eujdef_tui.text.spoken_dates import WEEKDAYS
from eujdef_tui.verify.office_names import ROLES
from eujdef_tui.verify.roots import is_content, is_past
from eujdef_tui.verify.speakers import Speaking
from eujdef_tui.verify.thesaurus import Thesaurus
from eujdef_tui.verify.word_kinds import DIGIT
from eujdef_tui.verify.word_lists import CAPITALS

__all__ = ["DESIGNATION", "Strange"]

_PLACES = CAPITALS.keys() | {name for name in CAPITALS.values() if " " not in name}
_BEFORE_ROLES = frozenset("prime vice deputy foreign defence defense former mr mrs ms dr prof sir".split())
_VERBS = frozenset("is was are were has have had will would can could may".split())
_NO_NAME_ENDS = tuple("ing ed ly s ion ment ness ity ism ance ence al ive ous ful ever one body thing".split())
DESIGNATION = lazy_pattern(r"\b[A-Z]{1,4}-?\d+[A-Z]?(?=s?\b)")  # F-16, G7, A400M, F-2s
_SIGNS = 8  # before a word, among which the end of a sentence is looked for
_ENDS = (".", ":", "!", "?", ";")
_MOSTLY = 0.6  # of its words a title writes with capitals
_NO_NAMES = frozenset((*(month.lower() for month in MONTHS), *(month.lower()[:3] for month in MONTHS), *WEEKDAYS, "i"))
_TITLES = frozenset(("high", "representative"))  # of the High Representative
_NO_TITLES = _NO_NAMES | ROLES | _BEFORE_ROLES | _TITLES


class Strange(Speaking):
    """A sentence with the names in it that are not known."""

    thesaurus: Thesaurus

    @once
    def strangers(self) -> list[int]:
        """The numbers of the words that are written as names, and that are the name of nobody in the base."""
        pieces, found = self.pieces, list[int]()
        if not pieces.capitals or self._is_title:
            return found
        found += self._unknown_runs()
        for at in pieces.capitals:
            word = pieces.words[at]
            if at in found or at in self.covered or word.folded in _NO_NAMES or at < self.addressed:
                continue
            if at and word.folded in _TITLES:
                continue
            if not at or word.folded in _PLACES:
                if word.folded in _PLACES or self._is_unknown_subject():  # Berlin, also where a sentence begins
                    found.append(at)
                continue
            begins = pieces.text[max(0, word.start - _SIGNS) : word.start].rstrip(" \"“‘'(").endswith(_ENDS)
            if not begins and len(word.folded) > 2 and not self.thesaurus.is_common(word.folded):
                found.append(at)
        return found

    @once
    def _is_title(self) -> bool:
        """Whether most words beside names, months and numbers are written with a capital."""
        pieces = self.pieces
        covered, folded = self.covered, pieces.folded
        written = [at for at in pieces.capitals if at not in covered and folded[at] not in _NO_NAMES]
        if not written:
            return False
        plain = [
            at
            for at, word in enumerate(folded)
            if at not in covered and word not in _NO_NAMES and not word[0].isdigit()
        ]
        return len(written) > _MOSTLY * len(plain)

    def _unknown_runs(self) -> list[int]:
        """The numbers of the words of names of two words or more that are not known: World Bank, Naval Group.

        A word at the beginning of a sentence belongs to a list: Nissan and Subaru.
        """
        pieces, found, run = self.pieces, list[int](), list[int]()
        for at in (*(one for one in pieces.capitals if one >= self.addressed and self._is_name_like(one)), -1):
            if run and at == run[-1] + 1:
                run.append(at)
                continue
            if len(run) > 1 or (run == [0] and self._begins_list and not self.thesaurus.is_common(pieces.folded[0])):
                found += run
            run = [at]
        return found

    @property
    def _begins_list(self) -> bool:
        """Whether a known name follows the first word, behind a comma or an "and"."""
        if self.pieces.text[self.pieces.words[0].end :].startswith(","):
            return 1 in self.covered
        return self.pieces.folded[1:2] == ("and",) and 2 in self.covered

    def _is_unknown_subject(self) -> bool:
        """Whether a sentence begins with a word that the base does not have, of which its verb tells: Toyota builds."""
        first, after = self.pieces.folded[0], self.pieces.folded[1:2]
        if not after or not is_content(first) or first.endswith(_NO_NAME_ENDS) or self.thesaurus.is_common(first):
            return False
        return after[0] in _VERBS or is_past(after[0])

    def _is_name_like(self, at: int) -> bool:
        """Whether a word with a capital may be part of a name that is not known."""
        word = self.pieces.folded[at]
        return not (at in self.covered or word in _NO_TITLES or not is_content(word))

    @once
    def designations(self) -> list[tuple[int, int, str]]:
        """Where letters with a figure stand that are no known name, and what they are: F-16, A400M."""
        if not self.pieces.kind & DIGIT:
            return []
        found = ((one.start(), one.end(), one[0]) for one in DESIGNATION().finditer(self.pieces.text))
        return [one for one in found if not any(named.start <= one[0] < named.end for named in self.named)]
