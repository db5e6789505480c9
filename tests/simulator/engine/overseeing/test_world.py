"""Control sees the true world, who knows of it, and what every seat has on its hands."""

from typing import Any

from simulator.engine.commands import (
    CONTROL,
    Conclude,
    Consent,
    Instruct,
    Message,
    Order,
    Propose,
    Read,
    Reply,
)
from tests.simulator.engine.playbook import Begin

ROLES: dict[str, Any] = {
    "soc": {"short": "SOC", "teams": {"crew": {"people": 2, "title": "The crew"}}},
    "pm": {"title": "Minister"},
}


def test_assets_and_gauges_are_true_and_say_who_sees_them(begin: Begin):
    told = begin(
        roles=ROLES | {"pm": {"sees": {"gauges": "trust"}}},
        assets={"mail": {"title": "Mail", "hosts": 10, "foothold": True}},
        gauges={"trust": {"title": "Trust", "start": 50, "drifts": [{"per_hour": -10}]}},
        injects=[
            {"id": "hit", "at": "1h", "then": [{"asset": "mail", "wipe": 4}]},
            {"id": "found", "at": "2h", "then": [{"reveal": {"footholds": "mail"}, "to": "pm"}]},
        ],
    )  # fmt: skip
    told.at("1h")
    (mail,), (trust,) = told.exercise.panel().assets, told.exercise.panel().gauges
    assert (mail.title, mail.intact, mail.wiped, mail.service) == ("Mail", 6, 4, 600)
    assert (mail.foothold, mail.seen_by, mail.foothold_known_to) == (True, ("soc",), ())
    assert (trust.per_hour, trust.seen_by) == (-10_000, ("pm",))
    told.at("2h")
    assert told.exercise.panel().assets[0].foothold_known_to == ("pm",)


def test_steps_tell_what_they_wait_for_what_blocks_them_and_which_is_next(begin: Begin):
    told = begin(
        assets={"mail": {"title": "Mail", "hosts": 100}},
        actions={"cut": {"first": [{"asset": "mail", "set": "isolated"}]}},
        steps=[
            {"id": "enter", "title": "Enter", "at": "1h", "delay": "30m"},
            {"id": "wipe", "title": "Wipe", "after": "enter", "delay": "1h",
             "blocked_by": {"asset": "mail", "is": "isolated"}},
            {"id": "crypt", "title": "Encrypt",
             "encrypt": {"asset": "mail", "hosts_per_minute": 0.1}},
        ],
    )  # fmt: skip

    def steps() -> dict[str, tuple[str, str, bool]]:
        return {s.id: (s.phase, s.waits, s.next) for s in told.exercise.panel().steps}

    assert steps()["enter"] == ("waiting", "waits until T+01:00, and 00:30 after that", False)
    assert steps()["wipe"][1] == "waits until “Enter” has succeeded, and 01:00 after that"
    told.at("1h")
    assert steps()["enter"] == ("planned", "at T+01:30", True)
    told.at("2h").when(Order("soc", "cut")).at("2h2m")
    assert steps()["wipe"] == ("planned", "at T+02:30; blocked: Mail is isolated", True)
    assert steps()["crypt"][:2] == ("blocked", "blocked: not connected: Mail")
    told.at("3h")
    assert steps()["wipe"] == ("blocked", "blocked: Mail is isolated", False)


def test_work_its_queue_and_consents_are_seen(begin: Begin):
    told = begin(
        staffed=("soc",),
        roles=ROLES,
        assets={"mail": {"title": "Mail", "hosts": 3}, "web": {"hosts": 3}},
        actions={
            "scan": {"title": "Scan", "targets": ["mail", "web"],
                     "takes": {"people": {"crew": 2}, "time": "2h"}},
            "speak": {"title": "Speak up", "consent": [{"from": "pm", "due": "1h"}]},
        },
    )  # fmt: skip
    told.when(Order("soc", "scan", "mail"))
    told.at("5m").when(Order("soc", "scan", "web"), Order("soc", "speak", None, "Now"))
    panel = told.exercise.panel()
    (crew,) = panel.crews
    assert (crew.title, crew.role, crew.people, crew.busy) == ("The crew", "soc", 2, 2)
    assert crew.queue == ("scan-2",)
    orders = {order.id: order for order in panel.orders}
    assert (orders["scan-1"].phase, orders["scan-1"].usual_end) == ("running", 7200)
    assert (orders["scan-2"].title, orders["scan-2"].target) == ("Scan", "web")
    (consent,) = panel.consents
    assert (consent.id, consent.subject, consent.asker, consent.of) == (
        "speak-1", "Speak up", "soc", "pm",
    )  # fmt: skip
    assert (consent.due, consent.staffed) == (3900, False)
    assert (consent.reason, consent.question, consent.reply) == ("Now", "", "")
    pm = panel.roles[1]
    assert (pm.open, pm.next_due, pm.next_what) == (1, 3900, "consent: Speak up")
    told.when(Consent("pm", "speak-1", "ask", "To whom?"), Reply("soc", "speak-1", "All"))
    (consent,) = told.exercise.panel().consents
    assert (consent.question, consent.reply) == ("To whom?", "All")
    told.at("3h")
    assert told.exercise.panel().consents == ()


def test_a_seat_tells_what_is_unread_open_and_due_and_when_it_last_acted(begin: Begin):
    told = begin(
        staffed=("soc",),
        roles=ROLES,
        reports={"notice": {"title": "Notice", "by": "soc", "to": "pm",
                            "clock": {"starts": {"inject": "news"}, "within": "30m"}}},
        injects=[
            {"id": "news", "at": "10m"},
            {"id": "ask", "at": "20m", "decision": {"ask": "Now?", "due": "1h"}},
        ],
    ).at("20m")  # fmt: skip
    soc, pm = told.exercise.panel().roles
    assert (soc.title, soc.staffed, soc.policy, pm.title) == ("SOC", True, "silent", "Minister")
    assert (soc.unread, soc.oldest_unread, soc.open, soc.last_act) == (2, 600, 2, None)
    assert (soc.next_due, soc.next_what) == (2400, "Notice")
    told.when(Read("soc", "news"), Instruct(CONTROL, "pm", "slow"))
    soc, pm = told.exercise.panel().roles
    assert (soc.unread, soc.oldest_unread, soc.last_act, pm.policy) == (1, 1200, 1200, "slow")
    told.at("50m")
    soc, _ = told.exercise.panel().roles
    assert (soc.open, soc.next_due, soc.next_what) == (2, 4800, "Now?")
    told.exercise.submit(Message("pm", ("soc",), "Well?"), "Ana")
    assert told.exercise.panel().roles[1].last_act is None


def test_objectives_and_the_board_stand_as_things_stand(begin: Begin):
    told = begin(
        assets={"mail": {"title": "Mail", "hosts": 10}, "web": {"hosts": 10}},
        objectives={"hold": {"title": "Hold out", "measures": [
            {"title": "Told in time", "done": {"inject": "news"}, "within": "1h", "worth": 3},
            {"title": "Never wiped", "never": {"asset": "mail", "wiped": {"above": 0}}},
        ]}},
        injects=[
            {"id": "news", "at": "10m", "title": "The news"},
            {"id": "hit", "at": "2h", "title": "The hit", "then": [{"asset": "mail", "wipe": 4}]},
        ],
    ).at("30m")  # fmt: skip
    (hold,) = told.exercise.panel().objectives
    assert (hold.title, hold.rating, hold.points, hold.of) == ("Hold out", "P", 4, 4)
    assert [(m.title, m.now, m.points) for m in hold.measures] == [
        ("Told in time", "met", 3), ("Never wiped", "", 1),
    ]  # fmt: skip
    assert told.exercise.board()._asdict() == {
        "end": 36_000, "phase": "The news", "met": 2, "failed": 0, "measures": 2, "points": 4,
        "of": 4, "service": 1000, "lowest": "Mail", "last_act": None,
        "proposals": 0,
    }  # fmt: skip
    told.at("2h").when(Propose("soc", "Pull the plug."))
    board = told.exercise.board()
    assert (board.phase, board.met, board.failed, board.points) == ("The hit", 1, 1, 3)
    assert (board.service, board.lowest, board.last_act) == (600, "Mail", 7200)
    assert board.proposals == 1


def test_at_the_end_every_measure_is_met_or_not(begin: Begin):
    told = begin(
        assets={"mail": {"hosts": 10}},
        objectives={"hold": {"measures": [
            {"done": {"inject": "news"}, "within": "20h"},
            {"never": {"asset": "mail", "wiped": {"above": 0}}},
        ]}},
        injects=[{"id": "news", "to": "soc", "at": "9h"}],
    ).at("30m")  # fmt: skip
    (hold,) = told.exercise.panel().objectives
    assert [m.now for m in hold.measures] == ["running", ""]
    told.when(Conclude(CONTROL))
    (hold,) = told.exercise.panel().objectives
    assert [m.now for m in hold.measures] == ["failed", "met"]


def test_an_open_discussion_is_the_phase_and_leaves_questions_open(begin: Begin):
    told = begin(
        staffed=("soc",),
        modules={"round": {"title": "Round table", "at": "1h",
                           "questions": [{"id": "q", "to": "soc", "ask": "What first?"}]}},
    ).at("1h")  # fmt: skip
    panel = told.exercise.panel()
    assert (panel.module, panel.roles[0].open) == ("Round table", 1)
    assert told.exercise.board().phase == "Round table"
