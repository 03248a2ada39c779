"""The settings file is read as far as it is right; each fault has its line, a sentence and the next step."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.system.paths import config_file
from eujdef_tui.system.remembered_theme import first_theme, remember_theme
from eujdef_tui.system.settings_file import MOST_KEYS, MOST_SEARCHES, MOST_UNKNOWN, Settings, read_settings
from eujdef_tui.system.terminal_capabilities import ALL, mouse

WHOLE = """\
theme = "light"  # by day
file = "facts/metre.yaml"
mouse = false
copy = "chicago"

[keys]
mark = "w"
copy = ["^y", "Y"]

[searches]
"to come" = "is:coming"
kallas = "kalas is:planned"
"""


def read(folder: Path, text: str | bytes) -> Settings:
    path = folder / "config.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_settings(path)


def faults(folder: Path, text: str | bytes) -> list[tuple[int, str, str]]:
    return [(fault.line, fault.sentence, fault.advice) for fault in read(folder, text).faults]


def test_every_setting_is_read_with_its_line(tmp_path: Path) -> None:
    found = read(tmp_path, WHOLE)
    assert found.faults == ()
    assert (found.theme, found.mouse, found.copy) == ("light", False, "chicago")
    assert found.file == str(tmp_path / "facts" / "metre.yaml")  # from the folder of the settings
    assert found.keys == {"mark": ("w",), "copy": ("^y", "Y")}
    assert found.searches == {"to come": "is:coming", "kallas": "kalas is:planned"}
    lines = WHOLE.splitlines()
    for name, line in found.lines.items():
        assert name.rpartition(".")[2] in lines[line - 1]
    assert found.place("keys.copy") == f"{tmp_path / 'config.toml'}:8"


def test_a_fact_file_may_lie_at_home_or_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/users/ada")
    assert read(tmp_path, 'file = "~/facts.yaml"').file == "/users/ada/facts.yaml"
    assert read(tmp_path, 'file = "/srv/facts"').file == "/srv/facts"


@pytest.mark.parametrize(
    ("text", "line", "sentence", "advice"),
    [
        ('mouse = true\ntheem = "dark"', 2, "there is no setting “theem”", "did you mean theme? settings are theme, "),
        ('\ntheme = "pink"', 2, "there is no theme “pink”", "choose one of dark, light, ansi, mono"),
        ("theme = 3", 1, "theme is no text", 'write it in quotation marks: theme = "…"'),
        ('mouse = "on"', 1, "mouse is neither true nor false", "write mouse = true or mouse = false"),
        ('keys = "w"', 1, "keys is no table", 'write [keys] on a line of its own, and below it copy = "w"'),
        ("[keys]\n\nmark = 3", 3, "mark has no key that is text", 'write mark = "w", or mark = ["w", "^w"]'),
        ("[keys]\nmark = []", 2, "mark has no key that is text", 'write mark = "w", or mark = ["w", "^w"]'),
        ('[searches]\nx = ""', 2, "“x” is no search of 1 to 1,000 characters", 'write a name and a query: "x" = '),
        ("# keys\n\nkeys = {copy = 3}", 3, "copy has no key that is text", 'write copy = "w"'),
        ("mouse = true\ntheme =", 2, "this is not TOML (Invalid value)", "nothing of the file is used until"),
        ('keys.mark = ""', 1, "mark has no key that is text", 'write mark = "w", or mark = ["w", "^w"]'),
    ],
)
def test_a_fault_has_its_line_a_sentence_and_the_next_step(
    tmp_path: Path, text: str, line: int, sentence: str, advice: str
) -> None:
    (found,) = faults(tmp_path, text)
    assert found[:2] == (line, sentence)
    assert found[2].startswith(advice)


def test_what_is_right_beside_a_fault_counts(tmp_path: Path) -> None:
    found = read(tmp_path, 'theme = "pink"\nmouse = true\n[keys]\nmark = 3\ncopy = "w"\n')
    assert (found.theme, found.mouse, found.keys) == ("", True, {"copy": ("w",)})
    assert [fault.line for fault in found.faults] == [1, 4]


def test_a_file_that_is_not_toml_is_told_with_its_line_and_none_of_it_is_used(tmp_path: Path) -> None:
    found = read(tmp_path, 'theme = "light"\nmouse = yes\n')
    assert found[2:-1] == Settings(Path())[2:-1]
    (fault,) = found.faults
    advice = "nothing of the file is used until it is mended"
    assert str(fault) == f"{tmp_path / 'config.toml'}:2: this is not TOML (Invalid value): {advice}"


def test_a_file_that_is_no_text_too_large_or_not_to_be_read_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, b"# a\n# \xff\n")[0][:2] == (2, "this is not UTF-8")
    assert faults(tmp_path, "#" * (2**20 + 1))[0][1] == "the settings are larger than 1 MiB"
    (fault,) = read_settings(tmp_path / "none.toml").faults
    assert fault.sentence == "the settings cannot be read (No such file or directory)"


def test_more_searches_than_a_palette_holds_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, "[searches]\n" + "".join(f's{nth} = "x"\n' for nth in range(MOST_SEARCHES + 5)))
    assert len(found.searches) == MOST_SEARCHES
    assert [fault.line for fault in found.faults] == [MOST_SEARCHES + 2]


def test_of_very_many_settings_that_are_not_known_the_first_are_told_and_that_there_are_more(tmp_path: Path) -> None:
    text = "".join(f"thing{n} = 1\n" for n in range(5000))
    found = faults(tmp_path, f'theme = "light"\n{text}')
    assert len(found) == MOST_UNKNOWN + 1
    assert found[-1] == (MOST_UNKNOWN + 2, "there are more than 100 settings that are not known", "delete them")
    assert read(tmp_path, f'theme = "light"\n{text}').theme == "light"


def test_keys_are_given_to_no_more_actions_than_there_may_be(tmp_path: Path) -> None:
    text = "".join(f'thing{n} = "x"\n' for n in range(5000))
    assert faults(tmp_path, f"[keys]\n{text}") == [
        (MOST_KEYS + 2, "keys are given to more than 200 actions", "delete some")
    ]
    assert len(read(tmp_path, f"[keys]\n{text}").keys) == MOST_KEYS


def test_a_number_of_thousands_of_digits_is_told(tmp_path: Path) -> None:
    ((_, sentence, advice),) = faults(tmp_path, f"theme = {'9' * 5000}")
    assert sentence.startswith("this is not TOML (")
    assert advice == "nothing of the file is used until it is mended"


@pytest.mark.parametrize(
    "name",
    [f"a{'.a' * 16}", f"a{' . a' * 16}", "a" + '."a b"' * 16, f"[a{'.a' * 16}]\nb", f"a = {{a{'.a' * 16} = 1}} #"],
)
def test_a_name_of_very_many_parts_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    assert faults(tmp_path, f'theme = "light"\n{name} = 1') == [
        (2, "a name has more than 16 parts", "take out what is no setting")
    ]


def test_many_points_in_a_text_are_none_of_a_name(tmp_path: Path) -> None:
    assert read(tmp_path, f'copy = "{"a. " * 40}"').copy == "a. " * 40


def test_nothing_in_the_file_can_steer_a_terminal(tmp_path: Path) -> None:
    text = 'copy = "\\u001b[2J"\n"\\u001b]0;x\\u0007" = 1\n[searches]\n"a\\u202eb" = "\\u001b[31mred"\n'
    text += '[keys]\n"\\u001bc" = 1\n'
    found = read(tmp_path, text)
    words = "".join([found.copy, *found.searches, *found.searches.values(), *map(str, found.faults)])
    assert not [char for char in words if ord(char) < 32 or char == "\u202e"]


@pytest.mark.slow
@given(
    st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(["[keys]\n", "a.b.c = 1", "[[keys]]\n[x.y]"])
)
def test_any_text_gives_settings(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    found = read(tmp_path_factory.getbasetemp(), text)
    assert all(fault.sentence and fault.advice for fault in found.faults)


# --- where the file is, and what goes before it ---


def test_the_file_stands_in_the_folder_for_settings_unless_a_variable_names_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EUJDEF_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_file() == tmp_path / "eujdef" / "config.toml"
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", "/users/ada")
    assert config_file() == Path("/users/ada/.config/eujdef/config.toml")
    monkeypatch.setenv("EUJDEF_CONFIG", "/srv/eujdef.toml")
    assert config_file() == Path("/srv/eujdef.toml")


def test_without_a_file_nothing_is_imported_to_read_one() -> None:
    code = "import sys; from eujdef_tui.system.paths import settings; print(settings(), 'tomllib' in sys.modules)"
    env = os.environ | {"COVERAGE_PROCESS_CONFIG": ""}  # coverage reads TOML itself
    ran = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert ran.stdout == "None False\n"


def test_a_theme_of_the_settings_goes_after_the_environment_and_before_the_one_chosen_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("EUJDEF_CONFIG", str(tmp_path / "config.toml"))
    remember_theme("ansi")
    read(tmp_path, 'theme = "light"')
    assert first_theme({}, ALL) == "light"
    assert first_theme({"EUJDEF_THEME": "dark"}, ALL) == "dark"
    assert first_theme({"NO_COLOR": "1"}, ALL) == "mono"
    assert first_theme({}, 16) == "ansi"  # too few colours for it
    read(tmp_path, 'theme = "mono"')
    assert first_theme({}, 16) == "mono"


def test_the_mouse_of_the_settings_goes_after_the_environment_and_before_the_guess(tmp_path: Path) -> None:
    assert mouse({"SSH_CONNECTION": "1"}, wanted=read(tmp_path, "mouse = true").mouse)
    assert not mouse({"EUJDEF_MOUSE": "0"}, wanted=True)
    assert not mouse({}, wanted=read(tmp_path, "mouse = false").mouse)
    assert mouse({}, wanted=read(tmp_path, "").mouse)
