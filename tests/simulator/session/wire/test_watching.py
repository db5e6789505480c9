"""What those see who run a host: whether it is well, its numbers, its log; and no names in them."""

import json
import logging
import sys
from pathlib import Path
from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

import simulator
from simulator.session.host import metrics
from simulator.session.host.logs import AsJson, log, to_standard_error
from simulator.session.host.measuring import Spread
from simulator.session.host.web import application
from tests.simulator.session.wire.house import CONTROL, NORTH, SOUTH, House, do, new_id, note
from tests.simulator.session.wire.raw import eventually
from tests.simulator.session.wire.street import street

ESCAPES = "\x1b]52;c;aGk=\x07\u202e\nlevel=error"


async def get(house: House, path: str, address: str = "127.0.0.1", **headers: str) -> Any:
    """The answer to somebody at this address: its status and its text."""
    sent: list[Any] = []
    given = [(name.encode(), value.encode()) for name, value in headers.items()]
    scope: dict[str, Any] = {
        "type": "http", "method": "GET", "path": path, "headers": given, "query_string": b"",
        "client": (address, 5), "http_version": "1.1", "scheme": "http", "root_path": "",
    }  # fmt: skip

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await application(house.host, house.reception)(scope, receive, send)
    return sent[0]["status"], b"".join(part.get("body", b"") for part in sent[1:]).decode()


async def test_a_host_says_whether_it_is_well_and_what_it_is(tmp_path: Path):
    house = House(tmp_path / "s")
    await house.open()
    assert await get(house, "/healthz") == (200, "ok\n")
    assert await get(house, "/readyz") == (200, "writing\n")
    status, text = await get(house, "/version")
    assert (status, json.loads(text)) == (
        200, {"kulla": simulator.__version__, "protocol": "kulla.v1"},
    )  # fmt: skip
    house.host.keeping.full = True
    assert await get(house, "/readyz") == (503, "full\n")
    house.host.failed = "the disk is gone"
    assert await get(house, "/readyz") == (503, "failed\n")
    assert await get(house, "/healthz") == (200, "ok\n")
    assert (await get(house, "/"))[0] == (await get(house, "/healthz/"))[0] == 404
    house.fall()


async def test_the_numbers_are_read_by_prometheus_and_hold_no_names(tmp_path: Path):
    house = House(tmp_path / "s")
    await house.open(CONTROL)
    await house.seat(NORTH, "Xhulieta")
    control, north = await house.guest("control-1"), await house.guest("north-1")
    await control.asks(do(new_id(), "start"))
    await north.asks(note(new_id(), "a secret note"))
    await house.passes(3)
    status, text = await get(house, "/metrics")
    families = {family.name: family for family in text_string_to_metric_families(text)}
    assert status == 200
    samples = [sample for family in families.values() for sample in family.samples]
    assert {label for sample in samples for label in sample.labels} == {"le"}
    assert not [word for word in ("Xhulieta", "north", "secret", "team") if word in text]
    value = {sample.name: sample.value for sample in samples if not sample.labels}
    assert value["kulla_sessions"] == value["kulla_players"] == 1
    assert value["kulla_sockets"] == 2
    assert value["kulla_records_total"] == house.session_records
    assert value["kulla_events"] == len(house.session.teams["team"].exercise.log)
    assert value["kulla_inject_lateness_seconds_count"] == 2
    assert value["kulla_sync_seconds_count"] > 0
    house.fall()


async def test_without_the_extra_the_numbers_say_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    house = House(tmp_path / "s")
    await house.open()
    monkeypatch.setattr(metrics, "find_spec", lambda name: None)
    status, text = await get(house, "/metrics")
    assert status == 404
    assert "kulla[metrics]" in text
    house.fall()


async def test_the_numbers_are_for_this_machine_and_for_control_alone(tmp_path: Path):
    # How many events there are tells a player of what they may not know.
    house = House(tmp_path / "s")
    await house.open(CONTROL, NORTH)
    far = "192.0.2.7"
    assert (await get(house, "/metrics", far))[0] == 401
    for grant, status in (("control-1", 200), ("north-1", 401)):
        token = f"Bearer {house.tokens[grant]}"
        assert (await get(house, "/metrics", far, authorization=token))[0] == status
    for address in ("127.0.0.1", "127.8.8.8", "::1"):
        assert (await get(house, "/metrics", address))[0] == 200
    house.fall()


async def lateness(house: House) -> Spread:
    await house.turn()
    return house.host.measures.lateness


async def test_how_late_an_inject_was_shown_is_counted_in_real_seconds(tmp_path: Path):
    house = House(tmp_path / "s", pace=60.0)
    await house.open(CONTROL, NORTH)
    control = await house.guest("control-1")
    await house.guest("north-1")
    await control.asks(do(new_id(), "start"))
    # Due at second 30, which is half a real second from now; shown a quarter of one later.
    await house.turn(0.75)
    late = await lateness(house)
    assert sum(late.counts) == 1
    assert late.total == pytest.approx(0.25)
    # What comes to the empty south desk is shown to nobody.
    await house.passes(4)
    assert sum((await lateness(house)).counts) == 2
    house.fall()


async def test_what_was_not_waited_for_is_not_late(tmp_path: Path):
    house = House(tmp_path / "s", pace=60.0)
    await house.open(CONTROL, NORTH, SOUTH)
    control = await house.guest("control-1")
    await house.guest("north-1")
    await control.asks(do(new_id(), "start"))
    await control.asks(do(new_id(), "jump", to=150))
    fire = {"type": "ask", "id": new_id(), "command": {"ask": "fire", "inject": "noon"}}
    assert (await control.asks(fire))[0]["done"]
    await house.passes(1)
    assert sum((await lateness(house)).counts) == 0
    house.fall()


def test_the_log_is_a_line_of_json_for_each_thing_and_hostile_names_are_inert():
    told = AsJson().format(logging.LogRecord("kulla.host", logging.INFO, "", 0, ESCAPES, (), None))
    assert told.isascii()
    assert told.isprintable()
    assert json.loads(told)["level"] == "info"
    record = logging.LogRecord("kulla.host", logging.ERROR, "", 0, "came", (), None)
    record.facts = {"seat": ESCAPES, "count": 3}
    told = AsJson().format(record)
    assert told.isascii()
    assert told.isprintable()
    read = json.loads(told)
    assert (read["seat"], read["count"], read["event"]) == (ESCAPES, 3, "came")


def test_what_went_wrong_is_told_on_one_line_too():
    try:
        raise ValueError(ESCAPES)
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "", 0, "oh", (), sys.exc_info())
    told = AsJson().format(record)
    assert told.isascii()
    assert told.isprintable()
    assert "ValueError" in json.loads(told)["trace"]


async def test_a_real_host_logs_who_came_and_who_was_refused_and_no_word_of_theirs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    before = [(logger, logger.handlers[:], logger.propagate, logger.level) for logger in loggers()]
    to_standard_error()
    try:
        async with street(tmp_path, CONTROL) as here:
            invited = await here.invite(NORTH)
            name = f"Xhulieta {ESCAPES}"
            answer = await here.joins({"code": here.codes[invited.id], "name": name})
            token = json.loads(answer.body)["token"]
            north = await here.caller(token)
            await north.asks(note(new_id(), "Xhulieta was here"))
            await here.knocks("Bearer no")
            await here.joins({"code": "no"})
            north.hangs_up()
            await eventually(here.is_empty)
            log("the end", seats=1)
    finally:
        for logger, handlers, propagate, level in before:
            logger.handlers, logger.propagate = handlers, propagate
            logger.setLevel(level)
    lines = capsys.readouterr().err.splitlines()
    told = [json.loads(line) for line in lines]
    events = [line["event"] for line in told]
    for event in ("joined", "came", "token refused", "code refused", "went", "the end"):
        assert event in events
    assert {"time", "level", "event"} <= set(told[0])
    assert not [line for line in lines if "Xhulieta" in line or not line.isprintable()]


def loggers() -> list[logging.Logger]:
    return [logging.getLogger(name) for name in ("kulla.host", "uvicorn.error")]
