"""Validate nodes against the annotations of a record class, and make frozen records of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from eujdef_tui.errors import Place, Problem
from eujdef_tui.factfile.yaml_nodes import Mapping, Node, Scalar, Sequence
from eujdef_tui.model.field_specs import FORMS, NOTE, Key, keys_of, label
from eujdef_tui.model.records import Actor, Agreement, Membership, Milestone, Record
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = ["Records", "said"]

_MAX_GUESSES = 100  # to find the nearest of thousands of ids takes milliseconds
_LONGEST_ADVICE = 400  # characters of a value that is to be copied from a message
_SHOWN = 12  # known words of a vocabulary that an advice lists
_ALIKE = 65  # of 100: what is less like a word is no misspelling of it


@dataclass(frozen=True, slots=True)
class _Ref:
    """An id that should name a record of one of `kinds`, as the value of `key`."""

    id: str
    kinds: tuple[str, ...]
    key: str
    place: Place


class Records:
    """Makes records, and gathers what is wrong, which ids there are, and which are pointed at.

    `path` is the file that the nodes come from, as the user named it.
    """

    def __init__(self) -> None:
        self.path = ""
        self.problems: list[Problem] = []
        self._ids: dict[str, tuple[str, Place]] = {}
        self._refs: list[_Ref] = []
        self._letters: dict[str, int] = {}

    def report(self, node: Node, rule: str, message: str, advice: str, after: int = 0) -> None:
        """Report a problem at the place of a node, `after` characters further on."""
        place = Place(self.path, node.line, node.column + after)
        self.problems.append(Problem(place, rule, message, advice))

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return Place(self.path, node.line, node.column)

    # --- lists, mappings, text ---

    def items(self, name: str, node: Node | None) -> list[Node]:
        """The entries of the list that is the value of key `name`; none where nothing is written."""
        if isinstance(node, Sequence):
            return node.items
        if isinstance(node, Mapping) or (node is not None and node.text):
            self.report(node, "wrong-type", f"`{name}` must be a list.", "Begin each entry with `- `.")
        return []

    def pairs(self, node: Mapping, kind: str, known: Collection[str]) -> Iterator[tuple[str, Node]]:
        """The known keys and the notes of a mapping, with their values; other keys are problems."""
        lines: dict[str, int] = {}
        before: tuple[str, Node] | None = None
        pieces: list[Scalar] = []
        for key, value in node.pairs:
            if node.flow and before and key.text not in known and _is_piece(before[1], key, value):
                pieces.append(key)
                continue
            if before and pieces:
                self._ends_at_comma(*before, pieces)
                pieces = []
            before = key.text, value
            if key.text in lines:
                message = f"The key {said(key.text)} stands here again: line {lines[key.text]} has it."
                self.report(key, "duplicate-key", message, "Keep one of the two.")
                continue
            lines[key.text] = key.line
            if key.text in known or key.text.startswith(NOTE):
                yield key.text, value
            else:
                self._unknown(key, kind, known)
        if before and pieces:
            self._ends_at_comma(*before, pieces)

    def _ends_at_comma(self, name: str, node: Node, pieces: list[Scalar]) -> None:
        """Report the keys that are the end of the value before them, once."""
        rest = ", ".join(piece.text for piece in pieces)
        read = "is read as a key" if len(pieces) == 1 else "are read as keys"
        message = f"The `{name}` ends at the comma: {said(rest)} {read}."
        whole = one_line(f"{self.text(name, node)}, {rest}").replace("\\", "\\\\").replace('"', '\\"')
        advice = f"Put the {name} in quotation marks: {name}: " + said(f'"{whole}"', _LONGEST_ADVICE)
        self.report(pieces[0], "comma-in-value", message, f"{advice}.")

    def _unknown(self, key: Scalar, kind: str, known: Collection[str]) -> None:
        near = _closest(key.text, known)
        advice = f"Did you mean `{near}`?" if near else f"The keys here are {', '.join(known)}."
        if key.text == "<<":
            advice = "Merge keys are not read: write the keys out."
        advice += f" Begin the key with `{NOTE}` to keep a note of your own."
        self.report(key, "unknown-key", f"{said(key.text)} is not a key of this {kind}.", advice)

    def text(self, name: str, node: Node | None) -> str:
        """The text that is the value of key `name`; "" where nothing is written, or where it is not text."""
        if isinstance(node, Scalar):
            return node.text if node.text.strip() else ""
        if node is not None:
            what = "a list" if isinstance(node, Sequence) else "a mapping"
            self.report(node, "wrong-type", f"`{name}` must be text, not {what}.", "Put one value in quotes.")
        return ""

    # --- records ---

    def record(self, cls: type, name: str, node: Node) -> Any | None:
        """The record, or part of one, that an entry of the list `name` holds; None where it has a problem.

        Its place is that of its first key, or of the quote where there is one.
        """
        if not isinstance(node, Mapping):
            self.report(node, "wrong-type", f"An entry of `{name}` must be a mapping.", "Write keys and values.")
            return None
        keys = keys_of(cls)
        before = len(self.problems)
        nodes = dict(self.pairs(node, label(cls), keys))
        notes = {key: self.text(key, value) for key, value in nodes.items() if key not in keys}
        values: dict[str, Any] = {}
        for name, key in keys.items():
            given = nodes.get(name)
            value = "" if given is None else self._value(cls, key, given)
            if value != "" and value != ():
                values[key.name] = value
            elif key.required:
                self._missing(cls, key, given or node)
        if cls is Membership and len(self.problems) == before:
            self._term(nodes, values)
        if len(self.problems) > before:
            return None
        first = nodes.get("quote") or (node.pairs[0][0] if node.pairs else node)
        return cls(place=self.place(first), x=notes, **values)

    def _missing(self, cls: type, key: Key, node: Node) -> None:
        kind = label(cls)
        if key.key == "evidence":
            message = f"This {kind} has no evidence."
            self.report(node, "no-evidence", message, "Add the source and the words in it that support this.")
        else:
            message = f"This {kind} has no `{key.key}`."
            self.report(node, "missing-key", message, _with_value(cls, key))

    def _value(self, cls: type, key: Key, node: Node) -> Any:
        """What a node is worth under a key: empty where nothing is written, None where it is a problem."""
        if key.form in ("refs", "nodes"):
            return self._list(key, node)
        before = len(self.problems)
        text = self.text(key.key, node)
        if text and isinstance(node, Scalar):
            self._judge(cls, key, text, node)
        return text if len(self.problems) == before else None

    def _judge(self, cls: type, key: Key, text: str, node: Scalar) -> None:
        """Report what is wrong with a text that is not empty."""
        if key.form == "ref":
            self._refs.append(_Ref(text, key.kinds, key.key, self.place(node)))
        elif key.form == "choice" and text not in key.choices:
            near = _closest(text, key.choices)
            advice = f"Did you mean `{near}`? " * bool(near) + f"Write {_or(key.choices)}."
            self.report(node, "bad-value", f"`{key.key}` cannot be {said(text)}.", advice)
        elif key.form == "date":
            self._date(text, node)
        elif key.form in FORMS and not FORMS[key.form].fits(text):
            rule = "bad-value" if key.form == "word" else f"bad-{key.form}"
            self.report(node, rule, f"{said(text)} is not {FORMS[key.form].words}.", FORMS[key.form].advice)
        if key.form == "id":
            # a milestone with an id is an event too, and the id is the event's
            self._register("event" if cls is Milestone else label(cls), text, node)

    def _date(self, text: str, node: Scalar) -> None:
        try:
            edtf.parse(text)
        except edtf.DateError as error:
            after = node.lead + error.column if node.lead >= 0 else 0
            self.report(node, "bad-date", f"Not a date: {error}.", FORMS["date"].advice, after)

    def _term(self, nodes: dict[str, Node], values: dict[str, Any]) -> None:
        """Report where the start and the end of a membership are not two dates in this order."""
        for key in ("start", "end"):
            if "/" in values.get(key, ""):
                message = f"Not a date: `{key}` is one day, month or year, and {said(values[key])} an interval."
                self.report(nodes[key], "bad-date", message, "Write when it began as `start`, when it ended as `end`.")
                return
        start, end = values.get("start", ""), values.get("end", "")
        if start and end and edtf.bounds(start)[0] > edtf.bounds(end)[1]:
            message = f"Not a date: the `end` {said(end)} is before the `start` {said(start)}."
            self.report(nodes["end"], "bad-date", message, "Correct the one that is wrong.")

    def _list(self, key: Key, node: Node) -> tuple[Any, ...] | None:
        before = len(self.problems)
        items = self.items(key.key, node)
        got: list[Any] = []
        for item in items:
            if key.inner:
                got.append(self.record(key.inner, key.key, item))
            elif text := self.text(key.key, item):
                self._refs.append(_Ref(text, key.kinds, key.key, self.place(item)))
                got.append(text)
            elif isinstance(item, Scalar):
                message = f"An entry of `{key.key}` is empty."
                self.report(item, "dangling-id", message, "Write an id, or delete the entry.")
        different = len(items) if key.inner else len(set(got))
        if 0 < different < key.least:
            message = f"`{key.key}` needs {key.least} different entries, and has {different}."
            self.report(node, "too-few", message, "Add what it differs from.")
        return tuple(got) if len(self.problems) == before else None

    # --- ids ---

    def _register(self, kind: str, text: str, node: Node) -> None:
        place = self.place(node)
        if text in self._ids:
            message = f"The id {said(text)} is taken: {self._ids[text][1]} has it."
            self.report(node, "duplicate-id", message, "Give one of the two another id.")
        else:
            self._ids[text] = kind, place

    @property
    def kinds(self) -> dict[str, str]:
        """The kind of each record, by its id."""
        return {id_: kind for id_, (kind, _) in self._ids.items()}

    def open_refs(self) -> set[tuple[str, tuple[str, ...]]]:
        """The ids that are pointed at and that no record read so far has, each with the kinds that it may be of.

        One of a wrong kind is among them.
        """
        kinds = self.kinds
        return {(ref.id, ref.kinds) for ref in self._refs if kinds.get(ref.id) not in ref.kinds}

    def name(self, record: Record) -> None:
        """Count the letters of the names by which what points at a record is found, too."""
        if isinstance(record, Actor | Agreement):
            names = record.name if isinstance(record, Actor) else record.title + record.short_title
            self._letters[record.id] = len(names) + sum(len(other.name) for other in record.other_names)

    def names_pointed_at(self) -> tuple[dict[str, int], dict[str, int]]:
        """By id: the letters of the names of each record that has some, and how often each id is pointed at."""
        return self._letters, Counter(ref.id for ref in self._refs)

    def first_over(self, most: int) -> Place | None:
        """The place of the first id with which the names of all that is pointed at have more than `most` letters."""
        if not self._letters or max(self._letters.values()) * len(self._refs) <= most:
            return None
        total = accumulate(self._letters.get(ref.id, 0) for ref in self._refs)
        return next((ref.place for ref, letters in zip(self._refs, total, strict=True) if letters > most), None)

    def check_refs(self) -> None:
        """Report each id that names no record, or one of a kind that its key does not take."""
        guesses: dict[tuple[str, tuple[str, ...]], str] = {}
        for ref in self._refs:
            kind, _ = self._ids.get(ref.id, ("", None))
            if kind in ref.kinds:
                continue
            wanted = _or([_a(kind) for kind in ref.kinds])
            if kind:
                message = f"{said(ref.id)} is {_a(kind)}, and `{ref.key}` takes the id of {wanted}."
                problem = Problem(ref.place, "wrong-kind-of-id", message, f"Write the id of {wanted}.")
            else:
                if (ref.id, ref.kinds) not in guesses and len(guesses) < _MAX_GUESSES:
                    guesses[ref.id, ref.kinds] = self._nearest(ref)
                near = guesses.get((ref.id, ref.kinds))
                advice = f"Did you mean `{near}`?" if near else f"Add it, or write the id of {wanted}."
                problem = Problem(ref.place, "dangling-id", f"No record has the id {said(ref.id)}.", advice)
            self.problems.append(problem)

    def _nearest(self, ref: _Ref) -> str:
        ids = [id_ for id_, (kind, _) in self._ids.items() if kind in ref.kinds]
        return _closest(ref.id, ids)


def _is_piece(before: Node, key: Scalar, value: Node) -> bool:
    """Whether a key is the end of the value before it: {quote: X, the chief of Y}."""
    is_bare = isinstance(value, Scalar) and not value.text and not key.text.startswith(NOTE)
    return is_bare and isinstance(before, Scalar) and bool(before.text)


def _closest(text: str, known: Iterable[str]) -> str:
    """Return the known word that is most like a text; "" where none is. `difflib` takes the square of their length."""
    from rapidfuzz import fuzz, process  # it takes a twentieth of an edit to load, and few files need it

    found = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return str(found[0]) if found else ""


def said(text: str, most: int = 60) -> str:
    """Text of the file as a message shows it: in one line, and cut where it is long."""
    line = one_line(text)
    return f"`{line if len(line) <= most else line[: most - 1] + '…'}`"


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _with_value(cls: type, key: Key) -> str:
    """Return the advice to add a key, with what it takes: all its words, or of an open vocabulary the commonest."""
    from eujdef_tui.model.vocabularies import VOCABULARIES  # few files need it

    known = key.choices or VOCABULARIES.get(f"{cls.__name__}.{key.name}", ())
    if len(known) <= _SHOWN:
        return f"Add `{key.key}:` with {_or(known)}." if known else f"Add `{key.key}:` with a value."
    words = f"with a word such as {_or(known[:_SHOWN])}; docs/vocabularies.md lists {len(known)}"
    return f"Add `{key.key}:` {words}."


def _or(words: Collection[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
