"""The test of the two worlds is tested: it finds every leak that is planted, and soon."""

import os

import pytest

from tests.simulator.session.secrecy.leaks import LEAKS, planted
from tests.simulator.session.secrecy.plan import Plan
from tests.simulator.session.secrecy.play import play
from tests.simulator.session.secrecy.test_two_worlds import told

BUDGET = 100 if "SOAK" not in os.environ else 1000
FIRST = (18, 0, 29, 2, 11, 15, 7, 4, 3)
"""Plans that have shown what most others do not; all others come after them."""
SHOWN_BY = {
    "whose decision it is, in the refusal": 42, "forbidden is not unknown": 53,
    "not yet is not never": 68, "which seats there are": 55, "what control enquires": 62,
    "an observer of another role": 57, "one stream for a role": 68,
    "at once, where somebody looks already": 32, "as fresh as it was for others": 68,
    "the answer that somebody else had": 11, "how far the clock came for others": 53,
    "who plays other roles": 62, "who watches": 6, "orders numbered together": 62,
    "the number of records at the door": 68, "all teams at the door": 68,
    "when something is next due": 68, "a blob of it": 68, "a place in the journal": 68,
    "a head over all that was answered": 68, "the notes of an inject": 68,
    "what is expected of an answer": 62, "shown whenever anybody asks": 6,
    "how a gauge began": 13, "a retry that tells how many were answered": 2,
    "how a service ran before": 2,
}  # fmt: skip
"""Which of them showed a leak last time, the quickest to play, to look at first; only a matter of
time."""


def found_at(leak: str) -> int | None:
    """The first plan that shows it."""
    for seed in dict.fromkeys((SHOWN_BY.get(leak, FIRST[0]), *FIRST, *range(BUDGET))):
        with planted(leak):
            here = play(Plan(seed), "a")
        with planted(leak):
            there = play(Plan(seed), "b")
        one, other = told(here, there)
        if one != other:
            return seed
    return None


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(leak: str):
    assert found_at(leak) is not None
