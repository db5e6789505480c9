"""Texts: the names in them, and their languages."""

from pathlib import Path

import pytest

from tests.simulator.scenario.small import Case, expected, told, whole

MENTIONS = [
    Case(
        "T01",
        "notes: ▸Ask ${role.cuncil}, not ${role.watch} or ${team.it}, at ${time} on ${date}.\n",
        "there is no name '${role.cuncil}'; did you mean 'role.council'?",
    ),
    Case(
        "T01",
        "injects:\n- {id: a, at: 1h, …, hint: {en: So., sq: ▸'${1 + 1}'}}\n",
        "there is no name '${1 + 1}'; names begin with role, team, asset, gauge, decision or name, "
        "and a point",
    ),
    Case(
        "T02",
        "notes: ▸Ask ${role.watch} and ${role.council.\n",
        "a name that begins with '${' is never closed; write it like ${time}",
    ),
    Case(
        "T03",
        "notes: ▸{sq: Shënime}\n",
        "the scenario's own language is 'en'; write this text in 'en' as well",
    ),
    Case(
        "T04",
        "glossary:\n- {term: {en: Wiper, sq: Fshirës}, means: It wipes.}\n"
        "- {term: SIEM, means: It reads.}\n- {term: ▸wiper, means: It erases.}\n",
        "the glossary explains this term already; take one of the two out",
    ),
    Case(
        "T01",
        "rules: ▸Ask ${role.cuncil}.\n",
        "there is no name '${role.cuncil}'; did you mean 'role.council'?",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", MENTIONS, ids=[f"{c.code}-{n}" for n, c in enumerate(MENTIONS)])
def test_a_mistake_is_told_once_at_its_place(case: Case, tmp_path: Path):
    assert told(whole(case.text).replace("▸", ""), tmp_path) == [expected(case)]


def test_a_text_may_lack_any_language_but_the_own(tmp_path: Path):
    assert (
        told(
            whole("language: sq\nnotes: {en: Notes, sq: Shënime}\nabout: {sq: Qyteti}\n"), tmp_path
        )
        == []
    )
