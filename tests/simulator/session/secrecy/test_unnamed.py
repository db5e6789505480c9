"""Feedback without a name: nothing that anybody else is sent, or that is kept, says whose it is."""

import json
from typing import Any

import pytest

from simulator.session import acts
from simulator.session.folder import JOURNAL
from tests.simulator.session.secrecy.people import SECOND
from tests.simulator.session.secrecy.seated import SEATS, Table, table_at, told
from tests.simulator.session.secrecy.stage import FOLDER

AUTHORS = ("player", "csmu", "observer", "elsewhere")
SHEET = "a-sheet-that-nobody-else-has"


def form(pace: int, sheet: str = SHEET) -> acts.Feedback:
    return acts.Feedback(
        sheet=sheet, scores=(("pace", pace),), texts=(("well", "Nearly all."),), anonymous=True
    )


async def handed_in(author: str) -> tuple[Table, dict[str, list[Any]], list[Any]]:
    """What everybody was sent, and what the author was answered, in an evening on which the author
    hands in a form twice, a wrong one, and a second sheet."""
    async with table_at("over") as table:
        answers = [await table.do(author, form(pace)) for pace in (2, 4)]
        answers.append(await table.do(author, acts.Feedback(sheet=SHEET, anonymous=True)))
        answers.append(await table.do(author, form(1, "another-sheet-of-theirs")))
        await table.go(2 * SECOND)
        for label in SEATS:
            table.people[label].leave()
            table.people[label].enter()
        await table.go(SECOND)
        sent = {label: [*table.people[label].seen] for label in SEATS}
    return table, sent, answers


@pytest.mark.parametrize("other", AUTHORS[1:])
async def test_nobody_is_sent_another_byte_and_none_is_kept_whoever_it_was(other: str):
    (first, sent, answers), (last, instead, same) = (
        await handed_in("player"),
        await handed_in(other),
    )

    assert [told(answer) for answer in answers] == ["done", "done", "text", "closed"]
    assert answers == same
    for label in SEATS.keys() - {"player", other}:
        assert sent[label] == instead[label], label
    kept = first.shelf.files[FOLDER / JOURNAL]
    assert kept == last.shelf.files[FOLDER / JOURNAL]
    assert kept.count(b'"fed-back"') == 2


async def test_control_alone_is_shown_what_was_handed_in():
    table, sent, _ = await handed_in("player")
    (row,) = table.host.session.notebook.feedback
    assert row.scores == (("pace", 4),)
    for label in SEATS:
        heard = "Nearly all." in json.dumps([seen.what for seen in sent[label]])
        assert heard == (label == "control"), label
    assert SHEET not in json.dumps([seen.what for seen in sent["control"]])


async def test_what_somebody_says_with_their_name_control_alone_is_shown_too():
    async with table_at("over") as table:
        named = form(2).model_copy(update={"anonymous": False})
        assert told(await table.do("player", named)) == "done"
        await table.go(2 * SECOND)
        for label in SEATS:
            texts = json.dumps([seen.what for seen in table.people[label].seen])
            assert ("Nearly all." in texts) == (label == "control"), label
        (row,) = table.host.session.notebook.feedback
        assert (row.by, row.role, row.team) == ("player", "soc", "red")


async def test_an_evaluator_alone_is_told_the_tasks_and_no_measure():
    async with table_at("running") as table:
        for label in SEATS:
            welcome = json.loads(table.people[label].seen[0].what)
            aims = [["calm", []]] if label == "evaluator" else []
            assert (welcome["type"], welcome["guide"]) == ("welcome", aims), label
