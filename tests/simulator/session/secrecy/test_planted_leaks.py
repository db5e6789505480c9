"""The test of the two worlds is tested: it finds every leak that is planted, and soon."""

import os

import pytest

from tests.simulator.session.secrecy.leaks import LEAKS, planted
from tests.simulator.session.secrecy.plan import Plan
from tests.simulator.session.secrecy.play import play
from tests.simulator.session.secrecy.test_two_worlds import told

BUDGET = 100 if "SOAK" not in os.environ else 1000
FIRST = (0, 29, 2, 11, 15, 7, 4, 3)
"""Plans that have shown what most others do not; all others come after them."""
SHOWN_BY = {
    "whose decision it is, in the refusal": 42, "forbidden is not unknown": 37,
    "not yet is not never": 29, "which seats there are": 7, "what control enquires": 12,
    "an observer of another role": 15, "one stream for a role": 29,
    "at once, where somebody looks already": 29, "as fresh as it was for others": 17,
    "the answer that somebody else had": 11, "one allowance for a role": 13,
    "how far the clock came for others": 15, "who plays other roles": 29, "who watches": 29,
    "orders numbered together": 62, "the number of records at the door": 29,
    "all teams at the door": 29, "an epoch that others change": 29,
}  # fmt: skip
"""Which of them showed a leak last time, to look at first; only a matter of time."""


def found_at(leak: str) -> int | None:
    """The first plan that shows it."""
    for seed in dict.fromkeys((SHOWN_BY.get(leak, 0), *FIRST, *range(BUDGET))):
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
