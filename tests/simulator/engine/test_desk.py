"""What lies on a role's desk: its inbox, what was read, its log and its summary."""

from typing import Any

from simulator.engine.commands import Message, Note, Order, Read, Send
from simulator.engine.views import Item, SeatView
from tests.simulator.engine.playbook import Begin

ROLES: dict[str, Any] = {
    "soc": {"short": "SOC", "brief": "Guard ${asset.mail}."},
    "csmu": {"title": "Cyber unit"},
    "nato": {},
}
ASSETS = {"mail": {"title": "Mail", "hosts": 20}}


def test_a_message_lies_in_the_inbox_of_those_it_is_for(begin: Begin):
    play = begin(roles=ROLES, assets=ASSETS).at("1h")
    play.when(Message("soc", ("csmu", "soc"), "  We are few.\nSend more."))
    assert play.exercise.view("csmu").inbox == (
        Item(
            "message#0", "", 3600, "message", "SOC", "We are few.", "  We are few.\nSend more.",
            ("Cyber unit",), read=True,
        ),
    )  # fmt: skip
    assert play.exercise.view("soc").inbox == ()
    assert play.exercise.view("nato").inbox == ()


def test_a_long_message_is_named_by_its_first_sixty_letters(begin: Begin):
    play = begin(roles=ROLES, assets=ASSETS).when(Message("soc", ("nato",), "abc" * 30))
    assert play.exercise.view("nato").inbox[0].subject == "abc" * 20


def test_a_message_of_control_comes_from_control(begin: Begin):
    play = begin(roles=ROLES, assets=ASSETS).when(Message("control", ("nato",), "Hurry."))
    [item] = play.exercise.view("nato").inbox
    assert (item.sender, item.to) == ("control", ("nato",))


def test_what_one_role_has_read_the_other_has_not(begin: Begin):
    news = {"id": "news", "at": "1h", "to": ["soc", "nato"]}
    again = news | {"id": "again", "repeat": {"every": "1h", "times": 2}}
    play = begin(roles=ROLES, assets=ASSETS, injects=[news, again]).at("1h")
    play.when(Read("soc", "news"), Read("soc", "again"))
    assert [item.read for item in play.exercise.view("soc").inbox] == [True, True]
    assert [item.read for item in play.exercise.view("nato").inbox] == [False, False]
    play.at("2h")
    assert [item.read for item in play.exercise.view("soc").inbox] == [True, True, False]


def test_a_view_names_the_seats_and_ones_own_brief(begin: Begin):
    view = begin(roles=ROLES, assets=ASSETS, staffed=("soc",)).exercise.view("soc")
    assert view.brief == "Guard Mail."
    assert view.role == SeatView("soc", "soc", "SOC", staffed=True)
    assert view.seats[1:] == (
        SeatView("csmu", "Cyber unit", "Cyber unit", staffed=False),
        SeatView("nato", "nato", "nato", staffed=False),
    )


def test_an_action_says_why_it_can_not_be_ordered_on_any_target(begin: Begin):
    needs = {"needs": {"asset": "target", "is": "isolated"}, "needs_text": "Cut ${role.soc} off."}
    actions = {"mend": needs | {"targets": ["mail", "web"]}, "call": {"takes": {"time": "1h"}}}
    blow = {"id": "blow", "at": "1h", "then": [{"asset": "web", "set": "isolated"}]}
    assets = ASSETS | {"web": {"hosts": 1}}
    play = begin(roles=ROLES, assets=assets, actions=actions, injects=[blow])
    mend, call = play.exercise.view("soc").actions
    assert (mend.why_not, [t.why_not for t in mend.targets]) == (
        "Cut soc off.", ["Cut soc off."] * 2,
    )  # fmt: skip
    assert (call.why_not, call.shortest, call.longest) == ("", 3600, 3600)
    play.at("1h").when(Order("soc", "call"))
    mend, call = play.exercise.view("soc").actions
    assert (mend.why_not, [t.why_not for t in mend.targets]) == ("", ["Cut soc off.", ""])
    assert call.why_not == "it is ordered already"


def test_the_log_tells_a_run_of_losses_once_and_of_service_every_ten_points(begin: Begin):
    mail = {"asset": "mail", "hosts_per_minute": 1}
    wipe = {"id": "wipe", "wipe": mail | {"up_to": "25%"}}
    later = {"id": "later", "at": "1h", "wipe": mail | {"up_to": "30%"}}
    play = begin(roles=ROLES, assets=ASSETS, steps=[wipe, later]).at("2h")
    log = [(line.at // 60, line.words) for line in play.exercise.view("soc").log]
    assert log == [
        (1, "1 host of Mail wiped"), (1, "Service of Mail is now 95 %"),
        (3, "Service of Mail is now 85 %"), (5, "Service of Mail is now 75 %"),
        (61, "1 host of Mail wiped"),
    ]  # fmt: skip
    assert play.exercise.view("nato").log == ()


def test_the_log_holds_ones_own_notes_and_not_what_was_only_opened(begin: Begin):
    news = {"id": "news", "at": "0s"}
    play = begin(roles=ROLES, assets=ASSETS, injects=[news])
    play.when(Read("soc", "news"), Note("soc", "Hm."))
    assert [line.kind for line in play.exercise.view("soc").log] == ["inject", "note"]


def test_the_log_knows_what_one_did_oneself_from_what_others_did(begin: Begin):
    report = {"day": {"by": "nato", "to": "soc"}}
    play = begin(roles=ROLES, assets=ASSETS, injects=[{"id": "news", "at": "0s"}], reports=report)
    play.when(Message("soc", ("nato",), "Ready?"), Send("nato", "day", ()))
    told = [(line.kind, line.mine) for line in play.exercise.view("soc").log]
    assert told == [("inject", False), ("message", True), ("report", False)]
    told = [(line.kind, line.mine) for line in play.exercise.view("nato").log]
    assert told == [("message", False), ("report", True)]


def test_measures_without_a_title_are_told_plainly_at_the_end(begin: Begin):
    fact = {"fact": "hit"}
    measures = [
        {"done": fact}, {"keep": fact}, {"never": fact}, {"reported": "log", "within": "1h"},
        {"title": "All well", "never": fact},
    ]  # fmt: skip
    play = begin(
        facts={"hit": {}},
        reports={"log": {"by": "soc", "to": "soc"}},
        objectives={"aim": {"measures": measures}},
    ).at("10h")
    debrief = play.exercise.view("soc").debrief
    assert debrief is not None
    assert [measure.title for measure in debrief.objectives[0].measures] == [
        "done in time", "kept", "never happened", "report log in time", "All well",
    ]  # fmt: skip
