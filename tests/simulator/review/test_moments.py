"""The moments of a take to which one goes when one looks at it again."""

from itertools import pairwise

import pytest

from simulator.engine import events as e
from simulator.review.moments import Moments
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.session.room import NoteRow
from tests.simulator.review.rich import rich
from tests.simulator.review.stopped import SMOKE, stopped


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    return recorded(rich(tmp_path_factory.mktemp("rich") / "rich"))


def test_each_way_one_comes_to_every_moment_of_a_kind_once_a_second(read: Recorded):
    moments = Moments(read, read.take("north"))
    for kind in ("decision", "inject", "asset", "note", None):
        times = sorted({it.at for it in moments.all if kind in (None, it.kind)})
        forward, back, at, last = [], [], -1, 10**9
        while found := moments.next(at, kind):
            forward.append(at := found.at)
        while found := moments.before(last, kind):
            back.append(last := found.at)
        assert forward == times
        assert back == times[::-1]


def test_decisions_and_injects_are_those_of_the_log(read: Recorded):
    take = read.take("north")
    moments = Moments(read, take)
    sent = [place for place, it in enumerate(take.log) if isinstance(it, e.InjectSent)]
    taken = (e.DecisionTaken, e.DecisionMissed)
    decided = [place for place, it in enumerate(take.log) if isinstance(it, taken)]
    assert [it.place for it in moments.all if it.kind == "inject"] == sent
    assert [it.place for it in moments.all if it.kind == "decision"] == decided


def test_a_role_comes_only_to_what_it_was_told_of(read: Recorded):
    take = read.take("north")
    own, every = Moments(read, take, "council"), Moments(read, take)
    assert set(own.all) < set(every.all)
    assert all("council" in take.log[it.place].to for it in own.all if it.place >= 0)


def test_notes_belong_to_their_take_and_a_later_take_says_where_it_began(read: Recorded):
    first, second = (Moments(read, read.take("north", number)) for number in (1, 2))
    notes = [[it.note.id for it in of.all if isinstance(it.note, NoteRow)]
             for of in (first, second)]  # fmt: skip
    assert not set(notes[0]) & set(notes[1])
    assert all(notes)
    assert [it.at for it in second.all if it.kind == "take"] == [1260]
    assert "Again." in second.words(next(it for it in second.all if it.kind == "take"), "en")
    assert not [it for it in first.all if it.kind == "take"]


def test_hosts_that_fall_minute_by_minute_are_one_moment_in_half_an_hour(read: Recorded):
    take = read.take("south")
    places = [it.place for it in Moments(read, take).all if it.kind == "asset"]
    hits = [it for it in map(take.log.__getitem__, places) if isinstance(it, e.HostsHit)]
    of_images = [it.at for it in hits if it.asset == "images"]
    assert of_images
    assert all(later - before >= 1800 for before, later in pairwise(of_images))


def test_moments_are_told_in_the_words_of_the_reader(read: Recorded):
    moments = Moments(read, read.take("north"))
    note = next(it for it in moments.all if it.note is not None)
    assert "noted" in moments.words(note, "en")


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    return recorded(stopped(tmp_path_factory.mktemp("stopped") / "session"))


def test_what_control_did_to_all_is_a_moment_in_the_words_that_each_was_told(still: Recorded):
    """Given a clock that stood for lunch, a real emergency, a hold point and the host; when one
    looks for what control did; then each says why, and names to players nobody who called."""
    first = still.take("north", 1)
    for role, emergency in (
        ("", f"NO DUFF called by Besa: {SMOKE}"), ("watch", f"NO DUFF – REAL EMERGENCY: {SMOKE}"),
    ):  # fmt: skip
        moments = Moments(still, first, role)
        told = [(it.at // 60, moments.words(it, "en")) for it in moments.all]
        assert [at for at, _ in told] == [10, 20, 30, 40]
        assert told[0][1] == emergency
        assert "Two hours to go." in told[1][1]
        assert [said for _, said in told[2:]] == [
            "The clock stood still: hold point", "The clock stood still: the host was stopped",
        ]  # fmt: skip
    assert [it.kind for it in Moments(still, still.take("north", 2)).all] == [
        "control", "control", "take",
    ]  # fmt: skip


def test_a_replay_is_held_by_a_real_emergency_and_by_no_other_stop(still: Recorded):
    moments = Moments(still, still.take("south"))
    assert (found := moments.held(0, 3600))
    assert found.at == 600
    assert moments.held(600, 3600) is None


def test_a_stop_that_goes_on_is_told_once(still: Recorded):
    stops = [take.stops for takes in still.takes.values() for take in takes]
    assert any(stops)
    for its in stops:
        told = [stop._replace(utc=0) for stop in its]
        assert all(one != other for one, other in pairwise(told))


def test_why_a_clock_stood_is_told_at_its_very_second_and_belongs_to_its_take(still: Recorded):
    first, second = still.takes["north"]
    assert [first.stood(at * 60) is None for at in (9, 10, 11, 30, 40, 50)] == [
        True, False, True, False, False, True,
    ]  # fmt: skip
    stop = second.stood(25 * 60)
    assert stop
    assert stop.why.into("en") == "gone back to T+00:25, take 2: Once more."
    assert second.stood(1800) is None
    lifted = second.stood(600)
    assert lifted
    assert lifted.emergency
    assert (lifted.emergency.by, lifted.emergency.wanted) == ("Besa", 2)
    assert len(lifted.emergency.lifted_by) == 1
