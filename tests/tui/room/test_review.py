"""Stories of the page for the review: ratings and disputes, the plan, findings, feedback."""

from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console
from textual.events import Key

from simulator.engine.views import overview as o
from simulator.session.room import (
    FeedbackRow,
    NoteRow,
    PlanRow,
    RatingRow,
    SetAsideRow,
)
from tests.tui.far import ROOM_VIEW, FarLine
from tests.tui.leader import at_the_desk, leading
from tests.tui.room import overview as rows
from tui.room.learning import about_item, heading, items, row_of
from tui.room.minutes import minutes
from tui.room.sheets.lessons import PlanSheet, SetAsideSheet, standing_aside
from tui.screens.confirm import Confirm
from tui.widgets.writing import Writing

PANEL = rows.panel(
    team="red-barn",
    objectives=(
        rows.objective("calm", title="Stay [b]calm[/b]", capability="Planning", points=2, of=5,
                       tasks=(("breathe", "Breathe"), ("count", "Count to ten")),
                       measures=(o.MeasureRow("In an hour", "met", 2, 2, "breathe"),
                                 o.MeasureRow("Never", "failed", 0, 3, "count"))),
        rows.objective("order", title="Keep order"),
    ),
)  # fmt: skip


def rated(by: str, grade: Any, objective: str = "calm", task: str = "", **more: Any) -> RatingRow:
    usual = {"team": "red-barn", "text": "", "at": 0}
    told: dict[str, Any] = usual | more
    return RatingRow(objective, told["team"], f"e-{by}", by, grade, told["text"], told["at"], task)


def noted(id: int, text: str, *marks: str, evidence: tuple[int, ...] = ()) -> NoteRow:
    return NoteRow(id, "red-barn", 1, 60, 0, "c", "Drita", "", "", text, marks, evidence)


PLAN = PlanRow(
    "3", "red-barn", 1, "control-1", "Drita", "Nobody [i]knew[/i] whom to call.", "Planning",
    "planning", "Keep a list.", "AKCESK", "2026-12-01", "2027-01-31", "calm/1", (4, 5, 9),
)  # fmt: skip
ROWS: dict[str, Any] = {
    "ratings": (
        rated("Eva", "P"), rated("Ola", "P"), rated("Eva", "S", task="count"),
        rated("Ola", "U", task="count", text="They [red]stopped[/red] at five."),
        rated("Eva", "U", "order", team="blue-barn"),
    ),
    "set_aside": (SetAsideRow("calm", "red-barn", "control-1", "Drita", "M", "I saw it.", 0),),
    "plan": (PLAN,),
    "notes": (
        noted(1, "The door was open.", "urgent", evidence=(4, 5)),
        noted(2, "They laughed.", "hot-wash", evidence=(7,)), noted(3, "A quiet hour."),
    ),
    "feedback": (
        FeedbackRow("red-barn.akcesk-1", "Ana", "red-barn", "akcesk", (("pace", 5),), ()),
        FeedbackRow("", "", "", "", (("pace", 2),), (("well", "The [b]coffee[/b]."),)),
    ),
}  # fmt: skip


@pytest.fixture
def line() -> FarLine:
    line = at_the_desk()
    line.show_room(panel=PANEL, **ROWS)
    return line


@pytest.mark.parametrize("size", [(80, 24), (120, 35)])
async def test_the_page_tells_all_that_is_known_for_the_review(line: FarLine, size: Any):
    async with leading(line, size) as leader:
        await leader.press("9")
        seen = leader.sees()
        first = leader.line_with("≠ Count")
        assert "≠ Count to ten (Stay [b]" in first
        assert "S Eva  U Ola" in first
        assert seen.index("Count to ten") < seen.index("Breathe")
        assert "P Eva  P Ola" in leader.line_with("M Drita")
        assert "They [red]stopped[/red] at" in seen
        assert "0/3 ✗ not met  Never" in seen
        assert "Nobody" in seen
        assert "Urgent findings" in seen
        leader.screen.query_one("#wash").focus()
        await leader.press("end")
        assert "3.5 (2)" in leader.sees()
        assert "The [b]coffee[/b]." in leader.sees()


async def test_control_rates_a_task_sets_a_rating_aside_and_keeps_the_plan(line: FarLine):
    async with leading(line) as leader:
        await leader.press("9", "r", "tab", "4", "ctrl+s")
        rate = line.asked[-1]
        assert (rate["objective"], rate["task"], rate["grade"]) == ("calm", "count", "U")

        await leader.press("o")
        sheet = leader.app.screen
        assert isinstance(sheet, SetAsideSheet)
        assert "Stay [b]calm[/b]" in leader.sees()
        await leader.press("1", "ctrl+s")
        aside = line.asked[-1]
        assert (aside["act"], aside["grade"], aside["why"]) == ("set-aside", "P", "I saw it.")
        await leader.press("o", "5", "ctrl+s")
        assert line.asked[-1]["off"]

        leader.screen.query_one("#planned").focus()
        await leader.pilot.pause()
        assert "Capability: Planning" in leader.sees()
        assert "Closed by: Stay [b]calm[/b]: Never" in leader.sees()
        await leader.press("enter")
        form = leader.app.screen
        assert isinstance(form, PlanSheet)
        # enter at what is chosen leaves it chosen
        form.query_one("#measure").focus()
        await leader.press("enter")
        form.query_one("#owner").focus()
        await leader.press("end", "exclamation_mark", "ctrl+s")
        row = line.asked[-1]
        assert (row["act"], row["item"], row["owner"], row["check"]) == (
            "plan", "3", "AKCESK!", "calm/1",
        )  # fmt: skip
        # what the chosen observation shows, and what was cited by hand
        assert (row["evidence"], row["due"], row["team"]) == ([4, 5, 9], "2027-01-31", "red-barn")

        await leader.press("d")
        assert isinstance(leader.app.screen, Confirm)
        assert "Nobody [i]knew[/i] whom" in leader.sees()
        await leader.press("y")
        assert (line.asked[-1]["item"], line.asked[-1]["off"]) == ("3", True)

        await leader.press("v")
        assert isinstance(leader.app.screen, Confirm)
        assert "Let evaluators see each" in leader.sees()
        await leader.press("y")
        assert (line.asked[-1]["act"], line.asked[-1]["team"]) == ("reveal", "red-barn")


async def test_a_new_row_wants_issue_action_element_and_days_that_there_are(line: FarLine):
    async with leading(line) as leader:
        await leader.press("9", "a")
        await leader.write("Slow.")
        await leader.press("ctrl+s")
        assert leader.told()[-1].startswith("Write the issue and the action")
        await leader.press("tab")
        await leader.write("Train.")
        await leader.press("tab", "4")
        form = leader.app.screen
        due: Any = form.query_one("#due")
        due.value = "31 January"
        await leader.press("ctrl+s")
        assert leader.told()[-1] == "“31 January” is no day: write it like 2027-01-31."
        due.value = "2027-01-31"
        starts: Any = form.query_one("#starts")
        starts.value = "2027-02-01"
        await leader.press("ctrl+s")
        assert leader.told()[-1] == "It is due before it starts."
        starts.value = ""
        check: Any = form.query_one("#check")
        check.value = "they-call-within-an-hour"
        measure: Any = form.query_one("#measure")
        measure.choose("calm/1")
        await leader.press("ctrl+s")
        assert leader.told()[-1].startswith("Choose a measure or write the name")
        measure.choose("")
        team: Any = form.query_one("#team")
        team.choose("")
        await leader.press("ctrl+s")
        row = line.asked[-1]
        assert (row["item"], row["issue"], row["action"], row["element"]) == (
            "", "Slow.", "Train.", "training",
        )  # fmt: skip
        assert (row["team"], row["evidence"]) == ("", [])
        assert (row["check"], row["due"]) == ("they-call-within-an-hour", "2027-01-31")


async def test_keys_in_one_burst_go_to_the_fields_they_were_meant_for(line: FarLine):
    async with leading(line) as leader:
        await leader.press("9", "a")
        for key in ("x", "tab", "y"):
            leader.app.post_message(Key(key, key if len(key) == 1 else None))
        await leader.pilot.pause()
        texts = [leader.app.screen.query_one(f"#{id}", Writing).text for id in ("issue", "action")]
        assert texts == ["x", "y"]
        # and nobody loses them by one more key
        await leader.press("escape")
        assert isinstance(leader.app.screen, Confirm)
        await leader.press("n")
        assert isinstance(leader.app.screen, PlanSheet)


def test_the_text_of_it_names_tasks_and_measures_as_people_do():
    room = type(ROOM_VIEW)(**{n: getattr(ROOM_VIEW, n) for n in ROOM_VIEW.__slots__} | ROWS)
    told = minutes(room, PANEL)
    assert "→ Count to ten – U" in told
    assert "AKCESK, 2026-12-01 – 2027-01-31, Stay [b]calm[/b]: Never" in told


def test_what_was_rated_before_control_went_back_says_so_and_is_no_dispute_if_it_was_undone():
    early = replace(rated("Eva", "P"), at=300, back=600)
    undone = replace(rated("Ola", "U"), at=1200, back=600)
    put = replace(ROWS["set_aside"][0], at=900, back=600)
    teams = (replace(ROOM_VIEW.teams[0], take=2), *ROOM_VIEW.teams[1:])
    room = replace(
        ROOM_VIEW, teams=teams, ratings=(early, undone), set_aside=(put,), revealed=("red-barn",),
        notes=(noted(1, "They laughed."),),
    )  # fmt: skip
    item = next(item for item in items(room, PANEL) if item.key == "calm")

    assert not item.disputed
    assert str(row_of(item).cells["Rated"]) == "P Eva (take 1)  U Ola (take 1)"
    assert str(row_of(item).cells["Set aside"]) == "M Drita (take 1)"
    console = Console(width=200)
    with console.capture() as captured:
        console.print(about_item(item))
    told = captured.get()
    assert "M stood in place of all others, said Drita" in told
    assert told.count("given in take 1, before control went back to T+00:10:00") == 3
    assert told.count("it does not count any more") == 2
    assert "(Ola, given in take 1" in minutes(room, PANEL)
    assert "Drita, red-barn, take 1\n  They laughed." in minutes(room, PANEL)
    assert standing_aside(room, room.teams[0], "calm") is None
    assert heading(room, PANEL).endswith(", open to evaluators")


def test_ratings_of_another_team_are_not_laid_beside_these():
    room = type(ROOM_VIEW)(**{n: getattr(ROOM_VIEW, n) for n in ROOM_VIEW.__slots__} | ROWS)
    known = {item.key: item for item in items(room, PANEL)}
    assert list(known) == ["calm count", "calm", "calm breathe", "order"]
    assert not known["order"].ratings
    assert [item.disputed for item in known.values()] == [True, False, False, False]
