"""Names of the files of a report: each its own, and such as every system takes."""

import re
from dataclasses import replace

import pytest

from simulator.cli.reported import Wanted, files, slug
from simulator.review.findings import Findings
from simulator.review.report.notes import NONE
from tests.simulator.review.report.found import of

SAFE = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?\.(html|md|json|csv)|con-\.html")


def called(found: Findings, people: list[str], teams: list[str]) -> Findings:
    """The same session with others in it."""
    names = dict(zip((team.team for team in found.teams), teams, strict=True))
    players = [one for one in found.participants if one.part == "player"]
    return replace(
        found,
        teams=tuple(replace(team, team=names[team.team]) for team in found.teams),
        participants=tuple(
            replace(one, name=name, role=role, team=names[one.team])
            for one, name in zip(players, people, strict=False)
            for name, _, role in [name.partition("/")]
        ),
    )


def test_no_two_people_or_teams_share_a_file():
    # Given people and teams who are called alike, or in letters that a name of a file has not
    people = ["Arta/watch", "Ärta/watch", "Arta/watch-2", "Ὀδυσσεύς/con", "../..\\x:y/watch"]
    found = called(of("rich"), people, ["Çeta", "Ceta", "Ωμέγα"])
    # When the report is written
    names = [file.name for file in files(found, NONE, Wanted(personal=True))]
    # Then each has a file of its own, with a name that every system takes
    assert len({name.lower() for name in names}) == len(names)
    assert {name for name in names if name.startswith("personal/")} == {
        "personal/arta-watch.html", "personal/arta-watch-2.html", "personal/arta-watch-2-2.html",
        "personal/con-.html", "personal/x-y-watch.html",
    }  # fmt: skip
    assert all(SAFE.fullmatch(name.rpartition("/")[2]) for name in names)
    assert {"navigator/ceta-enterprise.json", "navigator/ceta-enterprise-2.json"} < {*names}


@pytest.mark.parametrize("words", ["con", "NUL", "Com1", "lpt9"])
def test_no_file_is_called_like_a_device(words: str):
    assert slug(words) == f"{words.lower()}-"
    assert slug(f"{words} a") == f"{words.lower()}-a"
