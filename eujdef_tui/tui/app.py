"""The explorer app: one screen over one base, with nothing on it that moves by itself."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from eujdef_tui.system import terminal_capabilities as abilities

# Read by textual when it is imported; what the user set wins, where textual knows it.
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
_color_system = os.environ.get("TEXTUAL_COLOR_SYSTEM")
if _color_system != "auto":
    _colours = abilities.colours(os.environ, abilities.known(os.environ.get("TERM", "")))
    os.environ["TEXTUAL_COLOR_SYSTEM"] = abilities.colour_system(_colours)

# Objects made at the start live to the end: collections while they are made free nothing and take 5 % of the start.
gc.disable()

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Event, Key, Resize

# Programs started from here get the user's own setting, not the one computed for this terminal.
if _color_system is None:
    os.environ.pop("TEXTUAL_COLOR_SYSTEM", None)
else:
    os.environ["TEXTUAL_COLOR_SYSTEM"] = _color_system

from eujdef_tui.errors import BaseFileError, EujdefError
from eujdef_tui.present.session_state import state_path
from eujdef_tui.store import Base
from eujdef_tui.system.paths import settings as settings_file
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import clean, one_line
from eujdef_tui.tui.changes import Changes
from eujdef_tui.tui.driver.driver import DiffDriver
from eujdef_tui.tui.key_bindings import KEYS, SHIPPED_KEYS
from eujdef_tui.tui.key_hints import HintsAtKeys
from eujdef_tui.tui.layout import is_tiny
from eujdef_tui.tui.main_screen import MainScreen
from eujdef_tui.tui.reloader import Reloader
from eujdef_tui.tui.session_saver import SessionSaver
from eujdef_tui.tui.themes import ThemedApp

if TYPE_CHECKING:
    from eujdef_tui.tui.palette_commands import PaletteCommand
    from eujdef_tui.tui.user_settings import UserSettings

__all__ = ["Explorer", "run"]

# The actions of the app itself that a key may call on a shared box.
KIOSK_ACTIONS = frozenset(("quit", "interrupt", "repaint", "reload", "command_palette", "focus_next", "focus_previous"))

GC_THRESHOLD = 10_000  # objects between collections: keys and searches make few cycles, and a collection is a pause
READING = "Reading the changed file: until it is read, the facts of before answer"
READ_ANEW = "The changed file has been read"  # true also once it has changed again
LOOKING = "What changed is being looked for"
NOT_LOOKED = "What changed could not be looked for: the base may be damaged"
AFTER_START = 0.1  # seconds after the first screen until a thread looks for what changed: a first key goes before it
INTERRUPTED = 130  # exit code after ctrl+c: 128 + SIGINT


class Explorer(ThemedApp, inherit_bindings=False):
    """The app: one screen over one base."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = True
    # keys that work whatever overlay is open and whatever has the focus
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key.keys, key.action.removeprefix("app."), show=False, priority=True, id=key.name)
            for key in KEYS
            if key.keys in ("ctrl+c", "ctrl+z", "ctrl+l")
        ),
        # without a binding of its own Textual binds the palette with priority, and no line could take ^p for up
        Binding("ctrl+p", "command_palette", show=False, id="commands"),
    ]

    draft: tuple[str, str] | None = None  # a text to check at first, and its name

    def __init__(
        self,
        base: Base,
        query: str = "",
        driver_class: type[Driver] = DiffDriver,
        *,
        fact_file: Path | None = None,
        fresh: bool = False,
        kiosk: bool = False,
        settings: UserSettings | None = None,
    ) -> None:
        """A `fresh` explorer opens without what was on the screen last; a `kiosk` remembers nothing.

        It is noticed when `fact_file`, which the base was built from, or one of its articles changes.
        """
        super().__init__(driver_class)
        self.base = base
        self.kiosk = kiosk
        self.title = base.title
        self._settings = settings
        self.keys = settings.keys if settings else SHIPPED_KEYS
        if self.keys.keymap:
            self.set_keymap(dict(self.keys.keymap))
        if kiosk:  # the help and the palette list what the table has
            self.keys = self.keys.without_app_actions_but(KIOSK_ACTIONS)
        state = None if kiosk else state_path(base)
        self._saver = SessionSaver(state, fresh=fresh)
        self._changes = Changes(state, self._show_news)
        if settings and settings.copy_form:
            self._saver.state = self._saver.state._replace(copy_format=settings.copy_form)
        self._reloader = Reloader(fact_file, write=not kiosk)
        self.main = MainScreen(base, self._saver, query, self._reloader.watch(base), self.keys)
        self._interrupted = False  # whether ctrl+c, or what the settings name beside it, was the last key
        self._interrupting = self.keys.keymap.get("interrupt", "ctrl+c").split(",")

    def on_ready(self) -> None:
        """Turn garbage collection on again once the first screen is shown."""
        gc.freeze()
        gc.set_threshold(GC_THRESHOLD)
        gc.enable()
        self.set_timer(AFTER_START, lambda: self._changes.look(self.base))
        if self.draft:
            self.check_text(*self.draft)
        if self._settings and self._settings.message:
            self.main.show_message(self._settings.message)

    def on_unmount(self) -> None:
        """Give up looking for what changed."""
        self._changes.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow, on a shared box, only `KIOSK_ACTIONS` of the app's own actions: no screenshot, no stop."""
        return False if self.kiosk and action not in KIOSK_ACTIONS else super().check_action(action, parameters)

    def open_url(self, url: str, *, new_tab: bool = True) -> None:
        """Open a link, but not on a shared box, where the browser would be the box's."""
        if not self.kiosk:
            super().open_url(url, new_tab=new_tab)

    @property
    def saved_searches(self) -> dict[str, str]:
        """The saved searches of the fact file and of the settings file, by name; of one name the user's own."""
        return self.base.searches | dict(self._settings.searches if self._settings else {})

    def commands(self) -> Iterator[PaletteCommand]:
        """Yield the commands of the palette."""
        from eujdef_tui.tui.palette_commands import palette_commands  # only once the palette opens

        yield from palette_commands(self.main, self.saved_searches, self.search_themes, kiosk=self.kiosk)

    async def key_begins(self, event: Event) -> None:
        """Any other key than ctrl+c makes the next one the first again. A message has been read by now."""
        if not (isinstance(event, Key) and event.key in self._interrupting):
            self._interrupted = False
        await self._take_new_base()
        await self.main.key_begins()
        if isinstance(self.screen, HintsAtKeys):
            self.screen.hint_at(event)

    def takes_key(self, event: Event) -> bool:
        """Whether a key belongs to a count that is typed (see `Counting`)."""
        return (
            self.main.counting is not None
            and self.screen is self.main
            and self.main.takes_key(getattr(event, "key", ""))
        )

    # --- the fact file changes ---

    async def action_reload(self) -> None:
        """Read the fact file anew if it has changed; the base that is open answers meanwhile."""
        if self.main.inputs is None or not self.main.inputs.look():
            self.main.show_message("The fact file is as it was read")
        elif self._reloader.running:
            self.main.show_message("The changed file is being read")
        else:
            self.main.show_message(READING)
            self.run_worker(self._reload())

    async def _reload(self) -> None:
        try:
            await self._reloader.read()
        except EujdefError as error:
            from eujdef_tui.tui.unread_file import tell_unread

            waited = self.screen is self.main and self.main.frame.message == READING  # no key came since
            tell_unread(self, self.main, error, waited=waited)
        await self._take_new_base()

    async def _take_new_base(self) -> None:
        """Show the base that was read anew, with pick, query and place as they are; not under an open box."""
        if self._reloader.ready is None or self.screen is not self.main:
            return
        self.base, self._reloader.ready = self._reloader.ready, None
        before, place = self.main.session_state(), self.main.kept_place()
        self._saver.state = before
        self.title = self.base.title
        old = self.main
        self.main = MainScreen(self.base, self._saver, inputs=self._reloader.watch(self.base), keys=self.keys)
        self.main.come_back, self.main.checked = old.come_back, old.checked
        old._push_result_callback(old, None)  # which Textual 8.2 takes from a screen that was pushed
        with self.batch_update():
            await self.switch_screen(self.main)
        await self.show(partial(self.main.resume, place, before.picked))
        gone = before.picked and self.base.number(before.picked) is None
        self.main.show_message("The picked fact is in the file no longer" if gone else READ_ANEW)
        self._changes.look(self.base)

    def _show_news(self, words: str) -> None:
        """Tell what changed in the footer; list it where that was asked before it was known, and no key came since."""
        if not self.screen_stack:  # the explorer ends: Textual takes the screens away before it tells the app
            return
        self.main.show_news(words)
        if self.screen is self.main and self.main.frame.message == LOOKING:
            self.action_changes()

    def action_changes(self) -> None:
        """List what changed since the facts were looked at last."""
        if self._changes.pending:
            self.main.show_message(LOOKING)
            return
        from eujdef_tui.present.change_words import why_no_changes
        from eujdef_tui.tui.overlays.changes import changes_list

        looked, today = self._changes.looked, edtf.today()
        if why := NOT_LOOKED if self._changes.failed else why_no_changes(looked, today):
            self.main.show_message(why)
        elif looked and looked.news:
            self.push_screen(changes_list(self.base, looked.news, today), self._go_to_change)
            self._changes.seen()

    def _go_to_change(self, n: int | None) -> None:
        if n and n > 0:
            self.main.go_to(n)
        elif n:
            from eujdef_tui.present.change_words import NO_LONGER, TELLS_ALL

            self.main.show_message(NO_LONGER if n == -1 else TELLS_ALL)

    def save_session(self) -> None:
        """Save the session now."""
        self.main.save_session()

    def tell_error(self, error: Exception) -> None:
        """Say in the footer that an error was met."""
        name, what = type(error).__name__, one_line(clean(str(error)))
        self.main.show_message(f"An error was left behind, all is saved: {name}{': ' * bool(what)}{what}")

    def check_text(self, text: str, name: str) -> None:
        """Hold a text against the base, on a screen over the explorer."""
        from eujdef_tui.tui.verify_screen import VerifyScreen

        self.push_screen(VerifyScreen(self.base, text, name))

    async def action_edit(self) -> None:
        """Open the picked fact's line of the fact file in the user's editor."""
        from eujdef_tui.tui.outside import edit

        await edit(self, self.main, self._reloader.fact_file, self.action_reload)

    def action_open_source(self) -> None:
        """Open the address of the source that is read in a browser, or say it."""
        from eujdef_tui.tui.outside import open_source

        open_source(self, self.main)

    def action_interrupt(self) -> None:
        """Quit when ctrl+c is pressed twice in a row; at the first press, say so."""
        if self._interrupted:
            self.exit(return_code=INTERRUPTED)
            return
        self._interrupted = True
        self.main.show_message("Press ^c again to quit")

    def tell_theme(self) -> None:
        """Say that the settings file names another theme for the next start, where it does."""
        found = settings_file()
        if found and found.theme and found.theme != self.theme:
            self.main.show_message(f"For now: the next start has {found.theme} again, by {found.place('theme')}")

    def action_repaint(self) -> None:
        """Draw the whole screen again, as after another program wrote over it."""
        if isinstance(self._driver, DiffDriver):
            self._driver.invalidate()

    def action_command_palette(self) -> None:
        """Open the palette where there is room."""
        from eujdef_tui.tui.palette import Palette  # most never open it

        if not is_tiny(*self.size) and not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def on_resize(self, event: Resize) -> None:
        """Close the palette where there is no room: it cannot be laid out in a few cells."""
        if is_tiny(*event.size) and self.screen.has_class("--textual-command-palette"):
            self.pop_screen()

    def get_default_screen(self) -> MainScreen:
        """The explorer's one screen, at the bottom of the stack."""
        return self.main

    async def wait_for_answer(self) -> None:
        """Wait until the newest query has its result."""
        await self.main.search.wait_for_answer()

    def cancel_answer(self) -> None:
        """Drop the search that a key waits for."""
        self.main.search.cancel()


def run(
    base: Base,
    query: str = "",
    *,
    fact_file: Path | None = None,
    kiosk: bool = False,
    fresh: bool = False,
    settings: UserSettings | None = None,
    repair: Callable[[Exception], Base] | None = None,
    draft: tuple[str, str] | None = None,
) -> int:
    """Run the explorer until the user leaves it; on a shared box as a `kiosk`.

    Where the base turns out to be damaged, the explorer opens once more, as the session was saved, on the base that
    `repair` returns. Returns the exit code: 0, 1 after a crash, or 128 plus the number of the signal that ended it.
    """
    explorer = Explorer(base, query=query, fact_file=fact_file, fresh=fresh, kiosk=kiosk, settings=settings)
    explorer.draft = draft
    explorer.run()
    error = explorer._exception
    if repair and isinstance(error, BaseFileError) and explorer.base.file is not None:
        explorer.base.close()
        explorer = Explorer(repair(error), query=query, fact_file=fact_file, kiosk=kiosk, settings=settings)
        explorer.run()
    return explorer.return_code or 0
