"""Tenses: what a sentence says is done, is so today, is still ahead, or is only planned, wanted or possible."""

from __future__ import annotations

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.english_words import FUNCTION_WORDS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.once import once
from eujdef_tui.verify.denials import Denying
from eujdef_tui.verify.roots import is_content, is_past, root
from eujdef_tui.verify.word_kinds import kind_of
from eujdef_tui.verify.word_lists import AIMED, SPEAKING
from eujdef_tui.verify.worded import places

__all__ = ["Tensed"]

_QUOTED = lazy_pattern(r"“[^”]*”|\"[^\"]*\"")
_IS = frozenset(("is", "are", "being", "be"))
_HAVE, _BE = frozenset(("has", "have", "had", "having")), frozenset(("was", "were", "been"))
_NO_VERB_AFTER = frozenset("be to is are being a an the of its their by".split())
_HOLDING = frozenset(("force", "effect", "service", "operation"))  # is in force
_IS_BEEN = frozenset(("is", "are", "been"))
_AGREED = frozenset("agreed agree agrees decided decides set ready about".split())  # to do something
# what says that something is there: has come about, come into being
_COME = frozenset(("about", "into", "true"))
_CERTAIN = frozenset("exists happened occurred materialised materialized".split())
_BEING = frozenset(("come", "exists"))  # looked at more closely
# what is so once something has been done: is complete, is being paid out, has been running
_COMPLETE = frozenset("complete operational finished done".split())
_CARRIED_OUT = frozenset(
    "paid spent disbursed delivered shipped implemented applied enforced handed used flown".split()
)
_RUNNING = frozenset("running operating working functioning flying serving meeting".split())
_SO = _COMPLETE | _CARRIED_OUT | _RUNNING
_NOW = _HAVE | {"already", "now", "being"} | _COMPLETE
_ALSO_DONE = _BEING | {"been", "set"}
_MAY_AIM = AIMED | _AGREED | {"may", "to"}
_NEGOTIATING = frozenset("negotiating negotiated seeking drafting drafted".split())
_AHEAD = _NEGOTIATING | {"under", "yet", "still", "only", "merely", "just", "remains"}
_HAVING = frozenset(("is", "are", "has", "have"))  # before "still to"
_GET, _REACH = frozenset(("get", "getting", "gets")), 5  # words between "get" and what one gets done
_GOING_ON = frozenset(("are", "is", "being", "still"))
_PLANNED = frozenset("planned planning prepared considered discussed mulled proposed".split())
_UNDER = frozenset("discussion consideration negotiation review".split())  # under discussion
_PREPOSITIONS = frozenset("included excluded concerned compared".split())  # cyber security included


_AIMING, _PAST = kind_of(_MAY_AIM.__contains__), kind_of(lambda word: is_past(word) or word in _ALSO_DONE)


class _Span(NamedTuple):
    start: int
    end: int


class Tensed(Denying):
    """A sentence with what it says of the past, of today and of what is to come."""

    @once
    def aimed(self) -> frozenset[str]:
        """The roots of what it says is planned, wanted, possible or expected."""
        found = set[str]()
        for at in self._aiming:
            reached = list(self._reached(at, at + 1))
            if not reached and self.folded[at].endswith("ed"):  # more opportunities proposed
                reached = [
                    one for one in range(at) if self.breaks[one] == self.breaks[at] and is_content(self.folded[one])
                ]
            found.update(root(self.folded[place]) for place in reached)
        return frozenset(found)

    @once
    def aims(self) -> bool:
        """Whether anything in it is planned, wanted, possible or expected."""
        return bool(self._aiming)

    @once
    def aims_itself(self) -> bool:
        """The same, outside of quotation marks."""
        if not self.aims:
            return False
        quoted = places(_Span(*found.span()) for found in _QUOTED().finditer(self.text))
        return any(self.words[at].start not in quoted for at in self._aiming)

    @once
    def _aiming(self) -> list[int]:
        """The numbers of the words behind which something is only planned, wanted, possible or expected."""
        return [at for at in self.places_of(_AIMING) if self._aims(at, self.folded[at])]

    def _aims(self, at: int, word: str) -> bool:
        if word in AIMED and word.endswith(("ed", "meant")) and "as" in self.folded[max(0, at - 3) : at]:
            return False  # as planned, as it intended: it came so
        if word in _AGREED:
            behind = self.folded[at + 1 : at + 3]
            return behind[:1] == ("to",) and behind[1:] != () and behind[1] not in FUNCTION_WORDS
        if word == "may":
            return self.text[self.words[at].start].islower()
        if word == "to":
            before = self.folded[at - 1] if at else ""
            after = self.folded[at + 1] if at + 1 < len(self.folded) else ""
            follows = after == "be" or (not after.endswith("ing") and after not in FUNCTION_WORDS)
            return follows and (before in ("is", "are", "be") or not at)
        if word.startswith("call"):
            return word in AIMED and self.folded[at + 1 : at + 2] in (("for",), ("on",))
        return word in AIMED

    @once
    def done(self) -> dict[str, int]:
        """The roots of verbs that tell what is done → the number of the word: has signed, were opened, built."""
        may_be = [(at, self.folded[at]) for at in self.places_of(_PAST)]
        return {root(word): at for at, word in may_be if self._is_done(at, word)}

    @once
    def steps(self) -> list[int]:
        """The numbers of the words that tell what is done, and that something is in force."""
        if _HOLDING.isdisjoint(self.vocabulary):
            return list(self.done.values())
        holds = (
            at
            for at, word in enumerate(self.folded)
            if word in _HOLDING
            and self.folded[at - 1 : at] == ("in",)
            and not _IS_BEEN.isdisjoint(self.folded[max(0, at - 4) : at])
        )
        return [*self.done.values(), *holds]

    def _is_done(self, at: int, word: str) -> bool:
        if word in _BEING and self._came_to_be(at, word):
            return True
        if word == "been":
            return self.folded[at + 1 : at + 2] in (("to",), ("in",))
        if word == "set":
            if self.folded[max(0, at - 1) : at] == ("to",):
                return False
            return self.folded[at + 1 : at + 2] == ("up",) and not _HAVE.isdisjoint(self.folded[max(0, at - 3) : at])
        if not is_past(word) or word in SPEAKING or self._after_will(at):
            return False
        if word == "done" and "as" in self.folded[:at]:
            return False  # as others have done
        if not _GET.isdisjoint(self.folded[max(0, at - _REACH) : at]):
            return False  # to get a dialogue started
        before = self.folded[max(0, at - 3) : at]
        if before and (before[-1] in _NO_VERB_AFTER or not _IS.isdisjoint(before)):
            return False
        if not (_HAVE | _BE).isdisjoint(before):
            return True
        if word in _PREPOSITIONS:
            return False
        # "the deployed troops", "sharing classified information": it belongs to the noun behind it
        after = self.folded[at + 1] if at + 1 < len(self.folded) else ""
        belongs = before and after and is_content(after) and (not is_content(before[-1]) or before[-1].endswith("ing"))
        return not belongs

    def _came_to_be(self, at: int, word: str) -> bool:
        """Whether a word says that something is there now: has come about, into being; exists."""
        if word == "exists":
            return True
        has = not _HAVE.isdisjoint(self.folded[max(0, at - 3) : at])
        return has and word == "come" and self.folded[at + 1 : at + 2] != () and self.folded[at + 1] in _COME

    @once
    def pending(self) -> int:
        """The number of the word that says that something is ahead: yet to be held, still planned; -1 for none."""
        if self.vocabulary.isdisjoint(_AHEAD):
            return -1
        folded = self.folded
        for at, word in enumerate(folded):
            before, after = folded[max(0, at - 1) : at], folded[at + 1 : at + 2]
            if word == "yet" and (after == ("to",) or before == ("not",)):
                return at
            if word in _NEGOTIATING and not _GOING_ON.isdisjoint(folded[max(0, at - 3) : at]):
                return at
            if word in ("still", "only", "merely", "just") and not _PLANNED.isdisjoint(folded[at + 1 : at + 4]):
                return at
            if word == "under" and not _UNDER.isdisjoint(after):
                return at
            if word in ("still", "remains") and folded[at + 1 : at + 3] == ("to", "be"):
                return at
            if word == "still" and after == ("to",) and not _HAVING.isdisjoint(before):
                return at
        return -1

    @once
    def perfect(self) -> frozenset[str]:
        """The roots of those of `done` that have an auxiliary, or that are certain without: has signed, were opened."""
        return frozenset(
            one
            for one, at in self.done.items()
            if self.folded[at] in _CERTAIN
            or self.folded[at : at + 2] == ("took", "place")
            or not (_HAVE | _BE).isdisjoint(self.folded[max(0, at - 3) : at])
        )

    @once
    def tells_now(self) -> int:
        """The number of the word that tells that something is there or goes on: has made, has had; -1 for none."""
        if self.vocabulary.isdisjoint(_NOW):
            return -1
        for at, word in enumerate(self.folded):
            behind = self.folded[at + 1 : at + 3]
            if word in _HAVE and any(is_past(one) or one in ("made", "had") for one in behind) and "to" not in behind:
                return at
        told = next((at for at, word in enumerate(self.folded) if word == "already" or self._is_now(at)), -1)
        return told if told >= 0 or self.vocabulary.isdisjoint(_SO) else self._is_so

    @property
    def _is_so(self) -> int:
        """The number of the word that says that something is there or is done: is complete; -1 for none."""
        for at, word in enumerate(self.folded[1:], 1):
            before = self.folded[at - 1]
            if (word in _COMPLETE and before in _IS | _BE) or (word in _CARRIED_OUT and before == "being"):
                return at
            if word in _RUNNING and before == "been":
                return at
        return -1

    def _is_now(self, at: int) -> bool:
        """Whether a word tells what is so today: Japan now spends."""
        after = self.folded[at + 1 : at + 2]
        return self.folded[at] == "now" and after != () and is_content(after[0]) and after[0].endswith("s")

    def _after_will(self, at: int) -> bool:
        return any(one in AIMED for one in self.folded[max(0, at - 4) : at])
