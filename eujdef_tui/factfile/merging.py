"""Make one record of two in the text of a fact file: nothing of either is lost, and whatever pointed at one points on.

The first record keeps its place and its own values. It gains the entries of the second's lists (evidence, other names,
memberships, milestones, actors …), the name of the second as another name, and what it has no value for; where values
differ the second's is kept in a note, `x-merged`. The texts are changed where they must be, then read again: they must
say just that, or nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from eujdef_tui.errors import Problem, UsageError
from eujdef_tui.factfile.files import fact_files
from eujdef_tui.factfile.merging_text import added_entries, removed_entry, renamed
from eujdef_tui.factfile.rewriting import Rewrite
from eujdef_tui.factfile.text_edits import Change, applied
from eujdef_tui.factfile.yaml_spans import Span, spans, value_of
from eujdef_tui.model.field_specs import keys_of
from eujdef_tui.model.mention import Mention
from eujdef_tui.model.records import SECTIONS
from eujdef_tui.text.unicode import clean, folded_line

__all__ = ["merge"]

Plain: TypeAlias = Any  # text, a list, or a mapping, as the file has it
NOTE = "x-merged"
_NAMED = {"actors": "name", "agreements": "title"}
_CLASSES: Mapping[str, type] = {**SECTIONS, "mentions": Mention}


class _Found(NamedTuple):
    """A record: its file, section, the list it stands in, and itself."""

    path: Path
    section: str
    entries: Span
    entry: Span


def merge(path: Path, first: str, second: str) -> tuple[Rewrite, ...]:
    """The files of a fact file in which the record `second` has become part of `first`. Nothing is written.

    Raises UsageError where there are no such records of one sort, or their text cannot be changed so.
    """
    files = fact_files(path)
    read = {file: file.read_bytes() for file in files} if not isinstance(files, Problem) else {}
    texts = {file: data.decode("utf-8") for file, data in read.items()}
    roots = {file: root for file, text in texts.items() if (root := spans(text))}
    kept, gone = _find(roots, first), _find(roots, second)
    if kept.section != gone.section or first == second:
        raise UsageError(f"{first} and {second} are not two records of one sort", "name two that are")
    if _has_anchors(gone.entry):
        advice = "write its values out first, or merge them the other way round"
        raise UsageError(f"{second} is written with an anchor (&) or an alias (*)", advice)
    plain = _plain(kept.entry), _plain(gone.entry)
    _refuse_links(plain, first, second, kept.section)
    wanted = {file: _merged(_plain(root), first, second, plain[1]) for file, root in roots.items()}
    made: list[Rewrite] = []
    for file, text in texts.items():
        new = _rewritten(text, roots[file], file, kept, gone)
        root = spans(new)
        if root is None or _empty(_plain(root)) != _empty(wanted[file]):
            advice = "write the list of the record in lines, each entry after `- `, or merge them by hand"
            raise UsageError(f"the text of {file} cannot be changed so that {second} becomes {first}", advice)
        if new != text:
            made.append(Rewrite(file, read[file], new.encode()))
    return tuple(made)


def _find(roots: Mapping[Path, Span], id_: str) -> _Found:
    for file, root in roots.items():
        for key, entries in root.pairs:
            if key.text in SECTIONS:
                for entry in entries.items:
                    if (value := value_of(entry, "id")) and value.text == id_:
                        return _Found(file, key.text, entries, entry)
    advice = "name a record by its id; an event that is the milestone of an agreement is no record of its own"
    raise UsageError(f"no record is written under the id {id_}", advice)


def _has_anchors(span: Span) -> bool:
    inside = (*span.items, *(value for _, value in span.pairs))
    return span.kind == "alias" or span.marked or any(map(_has_anchors, inside))


# --- what the files are to say ---


def _plain(span: Span) -> Plain:
    if span.kind == "mapping":
        return {key.text: _plain(value) for key, value in span.pairs}
    if span.kind == "list":
        return [_plain(item) for item in span.items]
    return clean(span.text)


def _empty(plain: Plain) -> Plain:
    """The same without sections that have no entry: an empty list says as much as none."""
    return {key: value for key, value in plain.items() if value or key not in _CLASSES}


def _refuse_links(plain: tuple[Plain, Plain], first: str, second: str, section: str) -> None:
    cls = _CLASSES[section]
    for record, other in ((plain[0], second), (plain[1], first)):
        if any(text == other for text in _refs(record, cls)):
            message = f"{record['id']} points at {other}: a record and what it is tied to are two"
            raise UsageError(message, "take that out first if they are one")


def _refs(record: Plain, cls: type) -> Iterator[str]:
    for key, spec in keys_of(cls).items():
        value = record.get(key) if isinstance(record, dict) else None
        if spec.inner and isinstance(value, list):
            for item in value:
                yield from _refs(item, spec.inner)
        elif spec.kinds and isinstance(value, str):
            yield value
        elif spec.kinds and isinstance(value, list):
            yield from value


def _merged(root: Plain, first: str, second: str, gone: Plain) -> Plain:
    """What a file says afterwards: ids renamed, the second record gone, the first one with what it gains."""
    out = dict(root)
    for section, cls in _CLASSES.items():
        entries = root.get(section)
        if isinstance(entries, list):
            out[section] = [
                _joined(entry, gone, first, second, section)
                if section != "mentions" and entry.get("id") == first
                else _renamed(entry, cls, second, first)
                for entry in entries
                if section == "mentions" or entry.get("id") != second
            ]
    return out


def _renamed(record: Plain, cls: type, old: str, new: str) -> Plain:
    """A record that points at `new` wherever it pointed at `old`; in a list of ids once."""
    if not isinstance(record, dict):
        return record
    out = dict(record)
    for key, spec in keys_of(cls).items():
        value = record.get(key)
        if spec.inner and isinstance(value, list):
            out[key] = [_renamed(item, spec.inner, old, new) for item in value]
        elif (spec.kinds or key == "derived_from") and value == old:
            out[key] = new
        elif spec.kinds and isinstance(value, list) and old in value:
            rest = [item for item in value if item != old]
            out[key] = rest if new in value else list(dict.fromkeys(new if item == old else item for item in value))
    return out


def _joined(kept: Plain, gone: Plain, first: str, second: str, section: str) -> Plain:
    cls = _CLASSES[section]
    out = dict(_renamed(kept, cls, second, first))
    for key, value in _gains(out, _renamed(gone, cls, second, first), section).items():
        out[key] = [*out.get(key, []), *value] if isinstance(value, list) else value
    return out


def _gains(kept: Plain, gone: Plain, section: str) -> dict[str, Plain]:
    """What a record gains: entries of lists, values that it has not, and a note of those that differ."""
    gains: dict[str, Plain] = {}
    differ = [gone["id"]]
    for key, value in gone.items():
        own = kept.get(key)
        if key == "id":
            continue
        if isinstance(value, list):
            fresh = [item for item in value if item not in (own or [])]
            if fresh:
                gains[key] = fresh
        elif key == NOTE:
            differ.append(value)
        elif not own:
            gains[key] = value
        elif value and value != own and key != _NAMED.get(section):
            differ.append(f"{key}: {value}")
    name = gone.get(_NAMED.get(section, ""), "")
    if name and folded_line(name) not in map(folded_line, _names(kept, section)):
        gains["other_names"] = [*gains.get("other_names", []), {"name": name}]
    gains[NOTE] = "; ".join([kept[NOTE], *differ] if kept.get(NOTE) else differ)
    return gains


def _names(record: Plain, section: str) -> list[str]:
    others = [one.get("name", "") for one in record.get("other_names", [])]
    return [record.get(_NAMED[section], ""), record.get("short_title", ""), *others]


# --- their text ---


def _rewritten(text: str, root: Span, file: Path, kept: _Found, gone: _Found) -> str:
    first, second = (_plain(found.entry)["id"] for found in (kept, gone))
    changes: list[Change] = []
    for key, entries in root.pairs:
        if key.text in _CLASSES:
            for entry in entries.items:
                if entry is not gone.entry:
                    changes += renamed(text, entry, _CLASSES[key.text], second, first)
    if file == gone.path:
        changes += removed_entry(text, gone.entries, gone.entry)
    if file == kept.path:
        cls = _CLASSES[kept.section]
        own = _renamed(_plain(kept.entry), cls, second, first)
        gains = _gains(own, _renamed(_plain(gone.entry), cls, second, first), kept.section)
        changes += added_entries(text, kept.entry, cls, gains)
    return applied(text, changes)
