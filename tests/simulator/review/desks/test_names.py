"""Who decided and who reported, beside the raw lines of the journal."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simulator.review.desks import decisions, reports
from simulator.review.reading import recorded
from simulator.session.folder import JOURNAL
from tests.simulator.review.rich import rich


def written(path: Path) -> Iterator[dict[str, Any]]:
    _header, *lines = (path / JOURNAL).read_text("utf-8").splitlines()
    yield from map(json.loads, lines)


def test_decisions_and_reports_are_by_who_asked_for_them_in_the_journal(tmp_path: Path):
    path = rich(tmp_path / "rich")
    session = recorded(path)
    names, asked = {}, set()
    for line in written(path):
        if line["kind"] == "joined":
            salted = line["words"]["name"]
            names[line["body"]["grant"]] = salted and salted[1]
        command = line.get("body", {}).get("command", {})
        thing = command.get("decision") or command.get("report")
        if command.get("ask") in ("answer", "send"):
            asked.add((line["team"], thing, line["at"], names[line["by"]]))

    found = set()
    for take in (take for takes in session.takes.values() for take in takes):
        for it in decisions(take, "en", session.people):
            if it.person:
                found.add((take.team, it.id, it.decided, it.person))
        for sent in reports(take, "en", session.people):
            if sent.person:
                found.add((take.team, sent.report, sent.at, sent.person))

    assert found == asked
    assert len(found) > 5
