"""Control goes back in time while people play: their screens follow, also through a crash."""

import shutil
from pathlib import Path

import pytest

from simulator.engine.commands import Note, Order
from simulator.scenario.load import load
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.folder import JOURNAL
from simulator.session.inspecting import verify
from tests.simulator.session.durability.leading import Evening, two_leading
from tests.simulator.session.durability.played import again
from tests.simulator.session.durability.virtual import virtually
from tests.simulator.session.journal.scribe import FIRST_WATCH, stand


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return two_leading(tmp_path_factory.mktemp("kept") / "session")


@pytest.fixture
def evening(kept: Path, tmp_path: Path) -> Evening:
    return Evening(shutil.copytree(kept, tmp_path / "session"))


def clock_of(evening: Evening) -> p.ClockFace:
    """What all who play are shown, which is the same for all."""
    faces = {person.clock.model_dump_json() for person in (evening.dora, evening.ejona)}
    (face,) = faces
    return p.ClockFace.model_validate_json(face)


def test_everybody_sees_the_new_take_and_plays_on_from_there(evening: Evening):
    async def story() -> None:
        await evening.begin()
        await evening.do(evening.arta, acts.Jump(to=600))
        note = evening.dora.ask(Note("watch", "In the first take."))
        assert (await evening.answered(evening.dora, note)).done
        await evening.wait(2)
        before = evening.stage.now

        back = await evening.do(evening.besa, acts.Rewind(to=300, why="Once more."))
        assert back.done
        await evening.wait(0.5)
        clock = clock_of(evening)
        assert (clock.now, clock.take, clock.stands) == (300, 2, "paused")
        assert clock.why == "gone back to T+00:05, take 2: Once more."
        assert evening.dora.now >= before - 60

        assert (await evening.do(evening.arta, acts.Run())).done
        again = evening.dora.ask(Note("watch", "In the second take."))
        assert (await evening.answered(evening.dora, again)).done
        await evening.wait(3)
        assert 400 <= clock_of(evening).now < before
        log = str(evening.stage.host.session.teams["team"].exercise.log)
        assert "In the second take." in log
        assert "In the first take." not in log
        await evening.end()

    virtually(story())
    assert verify(evening.stage.path).sound


def test_what_was_answered_before_is_answered_the_same_and_not_done_again(evening: Evening):
    async def story() -> None:
        await evening.begin()
        await evening.wait(2)
        id = evening.dora.ask(Note("watch", "Said once."))
        first = await evening.answered(evening.dora, id)
        await evening.wait(2)
        await evening.do(evening.arta, acts.Rewind(to=1))
        evening.dora.outbox.append(evening.dora.asked[id])
        del evening.dora.answers[id]
        await evening.dora.push()

        assert evening.dora.answers[id] == first
        log = evening.stage.host.session.teams["team"].exercise.log
        assert "Said once." not in str(log)
        await evening.end()

    virtually(story())


def test_after_a_crash_in_a_later_take_everybody_comes_back_to_it(evening: Evening):
    """Also they who saw a later second of a take before, and before a head was kept."""

    async def story() -> None:
        await evening.begin()
        evening.dora.ask(Order("watch", "look-at-the-logs"))
        await evening.dora.push()
        await evening.do(evening.arta, acts.Jump(to=3000))
        await evening.wait(1.5)
        assert evening.dora.now >= 3000
        await evening.do(evening.arta, acts.Rewind(to=600))
        live = evening.stage.host.session
        await evening.crash()
        await evening.open()

        team = evening.stage.host.session.teams["team"]
        assert (team.now, team.take, team.stands) == (600, 2, "paused")
        assert stand(live)["teams"] == stand(evening.stage.host.session)["teams"]
        assert clock_of(evening).take == 2
        assert not evening.stage.host.alarms
        await evening.end()

    virtually(story())


def test_an_end_that_was_undone_comes_again(evening: Evening):
    """How it stood at each is written down, to be compared when it is played again."""

    async def story() -> None:
        await evening.begin()
        for _ in range(2):
            await evening.do(evening.arta, acts.Jump(to=10**6))
            await evening.wait(2.5)
            assert clock_of(evening).stands == "over"
            await evening.do(evening.arta, acts.Rewind(to=600))
            await evening.do(evening.arta, acts.Run())
        ends = [r for r in evening.records("stood") if not r.draft.by]
        assert len(ends) == 2
        await evening.end()

    virtually(story())
    session = again(evening.stage.path / JOURNAL, load(FIRST_WATCH))
    assert session.teams["team"].take == 3
