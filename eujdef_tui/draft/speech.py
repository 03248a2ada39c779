"""Who says what: the speaker of each sentence that is quoted or attributed, by the verb of saying and its subject.

"He", "the official" and a quotation that goes on are given to the one who spoke before; "it is understood" to nobody.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from eujdef_tui.draft.actors import Cast
from eujdef_tui.draft.lexicon import has
from eujdef_tui.draft.quoted import Quotations
from eujdef_tui.draft.sentences import Sentence
from eujdef_tui.draft.subjects import DETERMINERS, PREPOSITIONS, PRONOUNS, SKIPPED, Said, Subjects
from eujdef_tui.draft.tokens import Token

__all__ = ["Said", "Speech"]

_OBJECTS = frozenset("him her them us me reporters journalists parliament".split())
_OPENERS = frozenset(
    "that the a an it he she they there this these his her its their we i no some more many all if".split()
)


class Speech:
    """The speech of an article, sentence by sentence."""

    def __init__(self, cast: Cast, quotations: Quotations) -> None:
        self.cast = cast
        self.text = cast.text
        self.quotations = quotations
        self.by: dict[int, Said] = {}
        self._spoken: list[int] = []  # the sentences of whom it is known who speaks, in order
        self.subjects = Subjects(cast, quotations, self.by)
        self._read(cast.sentences)

    def _read(self, sentences: Sequence[Sentence]) -> None:
        waiting: list[int] = []
        for sentence in sentences:
            if sentence.furniture or not sentence.tokens:
                continue
            quoted = self.quotations.of(sentence.number)
            whole = bool(quoted) and self.quotations.is_whole(sentence)
            said = None if whole else self._attribution(sentence, quoted=bool(quoted))
            if said:
                self._take(sentence.number, said)
                for number in waiting:
                    self._take(number, self.by[number]._replace(speaker=said.speaker))
                waiting = []
                self.subjects.last = said.speaker or self.subjects.last
            elif quoted and (whole or self._mostly(sentence, quoted)):
                goes_on = self._goes_on(sentence)
                self._take(sentence.number, Said(self.subjects.last if goes_on else "", "", -1, 0, quoted=True))
                waiting = waiting if goes_on else [*waiting, sentence.number]
            else:
                waiting = self._leave(waiting)
        self._leave(waiting)

    def _leave(self, waiting: list[int]) -> list[int]:
        """Give quotations that no later sentence attributes to the one who spoke before."""
        for number in waiting:
            at = bisect_left(self._spoken, number)
            before = self.by[self._spoken[at - 1]].speaker if at else ""
            self._take(number, self.by[number]._replace(speaker=before))
        return []

    def _take(self, number: int, said: Said) -> None:
        self.by[number] = said
        if said.speaker:
            insort(self._spoken, number)

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether the quotation is by the one who spoke in the sentence before, on the same line."""
        before = self.by.get(sentence.number - 1)
        if not before or not before.speaker:
            return False
        return not (before.at >= 0 and not before.quoted and self._ahead(sentence))

    def _ahead(self, sentence: Sentence) -> bool:
        """Whether the next sentence that is not wholly quoted says who speaks."""
        for later in self.cast.sentences[sentence.number + 1 : sentence.number + 6]:
            if later.furniture or not later.tokens:
                return False
            quoted = self.quotations.of(later.number)
            if not quoted:
                return False
            if not self.quotations.is_whole(later):
                return self._attribution(later, quoted=True) is not None
        return False

    def _mostly(self, sentence: Sentence, quoted: Sequence[tuple[int, int]]) -> bool:
        return sum(end - start for start, end in quoted) * 2 > sentence.end - sentence.start

    # --- the verb of saying and its subject ---

    def _attribution(self, sentence: Sentence, *, quoted: bool) -> Said | None:
        tokens = sentence.tokens
        if said := self._according(sentence):
            return said
        best: Said | None = None
        for at, token in enumerate(tokens):
            if not has("say", token.low) or self.quotations.covers(token.start, token.end):
                continue
            if not self._is_verb(tokens, at, quoted=quoted):
                continue
            found = self._of_verb(sentence, at, quoted=quoted)
            if found and (best is None or (found.speaker and not best.speaker)):
                best = found
            if best and best.speaker:
                return best
        return best

    def _according(self, sentence: Sentence) -> Said | None:
        """According to X …; … , according to X."""
        tokens = sentence.tokens
        for at in range(len(tokens) - 2):
            if tokens[at].low == "according" and tokens[at + 1].low == "to":
                speaker = self.subjects.after(sentence, at + 2)
                return Said(speaker, "according to", at, 0 if at else at + 2, quoted=False) if speaker else None
        return None

    def _is_verb(self, tokens: Sequence[Token], at: int, *, quoted: bool) -> bool:
        low, before = tokens[at].low, tokens[at - 1].low if at else ""
        if before in DETERMINERS or before in PREPOSITIONS or (at and tokens[at - 1].owner) or tokens[at].capital:
            return False
        if before in ("so-called", "being", "be") or (
            (before == "to" or low.endswith("ing")) and low not in ("saying", "adding", "telling")
        ):
            return False
        if low in ("saying", "adding", "telling") and before in ("quoted", "was", "reported"):
            return True
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if (low in ("mention", "mentioned") and before == "not") or (low == "accused" and after in ("of", "by")):
            return False
        if has("say-with-that", low) and not quoted:
            return after in ("that", "he", "she", "it", "they", "there", "his", "her", "to") and (
                after != "to" or low[:2] == "sp"
            )
        if not has("may-say", low):
            return True
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        follows = (
            quoted
            or after in _OPENERS
            or after in ("on", "for", "to")
            or (at + 1 < len(tokens) and tokens[at + 1].capital)
        )
        nouny = has("function", before) or before.endswith("s") or has("speak-role", before)
        named = bool(at) and (tokens[at - 1].capital or before in PRONOUNS or nouny or before in SKIPPED)
        return follows and named and not (after in ("for", "to", "on") and not low.endswith(("ed", "s")))

    def _of_verb(self, sentence: Sentence, at: int, *, quoted: bool) -> Said | None:
        tokens, low = sentence.tokens, sentence.tokens[at].low
        before = tokens[at - 1].low if at else ""
        if before in ("is", "was", "are", "were", "been") and low.endswith(("ed", "told", "said", "thought", "known")):
            if not (has("said-of", low) or has("told-passively", low)):
                return None  # has been confirmed
            return self._passive(sentence, at)
        if low in ("saying", "adding", "telling"):
            speaker = self.subjects.of(sentence, self._verb_before(sentence, at))
            return Said(speaker, low, at, at + 1, quoted) if speaker else None
        speaker = self.subjects.of(sentence, at)
        if not speaker and self._is_inverted(sentence, at):
            speaker = self.subjects.after(sentence, at + 1)
        if not speaker:
            return None
        return Said(speaker, low, at, self._content(sentence, at), quoted)

    def _verb_before(self, sentence: Sentence, at: int) -> int:
        """The token of the verb whose subject is that of "…, saying": the first verb after a name or role."""
        for mention in self.cast.mentions[sentence.number]:
            if mention.last < at and mention.first < 8 and self.cast.at(mention):
                return mention.last
        return at

    def _passive(self, sentence: Sentence, at: int) -> Said | None:
        """It is understood that …; he was quoted by X as saying …; she was told by X."""
        tokens = sentence.tokens
        for n in range(at + 1, min(at + 4, len(tokens))):
            if tokens[n].low == "by":
                return Said(self.subjects.after(sentence, n + 1), tokens[at].low, at, at + 1, quoted=False)
        nobody = at >= 2 and tokens[at - 2].low in ("it", "there")
        return Said("", tokens[at].low, at, at + 1, quoted=False) if nobody else None

    def _content(self, sentence: Sentence, at: int) -> int:
        """The first token of what is said: after the verb, or the beginning where the verb ends the sentence."""
        tokens = sentence.tokens
        after = at + 1
        if after < len(tokens) and (tokens[after].low in _OBJECTS or tokens[at].low in ("told", "tells")):
            after += 1
        return after if len(tokens) - after > 3 else 0

    def _is_inverted(self, sentence: Sentence, at: int) -> bool:
        """Whether the subject follows the verb: "…," said X."""
        before = self.text[sentence.tokens[at - 1].end : sentence.tokens[at].start] if at else ""
        after = sentence.tokens[at + 1 : at + 2]
        closed = any(mark in before for mark in "\"”’',") or not at
        return (
            bool(after)
            and closed
            and (
                after[0].capital
                or after[0].low in DETERMINERS
                or has("speak-role", after[0].low)
                or has("title", after[0].low)
            )
        )
