"""A session's folder is read as takes of teams, with who was there and who asked what."""

from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.engine.events import NoteTaken
from simulator.review.reading import recorded
from simulator.review.recorded import Take, Tick
from simulator.session import acts
from simulator.session.drafting import Place
from simulator.session.errors import BadSession
from simulator.session.journal.record import Draft
from tests.simulator.session.journal.golden import unpacked
from tests.simulator.session.journal.scribe import MORNING, Scribe


@pytest.fixture
def scribe(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session", teams=("north", "south"))
    yield scribe
    scribe.close()


def notes(take: Take) -> list[str]:
    return [deed.command.text for deed in take.deeds if isinstance(deed.command, Note)]


def test_people_are_there_from_when_they_came_to_when_they_left(scribe: Scribe):
    control = scribe.sit(Place("control"), "Besa")
    first = scribe.sit(Place("player", "north", "watch"), "Arta")
    scribe.do(control, acts.Start())
    scribe.sit(Place("player", "north", "watch", replaces=first.id), "Elira")
    left = scribe.utc
    scribe.keep_head()

    people = {person.name: person for person in recorded(scribe.opened.path).people}

    assert [*people] == ["Besa", "Arta", "Elira"]
    assert people["Arta"].left == people["Elira"].came == left
    assert people["Besa"].left is None
    assert people["Elira"].replaces == first.id


def test_what_is_asked_stands_with_its_record_its_person_and_what_came_of_it(scribe: Scribe):
    control = scribe.sit(Place("control"), "Besa")
    player = scribe.sit(Place("player", "south", "watch"), "Arta")
    scribe.do(control, acts.Start())
    scribe.advance(120)
    scribe.note(player, "It is quiet.")
    asked = scribe.opened.journal.seq
    scribe.ask(control, Note("watch", "As the desk."), "south", seat="watch")
    scribe.keep_head()

    found = recorded(scribe.opened.path)
    take = found.take("south")
    first, second = take.deeds

    assert (first.seq, first.at, first.grant, first.role) == (asked, 120, player.id, "watch")
    assert first.done
    assert [*take.log[first.begin : first.end]] == [
        NoteTaken(120, ("watch",), "watch", "It is quiet.")
    ]
    assert second.stand_in == "Besa"
    assert (take.utc(120) or 0) >= MORNING
    assert found.take("north").deeds == ()


def test_going_back_makes_a_take_that_keeps_what_was_before(scribe: Scribe):
    control = scribe.sit(Place("control"), "Besa")
    player = scribe.sit(Place("player", "north", "watch"), "Arta")
    scribe.do(control, acts.Start())
    for at in (100, 200, 300):
        scribe.advance(at)
        scribe.note(player, f"At {at}.")
    scribe.do(control, acts.Rewind(to=200, team="north", why="Once more."))
    scribe.note(player, "Otherwise.")
    scribe.keep_head()

    first, second = recorded(scribe.opened.path).takes["north"]

    assert notes(first) == ["At 100.", "At 200.", "At 300."]
    assert notes(second) == ["At 100.", "Otherwise."]
    assert (first.until, second.since, second.why) == (300, 200, "Once more.")
    assert recorded(scribe.opened.path).take("south").number == 1


def test_a_second_host_is_counted_and_a_bad_folder_refused(scribe: Scribe, tmp_path: Path):
    scribe.keep(Draft("opened", body={"epoch": "0f0f"}))
    scribe.keep_head()
    assert recorded(scribe.opened.path).hosts == 2

    bad = unpacked("first-watch", tmp_path / "bad")
    (bad / "head").unlink()
    with pytest.raises(BadSession, match="head file is missing"):
        recorded(bad)
    with pytest.raises(BadSession, match="is no session"):
        recorded(tmp_path)


def test_the_clocks_of_all_teams_run_from_startex_and_stand_in_an_emergency(scribe: Scribe):
    """At a minute a second."""
    control = scribe.sit(Place("control"))
    scribe.do(control, acts.Start())
    begun = scribe.utc
    scribe.advance(600)
    scribe.do(control, acts.NoDuff(why="Smoke."))
    alarmed = scribe.utc
    scribe.keep_head()

    for team in ("north", "south"):
        take = recorded(scribe.opened.path).take(team)
        assert take.utc(300) == begun + 5000
        assert take.ticks[-1] == Tick(alarmed, 600, False, 60.0)
