"""Evaluators rate by themselves: they are sent nobody else's rating, nor the computed one, until
control opens the ratings; and nobody else is sent them then."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.client.sight import Sight
from simulator.session.drafting import Place
from simulator.session.peers import PEERS, PeerRow
from tests.simulator.engine.playbook import scenario
from tests.simulator.session.journal.scribe import rated
from tests.simulator.session.secrecy.people import SECOND, Seen
from tests.simulator.session.secrecy.seated import Table
from tests.simulator.session.secrecy.stage import PULSE
from tests.simulator.session.secrecy.table import WORLD

# WORLD's only objective gets a task, and a measure that a decision of soc can meet.
CALM = {
    "calm": {"tasks": {"answer": {"title": "Answer", "measures": [
        {"done": {"decision": "ask", "chose": "yes"}, "title": "Calm was kept"}]}}},
}  # fmt: skip
SEATS = {
    "control": Place("control"), "player": Place("player", "red", "soc"),
    "csmu": Place("player", "red", "csmu"), "observer": Place("observer", "red", "soc"),
    "eva": Place("evaluator", "red", "soc"), "ola": Place("evaluator", "red", "soc"),
}  # fmt: skip


@asynccontextmanager
async def over() -> AsyncIterator[Table]:
    """A table at which somebody has answered, and all is over."""
    table = Table(scenario(**WORLD | {"objectives": CALM}))
    await table.open("epoch-0")
    for label, place in SEATS.items():
        await table.seat(label, place)
        table.people[label].enter()
    await table.go(PULSE)
    await table.do("control", acts.Start())
    await table.go(SECOND)
    answer = {"ask": "answer", "decision": "ask", "option": "yes", "reason": "So."}
    assert (await table.ask("player", answer))["done"]
    assert (await table.ask("player", {"ask": "send", "report": "log"}))["done"]
    await table.go(SECOND)
    await table.ask("control", {"ask": "conclude"}, "red")
    await table.go(SECOND)
    yield table
    await table.end()


def seen_by(table: Table, who: str) -> Sight:
    """What this seat sees after all that it was sent."""
    sight = Sight(lambda: 0.0)
    for seen in table.people[who].seen:
        if seen.kind == "text":
            message = p.FROM_HOST.validate_json(seen.what)
            if isinstance(message, p.View | p.News):
                sight.take(message)
    return sight


def debrief(table: Table, who: str) -> Any:
    view = seen_by(table, who).role_view()
    assert view is not None
    return view.debrief


def led_to(table: Table, who: str) -> str:
    return str([it.led_to for it in debrief(table, who).decisions])


async def sent_if_rated(grade: Any) -> list[Seen]:
    """All that one evaluator is sent if another one rates so, or not at all."""
    async with over() as table:
        if grade:
            await table.do("ola", acts.Rate(objective="1", grade=grade))
            await table.do("ola", acts.Rate(objective="1", task="1", grade=grade))
            await table.do("control", acts.Rate(objective="1", grade=grade, team="red"))
            why = acts.SetAside(objective="1", grade=grade, why=grade, team="red")
            await table.do("control", why)
        await table.go(2 * SECOND)
        return table.people["eva"].seen


async def test_what_an_evaluator_is_sent_does_not_depend_on_what_others_rate():
    worst, best, none = [await sent_if_rated(grade) for grade in ("U", "P", None)]
    assert worst == best == none


async def test_they_see_what_others_rated_and_what_was_computed_once_control_opens_the_ratings():
    async with over() as table:
        await table.do("eva", acts.Rate(objective="1", task="1", grade="P", text="Mine."))
        await table.do("ola", acts.Rate(objective="1", grade="U", text="Hers."))
        await table.go(SECOND)
        # all else is told when it is over, but nothing by which it could be known
        assert debrief(table, "eva").objectives == ()
        assert debrief(table, "eva").decisions
        assert (debrief(table, "eva").reports, len(debrief(table, "player").reports)) == ((), 1)
        assert "Calm was kept" in led_to(table, "player")
        assert "Calm was kept" not in str(debrief(table, "eva"))
        assert seen_by(table, "eva").peers() == ()
        assert debrief(table, "player").objectives[0].measures[0].met

        assert (await table.do("eva", acts.Reveal()))["code"] == "unknown"
        assert (await table.do("control", acts.Reveal(team="red")))["done"]
        await table.go(SECOND)
        assert seen_by(table, "eva").peers() == (
            PeerRow(1, 1, table.host.session.grants[table.people["eva"].grant].called, "P"),
            PeerRow(1, 0, table.host.session.grants[table.people["ola"].grant].called, "U"),
        )
        assert debrief(table, "eva") == debrief(table, "player")
        rows = (seen_by(table, "eva")._plain or {})["peers/ratings"]
        assert [" ".join(row) for row in rows] == ["objective task by grade"] * 2
        assert (await table.do("control", acts.Reveal(team="red")))["code"] == "closed"
        # what is rated now is seen as well, and is known to have been rated in sight of others
        await table.do("ola", acts.Rate(objective="1", grade="S"))
        await table.go(PULSE)
        assert [it.grade for it in seen_by(table, "eva").peers()] == ["P", "S"]
        known = [row.informed for row in rated(table.host.session).ratings]
        assert known == [False, True]

        # another take is rated anew
        await table.do("control", acts.Rewind(to=0, team="red"))
        await table.ask("control", {"ask": "conclude"}, "red")
        await table.go(SECOND)
        assert seen_by(table, "eva").peers() == ()
        assert debrief(table, "eva").objectives == ()
        for who in ("player", "csmu", "observer"):
            assert not any(PEERS in one.what for one in table.people[who].seen), who
            assert "Hers." not in str(table.people[who].seen)
        assert "Hers." not in str(table.people["eva"].seen)


async def test_nobody_opens_the_ratings_before_it_is_over_nor_those_of_what_was_undone():
    async with over() as table:
        await table.do("ola", acts.Rate(objective="1", grade="U"))
        await table.do("control", acts.Rewind(to=0, team="red"))
        assert (await table.do("control", acts.Reveal(team="red")))["code"] == "not-now"

        await table.ask("control", {"ask": "conclude"}, "red")
        await table.do("eva", acts.Rate(objective="1", grade="P"))
        assert (await table.do("control", acts.Reveal(team="red")))["done"]
        await table.go(SECOND)
        assert [it.grade for it in seen_by(table, "eva").peers()] == ["P"]
