"""A session's folder is read as takes of teams, with who was there and who asked what."""

from collections.abc import Callable
from pathlib import Path

import pytest

from simulator.engine.commands import Note
from simulator.engine.events import NoteTaken
from simulator.review import reading
from simulator.review.reading import recorded
from simulator.review.recorded import Take, Tick
from simulator.session import acts, folder
from simulator.session.drafting import Place
from simulator.session.errors import CURES, BadSession
from simulator.session.folder import JOURNAL
from simulator.session.journal.reading import Written, read
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


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "a byte": (lambda it: _line(it, 9, b'"at":', b'"aT":'), "recover"),
    "the first line": (lambda it: _line(it, 1, b'"seq":', b'"seq" :'), "copy"),
    "a later format": (lambda it: _line(it, 1, b'"journal":2', b'"journal":99'), "kulla"),
    "the end": (lambda it: _line(it, 37, b"\n", b""), "recover"),
    "the head file": (lambda it: (it / "head").write_text("?"), "recover"),
    "the scenario": (lambda it: (it / "scenario").rename(it / "elsewhere"), "scenario"),
}


def _line(path: Path, number: int, before: bytes, after: bytes) -> None:
    lines = (path / JOURNAL).read_bytes().splitlines(keepends=True)
    assert before in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(before, after, 1)
    (path / JOURNAL).write_bytes(b"".join(lines))


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_told_with_its_place_and_what_to_do(what: str, tmp_path: Path):
    """Whoever reads a session and whoever takes it up again says the same."""
    path = unpacked("first-watch", tmp_path / "a session")
    spoil, cure = BROKEN[what]
    spoil(path)
    for use in (recorded, folder.open_):
        with pytest.raises(BadSession) as bad:
            use(path)
        said = CURES[cure].format(path=f"'{path}'")  # type: ignore[index]
        assert str(bad.value).startswith(f"{path}: ")
        assert str(bad.value).endswith(f"; {said}")


def test_a_session_that_a_host_goes_on_writing_is_read_as_it_was_a_moment_ago(
    scribe: Scribe, monkeypatch: pytest.MonkeyPatch
):
    """Given a host; when it keeps another record, and its head, just when the journal was read;
    then what was read is right all the same."""
    scribe.keep_head()

    def meanwhile(path: Path) -> Written:
        written = read(path)
        scribe.keep(Draft("opened", body={"epoch": "0f0f"}))
        scribe.keep_head()
        return written

    monkeypatch.setattr(reading, "read", meanwhile)
    assert recorded(scribe.opened.path).hosts == 1
