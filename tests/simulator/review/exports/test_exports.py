"""What programs get: all that was found, in the formats they read, and nothing that acts."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from simulator.engine import events as e
from simulator.review.exports.csvs import as_csv, inert
from simulator.review.exports.data import as_json, schema
from simulator.review.exports.navigator import layers
from simulator.review.exports.sheets import spoken
from simulator.review.exports.tables import Table, decisions, events, msel, plan, tables
from simulator.review.exports.workbook import xlsx
from simulator.review.report.appendices import STATUS
from simulator.review.report.times import Times
from simulator.speech import LANGUAGES
from tests.simulator.review.report.found import of, played

FORMULA = re.compile(r"[ \xa0]*[=+\-@|%\t\r\n\uff1d\uff0b\uff0d\uff20]")


def rows_of(table: Table) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline=""))]


# JSON


@pytest.mark.parametrize("name", ["rich", "control-room"])
def test_the_document_is_as_its_schema_says(name: str):
    told = json.loads(as_json(of(name)))
    Draft202012Validator.check_schema(json.loads(schema()))
    assert [*Draft202012Validator(json.loads(schema())).iter_errors(told)] == []
    assert told["format"] == 1
    assert [team["team"] for team in told["findings"]["teams"]] == [*played(name).takes]


def test_the_schema_says_what_things_mean():
    told = json.loads(schema())
    assert told["$defs"]["ClockFound"]["description"].startswith("A reporting clock")
    shapes = {"Document": told, **told["$defs"]}
    silent = [name for name, one in shapes.items() if not one["description"]]
    silent += [
        f"{name}.{field}"
        for name, one in shapes.items()
        for field, said in one["properties"].items()
        if not said.get("description")
    ]
    assert silent == []
    assert told["$defs"]["ClockFound"]["properties"]["met"]["description"] == (
        "Whether it was sent in time."
    )


def test_a_document_that_is_otherwise_is_not_as_its_schema_says():
    told = json.loads(as_json(of("control-room")))
    told["findings"]["teams"][0]["over"] = "perhaps"
    assert [*Draft202012Validator(json.loads(schema())).iter_errors(told)]


# CSV


def test_tables_have_a_row_for_each_thing_of_the_log():
    [mseled, decided] = rows_of(msel(of("rich"))), rows_of(decisions(of("rich")))
    for name in played("rich").takes:
        take = played("rich").take(name)
        sent = {it.inject for it in take.log if isinstance(it, e.InjectSent)}
        asked = {it.decision for it in take.log if isinstance(it, e.DecisionOpened)}
        assert {row["inject"] for row in mseled if row["team"] == name and row["actual"]} == sent
        assert {row["decision"] for row in decided if row["team"] == name} == asked
    assert [row["owner"] for row in rows_of(plan(of("rich")))] == ["'=1+1", "The keeper"]


def test_events_stand_with_what_they_followed_from_and_who_asked():
    log = played("rich").take("north").log
    for row in rows_of(events(of("rich"))):
        if row["team"] == "north":
            assert row["since_startex"].startswith("T+")
            cause = row["because"]
            assert not cause or int(cause) < int(row["event"])
            assert log[int(row["event"])].at >= (log[int(cause)].at if cause else 0)


def test_no_cell_of_any_table_is_a_formula():
    cells = chain.from_iterable(
        row.values() for table in tables(of("rich")) for row in rows_of(table)
    )
    assert [cell for cell in cells if FORMULA.match(cell)] == []
    assert any("=cmd|" in cell for cell in rows_of(plan(of("rich")))[0].values())


@given(st.text())
def test_words_are_kept_but_never_a_formula(words: str):
    told = str(inert(words))
    assert not FORMULA.match(told)
    assert not re.search("[\x00-\x08\x1b\u202e]", told)


@given(st.lists(st.tuples(st.text(), st.one_of(st.none(), st.integers(), st.text())), max_size=4))
def test_a_table_is_read_as_it_was_written(rows: list[tuple[str, str | int | None]]):
    written = as_csv(Table("any", ("a", "b"), tuple(rows)))
    assert written.startswith(b'\xef\xbb\xbf"a","b"\r\n')
    read = [*csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))]
    assert read[1:] == [[str(inert(cell)) for cell in row] for row in rows]


def test_numbers_stay_numbers():
    assert as_csv(Table("any", ("a",), ((-5,), (2.5,)))).endswith(b"-5\r\n2.5\r\n")


# XLSX


def test_a_workbook_has_words_and_numbers_and_nothing_that_acts():
    raw = xlsx(of("rich"))
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        inside = {name: book.read(name).decode() for name in book.namelist()}
    sheets = [text for name, text in inside.items() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 2
    assert not any("<f>" in sheet or "<f " in sheet for sheet in sheets)
    assert not any("<hyperlink" in sheet for sheet in sheets)
    assert not [name for name in inside if "externalLink" in name or name.endswith(".bin")]
    assert "=cmd|" in inside["xl/sharedStrings.xml"]
    assert raw == xlsx(of("rich"))


def test_a_sheet_has_the_columns_of_the_table_in_the_language_of_the_report(foreign: str):
    table = msel(of("rich"))
    sheet = spoken(table, foreign)
    assert all(head.startswith("«") for head in (sheet.name, *sheet.heads))
    assert len(sheet.heads) == len(table.heads) == len({*sheet.heads})
    at = table.heads.index("status")
    assert {row[at] for row in sheet.rows} == {f"«{STATUS[str(row[at])]}»" for row in table.rows}
    words = table.heads.index("expected")
    assert [row[words] for row in sheet.rows] == [row[words] for row in table.rows]
    # and what programs read is the same whatever the language
    assert msel(replace(of("rich"), language=foreign)) == table


def test_every_column_of_a_sheet_has_a_name_in_each_language():
    for language, table in product(LANGUAGES, (msel(of("rich")), plan(of("rich")))):
        sheet = spoken(table, language)
        assert len({*sheet.heads}) == len(table.heads)
        assert not re.search(r"[\[\]:*?/\\]|^.{32}", sheet.name)


# The Navigator


def test_techniques_are_those_of_steps_that_began():
    times = Times("en", of("rich").overview.start)
    for team in of("rich").teams:
        take = played("rich").take(team.team)
        begun = {it.step for it in take.log if isinstance(it, e.StepStarted)}
        expected = {id for step in begun for id in take.scenario.step[step].technique}
        told = [json.loads(one) for one in layers(team, "Any", times).values()]
        met = {one["techniqueID"] for layer in told for one in layer["techniques"]}
        assert met == expected
        assert {layer["domain"] for layer in told} <= {"enterprise-attack", "ics-attack"}
        assert all(layer["versions"]["layer"] == "4.5" for layer in told)
