"""The help of each page, and the brief with its rules and glossary."""

from dataclasses import replace

import pytest
from rich.console import Console, RenderableType
from rich.theme import Theme
from textual.binding import Binding

from simulator.engine import views as v
from tests.tui.desk import Player, seated
from tests.tui.fake import FakeSeat
from tests.tui.world import VIEW
from tui.acts import ACTS, PANES, act
from tui.app import KullaApp
from tui.briefing import brief
from tui.glossary import RULES, TERMS
from tui.help import PAGES, help_page
from tui.opening import Opening
from tui.screens.choose import first_screen
from tui.widgets.tabs import acts_on

INKS = Theme(dict.fromkeys(("mute", "head", "strong"), "none"))


def read(page: RenderableType) -> str:
    console = Console(width=90, theme=INKS)
    with console.capture() as captured:
        console.print(page)
    return captured.get()


def test_the_help_of_a_page_says_what_it_is_for_then_its_keys_by_group_then_the_signs():
    acts = [*ACTS, act("f", "filter", "Filter", "Show only one kind of line")]
    said = read(help_page(acts, "You hold one role.", page="log"))
    order = ["All that you have known", "You hold one role.", "Clock", "Everywhere", "Signs"]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
    assert "f  Show only one kind of line" in said.split("Here")[1]


def test_several_keys_for_the_same_thing_are_told_once():
    assert "1 2 3 4 5 6 7" in read(help_page(ACTS))


def test_keys_are_written_as_they_are_pressed():
    bindings = [
        Binding("ctrl+g", "grant", "Grant", tooltip="Grant it"),
        Binding("less_than_sign", "back", "Back", tooltip="Back"),
        Binding("f10,escape", "sum", "Sum", tooltip="The summary", key_display="F10"),
    ]
    said = read(help_page(bindings))
    for keys in ("ctrl+g  Grant it", "<       Back", "F10     The summary"):
        assert keys in said


@pytest.mark.parametrize("pane", PANES)
def test_every_page_has_its_help_and_every_act_on_it_a_sentence(pane: str):
    assert pane in PAGES
    assert all(act.tooltip for act in acts_on(pane))


def test_the_first_page_says_who_one_is_whom_one_leads_and_what_it_is_about():
    said = read(brief(replace(VIEW, objectives=("Contain the destruction",))))
    for words in (
        "National Cyber Authority",
        "Keep the country's services alive.",
        "You lead       Analysts: 6 people, Forensics: 2 people",
        "You report to  AKSHI, NATO",
        "· Contain the destruction",
        "Government IT agency            played by the computer",
    ):
        assert words in said
    assert "STARTEX" not in said


async def test_the_help_of_the_open_page_has_its_own_keys_and_no_other_pages():
    async with seated(size=(120, 60)) as player:
        await player.press("6", "question_mark")
        assert "All that you have known and done" in player.sees()
        assert "Show only one kind of line" in player.sees()
        assert "Show only messages of a state or channel" not in player.sees()


async def test_a_form_has_its_help_too_and_stays_as_it_was():
    async with seated() as player:
        await player.press("n")
        await player.write("half a note")
        await player.press("f1")
        assert "Enter goes on from field to field" in player.sees()
        await player.press("escape")
        assert "half a note" in player.sees()


async def test_before_the_exercise_there_is_help_as_well():
    async with KullaApp(first_screen(None, Opening(seed=3))).run_test(size=(100, 40)) as pilot:
        player = Player(pilot, None)  # type: ignore[arg-type]
        await player.press("question_mark")
        assert "Choose what to play." in player.sees()
        await player.press("escape", "enter", "question_mark")
        assert "Choose whose seat you take" in player.sees()


async def test_the_brief_has_the_rules_and_the_words_of_the_exercise_and_can_be_searched():
    view = replace(
        VIEW, rules="Two rooms, no names.", glossary=(v.TermView("TIMS", "The border system"),)
    )
    async with seated(FakeSeat(view), size=(80, 24)) as player:
        await player.press("7", "slash")
        await player.write("two rooms")
        assert "Brief: 1 of 1 found" in player.sees()
        assert "Rules of this exercise" in player.sees()
        assert "Two rooms, no names." in player.sees()
        await player.press("escape", "slash")
        await player.write("border")
        assert "TIMS" in player.line_with("The border system")
        assert "Words of this exercise" in player.sees()


async def test_a_search_in_the_brief_goes_from_one_find_to_the_next_and_round():
    async with seated() as player:
        await player.press("7", "slash")
        await player.write("siem")
        assert "Brief: 1 of" in player.sees()
        finds = int(player.line_with("Brief: 1 of").split(" found")[0].split()[-1])
        assert finds > 1
        await player.press("enter")
        assert f"Brief: 2 of {finds} found" in player.sees()
        await player.press(*["enter"] * (finds - 1))
        assert f"Brief: 1 of {finds} found" in player.sees()
        await player.write("xyz")
        assert "Brief: nothing found" in player.sees()


async def test_the_brief_is_drawn_anew_for_another_width_and_stays_where_one_reads():
    seat = FakeSeat()
    async with seated(seat) as player:
        await player.press("7", "end")
        last = TERMS[-1][1].split(",")[0]
        assert last in player.sees()
        seat.show(now=4000)
        await player.time_passes()
        assert last in player.sees()
        await player.pilot.resize_terminal(80, 24)
        await player.pilot.pause()
        await player.press("home")
        assert "National Cyber Authority" in player.sees()


def test_the_glossary_has_the_words_that_a_newcomer_meets():
    known = {term for term, _ in TERMS}
    assert {"Inject", "STARTEX", "ENDEX", "MSEL", "Hot wash", "Magnitude", "Consent"} <= known
    assert {"TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR"} <= known
    assert len(known) == len(TERMS)
    assert len(RULES) == len(set(RULES))
