"""A user's own language, colours and keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from textual.widgets import Button

from tests.tui.desk import seated
from tests.tui.fake import FakeSeat
from tests.tui.world import VIEW
from tui.acts import key_of
from tui.app import KullaApp
from tui.keys import command
from tui.opening import Opening
from tui.screens.choose import Choose
from tui.settings import BadSettings, Settings, settings
from tui.theme import THEMES


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_all_is_as_usual(file):
    assert settings(file) == Settings()


def test_what_the_file_says_is_taken(file):
    file.write_text(
        'language = "sq"\ntheme = "kulla-light"\nmotion = false\n[keys]\ndue = "f5"\n', "utf-8"
    )
    told = settings(file)
    assert (told.language, told.theme, told.motion) == ("sq", "kulla-light", False)
    assert told.keys == {"due": "f5"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("language = ", "can't be read"),
        ('colour = "red"', "there is no setting 'colour'; there are language, theme"),
        ('language = "de"', "'language' is not right"),
        ('theme = "pink"', "there is no theme 'pink'; there are kulla-dark"),
        ('[keys]\nfly = "f"', "there is no act 'fly'; kulla keys lists them"),
        ('[keys]\ndue = "hyper+x"', "'hyper+x' for 'due' is no key"),
        ('[keys]\ndue = "u"', "'u' can't be both 'due' and 'next_unread'"),
        ('[keys]\ndue = ""', "'keys.due' is not right"),
    ],
)
def test_what_can_not_be_is_said_in_one_sentence_with_its_place(file, text, wrong):
    file.write_text(text, "utf-8")
    with pytest.raises(BadSettings) as bad:
        settings(file)
    said = str(bad.value)
    assert wrong in said
    assert str(file) in said
    assert "\n" not in said


@pytest.mark.parametrize("key", ["f5", "ctrl+o", "ampersand", "ç", "left_curly_bracket"])
def test_an_act_can_have_any_key_there_is(file, key):
    file.write_text(f'[keys]\nnote = "{key}"', "utf-8")
    assert settings(file).keys == {"note": key}


def test_two_acts_can_change_places(file):
    file.write_text('[keys]\ndue = "u"\nnext_unread = "d"', "utf-8")
    assert settings(file).keys == {"due": "u", "next_unread": "d"}


async def test_a_key_that_was_changed_does_its_act_and_is_told_everywhere():
    # given a player who wants Due on F5
    async with seated(settings=Settings(keys={"due": "f5"})) as player:
        # then the last line and the line of what is due say so
        assert key_of("due") == "f5"
        assert "f5 Due" in player.sees()
        assert "f5 opens it" in player.sees()
        await player.press("question_mark")
        assert "and f5" in player.sees()
        await player.press("escape")

        # when the old key is pressed, nothing happens; the new one opens the decision
        await player.press("d")
        assert len(player.app.screen_stack) == 2
        await player.press("f5")
        assert len(player.app.screen_stack) == 3


async def test_tabs_buttons_and_the_tutorial_name_the_keys_that_were_changed():
    keys = {
        "pane-inbox": "i", "attachments": "left_square_bracket", "answer": "ctrl+a",
        "tutorial": "slash", "search_inbox": "f3", "lesson-next": "f7",
    }  # fmt: skip
    taught = FakeSeat(replace(VIEW, teaches=True))
    async with seated(taught, settings=Settings(keys=keys)) as player:
        assert "i Inbox 3" in player.sees()
        assert "< back · f7 next · / hides" in player.sees()
        await player.press("u", "u", "u")
        assert "Answer  ctrl+a" in player.sees()
        assert str(player.screen.query_one("#attached", Button).label) == "Attachments  ["


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_colours_are_as_they_were_set(theme):
    async with seated(settings=Settings(theme=theme)) as player:
        assert player.app.current_theme.name == theme


def test_nothing_moves_by_itself_where_that_is_not_wanted():
    assert KullaApp(Choose({}, Opening(0)), Settings(motion=False)).animation_level == "none"


def test_the_keys_are_listed_as_a_file_that_changes_nothing(monkeypatch, file):
    # given what kulla keys prints
    monkeypatch.setattr("tui.keys.place", lambda: file)
    monkeypatch.setattr("tui.reader.place", lambda: file)
    printed = CliRunner().invoke(command, env={"LANG": "C"}, standalone_mode=False)
    assert printed.return_value == 0
    assert 'due = "d"  # Open what is due soonest' in printed.output

    # when it is kept as the settings, it is taken as it is
    file.write_text(printed.output, "utf-8")
    assert settings(file).keys["due"] == "d"


def test_bad_settings_stop_the_command_with_a_sentence(monkeypatch, file):
    file.write_text("[keys]\nfly = 'f'", "utf-8")
    monkeypatch.setattr("tui.reader.place", lambda: file)
    refused = CliRunner().invoke(command)
    assert refused.exit_code == 2
    assert "there is no act 'fly'" in refused.output
