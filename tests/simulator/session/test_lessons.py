"""What is written down once it is over: ratings of tasks, the improvement plan, feedback."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.engine.errors import Refused
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.feedback import QUESTIONS, STATEMENTS
from simulator.session.grants import Grant
from simulator.session.journal.reading import read
from simulator.session.journal.record import Record, without_words
from simulator.session.room import FeedbackRow
from tests.simulator.engine.playbook import scenario
from tests.simulator.session.controlled import Controlled
from tests.simulator.session.journal.scribe import rated, stand

MEASURES = {"measures": [{"never": {"time": {"after": "9h"}}}]}
WORLD = scenario(
    roles={"soc": {}, "csmu": {}},
    objectives={
        "calm": {"tasks": {"breathe": {"title": "Breathe", **MEASURES},
                           "count": {"title": "Count", **MEASURES}}},
        "order": {},
    },
)  # fmt: skip
SHEET = "a-sheet-that-nobody-else-has"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Controlled]:
    controlled = Controlled(tmp_path, WORLD, teams=("red", "blue"))
    yield controlled
    controlled.ends_as_written()


@pytest.fixture
def eva(room: Controlled) -> Grant:
    return room.scribe.sit(Place("evaluator", "red", "soc"), "Eva")


def end(room: Controlled, *teams: str) -> None:
    room.do(room.arta, acts.Start())
    room.scribe.advance(900)
    room.there(room.arta)
    for team in teams or room.session.teams:
        assert room.do(room.arta, acts.End(team=team)) == ""


def form(sheet: str = SHEET, anonymous: bool = True, **scores: int) -> acts.Feedback:
    return acts.Feedback(sheet=sheet, scores=tuple(scores.items()), anonymous=anonymous)


# Ratings


def test_a_task_is_rated_beside_its_objective_by_id_or_by_number(room: Controlled, eva: Grant):
    room.do(eva, acts.Rate(objective="calm", grade="P"))
    room.do(eva, acts.Rate(objective="1", task="2", grade="M", text="Too fast."))
    room.do(eva, acts.Rate(objective="calm", task="breathe", grade="U"))
    room.do(eva, acts.Rate(objective="calm", task="1", grade="S"))

    ratings = {(row.objective, row.task): row.grade for row in rated(room.session).ratings}
    assert ratings == {("calm", ""): "P", ("calm", "count"): "M", ("calm", "breathe"): "S"}
    for objective, task in (("calm", "3"), ("order", "1"), ("calm", "order")):
        why = room.why_not(eva, acts.Rate(objective=objective, task=task, grade="P"))
        assert why == f"this objective has no task '{task}'"


def test_control_sets_ratings_aside_with_a_reason_and_lets_them_stand_again(
    room: Controlled, eva: Grant
):
    why = acts.SetAside(objective="calm", grade="S", why=" I was there. ", team="red")
    assert room.do(room.arta, why) == ""
    (row,) = rated(room.session).set_aside
    assert (row.objective, row.team, row.by, row.grade, row.why) == (
        "calm", "red", "Arta", "S", "I was there.",
    )  # fmt: skip
    room.do(room.besa, acts.SetAside(objective="calm", grade="U", why="No.", team="red"))
    room.do(room.arta, acts.SetAside(objective="1", grade="P", why="Yes.", team="blue"))
    assert [(row.by, row.grade) for row in rated(room.session).set_aside] == [
        ("Besa", "U"), ("Arta", "P"),
    ]  # fmt: skip

    for act, sentence in (
        (acts.SetAside(objective="calm", grade="P", team="red"), "there is nothing to read in it"),
        (acts.SetAside(objective="calm", why="So.", team="red"), "a grade is wanted"),
        (acts.SetAside(objective="order", off=True, team="red"), "no rating is set aside there"),
    ):
        assert room.why_not(room.arta, act) == sentence
    room.do(room.arta, acts.SetAside(objective="calm", off=True, team="red"))
    assert [row.team for row in rated(room.session).set_aside] == ["blue"]
    with pytest.raises(Refused):
        room.do(eva, why)


# The improvement plan

ROW = acts.Plan(
    issue="Nobody knew whom to call.", capability="Public information", element="planning",
    action="Write a list of telephones.", owner="AKCESK", starts="2026-12-01", due="2027-01-31",
    check="calm/0", team="red", evidence=(0, 1),
)  # fmt: skip


def test_a_row_of_the_plan_is_begun_changed_and_taken_away(room: Controlled):
    end(room)
    assert room.do(room.arta, ROW) == ""
    general = acts.Plan(issue="Slow.", action="Train.", element="training")
    assert room.do(room.besa, general) == ""
    changed = ROW.model_copy(update={"item": "1", "owner": "CSIRT", "evidence": ()})
    assert room.do(room.besa, changed) == ""

    first, last = room.session.notebook.plan
    assert (first.id, first.team, first.take, first.by) == ("1", "red", 1, "Besa")
    assert (first.issue, first.action) == (ROW.issue, ROW.action)
    assert (first.owner, first.check, first.evidence) == ("CSIRT", "calm/0", ())
    assert (first.starts, first.due, first.element) == ("2026-12-01", "2027-01-31", "planning")
    assert (last.id, last.team, last.take, last.owner) == ("2", "", 0, "")

    assert room.do(room.arta, acts.Plan(item="1", off=True)) == ""
    assert room.do(room.arta, general) == ""
    assert [row.id for row in room.session.notebook.plan] == ["2", "3"]


@pytest.mark.parametrize(("changed", "why"), [
    ({"item": "9"}, "the plan has no row '9'"),
    ({"item": "9", "off": True}, "the plan has no row '9'"),
    ({"off": True}, "the plan has no row ''"),
    ({"issue": " "}, "there is nothing to read in it"),
    ({"action": ""}, "there is nothing to read in it"),
    ({"element": None}, "the capability element is wanted"),
    ({"due": "2027-02-30"}, "there is no day '2027-02-30'"),
    ({"due": "2026-11-30"}, "it is due before it starts"),
    ({"evidence": (9999,)}, "the log has no such place"),
    ({"team": ""}, "the log has no such place"),
    ({"team": "none"}, "there is no team 'none'"),
])  # fmt: skip
def test_a_row_that_nobody_could_carry_out_is_refused(
    room: Controlled, changed: dict[str, object], why: str
):
    assert room.why_not(room.arta, ROW.model_copy(update=changed)) == why
    assert not room.session.notebook.plan
    assert not read(room.path).records[-1].draft.words


def test_what_is_written_is_sealed_and_nowhere_else(room: Controlled, eva: Grant):
    room.do(eva, acts.Rate(objective="calm", task="count", grade="S", text="canary one"))
    room.do(room.arta, acts.SetAside(objective="calm", grade="S", why="canary two", team="red"))
    row = {name: f"canary {name}" for name in ROW.WRITTEN}
    room.do(room.arta, ROW.model_copy(update={**row, "evidence": ()}))
    end(room)
    texts = tuple((name, f"canary {name}") for name in QUESTIONS)
    named = acts.Feedback(sheet=SHEET, texts=texts)
    room.do(room.soc, named)
    room.do(room.soc, named.model_copy(update={"anonymous": True}))
    raw = room.path.read_bytes()
    words = {"text", "why", *ROW.WRITTEN, *QUESTIONS}
    lines = [without_words(line, words) for line in raw.splitlines()]
    assert raw.count(b"canary") == 2 + len(ROW.WRITTEN) + 2 * len(QUESTIONS)
    assert b"canary" not in b"".join(lines)
    room.path.write_bytes(b"\n".join(lines) + b"\n")
    replayed = room.replayed()
    book, ratings = replayed.notebook, rated(replayed)
    assert {text for row in book.feedback for _, text in row.texts} == {"…"}
    assert book.plan[0].issue == ratings.set_aside[0].why == ratings.ratings[0].text == "…"
    room.path.write_bytes(raw)


def test_what_was_asked_before_tasks_were_known_is_known_again(room: Controlled, eva: Grant):
    room.scribe.do(eva, acts.Rate(objective="calm", grade="P"), id="i" * 16)
    assert read(room.path).records[-1].draft.body["act"] == {
        "act": "rate", "objective": "calm", "grade": "P", "team": "",
    }  # fmt: skip


# Feedback


def test_feedback_is_for_who_took_part_once_it_is_over_for_their_team(room: Controlled, eva: Grant):
    watching = room.scribe.sit(Place("observer", "blue", "csmu"), "Ola")
    assert room.why_not(room.soc, form(anonymous=False, pace=3)) == "the exercise is not over"
    end(room, "red")
    assert room.do(room.soc, form(anonymous=False, pace=3)) == ""
    with pytest.raises(Refused, match="not over"):
        room.do(watching, form(pace=3))
    for who in (eva, room.arta):
        with pytest.raises(Refused, match="no such thing"):
            room.do(who, form(pace=3))
    room.do(room.arta, acts.End(team="blue"))
    said = acts.Feedback(sheet=SHEET, texts=(("well", " The coffee. "), ("missing", " ")))
    assert room.do(watching, said) == ""

    assert room.session.notebook.feedback == (
        FeedbackRow(room.soc.id, "Dora", "red", "soc", (("pace", 3),), ()),
        FeedbackRow(watching.id, "Ola", "blue", "csmu", (), (("well", "The coffee."),)),
    )


def test_a_form_that_comes_again_takes_the_place_of_the_one_before(room: Controlled):
    end(room)
    for score in (1, 2):
        room.do(room.soc, form(anonymous=False, pace=score))
        room.do(room.soc, form(pace=score))
    before = len(read(room.path).records)
    assert room.do(room.soc, form(pace=2)) == ""
    assert len(read(room.path).records) == before

    scores = [(row.by, dict(row.scores)) for row in room.session.notebook.feedback]
    assert scores == [("Dora", {"pace": 2}), ("", {"pace": 2})]
    room.do(room.arta, acts.Rewind(to=60))
    assert len(room.session.notebook.feedback) == 2


@pytest.mark.parametrize(("name", "who"), [("Dora", ["Dora"]), ("Ola", ["Dora", "Ola"])])
def test_whoever_took_their_own_seat_over_is_still_one_person(
    room: Controlled, eva: Grant, name: str, who: list[str]
):
    end(room)
    room.do(eva, acts.Rate(objective="calm", grade="P"))
    room.do(room.soc, form(anonymous=False, pace=1))
    again = room.scribe.sit(Place("player", "red", "soc", room.soc.id), name)
    assert room.do(again, form(anonymous=False, pace=5)) == ""
    assert [row.by for row in room.session.notebook.feedback] == who
    assert room.session.notebook.feedback[-1].scores == (("pace", 5),)

    rater = room.scribe.sit(Place("evaluator", "red", "soc", eva.id), "Eva")
    room.do(rater, acts.Rate(objective="order", grade="S"))
    room.do(rater, acts.Rate(objective="calm", grade="U"))
    ratings = rated(room.session).ratings
    assert [(row.by, row.objective, row.grade, row.grant) for row in ratings] == [
        ("Eva", "calm", "U", rater.id), ("Eva", "order", "S", rater.id),
    ]  # fmt: skip


@pytest.mark.parametrize(("wrong", "why"), [
    (acts.Feedback(sheet=SHEET), "there is nothing to read in it"),
    (form(mood=3), "the form has no 'mood'"),
    (acts.Feedback(sheet=SHEET, texts=(("mood", "Good."),)), "the form has no 'mood'"),
])  # fmt: skip
def test_what_is_no_form_is_refused(room: Controlled, wrong: acts.Feedback, why: str):
    end(room)
    unnamed = wrong.model_copy(update={"anonymous": True})
    before = room.path.read_bytes()
    with pytest.raises(Refused, match=why):
        room.do(room.soc, unnamed)
    assert room.path.read_bytes() == before
    assert room.why_not(room.soc, wrong.model_copy(update={"anonymous": False})) == why


def test_there_are_no_more_forms_without_a_name_than_people(room: Controlled):
    end(room)
    room.do(room.soc, form("one-sheet-of-paper", pace=1))
    with pytest.raises(Refused, match="as many forms"):
        room.do(room.soc, form("more-sheets-of-paper", pace=1))
    assert room.do(room.soc, form("one-sheet-of-paper", pace=5)) == ""


class Evening:
    """Two who play and one who watches; one of them, `who`, hands in a form without a name."""

    def __init__(self, path: Path, who: int) -> None:
        path.mkdir()
        self.room = Controlled(path, WORLD, teams=("red", "blue"))
        sit = self.room.scribe.sit
        people = (
            self.room.soc, sit(Place("player", "blue", "csmu"), "Ola"),
            sit(Place("observer", "red", "csmu"), "Ina"),
        )  # fmt: skip
        self.author = people[who]
        end(self.room)
        self.room.scribe.do(self.author, form(pace=2, know=5), id=f"the-id-of-{who}-number-1")
        said = acts.Feedback(
            sheet=SHEET, scores=(("pace", 4),), texts=(("well", "Nearly all."),), anonymous=True
        )
        self.room.scribe.do(self.author, said, id=f"the-id-of-{who}-number-2")
        for one in people:
            self.room.do(one, acts.HandOver(seat=one.id)) if one.plays else None
        self.room.scribe.opened.journal.close()


def test_no_byte_of_the_journal_depends_on_who_has_handed_it_in(tmp_path: Path):
    evenings = [Evening(tmp_path / str(who), who) for who in range(3)]
    first, *others = (evening.room.path.read_bytes() for evening in evenings)

    assert first.count(b'"fed-back"') == 2
    assert all(other == first for other in others)
    for evening in evenings:
        (row,) = evening.room.session.notebook.feedback
        assert (row.grant, row.by, row.team, row.role) == ("", "", "", "")
        told = [r for r in read(evening.room.path).records if r.draft.kind == "fed-back"]
        line = json.dumps([[record.draft.body, record.draft.words] for record in told])
        grant = evening.author
        for trace in (grant.id, grant.name, grant.token, SHEET, "the-id-of"):
            assert trace not in line
        assert not any(record.draft.by or record.draft.at for record in told)


def test_a_record_that_names_nobody_is_feedback_or_is_none(room: Controlled):
    room.do(room.arta, acts.Observe(text="Hm.", team="red"))
    draft = read(room.path).records[-1].draft
    body = {name: part for name, part in draft.body.items() if name not in ("id", "act")}
    nobody = type(draft)(draft.kind, "", "red", 0, body, draft.words)
    with pytest.raises(Exception, match="which is not there"):
        room.replayed().apply(Record(99, 0, nobody))


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_whatever_is_handed_in_counts_once_for_each_sheet_and_each_name(
    tmp_path_factory: pytest.TempPathFactory, seed: int
):
    room = Controlled(tmp_path_factory.mktemp("law"), WORLD, teams=("red", "blue"))
    people = [room.scribe.sit(Place("player", "red", "soc"), f"P{n}") for n in range(3)]
    end(room)
    dice = Random(seed)
    last: dict[object, tuple[tuple[str, int], ...]] = {}
    for _ in range(dice.randrange(12)):
        who, hidden = dice.choice(people), dice.random() < 0.5
        some = [name for name in STATEMENTS if dice.random() < 0.4] or ["pace"]
        scores = tuple((name, dice.randint(1, 5)) for name in some)
        sheet = f"the-sheet-of-{people.index(who)}-alone"
        assert room.do(who, form(sheet, anonymous=hidden, **dict(scores))) == ""
        last[sheet if hidden else who.id] = scores

    kept = sorted(row.scores for row in room.session.notebook.feedback)
    assert kept == sorted(last.values())
    assert stand(room.replayed()) == stand(room.session)
    room.scribe.opened.journal.close()
