"""Insert entries into the text of a fact file that people wrote, and take out or change what was inserted.

Text is added at the place that the marks of `yaml_nodes.compose` give. No other line is touched, but for a list that is
written as `[]`, whose brackets go. After each change the text is read again: it must say what it said before, and the
change, or the change is not made.
"""

from __future__ import annotations

from collections.abc import Sequence as Many
from typing import Any, TypeAlias

from eujdef_tui.errors import FactFileError, Problem
from eujdef_tui.factfile.yaml_nodes import Mapping, Node, Scalar, Sequence, compose

__all__ = ["append_items", "replace_item", "replace_line"]

_Said: TypeAlias = Any  # text, a list, or a list of (key, value)


def append_items(text: str, items: Many[Many[str]], section: str, of: str = "", key: str = "") -> str:
    """The text with entries (lines, see `yaml_text.item_lines`) at the end of a list.

    The list is a `section` of the file, or the list `key` of its record with the id `of`; it is made where it is
    missing. Raises FactFileError where that cannot be done without changing what stands there.
    """
    edit = _Edit(text)
    root = edit.root
    found = _value(root, section)
    if not of:
        edit.append(root, section, found, items)
        return edit.checked((section,), items)
    for nth, record in enumerate(found.items if isinstance(found, Sequence) else ()):
        if isinstance(record, Mapping) and _text(_value(record, "id")) == of:
            if record.flow:
                raise _refused(f"The record {of} is written within {{ }}", "Write it as lines of their own.")
            edit.append(record, key, _value(record, key), items)
            return edit.checked((section, nth, key), items)
    raise _refused(f"No record of {section} has the id {of}", "Add it, or undo what took it out.")


def replace_item(text: str, old: Many[str], new: Many[str]) -> str | None:
    """The text with an entry that stands in it as it was inserted replaced by `new`, or taken out where that is empty.

    None where it does not stand there once in these very lines: then somebody has changed it, and it is theirs.
    """
    lines = _lines_of(text)
    places = [at for at in range(len(lines)) if lines[at].lstrip(" ").rstrip("\r") == old[0]]
    found = [(at, indent) for at in places if (indent := _stands_at(lines, at, old)) is not None]
    if len(found) != 1:
        return None
    at, indent = found[0]
    end = "\r" * lines[at].endswith("\r")
    after = at + len(old)
    if not new and after < len(lines) and at and not lines[at - 1].strip() and not lines[after].strip():
        after += 1  # the blank line that parted it from the next
    lines[at:after] = [" " * indent + line + end for line in new]
    changed = "\n".join(lines)
    return changed if not isinstance(compose(changed, ""), Problem) else None


def replace_line(text: str, old: str, new: str) -> str:
    """The text with the one line that is `old`, however it is indented, replaced; as it is where none is, or several.

    It must be a line that was inserted: what a person wrote stays.
    """
    lines = _lines_of(text)
    places = [at for at, line in enumerate(lines) if line.strip() == old]
    if len(places) != 1:
        return text
    at = places[0]
    lines[at] = lines[at].replace(old, new)
    changed = "\n".join(lines)
    return changed if not isinstance(compose(changed, ""), Problem) else text


def _stands_at(lines: Many[str], at: int, old: Many[str]) -> int | None:
    """The indentation of an entry whose lines stand from `at` on, and end there; None where they do not."""
    indent = len(lines[at]) - len(lines[at].lstrip(" "))
    there = [line.rstrip("\r") for line in lines[at : at + len(old)]]
    if there != [" " * indent + line for line in old]:
        return None
    following = next((line for line in lines[at + len(old) :] if line.strip()), "")
    goes_on = len(following) - len(following.lstrip(" ")) > indent
    return None if goes_on else indent


class _Edit:
    """A text that is being changed, as lines, with what it said before."""

    def __init__(self, text: str) -> None:
        root = compose(text, "")
        if isinstance(root, Problem):
            raise _refused(root.message.rstrip("."), root.advice)
        if not isinstance(root, Mapping):
            raise _refused("The file is no mapping of keys to values", "Mend it first.")
        self.root = root
        self.lines = _lines_of(text)
        self.end = "\r" * text.split("\n", 1)[0].endswith("\r")

    def append(self, owner: Mapping, key: str, node: Node | None, items: Many[Many[str]]) -> None:
        """Put entries at the end of the list that is the value of `key`."""
        column = owner.pairs[0][0].column - 1 if owner.pairs else 0
        if node is None:
            end = self._end_of(owner.pairs[-1][0].line - 1, column) if owner.pairs else len(self.lines)
            apart = not column and end > 1 and bool(self.lines[end - 1].strip())
            head = [*[""] * apart, " " * column + f"{key}:"]
            self._put(end, [*head, *_indented(items, column + 2, apart=not column)])
        elif isinstance(node, Sequence) and node.items:
            self._after_last(key, node, items)
        else:
            line = next(name.line for name, _ in owner.pairs if name.text == key) - 1
            self._unbracket(key, node, line)
            self._put(line + 1, _indented(items, column + 2, apart=not column))

    def _after_last(self, key: str, node: Sequence, items: Many[Many[str]]) -> None:
        """Put entries behind the last one of a list."""
        column = node.column - 1
        if not self.lines[node.line - 1].startswith("-", column):
            raise _refused(f"`{key}` is a list within [ ]", "Write each entry on a line of its own, after `- `.")
        last = node.items[-1].line - 1
        while self.lines[last][column : column + 1] != "-" or self.lines[last][:column].strip():
            last -= 1  # the entry may begin below its dash
        apart = len(node.items) > 1 and not self.lines[last - 1].strip()
        self._put(self._end_of(last, column), [*[""] * apart, *_indented(items, column, apart=apart)])

    def _unbracket(self, key: str, node: Node, line: int) -> None:
        """Take the brackets of an empty list off its line."""
        if isinstance(node, Sequence):
            before, _, after = self.lines[node.line - 1].partition("[")
            inside, bracket, rest = after.partition("]")
            if node.line - 1 != line or inside.strip() or not bracket:
                raise _refused(f"`{key}` is an empty list of several lines", f"Write it as `{key}: []`.")
            self.lines[line] = f"{before.rstrip()}{rest}"
        elif not isinstance(node, Scalar) or node.text:
            raise _refused(f"`{key}` is no list", "Begin each entry with `- `.")

    def _put(self, at: int, lines: list[str]) -> None:
        if at == len(self.lines) and at and self.lines[-1] == "":
            at -= 1  # before the end of the last line
        self.lines[at:at] = [line + self.end for line in lines]
        if self.lines[-1] != "":
            self.lines.append("")

    def _end_of(self, start: int, column: int) -> int:
        """The line behind what begins on line `start` and is indented deeper than `column`."""
        end = at = start + 1
        while at < len(self.lines):
            line = self.lines[at]
            if line.strip():
                if len(line) - len(line.lstrip(" ")) <= column and not self._is_dash(line, column, start):
                    break
                end = at + 1
            at += 1
        return end

    def _is_dash(self, line: str, column: int, start: int) -> bool:
        """Whether a line at the level of a key is an entry of the key's list: lists may stand at that level."""
        return line.startswith("-", column) and not self.lines[start].startswith("-", column)

    def checked(self, path: tuple[str | int, ...], items: Many[Many[str]]) -> str:
        """The new text. Raises FactFileError where it does not say what it said before, and the entries."""
        text = "\n".join(self.lines)
        now, added = compose(text, ""), compose("\n".join(line for item in items for line in item), "")
        if isinstance(now, Problem) or not isinstance(added, Sequence):
            raise _refused("The entry cannot be put there", "Write the list in lines, each entry after `- `.")
        if _without_last(_said(now), path, len(items)) != (_plain(_said(self.root), path), _said(added)):
            raise _refused("The entry would change what stands there", "Write the list in lines, each after `- `.")
        return text


def _indented(items: Many[Many[str]], column: int, *, apart: bool) -> list[str]:
    """The lines of entries at a column, with a blank line between two where they stand apart."""
    lines: list[str] = []
    for nth, item in enumerate(items):
        lines += [*[""] * (apart and nth > 0), *(" " * column + line for line in item)]
    return lines


def _without_last(said: _Said, path: tuple[str | int, ...], count: int) -> tuple[_Said, _Said]:
    """What is said without the last entries of the list at `path`, and those."""
    target = _at(said, path)
    last = target[-count:]
    del target[-count:]
    return _plain(said, path), last


def _plain(said: _Said, path: tuple[str | int, ...]) -> _Said:
    """What is said, without the list at `path` where it is empty: a list that is missing says as much."""
    *way, key = path
    owner = _at(said, tuple(way))
    if isinstance(owner, list):
        owner[:] = [pair for pair in owner if not (isinstance(pair, tuple) and pair[0] == key and pair[1] in ("", []))]
    return said


def _at(said: _Said, path: tuple[str | int, ...]) -> _Said:
    for step in path:
        if isinstance(step, int):
            said = said[step]
        else:
            said = next((pair[1] for pair in said if isinstance(pair, tuple) and pair[0] == step), [])
    return said


def _said(node: Node) -> _Said:
    """What a node says, without places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return [(key.text, _said(value)) for key, value in node.pairs]


def _value(node: Mapping, key: str) -> Node | None:
    return next((value for name, value in node.pairs if name.text == key), None)


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _lines_of(text: str) -> list[str]:
    return text.split("\n")


def _refused(message: str, advice: str) -> FactFileError:
    return FactFileError(f"{message}.", advice)
