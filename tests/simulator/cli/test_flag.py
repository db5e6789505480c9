"""`kulla flag`: answers become the lines that a scenario keeps, and are tried against it."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from simulator.cli.flag import command
from simulator.scenario.contest import Accepted
from simulator.scenario.hashing import is_right
from tests.simulator.scenario.small import whole
from tests.simulator.scenario.test_contest import ONE, contest

RIGHT = "svc-hist@03:10"


def flag(*args: str, said: str = "") -> Result:
    return CliRunner().invoke(command, args, input=said, standalone_mode=False)


def accepted(result: Result) -> list[Accepted]:
    told = yaml.safe_load(result.output)
    return [Accepted.model_validate(one) for one in told["answers"]]


@pytest.fixture
def scenario(tmp_path: Path) -> str:
    (tmp_path / "scenario.yaml").write_text(whole(contest(ONE)), "utf-8")
    return str(tmp_path)


def test_each_line_becomes_an_answer_with_a_salt_of_its_own_and_none_is_repeated():
    result = flag(said="Grey Wing\r\n\nscale\n")
    assert (result.return_value, result.exception) == (0, None)
    grey, scale = accepted(result)
    assert is_right("grey wing", [grey])
    assert is_right("SCALE", [scale])
    assert grey.salt != scale.salt
    assert "wing" not in result.output.lower()
    again = accepted(flag(said="Grey Wing\n"))
    assert again[0].hash != grey.hash


def test_exact_answers_say_so():
    (one,) = accepted(flag("--exact", said="Grey Wing\n"))
    assert one.exact
    assert is_right("Grey Wing", [one])
    assert not is_right("grey wing", [one])


@pytest.mark.parametrize(("said", "word", "code"), [(RIGHT, "right", 0), ("me", "wrong", 1)])
def test_an_answer_is_tried_against_a_scenario(scenario: str, said: str, word: str, code: int):
    result = flag(scenario, "shift", said=f"{said}\n")
    assert (result.output, result.return_value) == (f"{word}\n", code)


@pytest.mark.parametrize(
    ("args", "said", "sentence"),
    [
        (("shifts",), "x", "small has no challenge 'shifts'; did you mean 'shift'?"),
        ((), "x", "Name a challenge, too: shift."),
        (("shift",), "\n", "There is no answer on standard input."),
        (("shift",), "x" * 201, "An answer has at most 200 characters."),
    ],
)
def test_what_can_not_be_tried_is_told(
    scenario: str, args: tuple[str, ...], said: str, sentence: str
):
    result = flag(scenario, *args, said=said)
    assert sentence in str(result.exception)


def test_a_scenario_without_a_contest_is_named(tmp_path: Path):
    (tmp_path / "scenario.yaml").write_text(whole(""), "utf-8")
    assert "small has no contest" in str(flag(str(tmp_path), "shift", said="x\n").exception)


def test_an_answer_never_stands_on_the_command_line():
    words = command.get_help(command.make_context("flag", [])).split()
    assert "a shell writes down what stands there" in " ".join(words)
    assert all(parameter.name in ("path", "challenge", "exact") for parameter in command.params)


def test_what_nobody_could_type_becomes_no_answer():
    assert "can't be shown" in str(flag(said="gr\x1bey\n").exception)
