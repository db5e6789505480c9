"""The adversary as a seat: what could begin waits for people who play it, and for nobody else."""

from typing import Any

import pytest

from simulator.engine import events as e
from simulator.engine.commands import CONTROL, Intervene, Launch
from simulator.engine.exercise import Exercise
from tests.simulator.engine.playbook import Begin, Story

FACTS: dict[str, Any] = {"door-open": {}, "guarded": {}}


def at(time: str, **effect: Any) -> dict[str, Any]:
    return {"id": f"at-{time}", "at": time, "then": [effect]}


@pytest.fixture
def campaign(begin: Begin):
    """A story about a campaign; people play the adversary unless it says otherwise."""

    def told(*steps: dict[str, Any], **parts: Any) -> Story:
        parts = {"staffed": ("red",), "facts": FACTS} | parts
        roles: dict[str, Any] = {"soc": {}, "red": {"red": True}}
        return begin(roles=roles, steps=steps, **parts)

    return told


def launch(step: str = "act") -> Launch:
    return Launch("red", step)


def phase(play: Story, step: str = "act") -> str:
    return play.exercise.state.steps[step].phase


def test_a_step_that_could_begin_waits_until_it_is_launched(campaign: Any):
    play = campaign({"id": "act", "at": "1h", "delay": "20m"}).at("3h")
    play.then(e.StepReady, at="1h20m", to=("red",), step="act")
    assert phase(play) == "ready"
    play.when(launch()).then(e.StepLaunched, at="3h", to=("red",), role="red")
    play.at("3h").then(e.StepStarted, at="3h", to=())


def test_what_comes_after_it_waits_for_it_and_then_for_its_own_launch(campaign: Any):
    play = campaign({"id": "first"}, {"id": "act", "after": "first"}).at("1h")
    assert (phase(play, "first"), phase(play)) == ("ready", "waiting")
    play.when(launch("first")).at("2h")
    assert (phase(play, "first"), phase(play)) == ("done", "ready")


def test_a_failed_attempt_is_launched_again(campaign: Any):
    play = campaign({"id": "act", "chance": "0%", "retry": {"after": "1h"}}).when(launch()).at("2h")
    assert (phase(play), len(play.told(e.StepReady))) == ("ready", 2)
    play.when(launch()).at("2h").then(e.StepFailed, at="0s").then(e.StepFailed, at="2h", final=True)


def test_what_gets_in_its_way_while_it_waits_blocks_it(campaign: Any):
    guarded = [at("1h", fact="guarded"), at("2h", fact="guarded", set=False)]
    play = campaign({"id": "act", "blocked_by": {"fact": "guarded"}}, injects=guarded).at("1h")
    assert phase(play) == "blocked"
    assert play.refuses("unknown", launch()) == "no step 'act' is ready for you to launch"
    play.at("2h")
    assert phase(play) == "ready"
    play.when(launch()).at("2h").then(e.StepStarted, at="2h")


def test_when_its_people_leave_the_campaign_goes_on_by_itself(campaign: Any):
    play = campaign({"id": "act"}, {"id": "next", "after": "act"}).at("1h").vacate("red").at("1h")
    assert play.told(e.StepStarted, "step", "at") == [("act", 3600), ("next", 3600)]


def test_when_people_come_what_has_not_begun_waits(campaign: Any):
    steps = {"id": "on", "lasts": "5h"}, {"id": "act", "at": "2h"}
    play = campaign(*steps, staffed=()).at("1h").staff("red").at("3h")
    assert (phase(play, "on"), phase(play)) == ("running", "ready")


def test_without_people_nothing_ever_waits(campaign: Any):
    play = campaign({"id": "act", "at": "1h"}, staffed=(), bots="random").at("1h")
    assert play.told(e.StepReady) == []
    play.then(e.StepStarted, at="1h")


def test_other_seats_of_people_leave_the_campaign_alone(campaign: Any):
    campaign({"id": "act", "at": "1h"}, staffed=("soc",)).at("1h").then(e.StepStarted, at="1h")


@pytest.mark.parametrize(
    "command",
    [
        Launch("soc", "act"), Launch("red", "no-such"), Launch(CONTROL, "act"),
        Launch("red", "later"),
    ],
)  # fmt: skip
def test_only_who_plays_the_adversary_launches_what_is_ready(campaign: Any, command: Launch):
    play = campaign({"id": "act"}, {"id": "later", "at": "5h"}).at("1h")
    play.refuses("unknown", command)
    play.when(launch()).refuses("unknown", launch())


def test_control_can_start_what_waits_and_stop_it(campaign: Any):
    start, stop = '{"step": "act", "start": true}', '{"step": "halt", "stop": true}'
    play = campaign({"id": "act"}, {"id": "halt"}).at("1h")
    play.when(Intervene(CONTROL, (start, stop), "Go on.", "Ana")).at("1h")
    assert (phase(play), phase(play, "halt")) == ("done", "stopped")
    play.refuses("unknown", launch("halt"))


def test_control_sees_that_it_waits_for_them_and_can_not_delay_it(campaign: Any):
    play = campaign({"id": "act"})
    [row] = play.exercise.panel().steps
    assert (row.phase, row.waits) == ("ready", "waits until the red cell launches it")
    delay = Intervene(CONTROL, ('{"step": "act", "delay": "1h"}',), "Later.", "Ana")
    assert "waits to be launched" in play.refuses("effect", delay)


def test_a_launch_is_the_cause_of_what_follows(campaign: Any):
    play = campaign({"id": "act", "then": [{"fact": "door-open"}]}).at("1h").when(launch()).at("1h")
    exercise: Exercise = play.exercise
    kinds = [type(event) for event in exercise.log]
    place, chain = kinds.index(e.FactSet), []
    while place >= 0:
        chain.append(kinds[place])
        place = exercise.annals.because[place]
    assert chain == [e.FactSet, e.StepSucceeded, e.StepStarted, e.StepLaunched]


def test_the_same_launches_give_the_same_run(campaign: Any):
    def run() -> str:
        steps = {"id": "act", "chance": "50%"}, {"id": "next", "after": "act", "lasts": "1h"}
        play = campaign(*steps, seed=3).at("1h").when(launch()).at("4h").vacate("red").at("10h")
        return str(play.exercise.state.hash())

    assert run() == run()


# What its players see


CREEP = {
    "id": "creep", "title": "Creep in", "technique": "T1078", "about": "By post.",
    "foothold": "mail", "seen": {"chance": "60%"},
}  # fmt: skip
STEPS: tuple[dict[str, Any], ...] = (
    CREEP,
    {"id": "lock", "after": "creep", "at": "2h", "title": "Lock"},
    {"id": "wait", "when": {"fact": "door-open"}, "title": "Wait"},
    {"id": "take", "when": {"asset": "mail", "foothold": True}, "title": "Take", "delay": "1h"},
)
MAIL = {"mail": {"title": "Mail", "hosts": 9, "owner": "soc"}}


def test_its_players_see_the_campaign_what_is_ready_first(campaign: Any):
    play = campaign(*STEPS, assets=MAIL).at("1h")
    seen = play.exercise.view("red").campaign
    assert seen is not None
    assert (seen.name, seen.footholds, seen.leaked) == ("Heron", (), ())
    assert [(step.id, step.phase, step.waits) for step in seen.steps] == [
        ("creep", "ready", ""),
        ("lock", "waiting", "not before Tue 02:00; until “Creep in” has succeeded"),
        ("wait", "waiting", "until something has changed on the other side"),
        ("take", "waiting", "until the adversary has a foothold in Mail"),
    ]
    assert [step.noticed for step in seen.steps[:2]] == [
        "it is likely to be noticed", "nobody would notice it",
    ]  # fmt: skip
    play.when(launch("creep")).at("1h")
    seen = play.exercise.view("red").campaign
    assert seen.footholds == ("Mail",)
    assert [(step.id, step.phase) for step in seen.steps] == [
        ("take", "planned"), ("lock", "waiting"), ("wait", "waiting"), ("creep", "done"),
    ]  # fmt: skip
    assert seen.steps[0].usual == 2 * 3600


def test_what_did_not_change_is_the_very_same(campaign: Any):
    exercise = campaign(*STEPS, assets=MAIL).exercise
    before = exercise.view("red").campaign
    exercise.advance(60)
    assert exercise.view("red").campaign is before


def test_nobody_else_sees_it_nor_whether_a_step_waits_to_be_launched(campaign: Any):
    worlds = []
    for chance in ("100%", "0%"):
        step = {"id": "act", "at": "1h", "chance": chance}
        worlds.append(campaign(step).at("2h").when(launch()).at("3h"))
    worlds.append(campaign({"id": "act", "at": "1h"}).at("3h"))
    views = [play.exercise.view("soc") for play in worlds]
    assert views[0] == views[1] == views[2]
    assert views[0].campaign is None


def test_it_sees_nothing_of_what_the_defenders_know(campaign: Any):
    sooner = [{"when": {"fact": "guarded"}, "chance": "100%", "within": "1m"}]
    views = []
    for guarded in (True, False):
        step = CREEP | {"seen": {"chance": "10%", "within": "1m", "sooner": sooner}}
        facts = FACTS | {"guarded": {"start": guarded}}
        play = campaign(step, *STEPS[1:], facts=facts, assets=MAIL).when(launch("creep")).at("1h")
        assert play.exercise.state.steps["creep"].seen is guarded
        views.append(play.exercise.view("red"))
    assert views[0] == views[1]
