"""Read the YAML that an outside command answered: each item is checked, and becomes a draft or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.dating import find_dates
from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.review_item import STATUSES
from eujdef_tui.draft.sentences import MAX_SENTENCE, TOO_LONG, Sentence
from eujdef_tui.errors import OutsideError, Problem
from eujdef_tui.factfile import yaml_nodes
from eujdef_tui.factfile.yaml_nodes import Scalar
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.unicode import one_line

__all__ = ["DATE_REFUSED", "QUOTE_REFUSED", "Reading", "merged", "read_answer"]

_FENCED = lazy_pattern(r"```[a-z]*\n(.*?)(?:\n```|\Z)", 16)  # re.DOTALL
_SECTIONS = {"actors": "actor", "events": "event", "agreements": "agreement", "statements": "statement"}
_BEGINS = lazy_pattern(r"^(?:actors|events|agreements|statements):", 8)  # re.MULTILINE
_WORD = lazy_pattern("[a-z][a-z0-9-]{0,40}")
_VALUE = lazy_pattern(r"-?\d{1,18}(?:\.\d{1,9})?")
MAX_ITEMS = 2000
QUOTE_REFUSED = "its quote is not in its sentence"
DATE_REFUSED = "the words of its date are not in its sentence"
_LONGEST = 1000


class Reading(NamedTuple):
    """The drafts of an answer, and what was wrong with the items that gave none."""

    drafts: list[Draft]
    problems: list[str]


def read_answer(answer: str, text: str, sentences: Sequence[Sentence], issued: Issued, by: str) -> Reading:
    """Read an answer: bare YAML, or YAML in a fence with talk around it. Raises OutsideError where there is none."""
    root = yaml_nodes.compose(_yaml_in(answer, by), by)
    if isinstance(root, Problem):
        raise OutsideError(f"{by} gave no draft: {root.message}", root.advice)
    if not isinstance(root, yaml_nodes.Mapping):
        raise OutsideError(f"{by} gave no draft: its answer is no list of facts.", "Ask it for the YAML of the prompt.")
    reading = Reading([], [])
    for key, node in root.pairs:
        record = _SECTIONS.get(key.text)
        if record is None or not isinstance(node, yaml_nodes.Sequence):
            reading.problems.append(f"line {key.line}: {key.text[:40]!r} is no list of facts")
            continue
        for item in node.items[:MAX_ITEMS]:
            draft = _Item(item, record, text, sentences, issued, by).draft()
            if isinstance(draft, Draft):
                reading.drafts.append(draft)
            else:
                reading.problems.append(f"line {item.line}: {draft}")
        if len(node.items) > MAX_ITEMS:
            reading.problems.append(
                f"{key.text}: {len(node.items) - MAX_ITEMS:,} more than {MAX_ITEMS:,} were not read"
            )
    return reading


def _yaml_in(answer: str, by: str) -> str:
    fenced = [found for found in _FENCED().findall(answer) if _BEGINS().search(found)]
    if fenced:
        return str(max(fenced, key=len))
    begun = _BEGINS().search(answer)
    if begun is None:
        said = one_line(answer)[:80]
        raise OutsideError(f"{by} gave no draft: “{said}”.", "Ask it for the YAML of the prompt.")
    return answer[begun.start() :]


class _Item:
    """One item of an answer. `draft` returns the draft, or a sentence that says what is wrong with it."""

    def __init__(
        self, node: yaml_nodes.Node, record: str, text: str, sentences: Sequence[Sentence], issued: Issued, by: str
    ) -> None:
        self.node, self.record, self.text, self.sentences, self.issued, self.by = (
            node,
            record,
            text,
            sentences,
            issued,
            by,
        )
        self.wrong = ""
        self.values: dict[str, str] = {}
        self.actors: tuple[str, ...] = ()

    def draft(self) -> Draft | str:
        if not isinstance(self.node, yaml_nodes.Mapping):
            return "an entry is no mapping"
        self._read(self.node)
        if self.wrong:
            return self.wrong
        number = self.values.get("sentence", "")
        if not number.isdecimal() or not 0 < int(number[:9]) <= len(self.sentences):
            return f"there is no sentence {number[:20]!r}"
        sentence = self.sentences[int(number) - 1]
        naming = {"actor": "name", "statement": "text"}.get(self.record, "title")
        if not self.values.get(naming):
            return f"it has no {naming}"
        kind = self.values.get("kind", "").lower().replace(" ", "-")
        if not _WORD().fullmatch(kind):
            return f"its kind {kind[:20]!r} is no word"
        if (status := self.values.get("status", "")) and status not in STATUSES:
            return f"its status {status[:20]!r} is none of {', '.join(STATUSES)}"
        if (value := self.values.get("value", "")) and not _VALUE().fullmatch(value):
            return f"its value {value[:20]!r} is no number"
        return self._made(sentence, kind, naming)

    def _read(self, node: yaml_nodes.Mapping) -> None:
        for key, value in node.pairs:
            if key.text == "actors" and isinstance(value, yaml_nodes.Sequence):
                texts = [one.text for one in value.items if isinstance(one, Scalar)]
                self.wrong = self.wrong or ("an actor is no text" if len(texts) < len(value.items) else "")
                self.actors = tuple(dict.fromkeys(one_line(text)[:_LONGEST] for text in texts if text.strip()))
            elif not isinstance(value, Scalar):
                self.wrong = self.wrong or f"its {key.text[:20]} is no text"
            elif len(value.text) > _LONGEST:
                self.wrong = self.wrong or f"its {key.text[:20]} has more than {_LONGEST:,} characters"
            else:
                self.values[key.text] = one_line(value.text) if key.text != "quote" else value.text.strip()

    def _made(self, sentence: Sentence, kind: str, naming: str) -> Draft:
        quote, refused = self._quote(sentence)
        dated, wrong_date = self._date(sentence)
        text = self.values.get("action", "") if self.record == "agreement" else ""
        named: dict[str, Any] = {"text": text} | {naming: self.values[naming]}
        return Draft(
            self.record, kind, (quote,), **named, **dated, status=self.values.get("status", ""),
            speaker=self.values.get("speaker", ""), actors=self.actors, value=self.values.get("value", ""),
            unit=self.values.get("unit", ""), refused=refused or wrong_date, by=self.by,
        )  # fmt: skip

    def _quote(self, sentence: Sentence) -> tuple[Quoted, str]:
        """The quote, verbatim in its sentence; else the whole sentence, and why the draft is refused."""
        whole = Quoted(self.text[sentence.start : sentence.end], sentence.start, sentence.end, sentence.number)
        words = self.values.get("quote", "")
        if not words:
            return whole, ""
        at = self.text.find(words, sentence.start, sentence.end)
        if at < 0:
            return whole, f"{QUOTE_REFUSED}: {words[:80]!r}"
        return Quoted(words, at, at + len(words), sentence.number), ""

    def _date(self, sentence: Sentence) -> tuple[dict[str, Any], str]:
        """The date that its words give: we count it, a model may not."""
        words = self.values.get("date_text", "")
        if not words:
            return {}, ""
        at = self.text.find(words, sentence.start, sentence.end)
        if at < 0:
            return {}, f"{DATE_REFUSED}: {words[:60]!r}"
        if sentence.furniture == TOO_LONG:
            return {"date_text": words}, f"no date is read in a sentence of more than {MAX_SENTENCE:,} characters"
        future = self.values.get("status") in ("planned", "target")
        there = find_dates(self.text, sentence.start, sentence.end, self.issued, future=future)
        found = next((one for one in there if one.start < at + len(words) and at < one.end), None)
        if found is None:
            return {"date_text": words}, ""
        return {"date": found.date, "date_text": words, "date_basis": found.basis}, ""


def merged(ours: Sequence[Draft], theirs: Sequence[Draft]) -> Iterator[Draft]:
    """Our drafts and theirs; two of one sort on one sentence with one date, or of one name, are one draft of both."""
    taken: dict[tuple[str, ...], int] = {}
    found = list(ours)
    for nth, one in enumerate(found):
        taken.setdefault(_key(one), nth)
    for one in theirs:
        nth = taken.get(_key(one), -1)
        if nth >= 0:
            found[nth] = found[nth]._replace(by=f"{found[nth].by} + {one.by}")
        else:
            found.append(one)
    yield from found


def _key(draft: Draft) -> tuple[str, ...]:
    if draft.name:
        return draft.record, draft.name.lower()
    return draft.record, str(draft.evidence[0].sentence), draft.date, draft.value
