"""What is different between two views of the world, and the lines of a tree of needs."""

from dataclasses import replace

import pytest

from tests.tui.world import ASSETS, GAUGES, TEAMS, VIEW, asset
from tui.branches import asset_of, branches
from tui.changes import changes
from tui.marks import curve

MAIL, PORTAL, DIRECTORY, TIMS = ASSETS


def told(**after) -> list[tuple[str, str, bool]]:
    return [(c.title, c.said, c.worse) for c in changes(VIEW, replace(VIEW, **after))]


def test_nothing_is_told_where_nothing_changed():
    assert told(now=9000, held=True) == []


def test_an_asset_that_was_cut_off_and_wiped_tells_all_of_it():
    hit = replace(MAIL, service=40.2, link="isolated", wiped=MAIL.wiped + 1, intact=97, leaked=4.0)
    assert told(assets=(hit, *ASSETS[1:])) == [
        (
            "Government mail",
            "service 82 → 40 %, now isolated, 1 more host wiped, 0.6 GB more have left",
            True,
        )
    ]


def test_what_is_worse_stands_before_what_is_better():
    better = replace(PORTAL, service=50, link="connected", intact=60, wiped=20)
    worse = replace(TIMS, foothold=True)
    assert told(assets=(MAIL, better, DIRECTORY, worse)) == [
        ("Border system TIMS", "adversary inside", True),
        (
            "Citizen portal e-Albania",
            "service 0 → 50 %, connected again, 20 hosts restored",
            False,
        ),
    ]


def test_critical_assets_are_told_before_others():
    worse = tuple(replace(one, foothold=True) for one in (DIRECTORY, TIMS))
    titles = [title for title, _said, _worse in told(assets=(MAIL, PORTAL, *worse))]
    assert titles == ["Border system TIMS", "Police directory"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, False, ["searched, no adversary seen"]),
        (True, False, ["adversary no longer seen"]),
        (True, None, []),
    ],
)
def test_what_is_known_of_the_adversary_is_news_too(before, after, said):
    view = replace(VIEW, assets=(replace(TIMS, foothold=before),))
    now = replace(VIEW, assets=(replace(TIMS, foothold=after),))
    assert [change.said for change in changes(view, now)] == said


def test_a_gauge_that_drifts_is_no_news_until_it_has_gone_far():
    trust, strain, evidence = GAUGES
    drifted = (replace(trust, value=57), replace(strain, value=51), evidence)
    assert told(gauges=drifted) == [("Strain on the people", "45 → 51", True)]


def test_teams_that_grow_and_assets_that_come_into_sight_are_news():
    allies = replace(TEAMS[1], people=6)
    registry = asset("registry", "Civil registry", 100, 38, 38)
    assert told(teams=(TEAMS[0], allies), assets=(*ASSETS, registry)) == [
        ("Civil registry", "now in sight", False),
        ("Forensics", "2 → 6 people", False),
    ]


def drawn(*assets) -> list[str]:
    return [f"{b.rails}{b.asset.id}{' again' if b.again else ''}" for b in branches(assets)]


def test_a_tree_hangs_what_is_needed_under_what_needs_it():
    needs = [
        asset("portal", "Portal", 0, 1, 1, depends_on=("centre", "registry", "unseen")),
        asset("centre", "Data centre", 0, 1, 1, depends_on=("directory",)),
        asset("directory", "Directory", 0, 1, 1),
        asset("registry", "Registry", 0, 1, 1, depends_on=("centre",)),
        asset("tax", "Tax", 0, 1, 1),
    ]
    assert drawn(*needs) == [
        "portal",
        "├─ centre",
        "│  └─ directory",
        "└─ registry",
        "   └─ centre again",
        "tax",
    ]
    paths = [branch.path for branch in branches(needs)]
    assert len(set(paths)) == len(paths)
    assert asset_of(paths[4]) == "centre"


def test_assets_that_need_each_other_in_a_ring_are_all_drawn():
    one = asset("one", "One", 0, 1, 1, depends_on=("two",))
    two = asset("two", "Two", 0, 1, 1, depends_on=("one",))
    assert drawn(one, two) == ["one", "└─ two", "   └─ one again"]


def test_a_curve_is_as_high_as_its_levels_whatever_the_lowest_and_highest_are():
    assert curve((98, 99, 100), 12).plain == "███"
    assert curve((100, 50, 0), 12).plain == "█▅▁"
    assert curve((100, 50, 0), 2).plain == "▅▁"
