"""`kulla verify`: what of a session can be trusted, and who vouches for which part of it."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from simulator.cli.exits import BAD_SESSION, FINE
from simulator.cli.host import FOLDER
from simulator.cli.sentences import in_a_sentence, typed
from simulator.engine.wording import moment
from simulator.scenario.characters import shown
from simulator.session.client.memory import Memory, remembered
from simulator.session.errors import cure_of
from simulator.session.inspecting import Anchor, Claim, Verdict, verify
from simulator.session.journal.reading import Written
from simulator.session.journal.record import Record
from simulator.session.recalling import forked_of
from simulator.session.session import Seen


@click.command("verify")
@click.argument("session", type=FOLDER)
@click.option("--mirror", type=FOLDER, help="Compare with the second copy in this folder.")
@click.option("--client", "clients", multiple=True, metavar="FILE",
              type=click.Path(exists=True, path_type=Path),
              help="Hear a client's own file, or all of a folder.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(session: Path, mirror: Path | None, clients: Sequence[Path], form: str) -> int:
    """Read SESSION, play it again, and say what can be trusted and who vouches for it.

    It changes nothing, and may be used while a host runs. Leaves with 0 where all is sound, and
    with 5 where anything speaks against it.
    """
    with in_a_sentence():
        memories = [memory for path in clients for memory in _memories(path)]
        verdict = verify(session, mirror, tuple(map(_claim, memories)))
    if form == "json":
        click.echo(json.dumps(as_data(verdict), ensure_ascii=False, indent=2))
    else:
        for line in as_lines(session, verdict):
            click.echo(line)
        for memory in _of_others(memories, verdict):
            click.echo(f"{_called(memory)} is of another session and says nothing of this one.")
    return FINE if verdict.sound else BAD_SESSION


def _memories(path: Path) -> list[Memory]:
    found = list(remembered(path))
    if not found:
        raise click.UsageError(f"{path} holds nothing that a client has kept.")
    return found


def _claim(memory: Memory) -> Claim:
    seen = Seen(memory.answers, memory.head, memory.now)
    return Claim(_called(memory), memory.session, memory.grant, seen)


def _called(memory: Memory) -> str:
    return memory.path.name if memory.path else memory.grant


def _of_others(memories: Sequence[Memory], verdict: Verdict) -> Iterator[Memory]:
    if verdict.written:
        this = verdict.written.header.session
        yield from (memory for memory in memories if memory.session != this)


def as_lines(path: Path, verdict: Verdict) -> Iterator[str]:
    """The verdict for people."""
    if verdict.written:
        yield from _read(verdict.written)
    for anchor in verdict.anchors:
        yield f"{anchor.name}: {_vouched(anchor)}"
    if verdict.replay:
        yield f"Played again: {verdict.replay}"
    for team, state in verdict.hashes.items():
        take = _take(verdict, team)
        yield f"Played again to record {_upto(verdict)}, {team} stands at {state}{take}"
    if verdict.fault:
        yield f"{verdict.fault}"
    if verdict.sound:
        yield "Sound: nothing speaks against this session."
    else:
        yield f"Not sound. {_cure(path, verdict)}."


def _cure(path: Path, verdict: Verdict) -> str:
    if verdict.cure == "recover":
        return f"kulla recover {typed(path)} NEW_FOLDER saves what can be trusted"
    cure = shown(cure_of(path, verdict.cure))
    return f"{cure[:1].upper()}{cure[1:]}"


def _read(written: Written) -> Iterator[str]:
    header = written.header
    yield (
        f"Session {header.session}: {header.scenario}, seed {header.seed}, "
        f"teams {', '.join(header.teams)}; begun with Kulla {header.kulla}"
    )
    yield f"journal.jsonl: {written.seq} records in an unbroken chain, {written.length} bytes"
    if written.torn:
        yield f"  and {written.torn} bytes of an interrupted write, which nobody was told of"
    for record in written.records:
        if record.draft.kind == "recalled":
            yield f"  record {record.seq}: {shown(_forked(record))}"
        if record.removed:
            yield f"  record {record.seq}: words were taken out ({', '.join(record.removed)})"


def _forked(record: Record) -> str:
    """Of what a team's run is a fork."""
    team, origin = record.draft.team, forked_of(record.draft.body)
    if origin.alone:
        return f"{team} was played alone, with bots, and kept"
    return (
        f"{team} begins as take {origin.take} of {origin.team} of session {origin.session}, up to "
        f"{moment(origin.at)}"
    )


def _vouched(anchor: Anchor) -> str:
    if anchor.fault:
        return anchor.fault
    if not anchor.upto:
        return "vouches for no record"
    if anchor.by:
        return f"vouches for what {anchor.by} asked and was answered, up to record {anchor.upto}"
    return f"vouches for records 1 to {anchor.upto}"


def _take(verdict: Verdict, team: str) -> str:
    """What take a team is in, where control has gone back in time."""
    take = verdict.takes.get(team, 1)
    return f", in take {take}" if take > 1 else ""


def _upto(verdict: Verdict) -> int:
    return verdict.written.seq if verdict.written else 0


def as_data(verdict: Verdict) -> dict[str, Any]:
    """The verdict for programs."""
    written, fault = verdict.written, verdict.fault
    return {
        "sound": verdict.sound,
        "session": written.header.session if written else None,
        "records": _upto(verdict),
        "bytes": written.length if written else 0,
        "torn_bytes": written.torn if written else 0,
        "removed_words": {
            str(record.seq): list(record.removed)
            for record in (written.records if written else ())
            if record.removed
        },
        "anchors": [
            {"name": anchor.name, "upto": anchor.upto, "by": anchor.by, "fault": anchor.fault}
            for anchor in verdict.anchors
        ],
        "replay": verdict.replay,
        "states": verdict.hashes,
        "takes": verdict.takes,
        "fault": {"line": fault.line, "sentence": fault.sentence} if fault else None,
    }
