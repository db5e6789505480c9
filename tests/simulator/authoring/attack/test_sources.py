"""Sources that can be looked up, and dates that fit."""

import pytest

from simulator.authoring.attack import found
from tests.simulator.authoring.quality.stage import scenario


def codes(fragment: str) -> list[str]:
    return [finding.code for finding in found(scenario(fragment))]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("", ["R35"]),
        (", date: '2022'", []),
        (', url: "https://gazette.example"', []),
        (", note: In the archive", []),
    ],
)
def test_a_source_can_be_looked_up_by_address_date_or_note(rest: str, told: list[str]):
    assert codes(f"sources: {{gazette: {{title: Gazette{rest}}}}}\n") == told


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (["2022"], []),
        (["2022-07"], []),
        (["2022-07-15"], []),
        (["2022-07-14"], ["R37"]),
        (["2022-06"], ["R37"]),
        (["2021"], ["R37"]),
        (["2021", "2023"], []),
    ],
)
def test_a_source_tells_of_what_had_happened_by_then(dates: list[str], told: list[str]):
    sources = "".join(f"  s{n}: {{title: Gazette, date: '{day}'}}\n" for n, day in enumerate(dates))
    cites = ", ".join(f"s{n}" for n in range(len(dates)))
    past = f"history: [{{at: 2022-07-15T14:00:00+02:00, what: It shut., cites: [{cites}]}}]\n"
    assert codes(f"sources:\n{sources}{past}") == told
