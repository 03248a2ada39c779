"""YAML text → nodes with places, or the first syntax problem. No other module imports yaml.

Nodes are made from the parser's events, and limits (depth, aliases, a second document) are met at their place while
reading. `yaml.compose` and a walk over its tree take 43 ms for the 250 kB of data/facts.yaml, events 54 ms; but compose
is recursive, and knows no limit for aliases. No value gets a type: a scalar is its text as written, so NO stays NO and
12:30 stays 12:30. Only an empty value (`~`, `null`, nothing) is "".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

import yaml

from eujdef_tui.errors import Place, Problem
from eujdef_tui.text.unicode import clean

__all__ = ["MAX_ALIASES", "MAX_DEPTH", "MAX_REPEATED", "Mapping", "Node", "Scalar", "Sequence", "compose"]

MAX_DEPTH = 40  # a fact file needs 7
MAX_ALIASES = 100
MAX_REPEATED = 10_000  # nodes that aliases may repeat in all: "billions of laughs" stop here

_STARTS = frozenset((yaml.MappingStartEvent, yaml.SequenceStartEvent))
_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml, where PyYAML was built with it
_NOTHING = frozenset(("", "~", "null"))
_QUOTES = ("'", '"')
_NOT_YAML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Scalar(NamedTuple):
    """Cleaned text. `line` and `column` count from 1; `lead` is how far its first character is from `column`.

    `lead` is -1 where the text does not stand in one line just as it reads (folded, or with escapes).
    """

    text: str
    line: int
    column: int
    lead: int = 0


@dataclass(slots=True)  # not frozen: that takes thrice as long to make, and a file has thousands
class Sequence:
    """A list of nodes."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and values in the order of the file; a key may stand twice. `flow`: written within { }."""

    line: int
    column: int
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    flow: bool = False


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come, its anchor, and how many nodes came before it."""

    node: Sequence | Mapping
    anchor: str | None
    before: int
    key: Scalar | None = None


def compose(text: str, path: str) -> Node | Problem:
    """The root node of a YAML document, or the first fault in it. Of an empty one, a mapping without keys."""
    if match := _NOT_YAML.search(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        message = f"The character U+{ord(match[0]):04X} cannot stand in YAML."
        return Problem(Place(path, line, column), "yaml-syntax", message, "Delete it.")
    tree, loader = _Tree(path), _Loader(text)
    try:
        # `yaml.parse` asks whether there is a next event, yields it, and takes a quarter of the time for that
        get_event, take_scalar = loader.get_event, tree.take_scalar
        while True:
            event = get_event()
            if event.__class__ is yaml.ScalarEvent:  # two of three
                problem = take_scalar(event)
            elif event.__class__ is yaml.StreamEndEvent:
                break
            else:
                problem = tree.take(event)
            if problem:
                return problem
    except yaml.YAMLError as error:
        return _syntax(path, error)
    finally:
        loader.dispose()
    return tree.root or Mapping(1, 1)


class _Tree:
    """The nodes built so far from the parser's events."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = self.repeated = self.aliases = self.documents = 0

    def take_scalar(self, event: yaml.ScalarEvent) -> Problem | None:
        """Take a scalar; a problem ends the reading."""
        node = _scalar(event)
        self.count += 1
        if event.anchor:
            self.anchors[event.anchor] = node, 1
        if self.open:
            parent = self.open[-1]
            inner = parent.node
            if inner.__class__ is Mapping:
                if parent.key is None:
                    parent.key = node
                else:
                    inner.pairs.append((parent.key, node))
                    parent.key = None
                return None
        return self._place(node)

    def take(self, event: yaml.Event) -> Problem | None:
        """Take any other event."""
        if event.__class__ in _STARTS:
            return self._start(event)
        if event.__class__ in _ENDS:
            done = self.open.pop()
            if done.anchor:
                self.anchors[done.anchor] = done.node, self.count - done.before
            return self._place(done.node)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                message = "A second document starts here, and a fact file is one."
                return self._problem(event, "yaml-syntax", message, "Delete the line `---`.")
        return None

    def _place(self, node: Node) -> Problem | None:
        if not self.open:
            self.root = node
            return None
        parent = self.open[-1]
        if isinstance(parent.node, Sequence):
            parent.node.items.append(node)
        elif parent.key is not None:
            parent.node.pairs.append((parent.key, node))
            parent.key = None
        elif isinstance(node, Scalar):
            parent.key = node
        else:
            place = Place(self.path, node.line, node.column)
            message = "A key must be text, not a list or mapping."
            return Problem(place, "wrong-type", message, "Put quotes around the key.")
        return None

    def _start(self, event: yaml.CollectionStartEvent) -> Problem | None:
        if len(self.open) == MAX_DEPTH:
            message = f"Lists and mappings lie more than {MAX_DEPTH} deep here."
            return self._problem(event, "too-deep", message, "Write the facts as the schema shows them.")
        node: Sequence | Mapping
        if isinstance(event, yaml.MappingStartEvent):
            node = Mapping(*_start(event), flow=bool(event.flow_style))
        else:
            node = Sequence(*_start(event))
        self.open.append(_Open(node, event.anchor, self.count))
        self.count += 1
        return None

    def _alias(self, event: yaml.AliasEvent) -> Problem | None:
        """Put in what the alias stands for. An anchor is known from its end on, so none can hold itself."""
        if event.anchor not in self.anchors:
            message = f"The alias `*{event.anchor}` stands for nothing that was written above."
            advice = "Put quotes around the value, or write it out."
            return self._problem(event, "yaml-syntax", message, advice)
        node, size = self.anchors[event.anchor]
        self.aliases += 1
        self.count += size
        self.repeated += size
        if self.aliases > MAX_ALIASES or self.repeated > MAX_REPEATED:
            message = f"Aliases are used more than {MAX_ALIASES} times, or repeat too much."
            return self._problem(event, "too-many-aliases", message, "Write the values out.")
        return self._place(node)

    def _problem(self, event: yaml.Event, rule: str, message: str, advice: str) -> Problem:
        return Problem(Place(self.path, *_start(event)), rule, message, advice)


def _start(event: yaml.Event) -> tuple[int, int]:
    mark: Any = event.start_mark  # each event of a text has one; the stubs do not know it
    return mark.line + 1, mark.column + 1


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    text = event.value
    start: Any = event.start_mark
    end: Any = event.end_mark
    line, column = start.line, start.column
    quotes = 1 if event.style in _QUOTES else 0
    if not quotes and text in _NOTHING:
        text = ""
    as_it_reads = end.line == line and end.column - column == len(text) + 2 * quotes
    if not text.isascii() or not text.isprintable():  # `clean` asks the same first: a call less for nearly all
        text = clean(text)
    # of a named tuple takes half as long as its own: nearly every node is a scalar
    return tuple.__new__(Scalar, (text, line + 1, column + 1, quotes if as_it_reads else -1))


_LOOK = "Look at this line and the one above it."
_QUOTE_IT = "Put quotes around the whole value, or write it below `>-` on a line of its own."
_SYNTAX = {  # what the parser says: what is wrong, the next step
    "mapping values are not allowed": ("A colon and a space stand inside a value without quotes.", _QUOTE_IT),
    "cannot start any token": ("A value cannot begin with this character.", "Indent by spaces; " + _QUOTE_IT),
    "unexpected end of stream": (
        "A quotation mark opens a value here and none closes it.",
        "Add the closing quotation mark.",
    ),
    "escape character": (
        "This is no escape that YAML knows.",
        "Write two backslashes for one, or use single quotation marks.",
    ),
    "expected": ("A bracket, a quotation mark or the indentation does not fit here.", _LOOK),
}


def _syntax(path: str, error: yaml.YAMLError) -> Problem:
    """The parser's fault in our words, at the mark where it can be mended."""
    said = getattr(error, "problem", None) or str(error)
    mark, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if opened and "end of stream" in said:
        mark = opened
    unknown = f"This is not YAML: {said}.", _LOOK
    message, advice = next((words for key, words in _SYNTAX.items() if key in said), unknown)
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    return Problem(place, "yaml-syntax", message, advice)
