"""Fog of war: a role's view holds what the role may know now, and nothing else."""

from typing import Any

import pytest

from simulator.engine import commands as c
from tests.simulator.engine.playbook import Begin, Story

CLOCK = {"starts": {"time": {"after": "2h"}}, "within": "1h"}
QUESTIONS = [
    {"id": "ours", "to": "csmu", "ask": "We?"},
    {"id": "all", "to": ["csmu", "soc"], "ask": "All?"},
]
YES = {"id": "yes", "label": "Yes"}
WORLD: dict[str, Any] = {
    "roles": {
        "csmu": {"teams": {"hunters": 2}, "sees": {"gauges": "calm"}},
        "soc": {"teams": {"analysts": 3}},
        "nato": {},
    },
    "assets": {
        "radio": {"hosts": 10, "data": 10, "depends_on": [{"asset": "mail", "share": "0%"}]},
        "mail": {"hosts": 10, "owner": "soc"},
    },
    "gauges": {"calm": {"start": 50, "drifts": [{"per_hour": -1}]}, "panic": {"start": 10}},
    "facts": {"leaky": {}},
    "steps": [{"id": "sleep", "delay": {"between": ["1h", "9h"]}, "lasts": "1h"}],
    "actions": {
        "hunt": {"takes": {"people": {"hunters": 1}, "time": {"between": ["5h", "9h"]}}},
        "scan": {"by": "soc", "takes": {"people": {"analysts": 1}, "time": "1h"}},
        "help": {"by": "soc", "consent": [{"from": "nato"}]},
    },
    "reports": {"log": {"by": "soc", "to": "nato", "clock": CLOCK}},
    "modules": {"talk": {"at": "4h", "questions": QUESTIONS}},
    "objectives": {"aim": {"measures": [{"never": {"fact": "leaky"}}]}},
    "injects": [
        {"id": "news", "at": "1h", "decision": {"ask": "Well?", "options": [YES]}},
        {"id": "wire", "at": "1h", "to": "soc", "decision": {"ask": "And?", "options": [YES]}},
        {"id": "later", "at": "6h"},
    ],
}  # fmt: skip
TIMES = ("1h", "2h", "3h", "4h")


def also(**parts: Any) -> dict[str, Any]:
    """The world with more in some of its lists and maps."""
    more = {name: WORLD.get(name, type(new)()) for name, new in parts.items()}
    return {
        n: [*more[n], *new] if isinstance(new, list) else more[n] | new for n, new in parts.items()
    }


def happens(**effect: Any) -> dict[str, Any]:
    """The world with an effect that soc hears of."""
    return also(injects=[{"id": "blow", "at": "2h", "to": "soc", "then": [effect]}])


def inject(name: str, **parts: Any) -> dict[str, Any]:
    """The world with one of its injects told another way."""
    return {"injects": [old | parts if old["id"] == name else old for old in WORLD["injects"]]}


UNSENT = {"id": "v", "when": {"fact": "leaky"}, "title": "V"}
HIDDEN = {
    "an inject for others": happens(fact="leaky"),
    "another text for others": inject("wire", title="The safe is open", text="Run."),
    "another channel for others": inject("wire", channel="siem", tlp="RED", reliability="A1"),
    "an inject that has not come": inject("later", title="War", decision={"ask": "Fight?"}),
    "an inject by hand": also(injects=[{"id": "spare", "by_hand": True, "title": "Spare"}]),
    "what control may read": inject("news", notes="A trap!", expected="No.", hint="Ask twice."),
    "what control reads out": inject("news", read_aloud="Rrring!", red_flags="They pay."),
    "what is printed for who leads": {"handbook": {"purpose": "To trap."}, "handling": "Burn it."},
    "which answer is best": inject("news", decision={
        "ask": "Well?", "expected": "Yes.",
        "options": [{"id": "yes", "label": "Yes", "best": True, "then": [{"fact": "leaky"}]}],
    }),
    "a variant not sent": inject("news", variants=[UNSENT]),
    "hosts of a hidden asset": happens(asset="mail", wipe=5),
    "the link of a hidden asset": happens(asset="mail", set="isolated"),
    "a foothold in an asset of mine": happens(asset="radio", foothold=True),
    "data gone from an asset of mine": happens(asset="radio", leak=5),
    "a hidden gauge": happens(gauge="panic", add=30),
    "another team": happens(team="analysts", add=2),
    "a step": also(steps=[{"id": "in", "title": "Creeps in", "foothold": "radio", "lasts": "1h"}]),
    "a step that others notice": also(steps=[
        {"id": "in", "foothold": "mail", "seen": {"chance": "100%", "within": "1h"}},
    ]),
    "what is revealed to others": happens(reveal={"footholds": "radio"}, to="soc"),
    "a fact": {"facts": {"leaky": {"start": True}}},
    "an outcome": {"outcomes": {"lost": {"when": {"fact": "leaky"}, "text": "All is lost."}}},
    "how it is measured": {"objectives": {"aim": {"measures": [{"never": {"inject": "wire"}}]}}},
    "a capability": {"capabilities": {"luck": {"has": True, "then": [{"fact": "leaky"}]}}},
    "a question for others": {"modules": {"talk": {
        "at": "4h", "questions": [*QUESTIONS, {"id": "theirs", "to": "soc", "ask": "Why?"}],
    }}},
    "another seed": {"seed": 2},
}  # fmt: skip
OTHERS: dict[str, tuple[c.Command, ...]] = {
    "an order": (c.Order("soc", "scan"),),
    "an answer": (c.Answer("soc", "wire", "yes", reason="Because."),),
    "a message": (c.Message("soc", ("nato",), "Psst."),),
    "a note": (c.Note("soc", "Hm."),),
    "what is read": (c.Read("soc", "wire"),),
    "a report": (c.Send("soc", "log"),),
    "a request": (c.Order("soc", "help"),),
    "a consent": (c.Order("soc", "help"), c.Consent("nato", "help-1", "grant", "Go.")),
    "control's hand on what has not come": (c.Hold("control", "later"),),
    "what control strikes": (c.Skip("control", "later"),),
    "what control sends to others": (c.Fire("control", "wire"),),
}


def played(begin: Begin, *commands: c.Command, **parts: Any) -> Story:
    """Two hours in, with the hunters at work and these commands given."""
    setup = {"seed": 1, "staffed": ("csmu", "soc", "nato")}
    play = begin(**WORLD | setup | parts).at("1h").when(c.Order("csmu", "hunt"))
    return play.when(*commands)


def views(play: Story) -> list[Any]:
    return [play.at(time).exercise.view("csmu") for time in TIMES]


@pytest.mark.parametrize("parts", HIDDEN.values(), ids=HIDDEN)
def test_a_view_is_the_same_in_a_world_that_differs_in_what_the_role_may_not_know(
    begin: Begin, parts: dict[str, Any]
):
    here, there = played(begin), played(begin, **parts)
    assert views(here) == views(there)
    assert (
        here.exercise.scenario != there.exercise.scenario or here.exercise.log != there.exercise.log
    )


@pytest.mark.parametrize("commands", OTHERS.values(), ids=OTHERS)
def test_a_view_is_the_same_whatever_others_do_among_themselves(
    begin: Begin, commands: tuple[c.Command, ...]
):
    here, there = played(begin), played(begin, *commands)
    assert views(here) == views(there)
    assert here.exercise.log != there.exercise.log


def test_what_others_say_in_a_discussion_stays_with_them(begin: Begin):
    here, there = played(begin).at("4h"), played(begin).at("4h")
    there.when(c.Discuss("soc", "all", "Sleep."))
    assert here.exercise.view("csmu") == there.exercise.view("csmu")


SHOWN: dict[str, dict[str, Any]] = {
    "an asset of mine": happens(asset="radio", wipe=1),
    "a gauge I see": happens(gauge="calm", add=1),
    "an inject of mine": inject("news", title="War"),
    "what is revealed to me": happens(reveal={"assets": "mail"}, to="csmu"),
}  # fmt: skip


@pytest.mark.parametrize("parts", SHOWN.values(), ids=SHOWN)
def test_what_a_role_may_know_makes_another_view(begin: Begin, parts: dict[str, Any]):
    assert views(played(begin)) != views(played(begin, **parts))


def test_a_foothold_is_known_once_it_is_found_out(begin: Begin):
    found = {"reveal": {"footholds": "radio"}, "to": "csmu"}
    blow = {
        "id": "blow",
        "at": "2h",
        "to": "soc",
        "then": [{"asset": "radio", "foothold": True, "leak": 5}],
    }
    found_out = {"id": "found", "at": "3h", "to": "soc", "then": [found]}
    play = played(begin, injects=[blow, found_out])
    shown = [(view.assets[0].foothold, view.assets[0].leaked) for view in views(play)]
    assert shown == [(None, None), (None, None), (True, 5), (True, 5)]


def test_an_asset_shows_what_it_depends_on_as_far_as_the_role_may_know(begin: Begin):
    play = played(begin, modules={}).at("9h")
    assert play.exercise.view("csmu").assets[0].depends_on == ()
    debrief = play.at("10h").exercise.view("csmu").debrief
    assert debrief is not None
    assert [asset.depends_on for asset in debrief.assets] == [("mail",), ()]


def test_a_gauge_has_a_trail_of_what_the_role_has_seen(begin: Begin):
    [gauge] = played(begin).at("4h").exercise.view("csmu").gauges
    assert (gauge.value, gauge.per_hour, len(gauge.trail)) == (46, -1, 32)
    assert (gauge.trail[0], gauge.trail[-1]) == (50, 46)
    assert list(gauge.trail) == sorted(gauge.trail, reverse=True)


def test_a_gauge_that_was_found_out_shows_how_it_runs_from_then_on_and_nothing_of_before(
    begin: Begin,
):
    def view(start: int) -> Any:
        gauges = WORLD["gauges"] | {"panic": {"start": start, "drifts": [{"per_hour": 10}]}}
        then: list[Any] = [{"gauge": "panic", "set": 40}]
        then += [{"reveal": {"gauges": "panic"}, "to": "csmu"}, {"gauge": "panic", "add": 7}]
        then[2] |= {"after": "1h"}
        found = {"id": "found", "at": "2h", "to": "soc", "then": then}
        return played(begin, gauges=gauges, injects=[found]).at("4h").exercise.view("csmu")

    _, gauge = view(0).gauges
    assert (gauge.value, gauge.trail[0], gauge.trail[16], gauge.trail[-1]) == (67, 40, 40.644, 67)
    assert view(90) == view(0)


def test_a_trail_ends_in_what_the_gauge_has_come_to_at_this_second(begin: Begin):
    jumps = [{"gauge": "calm", "add": 30}, {"gauge": "calm", "add": -40}]
    jump = {"id": "jump", "at": "3h", "to": "soc", "then": jumps}
    [gauge] = played(begin, injects=[jump]).at("3h").exercise.view("csmu").gauges
    assert (gauge.trail[-2] > 47, gauge.trail[-1], gauge.value) == (True, 37, 37)
