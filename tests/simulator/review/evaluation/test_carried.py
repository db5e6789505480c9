"""Places in one take of a team, found again in another."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.review.evaluation.carried import carried
from simulator.review.reading import recorded
from simulator.review.recorded import Take, parted
from simulator.session import acts
from simulator.session.drafting import Place
from tests.simulator.review.rich import rich
from tests.simulator.session.journal.scribe import Scribe


@pytest.fixture(scope="module")
def takes(tmp_path_factory: pytest.TempPathFactory) -> tuple[Take, ...]:
    return recorded(rich(tmp_path_factory.mktemp("carried") / "rich")).takes["north"]


def test_what_came_before_control_went_back_is_in_both_takes(takes: tuple[Take, ...]):
    first, second = takes
    places = tuple(range(max(len(take.log) for take in takes)))

    there, back = carried(places, 1, second, takes), carried(places, 2, first, takes)

    assert there == back
    assert len(there) > 5
    assert all(first.log[place] == second.log[place] for place in there)
    assert first.log[there[-1]].at < second.since <= first.log[there[-1] + 1].at


def test_takes_part_at_the_earliest_second_to_which_control_went_back_between_them(
    takes: tuple[Take, ...],
):
    its = [
        replace(takes[0], number=n, since=since) for n, since in enumerate((0, 900, 600, 700), 1)
    ]

    told = {(one, other): parted(its, one, other) for one in (1, 2, 3) for other in (1, 2, 3, 4)}

    assert told == {
        (1, 1): None, (1, 2): 900, (1, 3): 600, (1, 4): 600,
        (2, 1): 900, (2, 2): None, (2, 3): 600, (2, 4): 600,
        (3, 1): 600, (3, 2): 600, (3, 3): None, (3, 4): 700,
    }  # fmt: skip


def test_in_its_own_take_every_place_stays(takes: tuple[Take, ...]):
    first, _ = takes

    assert carried((0, 7, len(first.log) - 1), 1, first, takes) == (0, 7, len(first.log) - 1)
    assert carried((len(first.log),), 1, first, takes) == ()


def test_what_was_asked_at_the_very_second_was_undone(tmp_path: Path):
    scribe = Scribe.begin(tmp_path / "session")
    control = scribe.sit(Place("control"), "Besa")
    scribe.do(control, acts.Start())
    scribe.advance(60)
    scribe.note(control, "This is not to be.")
    scribe.advance(90)
    scribe.do(control, acts.Rewind(to=60))
    scribe.note(control, "But this.")
    scribe.keep_head()
    scribe.close()
    first, second = takes = recorded(tmp_path / "session").takes["team"]

    noted = len(first.log) - 1
    assert [take.log[noted].at for take in takes] == [60, 60]
    assert carried((0, noted), 1, second, takes) == (0,)
