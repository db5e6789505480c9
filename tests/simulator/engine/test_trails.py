"""How services ran, as far back as the role has seen them."""

from typing import Any

from simulator.engine.views import AssetView
from tests.simulator.engine.playbook import Begin, Story

ROLES: dict[str, Any] = {"soc": {}, "csmu": {}}
ASSETS = {"mail": {"hosts": 10, "owner": "csmu"}, "web": {"hosts": 10}}


def at(time: str, **effect: Any) -> dict[str, Any]:
    return {"id": f"at-{time}", "at": time, "then": [effect]}


def shown(play: Story, asset: str, role: str = "soc") -> AssetView:
    return next(one for one in play.exercise.view(role).assets if one.id == asset)


def told(begin: Begin, *injects: dict[str, Any]) -> Story:
    return begin(roles=ROLES, assets=ASSETS, injects=[*injects], length="62h")


def test_a_service_that_never_changed_ran_level(begin: Begin):
    assert shown(told(begin).at("9h"), "web").trail == (100.0,) * 32


def test_a_service_has_a_point_for_every_stretch_of_the_way(begin: Begin):
    play = told(begin, at("16h", asset="web", wipe=6), at("24h", asset="web", restore="all"))
    trail = shown(play.at("31h"), "web").trail
    assert trail == (100.0,) * 16 + (40.0,) * 8 + (100.0,) * 8


def test_it_ends_in_what_the_service_is_at_this_second(begin: Begin):
    play = told(begin, at("31h", asset="web", wipe=5))
    web = shown(play.at("31h"), "web")
    assert (web.trail[-2], web.trail[-1], web.service) == (100.0, 50.0, 50.0)


def test_what_came_into_view_later_shows_nothing_of_before(begin: Begin):
    found = {"reveal": {"assets": "mail"}, "to": "soc"}

    def play(before: int) -> Story:
        hit = at("5h", asset="mail", wipe=before)
        mend = at("6h", asset="mail", restore="all")
        down = at("7h", asset="mail", wipe=2)
        return told(begin, hit, mend, down, at("8h", **found), at("20h", asset="mail", wipe=3))

    one, other = play(3).at("31h"), play(9).at("31h")
    assert shown(one, "mail") == shown(other, "mail")
    assert shown(one, "mail").trail == (80.0,) * 20 + (50.0,) * 12
    # Its owner saw it all along.
    assert shown(one, "mail", "csmu").trail != shown(other, "mail", "csmu").trail


def test_when_it_is_over_everybody_sees_how_everything_ran(begin: Begin):
    play = told(begin, at("31h", asset="mail", wipe=5)).at("62h")
    debrief = play.exercise.view("soc").debrief
    assert debrief is not None
    mail, _ = debrief.assets
    assert mail.trail == (100.0,) * 16 + (50.0,) * 16
