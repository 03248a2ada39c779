"""Every private part of Textual that the package touches exists: a new version must fail here first."""

from __future__ import annotations

import re
from importlib import import_module, metadata

import pytest
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static

from tests.helpers.places import ROOT

# Where it stands in Textual 8.2, and what is touched there.
TOUCHED = [
    ("textual._ansi_sequences", "ANSI_SEQUENCES_KEYS"),
    ("textual._compositor", "Compositor"),
    ("textual._styles_cache", "StylesCache.get_inner_outer.cache_clear"),
    ("textual._xterm_parser", "XTermParser.parse_mouse_code"),
    ("textual._xterm_parser", "XTermParser._sequence_to_key_events"),
    ("textual.app", "App._display"),
    ("textual.app", "App._handle_exception"),
    ("textual.app", "App._ready"),
    ("textual.app", "App._start_widget"),
    ("textual.command", "CommandPalette._gather_commands"),
    ("textual.command", "CommandPalette._refresh_command_list"),
    ("textual.command", "CommandPalette._NO_MATCHES"),
    ("textual.message_pump", "MessagePump._dispatch_message"),
    ("textual.dom", "DOMNode._attach"),
    ("textual.driver", "Driver.SignalResume"),
    ("textual.scroll_view", "ScrollView._size_updated"),
    ("textual.screen", "Screen._compositor_refresh"),
    ("textual.screen", "Screen._refresh_layout"),
    ("textual.screen", "Screen._on_timer_update"),
    ("textual.screen", "Screen._push_result_callback"),
    ("textual.driver", "Driver.process_message"),
]


@pytest.mark.parametrize(("module", "name"), TOUCHED, ids=[name for _, name in TOUCHED])
def test_a_private_part_of_textual_that_is_touched_exists(module: str, name: str) -> None:
    part: object = import_module(module)
    for step in name.split("."):
        part = getattr(part, step, None)
        assert part is not None, f"textual {metadata.version('textual')} has no {module}.{name}"


@pytest.mark.parametrize(
    "name", ["_batch_count", "_driver", "_exception", "_exit_renderables", "_installed_screens", "_return_code"]
)
def test_a_private_attribute_of_an_app_that_is_touched_exists(name: str) -> None:
    assert hasattr(App[None](), name), f"textual {metadata.version('textual')} has no App.{name}"


def test_a_screen_knows_whether_it_must_be_laid_out() -> None:
    assert Screen[None]()._layout_required in (False, True), f"textual {metadata.version('textual')} has another name"


def test_a_screen_knows_the_size_that_it_was_laid_out_for() -> None:
    assert (Screen[None]()._compositor.size, Screen[None]()._compositor._dirty_regions) == ((0, 0), set()), (
        f"textual {metadata.version('textual')} has another name"
    )


def test_a_screen_knows_what_must_be_drawn() -> None:
    screen = Screen[None]()
    assert (screen._repaint_required, screen._dirty_widgets) == (False, set()), (
        f"textual {metadata.version('textual')} has another name"
    )


def test_a_widget_has_the_cache_of_styled_lines_that_is_replaced() -> None:
    assert hasattr(Static(), "_styles_cache"), f"textual {metadata.version('textual')} has no Widget._styles_cache"


def test_no_private_module_of_textual_is_imported_that_is_not_named_here() -> None:
    named = {module for module, _ in TOUCHED}
    for path in (ROOT / "eujdef_tui" / "tui").rglob("*.py"):
        found = set(re.findall(r"from (textual\._\w+) import", path.read_text(encoding="utf-8")))
        assert found <= named, path
