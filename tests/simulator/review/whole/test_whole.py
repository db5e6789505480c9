"""What a session was, who took part, and what proves it: counted again in the journal's lines."""

import json
from collections import Counter
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import simulator
from simulator.engine.exercise import Exercise
from simulator.review import whole
from simulator.review.findings import Overview
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded, Take, Tick
from simulator.review.whole.overview import played
from simulator.scenario.load import load
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.folder import JOURNAL, create
from simulator.session.journal import head
from simulator.session.recalling import Forked, recalled
from tests.simulator.review.rich import EVERYTHING, GONE, rich
from tests.simulator.session.journal.scribe import (
    MINIMAL,
    MORNING,
    ROOT,
    Quick,
    Scribe,
    header_of,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich(tmp_path_factory.mktemp("whole") / "rich")


@pytest.fixture(scope="module")
def session(folder: Path) -> Recorded:
    return recorded(folder)


@pytest.fixture(scope="module")
def lines(folder: Path) -> list[dict[str, Any]]:
    """The journal as it lies there, without its header."""
    return [json.loads(line) for line in (folder / JOURNAL).read_text("utf-8").splitlines()[1:]]


@pytest.fixture
def shown(session: Recorded) -> list[Take]:
    return [session.take(team) for team in session.takes]


def test_an_overview_is_of_the_scenario_and_the_header(
    session: Recorded, lines: list[dict[str, Any]]
):
    found = whole.overview(session, "sq")

    assert (found.id, found.tlp) == ("everything", "GREEN")
    assert found.handling == "Vetëm për arkivin; digjeni pas përdorimit."
    assert (found.start, found.length, found.seed) == ("2030-05-06T08:00:00+02:00", 12 * 3600, 12)
    assert (found.began, found.ended) == (lines[0]["utc"], lines[-1]["utc"])
    assert found.objectives[0] == "Ruani faqet"
    assert found.level == ""


def test_level_and_capabilities_are_told_by_their_titles(tmp_path: Path):
    world = load(EVERYTHING)
    level, named = next(iter(world.levels.items()))
    having = next(name for name, it in world.capabilities.items() if not it.has)
    lacking = next(name for name, it in world.capabilities.items() if it.has)
    found = begun(tmp_path, level=level, having=(having,), lacking=(lacking,), bots="slow")

    assert found.level == named.called(level, "en")
    assert found.having == (world.capabilities[having].title.into("en"),)
    assert found.lacking == (world.capabilities[lacking].title.into("en"),)
    assert found.bots == "slow"


def begun(path: Path, **chosen: Any) -> Overview:
    """The overview of a session that has only begun."""
    header = replace(header_of(EVERYTHING), **chosen)
    create(path / "session", EVERYTHING, header, disk=Quick()).close()
    found = whole.overview(recorded(path / "session"), "en")
    assert (found.began, found.ended, found.played) == (MORNING, MORNING, 0)
    return found


def take(*ticks: Tick, until: int) -> Take:
    return Take("team", 1, 0, until, "", Exercise(load(MINIMAL)), (), ticks)


def test_played_is_how_long_any_clock_ran():
    """At ten seconds a second: a minute of it runs, a pause, and half a minute more up to the
    second at which it was left."""
    one = take(
        Tick(0, 0, True, 10.0), Tick(60_000, 600, False, 10.0), Tick(90_000, 600, True, 10.0),
        until=900,
    )  # fmt: skip
    assert played([one]) == 90

    other = take(Tick(50_000, 0, True, 1.0), Tick(80_000, 30, False, 1.0), until=30)
    assert played([one, other]) == 60 + 20 + 40 - 10


def test_a_clock_that_a_discussion_held_did_not_run():
    held = take(Tick(0, 0, True, 1.0), Tick(100_000, 40, True, 1.0), until=45)

    assert played([held]) == 45


def test_what_runs_in_two_takes_counts_once():
    first = take(Tick(0, 0, True, 1.0), until=60)
    again = take(Tick(0, 0, True, 1.0), Tick(61_000, 30, False, 1.0), until=30)

    assert played([first, again]) == played([again, first]) == 60
    assert played([]) == 0


def test_participants_stand_with_what_they_asked_for(
    session: Recorded, shown: list[Take], lines: list[dict[str, Any]]
):
    found = whole.participants(session, shown, "en")

    # whose unnamed feedback is nobody knows, and so that with a name counts as little
    acts = [line for line in lines if line["kind"] != "fed-back"]
    ids = {(line["by"], line["body"]["id"]) for line in acts if "id" in line["body"]}
    asked = Counter(by for by, _ in ids)
    assert [person.acts for person in found] == [asked[it.grant] for it in session.people]
    assert sum(person.acts for person in found) == sum(asked.values())
    arta = next(person for person in found if person.name == "Arta")
    assert (arta.part, arta.team, arta.role_title, arta.left) == (
        "player", "north", "Island archive", None,
    )  # fmt: skip
    assert GONE not in {person.name for person in found}


def test_of_some_teams_only_their_people_and_those_who_lead(session: Recorded, shown: list[Take]):
    found = whole.participants(session, shown[1:2], "en")

    assert {person.team for person in found} == {"", "south"}
    assert {person.part for person in found if not person.team} == {"control"}


def test_the_chain_is_the_one_over_the_lines_of_the_journal(
    session: Recorded, folder: Path, lines: list[dict[str, Any]]
):
    found = whole.integrity(session, folder, "en")

    chain = "kulla-journal-1"
    for line in (folder / JOURNAL).read_bytes().splitlines():
        told = line[: line.rfind(b',"chain":"')]
        chain = sha256(f"{chain}\n".encode() + told).hexdigest()
    assert found.chain == chain
    assert (found.records, found.torn, found.sound, found.faults) == (len(lines), 0, True, ())
    assert found.anchors == (("head file", len(lines), ""),)
    assert found.hosts == sum(line["kind"] == "opened" for line in lines) == 2
    assert (found.seed, found.digest) == (12, load(EVERYTHING).digest)
    assert (found.kulla, found.made_with) == (simulator.__version__, simulator.__version__)
    assert (found.recovered, found.forked) == (False, "")


def test_words_that_were_taken_out_are_named_by_their_record(
    session: Recorded, folder: Path, lines: list[dict[str, Any]]
):
    removed = whole.integrity(session, folder, "en").removed

    words = {line["seq"]: line.get("words", {}) for line in lines}
    gone = {
        seq: tuple(name for name, text in said.items() if text is None)
        for seq, said in words.items()
        if None in said.values()
    }
    assert {it.seq: it.words for it in removed} == gone
    assert [it.kind for it in removed] == ["joined", "asked"]


def test_every_take_has_its_state(session: Recorded, folder: Path, lines: list[dict[str, Any]]):
    states = whole.integrity(session, folder, "en").states

    assert [state[:2] for state in states] == [
        ("north", 1), ("north", 2), ("south", 1), ("harbour", 1),
    ]  # fmt: skip
    stood = {it["team"]: it["body"]["state"] for it in lines if it["kind"] == "stood"}
    assert {team: state for team, _, state in states} == stood  # of each the last


def test_a_head_file_that_speaks_against_the_journal_is_a_fault(session: Recorded, tmp_path: Path):
    path = rich(tmp_path / "rich")
    kept = head.read(path)
    wrong = head.Head(kept.session, 3, "0" * 64, kept.reached, kept.utc, kept.takes)
    head.write(path, wrong, Quick())

    found = whole.integrity(session, path, "en")

    assert not found.sound
    assert found.anchors == (("head file", 0, found.faults[0]),)
    (path / head.NAME).unlink()
    assert "missing" in whole.integrity(session, path, "en").faults[0]


def test_a_host_may_go_on_meanwhile(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session", MINIMAL)
    control = scribe.sit(Place("control"), "Besa")
    scribe.keep_head()
    before = recorded(scribe.opened.path)
    scribe.note(control, "Not yet begun.")
    scribe.keep_head()

    found = whole.integrity(before, scribe.opened.path, "en")

    assert (found.sound, found.records) == (True, before.written.seq)
    assert found.anchors == (("head file", before.written.seq, ""),)
    scribe.close()


def test_observations_stand_with_what_the_take_that_is_shown_has_of_their_evidence(
    session: Recorded, shown: list[Take]
):
    notes = whole.observations(session, shown)

    assert [note.team for note in notes] == ["north", "north", "south", "north", "harbour"]
    assert [note.take for note in notes] == [1, 2, 1, 2, 1]
    assert [len(note.cites) for note in notes] == [0, 1, 3, 0, 0]
    (first, *_) = whole.observations(session, [session.take("north", 1)])
    log = session.take("north", 1).log
    assert {type(log[place]).__name__ for place in first.cites} == {"DecisionTaken"}
    assert first.marks == ("hot-wash", "urgent")


def test_feedback_is_counted_and_names_nobody_who_did_not_want_it(
    session: Recorded, shown: list[Take], lines: list[dict[str, Any]]
):
    found = whole.feedback(session, shown, "en")

    given = [dict(it["body"]["scores"]) for it in lines if it["kind"] == "fed-back"]
    assert [form.by for form in found.forms][0::2] == ["Arta", ""]
    assert found.forms[2].role == ""
    for statement in found.statements:
        scores = [form[statement.id] for form in given if statement.id in form]
        assert statement.given == tuple(scores.count(n) for n in range(1, 6))
        assert statement.mean == pytest.approx(sum(scores) / len(scores))
    assert [it.id for it in found.statements] == ["structured", "plausible", "pace", "help", "know"]
    assert found.forms[2].texts[0][0] == "What has to be better, here or in your organisation?"


def test_feedback_of_a_team_that_is_not_shown_is_left_out(session: Recorded, shown: list[Take]):
    found = whole.feedback(session, shown[2:], "en")

    assert [form.by for form in found.forms] == [""]
    assert whole.feedback(session, (), "en").statements != ()


def test_of_feedback_is_said_how_many_were_asked(session: Recorded, shown: list[Take]):
    # given players and an observer, and a form without a name
    asked = {it.name for it in session.people if it.part in ("player", "observer")}
    found = whole.feedback(session, shown, "en")
    assert (found.asked, len(found.forms), found.veiled) == (len(asked), 3, False)
    # a form without a name may be of a team that is not shown
    assert whole.feedback(session, shown[2:], "en").asked is None


def test_nobody_is_found_out_by_who_gave_a_name(session: Recorded, shown: list[Take]):
    # given that besides those who did, two at most can have written the form without a name
    named = {it.by for it in session.session.notebook.feedback if it.grant}
    others = [it for it in session.people if it.part == "player" and it.name not in named][:2]
    few = [it for it in session.people if it.name in named] + others
    found = whole.feedback(replace(session, people=tuple(few)), shown, "en")
    assert found.veiled
    assert {(form.by, form.role) for form in found.forms} == {("", "")}
    assert (found.asked, len(found.forms)) == (4, 3)


def test_history_lies_at_its_own_distance_from_startex():
    scenario = load(ROOT / "scenarios" / "wiper-2022")
    ghosts = whole.history(scenario, "en")

    assert [ghost.at for ghost in ghosts] == sorted(ghost.at for ghost in ghosts)
    noticed = next(ghost for ghost in ghosts if ghost.what.startswith("AKSHI catches the first"))
    assert (noticed.at, noticed.moment) == (4 * 3600, "2022-07-15 16:00")
    assert {*noticed.sources} <= {id for id, _, _ in whole.sources(scenario, "en")}
    assert len(ghosts) == len(scenario.history)


def test_a_session_without_feedback_notes_and_history_has_none(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session", MINIMAL)
    scribe.keep_head()
    scribe.close()
    session = recorded(tmp_path / "session")
    takes = [session.take("team")]

    assert whole.feedback(session, takes, "en").forms == ()
    assert not whole.observations(session, takes)
    assert not whole.participants(session, takes, "en")
    assert not whole.history(session.scenario, "en")
    assert not whole.sources(session.scenario, "en")
    assert whole.overview(session, "en").objectives == ()


def test_what_was_asked_of_the_session_counts_as_an_act(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session", MINIMAL)
    control = scribe.sit(Place("control"), "Besa")
    scribe.do(control, acts.Start())
    scribe.do(control, acts.Pause())
    scribe.note(control, "A note.")
    scribe.keep_head()
    scribe.close()
    session = recorded(tmp_path / "session")

    (besa,) = whole.participants(session, [session.take("team")], "en")

    assert besa.acts == 3


def forked(path: Path, origin: Forked) -> str:
    """What is said of a session that goes on from there."""
    scribe = Scribe.begin(path, MINIMAL)
    scribe.keep(recalled("team", ("watch",), origin))
    scribe.keep_head()
    scribe.close()
    return whole.integrity(recorded(path), path, "en").forked


def test_a_fork_names_the_moment_from_which_it_goes_on(tmp_path: Path):
    said = forked(tmp_path / "fork", Forked("5e5510", "north", 2, 600, "0f0f"))
    assert said == (
        "This goes on from T+00:10 of take 2 of north in session 5e5510, whose journal then had "
        "the chain 0f0f."
    )
    assert forked(tmp_path / "alone", Forked()) == "This was played alone and kept."
    rivals = forked(tmp_path / "rivals", Forked(rivals=2))
    alone, beside = rivals.splitlines()
    assert alone == "This was played alone and kept."
    assert beside.startswith("Bots played other sides beside it (2); ")
