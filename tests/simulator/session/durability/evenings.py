"""An evening that is played on a disk that fails, and what must be true after it."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from simulator.engine.commands import Answer, Note
from simulator.session import acts, folder
from simulator.session.host.errand import NotKept
from simulator.session.inspecting import verify
from simulator.session.protocol import RESTARTING
from tests.simulator.session.durability.failing import FailingDisk, Fault
from tests.simulator.session.durability.stage import Person, Stage, back, people


async def evening(there: list[Person], until: Callable[[], Awaitable[object]]) -> None:
    """Control begins; two watches take notes and decide; there is a pause and a jump. `until` is
    awaited after every step."""
    control, *watches = there
    control.do(acts.Start())
    for step in range(6):
        for n, watch in enumerate(watches):
            watch.ask(Note("watch", f"Step {step} of watch {n}"))
        if step == 1:
            control.do(acts.Pause(why="Coffee."))
        if step == 2:
            control.do(acts.Run())
            control.do(acts.Invite(part="observer", role="watch"))
        if step == 3:
            control.do(acts.Jump(to=700))
            watches[0].ask(Answer("watch", "clerk", "nothing-of-the-kind", "Hm."))
        for person in there:
            await person.push()
        await asyncio.sleep(0.4)
        for person in there:
            person.read()
        await until()


async def on_a_disk(path: Path, fault: Fault) -> tuple[FailingDisk, list[Person]]:
    """An evening on a disk with a fault; afterwards, whatever happened, everything is answered."""
    disk = FailingDisk()
    stage = Stage(path, disk)
    await stage.open()
    there = people(stage)
    for person in there:
        await person.come()
    disk.fault, disk.done = fault, 0

    async def look() -> None:
        if stage.host.failed:
            await failed(stage, there)
            disk.mend()
            await again(stage, there)
        elif stage.host.state == "full":
            await full(stage, there, disk)

    await evening(there, look)
    assert not any(person.outbox for person in there)
    await stage.stop()
    if stage.host.failed:
        await failed(stage, there)
    disk.mend()
    return disk, there


async def failed(stage: Stage, there: list[Person]) -> None:
    """Everybody was told, and heard nothing after that."""
    await stage.running
    for person in there:
        person.read()
        assert person.heard[-1] == "failed"
        assert person.code == RESTARTING
    with pytest.raises(NotKept):
        await stage.host.keep()


async def again(stage: Stage, there: list[Person]) -> None:
    """The session is taken up by another host, and everybody comes back by themselves."""
    for person in there:
        person.leave()
    await stage.open()
    for person in there:
        await person.come()
        assert not person.outbox


async def full(stage: Stage, there: list[Person], disk: FailingDisk) -> None:
    """Time stands, everybody was told, nothing is acknowledged; with room it goes on by itself."""
    before, answered = stage.now, [len(person.answers) for person in there]
    for person in there:
        person.read()
        assert person.heard[-1] == "full"
    if disk.fault.lasting:
        await asyncio.sleep(3)
        for person in there:
            await person.push()
        assert stage.now == before
        assert answered == [len(person.answers) for person in there]
        assert stage.host.state == "full"
        disk.mend()
    await back(stage, there)


def settled(path: Path, there: list[Person]) -> None:
    """What was acknowledged is what the journal holds, once each, and plays to what was live."""
    verdict = verify(path)
    assert verdict.sound
    assert verdict.written is not None
    live = there[0].stage.host.session
    assert verdict.hashes == {t.name: t.exercise.state.hash() for t in live.teams.values()}
    kept = [(r.draft.by, r.draft.body["id"]) for r in verdict.written.records
            if "id" in r.draft.body]  # fmt: skip
    assert len(kept) == len({*kept})
    fresh = folder.played(path, verdict.written)
    told = [line for team in fresh.teams.values() for line in team.exercise.log]
    for person in there:
        assert person.asked.keys() == person.answers.keys()
        for id, answer in person.answers.items():
            if answer.answers:
                assert (person.id, id) in kept
                known = fresh.answers.first[person.id, id][1]
                assert (*known[:3], known.why.into("en"), *known[4:]) == (
                    id, answer.done, answer.code, answer.sentence, answer.answers, answer.head,
                )  # fmt: skip
        for id, message in person.asked.items():
            text = getattr(message, "command", {}).get("text")
            if text and message.command["ask"] == "note":  # type: ignore[union-attr]
                times = sum(getattr(event, "text", "") == text for event in told)
                assert times == person.answers[id].done


def copied(kept: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    return Path(shutil.copytree(kept, to))
