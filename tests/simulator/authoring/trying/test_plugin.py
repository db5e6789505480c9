"""pytest plays the tests of scenarios: a file is collected, each test is an item."""

import subprocess
import sys

import pytest

from simulator.authoring.trying import plugin
from tests.simulator.authoring.trying.harbour import written

TESTS = """\
- test: Silence is no answer
  bots: silent
  then:
  - {holds: {decision: alarm, is: missed}, at: 2h}
- test: It wakes no crane
  then:
  - {never: {inject: alarm}}
"""


def collected(request, path):
    (parent,) = [node for node in request.node.listchain() if isinstance(node, pytest.Session)]
    return plugin.pytest_collect_file(path, parent)


def test_each_test_is_an_item_that_fails_with_the_text_of_kulla(tmp_path, request):
    written(tmp_path, TESTS)
    file = collected(request, tmp_path / "tests" / "a.yaml")
    good, bad = file.collect()
    assert (good.name, good.reportinfo()[1]) == ("Silence is no answer", 0)
    good.runtest()
    with pytest.raises(plugin.Failed) as failure:
        bad.runtest()
    told = bad.repr_failure(failure)
    assert f"{tmp_path}/tests/a.yaml:7:5: expected: it is never so that" in told
    assert "but: at T+01:00 “Something moved” was sent" in told


def test_mistakes_keep_a_file_from_being_collected(tmp_path, request):
    file = collected(request, written(tmp_path, "- test: One\n") / "tests" / "a.yaml")
    with pytest.raises(pytest.Collector.CollectError, match="'then' is missing"):
        list(file.collect())


def test_other_files_are_left_alone(tmp_path, request):
    written(tmp_path, TESTS)
    assert collected(request, tmp_path / "scenario.yaml") is None
    (tmp_path / "scenario.yaml").unlink()
    assert collected(request, tmp_path / "tests" / "a.yaml") is None


def test_a_scenario_of_another_tool_is_left_alone(tmp_path, request):
    written(tmp_path, TESTS)
    (tmp_path / "scenario.yaml").write_text("steps: [one]\n")
    assert collected(request, tmp_path / "tests" / "a.yaml") is None


def test_what_cannot_be_read_is_told(tmp_path, request):
    written(tmp_path, TESTS)
    (tmp_path / "injects").mkdir()
    (tmp_path / "injects" / "a.yaml").symlink_to("/dev/zero")
    (tmp_path / "tests" / "b.yaml").symlink_to("/dev/zero")
    for name in ("a", "b"):
        file = collected(request, tmp_path / "tests" / f"{name}.yaml")
        with pytest.raises(pytest.Collector.CollectError):
            list(file.collect())
        (tmp_path / "injects" / "a.yaml").unlink(missing_ok=True)


def test_it_costs_other_projects_next_to_nothing():
    program = (
        "import sys, simulator.authoring.trying.plugin as plugin;"
        "print([name for name in ('pydantic', 'simpy', 'click', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert done.stdout == "[]\n", done.stderr
