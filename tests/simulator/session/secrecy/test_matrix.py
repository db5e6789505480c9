"""Every operation by every part in every phase on every kind of object does what the table says."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from simulator.engine.commands import NAMES
from simulator.session import acts
from simulator.session import protocol as p
from simulator.session.drafting import Place, invitation
from simulator.session.errors import BadSession
from simulator.session.journal.record import Record
from tests.simulator.session.secrecy.people import SECOND
from tests.simulator.session.secrecy.seated import table_at, told
from tests.simulator.session.secrecy.table import (
    ACTS,
    COMMANDS,
    PARTS,
    PHASES,
    Cell,
    asked,
    cells,
    expected,
    expected_act,
    named_by,
)


def _team(part: str) -> str:
    return "red" if part == "control" else ""


HOMES = ("engine", "session", "host")
SAID = ("note", "message", "dissent")
"""What is only said stands in the log, which is no part of the state."""


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("part", PARTS)
async def test_what_the_table_does_not_allow_is_refused_and_changes_nothing(part: str, phase: str):
    mine = [c for c in cells() if (c.part, c.phase) == (part, phase) and expected(c) != "done"]
    assert mine
    async with table_at(phase) as table:
        state = table.state
        for op, group in groupby(mine, key=lambda cell: cell.op):
            answers = {}
            for cell in group:
                answer = await table.ask(part, asked(cell), _team(part))
                assert told(answer) == expected(cell), cell
                assert table.state == state, cell
                answers[cell.object] = _without_names(cell, answer)
            _are_one_answer(op, part, answers)


def _without_names(cell: Cell, answer: dict[str, Any]) -> tuple[Any, ...]:
    sentence = answer["sentence"].replace(f"'{named_by(cell)}'", "'…'")
    return answer["done"], answer["code"], sentence, answer["again"], answer["gift"]


def _are_one_answer(op: str, part: str, answers: dict[str, Any]) -> None:
    """To a player, what is another's, not yet there or nowhere is the same."""
    if part != "control":
        assert len({answers[name] for name in answers if name != "own"}) <= 1, op


@pytest.mark.parametrize("op", [op for op, command in COMMANDS.items() if "other" in command])
async def test_the_same_lines_are_run_for_what_is_not_yours_not_yet_and_nowhere(op: str):
    """So that not even the time it takes tells them apart."""
    async with table_at("held") as table:
        ran = {}
        for thing in ("other", "none", "future"):
            command = asked(Cell("player", "held", op, thing))
            await table.ask("player", command)
            await table.go(SECOND)
            with lines_run() as ran[thing]:
                answer = await table.ask("player", command)
            assert not answer["done"]
        assert ran["none"]
        assert ran["other"] ^ ran["none"] == ran["future"] ^ ran["none"] == set()


@contextmanager
def lines_run() -> Iterator[set[tuple[str, int]]]:
    """Which lines of the engine and the session are run meanwhile."""
    ran: set[tuple[str, int]] = set()

    def seen(frame: Any, event: str, _: Any) -> Any:
        name = frame.f_code.co_filename
        if Path(name).parent.name not in HOMES:
            return None
        ran.add((name, frame.f_lineno))
        return seen

    before = sys.gettrace()
    sys.settrace(seen)
    yield ran
    sys.settrace(before)


@pytest.mark.parametrize("cell", [c for c in cells() if expected(c) == "done"], ids="-".join)
async def test_what_the_table_allows_is_done_on_the_own_team_and_no_other(cell: Cell):
    async with table_at(cell.phase) as table:
        red, blue, *rest = table.state
        answer = await table.ask(cell.part, asked(cell), _team(cell.part) or "red")
        assert told(answer) == "done"
        changed = [table.state[0] != red, table.state[1] != blue]
        own = cell.part != "elsewhere"
        assert changed == ([False, False] if cell.op in SAID else [own, not own])
        assert [*table.state[2:]] == rest


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("part", PARTS)
async def test_what_is_asked_of_the_session_is_for_control_alone(part: str, phase: str):
    refused = [name for name in ACTS if expected_act(part, phase, name) != "done"]
    async with table_at(phase) as table:
        state = table.state
        for name in refused:
            answer = await table.do(part, _act(name, ACTS[name]))
            assert (answer["done"], told(answer)) == (False, expected_act(part, phase, name)), name
            assert table.state == state, name
            if part != "control" and told(answer) == "unknown":
                assert answer["sentence"] == "there is no such thing for you to do"
    for name in ACTS.keys() - refused:
        async with table_at(phase) as table:
            answer = await table.do(part, _act(name, ACTS[name]))
            assert told(answer) == "done", name


@pytest.mark.parametrize("part", PARTS)
async def test_to_watch_and_to_enquire_and_to_stand_in_is_for_control_alone(part: str):
    async with table_at("running") as table:
        state, id = table.state, table.new_id()
        script = p.Enquire(id=id, about="script", team="red", inject="their-question")
        ahead = p.Enquire(id=id, about="outlook", team="red")
        for said in (p.Watch(team="blue"), p.Watch(role="csmu"), script, ahead):
            if part != "control":
                answer = await table.say(part, said.model_dump_json())
                assert (answer["type"], answer["code"]) == ("wrong", "unknown")
        work = {"ask": "order", "action": "work"}
        stand_in = p.Ask(id=id, command=work, team="red", seat="press")
        answer = await table.say(part, stand_in.model_dump_json())
        watching = part in ("observer", "evaluator")
        assert told(answer) == ("watching" if watching else "unknown")
        assert table.state == state
        if part == "control":
            answer = await table.say(part, script.model_dump_json())
            assert (answer["type"], answer["body"]["id"]) == ("told", "their-question")


def _act(name: str, given: dict[str, Any]) -> Any:
    told = {"type": "do", "id": "x" * 16, "act": {"act": name, **given}}
    message = p.FROM_CLIENT.validate_python(told)
    assert isinstance(message, p.Do)
    return message.act


@pytest.mark.parametrize("phase", PHASES)
async def test_a_player_may_hand_over_the_own_seat_and_nobody_may_theirs_to_them(phase: str):
    async with table_at(phase) as table:
        for part in PARTS:
            own = table.people[part].grant
            answer = await table.do(part, acts.HandOver(seat=own))
            may = part in ("player", "elsewhere", "control")
            assert (told(answer), bool(answer["gift"])) == ("done" if may else "unknown", may)


FORGED: tuple[dict[str, Any], ...] = (
    {"role": "control"}, {"seat": "red.csmu-1"}, {"actor": "control"}, {"by": "control"},
    {"__class__": "Conclude"}, {"__init__": {}}, {"bot": True}, {"at": 0}, {"to": ["soc"]},
    {"team": "blue"},
)  # fmt: skip


@pytest.mark.parametrize("op", COMMANDS)
async def test_a_message_can_not_say_who_asks_or_anything_that_its_kind_does_not_hold(op: str):
    async with table_at("held") as table:
        state = table.state
        for extra in FORGED:
            if extra.keys() <= {COMMANDS[op].get("field"), *COMMANDS[op].get("also", ())}:
                continue
            command = asked(Cell("player", "held", op, "own")) | extra
            for who in ("player", "control"):
                answer = await table.ask(who, command, _team(who))
                assert (told(answer), table.state) == ("unknown", state), extra
            if "team" not in extra:
                message = {"type": "ask", "id": table.new_id(), "command": {"ask": op}} | extra
                answer = await table.say("player", json.dumps(message))
                # In whose place it is, control may say, and nobody else.
                assert answer["code"] == ("unknown" if "seat" in extra else "malformed")
        assert table.state == state


@pytest.mark.parametrize("said", [
    "", "null", "[]", "{}", '{"type":"tell"}', '{"type":"welcome"}', '{"type":"ask"}',
    '{"type":"do","id":"aaaaaaaaaaaaaaaa","act":{"act":"rule"}}',
    '{"type":"ask","id":"short","command":{}}', '{"type":"join","code":"x"}',
    '{"type":"ask","id":"aaaaaaaaaaaaaaaa","command":{"ask":"note"},"command":{}}',
])  # fmt: skip
@pytest.mark.parametrize("part", PARTS)
async def test_what_is_no_message_is_malformed_for_everybody(part: str, said: str):
    async with table_at("running") as table:
        state = table.state
        assert await table.say(part, said) == {"type": "wrong", "code": "malformed"}
        assert table.state == state


@pytest.mark.parametrize("part", PARTS)
async def test_one_greets_once(part: str):
    async with table_at("running") as table:
        answer = await table.say(part, p.Hello(epoch="epoch-9").model_dump_json())
        assert answer == {"type": "wrong", "code": "unknown"}


async def test_what_is_asked_for_another_team_is_done_on_the_own():
    async with table_at("running") as table:
        red, blue, *_ = table.state
        answer = await table.ask("player", {"ask": "read", "inject": "news"}, "blue")
        assert answer["done"]
        assert table.state[0] != red
        assert table.state[1] == blue


@pytest.mark.parametrize(("team", "role"), [("red", ""), ("red", "chief"), ("", "soc"), ("", "")])
async def test_nobody_but_control_is_invited_to_no_role(team: str, role: str):
    """Whoever had none would be shown what control sees."""
    async with table_at("before") as table:
        state = table.state
        answer = await table.do("control", acts.Invite(part="observer", team=team, role=role))
        assert (told(answer), table.state) == ("unknown", state)
        forged = invitation(table.host.session, "code", Place("observer", team, role))
        with pytest.raises(BadSession):
            table.host.session.apply(Record(99, 0, forged))


def test_the_table_knows_every_command_and_every_act():
    assert COMMANDS.keys() == NAMES.keys()
    assert {kind.model_fields["act"].default for kind in acts.Act.__subclasses__()} == ACTS.keys()
