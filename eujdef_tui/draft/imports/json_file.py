"""Read JSON that another tool wrote, whole or a value a line; what is wrong is told with its line and column."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from eujdef_tui.errors import ArticleError

__all__ = ["objects_of", "read_json", "read_json_lines"]

_ADVICE = "Export it again, whole: nothing of a file that is cut off is taken."


def read_json(text: str, name: str) -> Any:
    """The value of a JSON text. Raises ArticleError with the place of what is no JSON."""
    return _read(text, name, 0)


def read_json_lines(text: str, name: str) -> Iterator[tuple[str, Any]]:
    """The value of each line that has one, with its place. Raises ArticleError with the place of what is no JSON."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield f"line {number}", _read(line, name, number - 1)


def objects_of(value: object, what: str) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The objects of a list, each with its place; None in the place of what is none."""
    for nth, item in enumerate(value if isinstance(value, list) else (value,), 1):
        yield f"{what} {nth}", item if isinstance(item, dict) else None


def _read(text: str, name: str, above: int) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno + above}:{error.colno}"
        raise ArticleError(f"{place}: this is no JSON: {error.msg}.", _ADVICE) from error
    except RecursionError as error:
        raise ArticleError(
            f"{name}:{above + 1}: lists and objects lie too deep in each other here.", _ADVICE
        ) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise ArticleError(f"{name}:{above + 1}: a number here has too many digits.", _ADVICE) from error
