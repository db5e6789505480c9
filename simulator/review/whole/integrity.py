"""What proves that a report is of what was played."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import simulator
from simulator.engine.wording import moment
from simulator.review.findings import Integrity, Removed
from simulator.review.recorded import Recorded
from simulator.session.errors import BadSession
from simulator.session.folder import JOURNAL
from simulator.session.inspecting import Anchor
from simulator.session.journal import head
from simulator.session.journal.reading import Written, read
from simulator.speech import say

HEAD: Final = "head file"


def integrity(recorded: Recorded, path: Path, language: str) -> Integrity:
    """The chain as it was read, and who vouches for it.

    That every line is in the chain, and that all of it played again comes to stand as it did, was
    proved in reading it: else there is no `recorded`. Raises BadSession, OSError.
    """
    header, written = recorded.header, recorded.written
    anchor = _head(path, written)
    return Integrity(
        session=header.session,
        chain=written.chain,
        records=written.seq,
        torn=written.torn,
        sound=not anchor.fault,
        faults=(anchor.fault,) if anchor.fault else (),
        anchors=((anchor.name, anchor.upto, anchor.fault),),
        kulla=header.kulla,
        made_with=simulator.__version__,
        engine=header.engine,
        journal=header.journal,
        seed=header.seed,
        scenario=recorded.scenario.id,
        digest=header.digest,
        states=tuple(
            (take.team, take.number, take.run.state.hash())
            for takes in recorded.takes.values()
            for take in takes
        ),
        hosts=recorded.hosts,
        recovered=recorded.session.recovered,
        removed=tuple(
            Removed(record.seq, record.draft.kind, record.removed)
            for record in recorded.records
            if record.removed
        ),
        forked="\n".join(_forked(recorded, language)),
    )


def _head(path: Path, written: Written) -> Anchor:
    """What the head file says. Where a host has gone on meanwhile it vouches for more than was
    read, and the journal is looked at once more for it."""
    try:
        kept = head.read(path)
    except BadSession as bad:
        return Anchor(HEAD, 0, bad.sentence)
    now = read(path / JOURNAL) if kept.seq > written.seq else written
    wrong = head.fault(kept, now)
    if not wrong and now.chains[: written.seq + 1] != written.chains:
        wrong = "the journal is not the one that was read"
    return Anchor(HEAD, 0 if wrong else min(kept.seq, written.seq), wrong)


def _forked(recorded: Recorded, language: str) -> Iterator[str]:
    """Of each team that began as a run that was played elsewhere, where that was."""
    for team, origin in recorded.forked.items():
        named = f"{team}: " if len(recorded.takes) > 1 else ""
        if origin.alone:
            yield named + say(language, "This was played alone and kept.")
        else:
            yield named + say(
                language,
                "This goes on from {moment} of take {take} of {team} in session {session}, whose "
                "journal then had the chain {chain}.",
                moment=moment(origin.at), take=origin.take, team=origin.team or "–",
                session=origin.session, chain=origin.chain,
            )  # fmt: skip
        if origin.rivals:
            yield named + say(
                language,
                "Bots played other sides beside it ({number}); what they did follows from the seed "
                "and is in no record.",
                number=origin.rivals,
            )
