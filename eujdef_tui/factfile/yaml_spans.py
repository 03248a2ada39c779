"""YAML text → where each of its values is written, so that one can be changed without touching what is around it.

`yaml_nodes` reads what a fact file says; this module says from which character to which it stands, and in which style.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from eujdef_tui.factfile.yaml_nodes import MAX_DEPTH

__all__ = ["Span", "spans", "value_of"]

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(slots=True)
class Span:
    """A value in text[start:end], without the blank lines behind it. `line` and `column` count from 1.

    Attributes:
        kind: "scalar", "list", "mapping" or "alias".
        text: what a scalar says; the name of an alias.
        style: of a scalar `'`, `"`, `|`, `>` or "" (plain); of the others "flow" or "".
        marked: an anchor or a tag stands before it, and belongs to text[start:end].
        items: the entries of a list. pairs: the keys and values of a mapping.
        column: of a mapping that of its first key.
    """

    start: int
    end: int
    line: int
    column: int
    kind: str
    text: str = ""
    style: str = ""
    marked: bool = False
    items: list[Span] = field(default_factory=list)
    pairs: list[tuple[Span, Span]] = field(default_factory=list)


def spans(text: str) -> Span | None:
    """The root of the YAML document that `text` is, which `yaml_nodes.compose` has read; None where it cannot be."""
    shift = 1 if text.startswith("\ufeff") else 0
    root: Span | None = None
    open_: list[tuple[Span, list[Span]]] = []
    try:
        for event in yaml.parse(text[shift:], Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                if len(open_) > MAX_DEPTH:
                    return None
                open_.append((_opened(event, shift), []))
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                done, inner = open_.pop()
                _close(done, inner, event, shift)
            elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                done = _leaf(event, text, shift)
            else:
                continue
            if open_:
                open_[-1][1].append(done)
            else:
                root = done
    except yaml.YAMLError:
        return None
    return root


def value_of(span: Span, key: str) -> Span | None:
    """The value of a key of a mapping; None where it has no such key."""
    return next((value for name, value in span.pairs if name.text == key), None)


def _opened(event: yaml.CollectionStartEvent, shift: int) -> Span:
    start: Any = event.start_mark
    kind = "mapping" if isinstance(event, yaml.MappingStartEvent) else "list"
    return Span(
        start.index + shift,
        start.index + shift,
        start.line + 1,
        start.column + 1,
        kind,
        style="flow" if event.flow_style else "",
        marked=bool(event.anchor or event.tag),
    )


def _close(span: Span, inner: list[Span], event: yaml.CollectionEndEvent, shift: int) -> None:
    """Give a list or mapping what is in it, and its end: of a block where its last value ends."""
    if span.kind == "list":
        span.items = inner
    else:
        span.pairs = list(zip(inner[::2], inner[1::2], strict=False))
    end: Any = event.end_mark
    span.end = end.index + shift if span.style == "flow" else max((one.end for one in inner), default=span.start)


def _leaf(event: Any, text: str, shift: int) -> Span:
    start, end = event.start_mark.index + shift, event.end_mark.index + shift
    alias = isinstance(event, yaml.AliasEvent)
    style = "" if alias else event.style or ""
    if style in ("|", ">"):
        end = start + len(text[start:end].rstrip())
    return Span(
        start,
        end,
        event.start_mark.line + 1,
        event.start_mark.column + 1,
        "alias" if alias else "scalar",
        event.anchor if alias else event.value,
        style,
        not alias and bool(event.anchor or event.tag),
    )
