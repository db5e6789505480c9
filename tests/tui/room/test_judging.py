"""The judge page: cards that wait, the odds in plain words, and a ruling made of what is chosen."""

import pytest
from rich.console import Console, RenderableType
from rich.theme import Theme

from simulator.engine.commands import CONTROL, Rule
from tests.tui.room import overview as rows
from tests.tui.room.overseen import ANSWER, NOW, SCENE, TOWN, overseeing
from tui.room import judging
from tui.room.pages.judging import JudgePage
from tui.room.sheets.rule import RuleSheet
from tui.widgets.writing import Writing

INKS = Theme(dict.fromkeys(("mute", "head", "strong", "good", "bad", "call"), "none"))


def read(page: RenderableType) -> str:
    console = Console(width=90, theme=INKS)
    with console.capture() as captured:
        console.print(page)
    return captured.get()


def test_who_has_waited_longest_comes_first_and_the_title_says_how_long():
    assert [card.subject for card in judging.ordered(TOWN.cards)] == ["isolate-or-wait", "d2"]
    assert judging.counted(TOWN.cards, NOW) == "2 wait for a ruling, the first for 11m 40s"
    assert judging.counted(TOWN.cards[:1], NOW) == "1 waits for a ruling, for 5m"
    assert judging.counted((), NOW) == "Nothing waits for a ruling"


@pytest.mark.parametrize(
    ("chance", "then", "option", "said"),
    [
        (100, ["Trust: add points (5)"], "", ["It succeeds for sure: Trust: add points (5)."]),
        (100, [], "Wait", ["It succeeds for sure: it counts as “Wait”."]),
        (0, ["Trust: add points (5)"], "", ["It fails for sure."]),
        (75, ["a", "b"], "Wait", ["75 times in 100 it succeeds: it counts as “Wait”; a; b.",
                                  "25 times in 100 it fails and counts as “Wait” gone wrong."]),
        (30, ["a"], "", ["30 times in 100 it succeeds: a.",
                         "70 times in 100 it fails and changes nothing."]),
    ],
)  # fmt: skip
def test_odds_are_said_in_plain_words(chance: int, then: list[str], option: str, said: list[str]):
    assert judging.odds(chance, then, option)[: len(said)] == said


@pytest.mark.parametrize("written", ["", "x", "101", "-1", "50.5"])
def test_a_chance_is_a_whole_number_of_per_cent(written: str):
    assert [judging.chance_of(f" {chance} %") for chance in (0, 33, 100)] == [0, 33, 100]
    with pytest.raises(ValueError, match="0 to 100"):
        judging.chance_of(written)


def test_a_card_holds_all_that_a_judge_needs_and_what_people_write_stays_plain():
    said = read(judging.letter(ANSWER, SCENE))
    order = [
        "AKCESK", "What of the portal?", "[bold]and tell[/bold]", "It stops the wiper.",
        "Off the net, with a notice.", "Who is told?", "★ Isolate  best", "Portal: isolated",
        "Wait", "The press knows: no", "✓ done  at 75 %  Fri 08:15 AKSHI: Call the ISP",
        "→ Blocked.",
    ]  # fmt: skip
    places = [said.index(words) for words in order]
    assert places == sorted(places)


def test_what_they_want_by_themselves_has_no_question_but_says_so():
    said = read(judging.letter(rows.card("p2", kind="proposal", asked=""), SCENE))
    assert "of their own accord" in said
    assert "no action stands for" in said


async def test_a_judge_allows_with_odds_effects_and_words():
    async with overseeing(JudgePage) as overseer:
        assert "2 wait for a ruling, the first for 11m 40s" in overseer.sees()
        assert "EXPECTED" in overseer.sees()
        await overseer.press("enter", "ctrl+s")
        assert overseer.told()[-1].startswith("Choose your verdict")
        await overseer.press("1", "1", "2", "ctrl+e", "3", "1", "minus", "5", "ctrl+s")
        seen = overseer.sees()
        assert "75 times in 100 it succeeds: it counts as “Isolate”; Trust: add points" in seen
        assert "1. Trust: add points, or take them away (-5)" in seen
        sheet = overseer.app.screen
        assert isinstance(sheet, RuleSheet)
        sheet.deeds *= 2
        sheet.action_take_out()
        sheet.query_one("#told", Writing).text = "done"
        await overseer.press("ctrl+s")
        effect = '{"gauge": "trust", "add": -5}'
        ruled = Rule(CONTROL, "isolate-or-wait", "allow", "isolate", 75, (effect,), "done")
        assert overseer.steered() == [ruled]
        assert overseer.stage.steered[0].what.startswith("Allow what AKCESK wrote?\n75 times")


async def test_a_judge_refuses_and_what_was_chosen_for_allowing_counts_no_more():
    async with overseeing(JudgePage, (80, 24)) as overseer:
        await overseer.press("down", "r", "1", "5")
        await overseer.press("ctrl+s")
        assert overseer.told()[-1].startswith("Write the chance")
        await overseer.press("4", "0", "ctrl+s")
        assert overseer.told()[-1].startswith("Nothing would come of it")
        overseer.app.screen.query_one("#verdict").focus()
        await overseer.press("2")
        assert "How likely" not in overseer.sees()
        await overseer.press("ctrl+s")
        assert overseer.steered() == [Rule(CONTROL, "d2", "refuse")]


async def test_the_card_that_lies_open_stays_when_others_come_and_rulings_can_be_read():
    async with overseeing(JudgePage) as overseer:
        await overseer.press("down")
        assert "We go home." in overseer.sees().split("Card")[1]
        older = rows.card("d0", at=60, said="First of all.")
        await overseer.sees_later(60, cards=(*TOWN.cards, older))
        assert "3 wait for a ruling" in overseer.sees()
        assert "First of all." not in overseer.sees().split("Card")[1].splitlines()[5]
        assert "r Rule" in overseer.sees().splitlines()[-1]
        await overseer.press("tab")
        assert "Ruled by Dea." in overseer.sees()
        assert "They were told: Blocked." in overseer.sees()
        assert "r Rule" not in overseer.sees().splitlines()[-1]
        await overseer.sees_later(60, cards=())
        assert "Nothing waits for a ruling" in overseer.sees()
