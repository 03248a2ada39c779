"""The changes of text that merge two records: ids renamed, an entry taken out, entries and keys put into a record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from eujdef_tui.factfile.text_edits import Change, flow_text, line_end, new_value, newline_of
from eujdef_tui.factfile.yaml_spans import Span, value_of
from eujdef_tui.model.field_specs import keys_of

__all__ = ["added_entries", "removed_entry", "renamed"]


def renamed(text: str, entry: Span, cls: type, old: str, new: str) -> Iterator[Change]:
    """Where a record points at `old` it points at `new`; where it points at both, `old` is taken out of the list."""
    for key, spec in keys_of(cls).items():
        value = value_of(entry, key)
        if value is None:
            continue
        if spec.inner:
            for item in value.items:
                yield from renamed(text, item, spec.inner, old, new)
        elif value.kind == "list" and spec.kinds:
            ids = [item.text for item in value.items]
            for nth, item in enumerate(value.items):
                if item.text == old and (new in ids or old in ids[:nth]):
                    yield from removed_entry(text, value, item)
                elif item.text == old:
                    yield from filter(None, [new_value(text, item, None, new)])
        elif (spec.kinds or key == "derived_from") and value.text == old:
            yield from filter(None, [new_value(text, value, entry, new)])


def removed_entry(text: str, entries: Span, entry: Span) -> list[Change]:
    """Take an entry out of its list: of a block its lines, with a blank line that parted it from the next."""
    if entries.style == "flow":
        nth = entries.items.index(entry)
        if nth + 1 < len(entries.items):
            return [Change(entry.start, entries.items[nth + 1].start, "", ())]
        start = entries.items[nth - 1].end if nth else entry.start
        return [Change(start, entry.end, "", ())]
    dash = text.rindex("-", 0, entry.start)
    start, end = text.rfind("\n", 0, dash) + 1, line_end(text, entry.end)
    if text[start:dash].strip():  # the list begins on the line of another one
        return [Change(entry.start, entry.end, "", ())]
    end += text[end : end + 2] == "\r\n"
    end += text[end : end + 1] == "\n"
    blank = text[end : text.find("\n", end) + 1]
    if blank and not blank.strip() and text[:start].endswith(("\n\n", "\n\r\n")):
        end += len(blank)
    return [Change(start, end, "", ())]


def added_entries(text: str, record: Span, cls: type, gains: Mapping[str, Any]) -> list[Change]:
    """Put entries at the end of the lists of a record, and keys that it has not where the form has them."""
    made: dict[int, Change] = {}
    for key, value in _in_order(cls, gains):
        own = value_of(record, key)
        if own is None or (own.kind == "scalar" and not own.text):
            change = _new_key(text, record, cls, key, value)
        elif isinstance(value, list):
            change = _new_items(text, own, value)
        else:
            made[own.start] = new_value(text, own, record, value) or Change(own.start, own.start, "", ())
            continue
        before = made.get(change.start)
        made[change.start] = change._replace(new=(before.new if before else "") + change.new)
    return list(made.values())


def _in_order(cls: type, gains: Mapping[str, Any]) -> list[tuple[str, Any]]:
    order = list(keys_of(cls))
    return sorted(gains.items(), key=lambda one: order.index(one[0]) if one[0] in order else len(order))


def _new_key(text: str, record: Span, cls: type, key: str, value: Any) -> Change:
    """A key behind the last one that the form has before it."""
    order = list(keys_of(cls))
    place = order.index(key) if key in order else len(order)
    before = [(name, own) for name, own in record.pairs if name.text not in order or order.index(name.text) < place]
    name, own = before[-1] if before else record.pairs[0]
    if record.style == "flow":
        return Change(own.end, own.end, f", {key}: {flow_text(value)}", ())
    end = line_end(text, own.end if own.end > own.start else name.end)
    indent = newline_of(text) + " " * (record.column - 1)
    if isinstance(value, list) and value and isinstance(value[0], dict):
        items = "".join(f"{indent}  - {flow_text(item)}" for item in value)
        return Change(end, end, f"{indent}{key}:{items}", ())
    return Change(end, end, f"{indent}{key}: {flow_text(value)}", ())


def _new_items(text: str, entries: Span, value: list[Any]) -> Change:
    if entries.style == "flow":
        comma = ", " if entries.items else ""
        at = entries.items[-1].end if entries.items else entries.start + 1
        return Change(at, at, comma + ", ".join(map(flow_text, value)), ())
    at = line_end(text, entries.items[-1].end)
    indent = newline_of(text) + " " * (entries.column - 1)
    return Change(at, at, "".join(f"{indent}- {flow_text(item)}" for item in value), ())
