"""Find names in a sentence: runs of capitalised words, joined where a name goes on and cut where two names meet.

A known name is one only where it is a whole run, or what stands beside it in the run is a title (US Ambassador): never
inside a longer name, as in South Australia, National Australia Bank or East China Sea.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from eujdef_tui.draft.known import Known
from eujdef_tui.draft.lexicon import first_names, has, lasting_part, places
from eujdef_tui.draft.mention import ENDINGS, Mention, is_calendar, is_function, is_name, is_people, is_title
from eujdef_tui.draft.tokens import Token
from eujdef_tui.text.unicode import one_line

__all__ = ["mentions_in"]

_INSIDE = frozenset("in at near from to outside around through into towards toward".split())
_BEFORE_SURNAMES = frozenset("bin bint ibn al-sadr".split())
# Words that make another place of a place: South Australia.
_SIDES = frozenset("north south east west northern southern eastern western central upper lower new great".split())
_PARTICLES = frozenset("bin bint ibn abu al el de da di del della van von der den du la le y zu ter".split())
# What may go on with "of" or "for", by its last word: Ministry of …, Bay of …
_HEADS = ("public-body", "organization", "university", "agreement", "armed-force", "event")
_MORE_HEADS = frozenset("bay gulf isle cape republic kingdom bank state university society emirates board duke".split())
_LISTING = frozenset("ministry department directorate-general directorate office minister secretary".split())


def mentions_in(
    text: str, number: int, tokens: Sequence[Token], known: Known, common: Collection[str]
) -> list[Mention]:
    """The names and roles in a sentence, in order. `common` are the words that the article has in lower case."""
    reading = _Reading(text, number, tokens, known, common)
    at = 0
    while at < len(tokens):
        at = reading.phrase(at) or reading.run(at) or at + 1
    return reading.found


class _Reading:
    """The mentions found so far in one sentence."""

    def __init__(self, text: str, number: int, tokens: Sequence[Token], known: Known, common: Collection[str]) -> None:
        self.text = text
        self.number = number
        self.tokens = tokens
        self.known = known
        self.common = common
        self.found: list[Mention] = []

    def phrase(self, at: int) -> int:
        """Take a known name that has words in lower case (EU member states). Returns the token after it, or 0."""
        named = self.known.phrase(self.tokens, at)
        if not named or self._goes_on(at, at + named.length):
            return 0
        self._add(at, at + named.length, id=named.id)
        return at + named.length

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether the words beside tokens[first:last] make a longer name of it."""
        tokens = self.tokens
        before = first > 0 and tokens[first].joined and tokens[first - 1].capital and not self._common(first - 1)
        after = last < len(tokens) and tokens[last].joined and tokens[last].capital
        return (before and tokens[first].capital) or (after and tokens[last - 1].capital)

    def run(self, at: int) -> int:
        """Take the run of capitalised words that begins at a token. Returns the token after it, or 0 for no run."""
        if not self._may_begin(at):
            return 0
        last = self._end(at)
        if (pair := self._pair(at)) and last == at + 1:
            self.found += pair
            return last
        first = self._begin(at, last)
        if end := self._group(first, last):
            self.found.append(self._group_of(first, end))
            return end
        if first < last:
            self._split(first, last)
        return last

    def _group(self, first: int, last: int) -> int:
        """The token after a group that has its name of a country or body (EU nations in NATO, US shipyards), else 0."""
        tokens = self.tokens
        if first >= last or not self._whole(first, last):
            return 0
        end = last
        while (
            end < min(last + 2, len(tokens))
            and tokens[end].joined
            and tokens[end].low in ("member", "defence", "defense")
        ):
            end += 1
        if end >= len(tokens) or not tokens[end].joined or not has("group-noun", tokens[end].low):
            return 0
        end += 1
        if end + 1 < len(tokens) and tokens[end].low == "in" and self._whole(end + 1, end + 2):
            end += 2
        return end

    def _group_of(self, first: int, end: int) -> Mention:
        start, stop = self.tokens[first].start, self.tokens[end - 1].end
        return Mention(self.number, first, end, self._words(first, end), "", False, "", start, stop)

    def _common(self, at: int) -> bool:
        """Whether a capitalised word is no part of a name: it begins a sentence, and is a common word."""
        token = self.tokens[at]
        return token.initial and (is_function(token) or has("common", token.low))

    def _may_begin(self, at: int) -> bool:
        token = self.tokens[at]
        after = self.tokens[at + 1 : at + 2]
        if token.low in _BEFORE_SURNAMES and not token.capital:
            return bool(after) and after[0].capital and after[0].joined
        if not token.capital or is_calendar(token.low) or has("not-name", token.low) or token.low[:2] in ("i'", "i’"):
            return False
        goes_on = bool(after) and after[0].capital and after[0].joined and not is_calendar(after[0].low)
        if is_function(token):
            return token.low == "the" and not token.initial and goes_on
        if has("common", token.low):
            return goes_on
        if "-" in token.word and token.word.rpartition("-")[2].islower():
            return goes_on  # EU-led
        return token.word.isalpha() or not any(map(str.isdigit, token.word)) or token.low in places()[0]

    def _end(self, at: int) -> int:
        """The token after the run that begins at a token."""
        tokens, last, headed = self.tokens, at + 1, False
        while last < len(tokens) and (not tokens[last - 1].owner or tokens[last].joined):
            token = tokens[last]
            step = 0
            if token.joined and token.capital and not is_calendar(token.low) and not any(map(str.isdigit, token.word)):
                step = 1
            elif token.joined and token.low in ("of", "for", "on") and self._links(last):
                step = self._after_link(last)
                headed = headed or step > 0
            elif token.joined and token.low == "and" and (headed or self._subjects(at, last)):
                step = self._after_link(last)
            elif token.joined and token.low in _PARTICLES and self._person_goes_on(last):
                step = 2
            elif headed and self._lists(at, last):
                step = 1
            if not step:
                break
            last += step
        return last

    def _links(self, link: int) -> bool:
        """Whether "of", "for" or "on" may follow: Centre for Ferries, University of Oslo."""
        return self._is_head(link - 1) and (self.tokens[link].low == "of" or has("head-for", self.tokens[link - 1].low))

    def _is_head(self, at: int) -> bool:
        low = self.tokens[at].low
        return low in _MORE_HEADS or has("place", low) or any(has(kind, low) for kind in _HEADS)

    def _after_link(self, link: int) -> int:
        """How many tokens "of", "of the" or "and" and the capitalised word after it are; 0 where none follows."""
        tokens = self.tokens
        ahead = link + 1
        if ahead < len(tokens) and tokens[ahead].low == "the" and tokens[link].low != "and":
            ahead += 1
        if (
            ahead >= len(tokens)
            or not tokens[ahead].capital
            or not tokens[ahead].joined
            or is_calendar(tokens[ahead].low)
        ):
            return 0
        return ahead + 1 - link

    def _subjects(self, first: int, link: int) -> bool:
        """Whether "and" joins two subjects of one name: Security and Defence Partnership, Trade and Industry Ministry.

        The word before it is then a common one, and a body or an agreement ends what follows.
        """
        tokens, last = self.tokens, link + 1
        while last < len(tokens) and tokens[last].capital and tokens[last].joined:
            last += 1
        follows = tuple(token.low for token in tokens[link + 1 : last])
        body = len(follows) > 1 and bool(lasting_part(follows, ("agreement", "public-body", "organization")))
        return body and tokens[link - 1].low in self.common and not self._whole(first, link)

    def _person_goes_on(self, at: int) -> bool:
        """Whether a particle leads on to a surname: Osama bin Laden."""
        after = self.tokens[at + 1 : at + 2]
        return (
            bool(after)
            and after[0].capital
            and after[0].joined
            and not self.tokens[at - 1].initial
            | (self.tokens[at - 1].low not in first_names() and self.tokens[at].low in ("de", "la", "le", "al"))
        )

    def _lists(self, first: int, at: int) -> bool:
        """Whether a comma in the name of a ministry parts its subjects: Ministry of Economy, Trade and Industry."""
        tokens = self.tokens
        if not tokens[at].capital or tokens[at].joined or tokens[at].initial:
            return False
        if not any(token.low in _LISTING for token in tokens[first:at]) or tokens[at].start - tokens[at - 1].end != 2:
            return False
        ahead = next((n for n in range(at, min(at + 5, len(tokens))) if tokens[n].low == "and"), -1)
        return ahead > 0 and all(token.capital for token in tokens[at:ahead]) and self._after_link(ahead) > 0

    def _begin(self, first: int, last: int) -> int:
        """The first token of the name: a common word with which the sentence begins is left out."""
        token = self.tokens[first]
        rest = self.tokens[first + 1 : last]
        if not token.initial or not rest or token.low in _SIDES or self._whole(first, last):
            return first
        opens = has("common", token.low) or token.low in self.common
        if opens and not is_name(token.low) and self._whole(first + 1, last):
            return first + 1
        if has("common", token.low) and not any(is_title(one.low) for one in rest):
            low = tuple(one.low for one in self.tokens[first:last])
            return first if lasting_part(low, ENDINGS) else first + 1
        return first

    def _whole(self, first: int, last: int) -> bool:
        """Whether tokens[first:last] are, whole, a name that is known or that of a country."""
        return bool(self.known.whole(self._low(first, last))) or self._low(first, last) in places()[0]

    def _pair(self, at: int) -> list[Mention]:
        """The names of a pair with a hyphen: EU-Japan."""
        token = self.tokens[at]
        parts = token.word.replace("‑", "-").split("-")
        if (
            len(parts) != 2
            or self._whole(at, at + 1)
            or not all(self.known.whole(part.lower()) or part.lower() in places()[0] for part in parts)
        ):
            return []
        middle = token.start + len(parts[0])
        spans = ((token.start, middle), (middle + 1, token.end))
        return [
            Mention(self.number, at, at + 1, part, "", False, self.known.whole(part.lower()), *span)
            for part, span in zip(parts, spans, strict=True)
        ]

    def _split(self, first: int, last: int) -> None:
        """Take titles apart from the name, and what is known from the titles."""
        if all(map(is_people, self.tokens[first:last])) or self._low(first, last).removesuffix("s") in places()[1]:
            return  # an adjective: Japanese companies
        if self._is_portfolio(first) and not self._whole(first, last):
            return
        if self._whole(first, last):
            self._add(first, last, id=self.known.whole(self._low(first, last)))
            return
        if cut := self._country_first(first, last):
            if self._whole(first, cut):
                self._add(first, cut, id=self.known.whole(self._low(first, cut)))
            first = cut
        if cut := self._after_office(first, last):
            self._add(cut, last, titles=self._words(first - 2, cut))
            return
        lows = [token.low for token in self.tokens[first:last]]
        cut = max((n for n, low in enumerate(lows) if is_title(low)), default=-1) + 1
        body = cut < len(lows) and bool(lasting_part(tuple(lows), ENDINGS)) and not has("honorific", lows[cut - 1])
        if not cut or body or "of" in lows[cut:]:
            if {"of", "for"}.isdisjoint(lows) and cut == len(lows):
                self._add(first, last, role=True)
            else:
                self._add(first, last)
            return
        self._in_titles(first, first + cut)
        if cut == len(lows) or all(map(is_people, self.tokens[first + cut : last])):
            self._add(first, last, role=True)
        else:
            self._add(first + cut, last, titles=self._words(first, first + cut))

    def _country_first(self, first: int, last: int) -> int:
        """The first token of a person's name that follows that of a country: Ambassador to Japan Rahm Emanuel."""
        for cut in range(first + 1, last - 1):
            people = all(map(is_people, self.tokens[first:cut]))
            if self.tokens[cut].low in first_names() and (people or self._whole(first, cut)):
                return cut
        return 0

    def _is_portfolio(self, first: int) -> bool:
        """Whether a run is what an office is for: the spokesman on Home Affairs, the Minister for Health."""
        before = self.tokens[max(0, first - 2) : first]
        return len(before) == 2 and before[1].low in ("on", "for") and is_title(before[0].low)

    def _after_office(self, first: int, last: int) -> int:
        """The first token of a person's name after a title with "of" or "for": Secretary of State Colin Powell."""
        if first < 2 or self.tokens[first - 1].low not in ("of", "for") or not is_title(self.tokens[first - 2].low):
            return 0
        names = first_names()
        return next((cut for cut in range(first + 1, last - 1) if self.tokens[cut].low in names), 0)

    def _in_titles(self, first: int, last: int) -> None:
        """Take the country or body that titles begin with: US Ambassador, European Commission President."""
        for end in range(last - 1, first, -1):
            if self._whole(first, end):
                self._add(first, end, id=self.known.whole(self._low(first, end)))
                return
            lows = tuple(token.low for token in self.tokens[first:end])
            if end - first > 1 and lasting_part(lows, ENDINGS) and not is_title(lows[-1]):
                self._add(first, end)
                return

    def _low(self, first: int, last: int) -> str:
        return " ".join(token.low for token in self.tokens[first:last])

    def _words(self, first: int, last: int) -> str:
        return one_line(self.text[self.tokens[first].start : self.tokens[last - 1].end])

    def _add(self, first: int, last: int, *, id: str = "", role: bool = False, titles: str = "") -> None:  # noqa: A002
        name, tokens = self._words(first, last), self.tokens
        start, end = tokens[first].start, tokens[last - 1].end
        if role:
            self.found.append(Mention(self.number, first, last, "", name, False, "", start, end))
            return
        titles = titles or self._small_titles(first)
        before = tokens[first - 1].low if first else ""
        if id and before in _INSIDE and name.lower() in self.known.metonyms:
            id = ""  # noqa: A001
        id = id or (self.known.whole(name.lower()) if titles else "")  # noqa: A001
        self.found.append(Mention(self.number, first, last, name, titles, bool(titles), id, start, end))

    def _small_titles(self, first: int) -> str:
        """The title in lower case just before a name: spokesman, coach, analyst."""
        if first and self.tokens[first].joined and not self.tokens[first - 1].capital:
            low = self.tokens[first - 1].low
            title = has("title", low) and self.tokens[first].low not in places()[0]
            return self.tokens[first - 1].word if title else ""
        return ""
