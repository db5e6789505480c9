"""The moments of a take to which one goes when one looks at it again."""

from itertools import pairwise

import pytest

from simulator.engine import events as e
from simulator.review.moments import Moments
from simulator.review.reading import recorded
from simulator.review.recorded import Recorded
from simulator.session.room import NoteRow
from tests.simulator.review.rich import rich


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
