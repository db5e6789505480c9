"""Control sees what is so and what is not, by the ids that effects set."""

from simulator.engine.views.overview import FactRow
from tests.simulator.engine.playbook import Begin


def test_facts_are_told_with_their_ids_and_as_they_stand(begin: Begin):
    told = begin(
        facts={"press": {"about": "The press knows."}, "fbi-in": {"start": True}},
        injects=[{"id": "leak", "at": "1h", "then": [{"fact": "press", "set": True}]}],
    )
    before = told.exercise.panel().facts
    assert before == (FactRow("press", "The press knows", False), FactRow("fbi-in", "fbi in", True))
    told.at("1h")
    after = told.exercise.panel().facts
    assert [fact.holds for fact in after] == [True, True]
    assert after[1] is before[1]
