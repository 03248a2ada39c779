"""The settings file as the explorer takes it: its keys put into the table, its copy form and searches checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from eujdef_tui.export.names import CITATION_STYLES
from eujdef_tui.system.settings_file import Fault, Settings, nearest
from eujdef_tui.tui.key_bindings import SHIPPED_KEYS, KeyTable
from eujdef_tui.tui.rebinding import rebound

__all__ = ["NO_SETTINGS", "UserSettings", "user_settings"]


class UserSettings(NamedTuple):
    """What the explorer takes from the settings file: keys, copy form ("" for none), searches by name, faults."""

    keys: KeyTable = SHIPPED_KEYS
    copy_form: str = ""
    searches: Mapping[str, str] = {}
    faults: tuple[Fault, ...] = ()

    @property
    def message(self) -> str:
        """What is wrong, for one line: the first fault, and how many there are; "" for nothing."""
        if not self.faults:
            return ""
        first, more = self.faults[0], len(self.faults) - 1
        place = f"{first.path.name}:{first.line}" if first.line else first.path.name
        return f"{place}: {first.sentence}{f' · {more} more' * bool(more)}: eujdef config"


NO_SETTINGS = UserSettings()


def user_settings(settings: Settings | None) -> UserSettings:
    """Take what is right of a settings file, and say what is wrong. None: there is no file."""
    if settings is None:
        return NO_SETTINGS
    keys, wrong = rebound(settings)
    copy = settings.copy
    if copy and copy not in CITATION_STYLES:
        advice = f"{nearest(copy, CITATION_STYLES)}choose one of {', '.join(CITATION_STYLES)}"
        wrong.append(settings.fault("copy", f"there is no copy form “{copy}”", advice))
        copy = ""
    if settings.searches:
        from eujdef_tui.search.saved import why_unreadable

        for name, query in settings.searches.items():
            if why := why_unreadable(query):
                advice = "it still stands in the palette; try it in the search line"
                wrong.append(settings.fault(f"searches.{name}", f"the search “{name}” {why}", advice))
    faults = sorted((*settings.faults, *wrong), key=lambda fault: fault.line)
    return UserSettings(keys, copy, settings.searches, tuple(faults))
