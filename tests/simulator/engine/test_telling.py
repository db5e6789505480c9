"""What the sentences about events say, and what they must not."""

from pathlib import Path

import pytest

from simulator.engine import events as e
from simulator.engine.exercise import Exercise, Setup
from simulator.engine.policies import POLICIES
from simulator.engine.state import OrderState
from simulator.engine.telling import KIND, kind_of, sentence
from simulator.scenario import Scenario, load
from tests.simulator.engine.flags import contest

EVERYTHING = load(Path(__file__).parents[2] / "scenarios" / "everything")
HARBOUR = Scenario.model_validate(
    {
        "kulla": 1,
        "id": "harbour",
        "title": "Harbour",
        "start": "2030-05-03T18:00:00+02:00",
        "length": "1d",
        "roles": {
            "office": {
                "title": {"en": "Harbour office", "sq": "Zyra e portit"},
                "teams": {"night-watch": 3, "divers": {"people": 1, "title": "Divers"}},
            },
            "council": {"title": "Town council", "short": "COUNCIL"},
        },
        "assets": {
            "mail": {"title": {"en": "Mail", "sq": "Posta"}, "owner": "office", "hosts": 40},
            "cranes": {"title": "Cranes", "owner": "office", "hosts": 4},
        },
        "gauges": {
            "trust": {"title": "Public trust", "start": 70},
            "flow": {
                "title": "Flow",
                "unit": "m3/h",
                "range": {"from": 0, "to": 90},
                "start": 20,
                "alarms": {"high": {"above": 60, "title": "It flows too fast"}},
                "limits": {"flood": {"above": 80, "title": "The quay is flooded"}},
            },
        },
        "facts": {"key-lost": {}, "told": {"about": "The town was told."}},
        "adversary": {
            "name": "Sable Heron",
            "modelled_on": "Nobody",
            "steps": [{"id": "wipe", "title": "Wipe the mail", "technique": "T1561.002"}],
        },
        "actions": {"cut-off": {"title": "Cut off", "by": "office", "targets": ["mail", "cranes"]}},
        "reports": {
            "warning": {
                "title": "Early warning",
                "by": "office",
                "to": "council",
                "fields": [{"id": "what", "label": "What happened"}, {"id": "who", "label": "Who"}],
            }
        },
        "injects": [
            {
                "id": "alarm",
                "by_hand": True,
                "to": "office",
                "channel": "siem",
                "from": "${name.trap} of ${asset.mail}",
                "title": {"en": "Mail at ${asset.mail.service} %", "sq": "Posta ${time}"},
                "notes": "The facilitator alone knows.",
                "variants": [{"id": "quiet", "title": "A whisper", "channel": "phone"}],
                "decision": {
                    "ask": {"en": "Cut it off?", "sq": "Ta shkëpusim?"},
                    "options": [{"id": "wait", "label": {"en": "Wait", "sq": "Presim"}}],
                },
            },
            {"id": "rumour", "by_hand": True, "to": "council", "text": "Nothing\n  sails."},
        ],
        "names": {"trap": "The trap"},
        "modules": {
            "morning": {
                "title": "Morning round",
                "situation": "All is lost.",
                "questions": [{"id": "first", "to": "office", "ask": "What comes first?"}],
            }
        },
        "objectives": {
            "sail": {
                "title": "Let them sail",
                "measures": [
                    {"title": "The town knows", "never": {"fact": "key-lost"}},
                    {"never": {"fact": "told"}},
                ],
            }
        },
        "outcomes": {"calm": {"title": "Calm at ${time}"}},
        "contest": contest(),
    }
)
ORDERS = {"cut-off-1": OrderState("cut-off", "office", "mail", "running", 0, 0, 5, "")}
OFFICE, COUNCIL, BOTH, NOBODY = ("office",), ("council",), ("office", "council"), e.NOBODY
HOUR = 3600

TOLD: list[tuple[e.Event, str]] = [
    (e.ExerciseStarted(0, BOTH), "STARTEX"),
    (e.ExerciseEnded(HOUR, BOTH, "", "time"), "ENDEX"),
    (e.ExerciseEnded(HOUR, BOTH, "calm", "time"), "ENDEX: Calm at 19:00"),
    (
        e.ExerciseEnded(HOUR, BOTH, "", "stuck: step 'wipe' -> step 'wipe'"),
        "The exercise got stuck and was stopped",
    ),
    (
        e.InjectSent(0, OFFICE, "alarm", "", 1, (("asset.mail.service", "62"),)),
        "SIEM offence from The trap of Mail: Mail at 62 %",
    ),
    (
        e.InjectSent(0, OFFICE, "alarm", "quiet", 1, ()),
        "Phone call from The trap of Mail: A whisper",
    ),
    (e.InjectSent(0, COUNCIL, "rumour", "", 1, ()), "Message: Nothing sails."),
    (e.InjectSkipped(0, NOBODY, "rumour", "not needed"), "Not sent: Nothing sails. (not needed)"),
    (e.InjectHeld(0, NOBODY, "rumour"), "Held back: Nothing sails."),
    (e.InjectReleased(0, NOBODY, "rumour"), "No longer held back: Nothing sails."),
    (e.InjectRead(0, COUNCIL, "rumour", "council"), "COUNCIL reads: Nothing sails."),
    (e.InjectsPlanned(0, NOBODY, (("rumour", HOUR),)), "To be sent at Fri 19:00: Nothing sails."),
    (e.InjectsPlanned(0, NOBODY, (("rumour", 1), ("alarm", 2))), "New times for 2 messages"),
    (e.InjectPostponed(0, NOBODY, "rumour", HOUR), "Not before Fri 19:00: Nothing sails."),
    (e.InjectWritten(0, NOBODY, "rumour", "{}"), "Written by control: Nothing sails."),
    (
        e.InjectWithdrawn(0, COUNCIL, "rumour", ""),
        "Withdrawn, to be taken as not said: Nothing sails.",
    ),
    (e.InjectReminded(0, COUNCIL, "rumour"), "Not opened yet: Nothing sails."),
    (e.Repaced(0, BOTH, HOUR, 500), "ENDEX is now at Fri 19:00"),
    (e.TempoSet(0, NOBODY, 800), "Adversary and plot go on at 80 % of what is written"),
    (
        e.Steered(0, NOBODY, "hold", "rumour", "Ana", "Too soon."),
        "Ana of control: hold back – Nothing sails. (reason: Too soon.)",
    ),
    (e.Steered(0, NOBODY, "write", "hand-1", "Ana", ""), "Ana of control: write a message"),
    (e.Steered(0, NOBODY, "conclude", "", "", ""), "Control: call ENDEX"),
    (
        e.Steered(0, NOBODY, "intervene", "mail, trust", "", ""),
        "Control: set by hand – Mail, Public trust",
    ),
    (
        e.Steered(0, NOBODY, "rule", "proposal-council-2", "", ""),
        "Control: judge – what COUNCIL proposed",
    ),
    (e.Steered(0, NOBODY, "rule", "alarm", "", ""), "Control: judge – Cut it off?"),
    (
        e.Steered(0, NOBODY, "consent", "council", "Ana", ""),
        "Ana of control: act in the place of a seat – COUNCIL",
    ),
    (e.DecisionOpened(0, OFFICE, "alarm", None), "To decide: Cut it off?"),
    (e.DecisionOpened(0, OFFICE, "alarm", HOUR), "To decide by Fri 19:00: Cut it off?"),
    (
        e.DecisionTaken(0, OFFICE, "alarm", "office", "wait", "", "", None, True),
        "Harbour office decides: Cut it off? → Wait",
    ),
    (
        e.DecisionTaken(0, OFFICE, "alarm", "office", "wait", "For now.", "Too early", 70, False),
        "Harbour office decides: Cut it off? → Wait – For now. (70 % sure) (reason: Too early)",
    ),
    (
        e.DecisionTaken(0, OFFICE, "alarm", "office", None, "Ask\nagain.", "", 0, False),
        "Harbour office decides: Cut it off? → Ask again. (0 % sure)",
    ),
    (e.DecisionMissed(0, OFFICE, "alarm", None), "Not decided in time: Cut it off?"),
    (e.DecisionMissed(0, OFFICE, "alarm", "wait"), "Not decided in time: Cut it off? → Wait"),
    (
        e.DissentRecorded(0, OFFICE, "alarm", "office", "Arta", "Too\nlate."),
        "Arta sees it otherwise: Cut it off? → Too late.",
    ),
    (
        e.DissentRecorded(0, OFFICE, "alarm", "office", "", "Too late."),
        "A colleague sees it otherwise: Cut it off? → Too late.",
    ),
    (
        e.ConsentAsked(0, BOTH, "cut-off-1", "office", "council", 9 * HOUR),
        "Harbour office asks COUNCIL for consent by Sat 03:00: Cut off – Mail",
    ),
    (
        e.ConsentQuestioned(0, BOTH, "cut-off-1", "council", "For how long?"),
        "COUNCIL asks back about Cut off – Mail: For how long?",
    ),
    (
        e.ConsentReplied(0, BOTH, "cut-off-1", "office", "An hour.", HOUR),
        "Harbour office replies about Cut off – Mail – An hour.",
    ),
    (e.ConsentGiven(0, BOTH, "decision/alarm", "council", ""), "COUNCIL consents: Cut it off?"),
    (
        e.ConsentRefused(0, BOTH, "cut-off-1", "council", "Not now."),
        "COUNCIL does not consent: Cut off – Mail – Not now.",
    ),
    (
        e.ActionOrdered(0, OFFICE, "cut-off-2", "cut-off", "office", "cranes", 5, "At last", False),
        "Harbour office orders: Cut off – Cranes (reason: At last)",
    ),
    (e.OrderQueued(0, OFFICE, "cut-off-1"), "Waits for people: Cut off – Mail"),
    (e.OrderMoved(0, OFFICE, "cut-off-1", 2), "Priority is now 2: Cut off – Mail"),
    (
        e.WorkStarted(0, OFFICE, "cut-off-1", 12_345, (("night-watch", 2), ("divers", 1))),
        "Work begins: Cut off – Mail (night watch 2, Divers 1)",
    ),
    (e.WorkDone(0, OFFICE, "cut-off-9", (("divers", 1),)), "Work is done: Cut off"),
    (e.OrderRefused(0, OFFICE, "cut-off-1", "council"), "Refused by COUNCIL: Cut off – Mail"),
    (
        e.OrderCancelled(0, OFFICE, "cut-off-1", "office"),
        "Harbour office cancels: Cut off – Mail",
    ),
    (e.TeamChanged(0, OFFICE, "divers", 1), "Divers now: 1 person"),
    (e.TeamChanged(0, OFFICE, "divers", 4), "Divers now: 4 people"),
    (e.LinkChanged(0, OFFICE, "mail", "switched-off"), "Mail is now switched off"),
    (e.HostsHit(0, OFFICE, "mail", "encrypted", 30, "wipe"), "30 hosts of Mail encrypted"),
    (e.HostsHit(0, OFFICE, "mail", "wiped", 1, ""), "1 host of Mail wiped"),
    (e.HostsRestored(0, OFFICE, "mail", 20, 5), "25 hosts of Mail restored"),
    (e.FootholdGained(0, NOBODY, "mail"), "The adversary gains a foothold in Mail"),
    (e.FootholdLost(0, NOBODY, "mail"), "The adversary loses its foothold in Mail"),
    (e.DataLeaked(0, NOBODY, "mail", 1500), "1.5 GB of data leave Mail"),
    (e.WorkaroundSet(0, OFFICE, "mail", 30), "A workaround keeps Mail at 30 % or more"),
    (e.WorkaroundSet(0, OFFICE, "mail", 0), "The workaround of Mail ends"),
    (e.ServiceChanged(0, OFFICE, "mail", 623), "Service of Mail is now 62 %"),
    (e.GaugeMoved(0, BOTH, "trust", 68_400, 0), "Public trust is now 68"),
    (e.GaugeMoved(0, BOTH, "trust", 68_400, 500), "Public trust is now 68, rising 0.5 an hour"),
    (e.GaugeMoved(0, BOTH, "trust", 0, -3000), "Public trust is now 0, falling 3 an hour"),
    (e.ValueTurned(0, NOBODY, "flow", 20_500, 0, 0, 90_000), "Flow is truly 20.5 m3/h"),
    (
        e.ValueTurned(0, NOBODY, "flow", 20_500, 6000, 0, 90_000),
        "Flow is truly 20.5 m3/h, rising 6 an hour",
    ),
    (
        e.ValueTurned(0, NOBODY, "flow", 20_500, -500, 0, 90_000),
        "Flow is truly 20.5 m3/h, falling 0.5 an hour",
    ),
    (e.ReadingTurned(0, OFFICE, "flow", 20_000, 0, 0, 90_000), "Flow shows 20.0 m3/h"),
    (e.ReadingTurned(0, OFFICE, "flow", None, 0, 0, 0), "Flow shows no reading"),
    (
        e.ReadingForged(0, NOBODY, "flow", "spoofed", 20_000),
        "The reading of Flow is forged: it shows 20.0 m3/h",
    ),
    (e.ReadingForged(0, NOBODY, "flow", "blind", 0), "The reading of Flow is cut off"),
    (e.ReadingForged(0, NOBODY, "flow", "honest", 0), "The reading of Flow is true again"),
    (e.SetPointChanged(0, NOBODY, "flow", 85_000), "The set point of Flow is now 85.0 m3/h"),
    (e.ManualTurned(0, OFFICE, "flow", True), "Flow is now worked by hand"),
    (e.ManualTurned(0, OFFICE, "flow", False), "Flow is no longer worked by hand"),
    (e.AlarmsSilenced(0, NOBODY, "flow", True), "The alarms of Flow are silenced"),
    (e.AlarmsSilenced(0, NOBODY, "flow", False), "The alarms of Flow ring again"),
    (e.AlarmRang(0, OFFICE, "flow", "high"), "Alarm: It flows too fast (Flow)"),
    (e.AlarmCleared(0, OFFICE, "flow", "high"), "Alarm is over: It flows too fast (Flow)"),
    (e.LimitPassed(0, NOBODY, "flow", "flood"), "Flow passes a limit: The quay is flooded"),
    (e.StepPlanned(0, NOBODY, "wipe", 60), "The adversary prepares: Wipe the mail"),
    (e.StepReady(0, OFFICE, "wipe"), "The adversary could begin: Wipe the mail"),
    (e.StepLaunched(0, OFFICE, "wipe", "office"), "The adversary is sent on: Wipe the mail"),
    (e.StepBlocked(0, NOBODY, "wipe"), "The adversary is held up: Wipe the mail"),
    (e.StepStarted(0, NOBODY, "wipe"), "The adversary begins: Wipe the mail"),
    (e.StepSucceeded(0, NOBODY, "wipe"), "The adversary succeeds: Wipe the mail"),
    (e.StepFailed(0, NOBODY, "wipe", False), "The adversary fails for now: Wipe the mail"),
    (e.StepFailed(0, NOBODY, "wipe", True), "The adversary fails for good: Wipe the mail"),
    (e.StepStopped(0, NOBODY, "wipe"), "The adversary is stopped: Wipe the mail"),
    (e.StepSeen(0, OFFICE, "wipe", ("mail", "cranes")), "An intruder was noticed in Mail, Cranes"),
    (e.StepSeen(0, OFFICE, "wipe", ()), "An intruder was noticed"),
    (e.FactSet(0, NOBODY, "told", True), "So it is now: The town was told."),
    (e.FactSet(0, NOBODY, "key-lost", False), "No longer so: key lost"),
    (e.Revealed(0, OFFICE, ("mail",), ("trust",), ()), "Now in view: Mail, Public trust"),
    (
        e.Revealed(0, OFFICE, (), (), ("mail", "cranes")),
        "Now known whether an intruder is in Mail, Cranes",
    ),
    (
        e.Revealed(0, OFFICE, ("cranes",), (), ("mail",)),
        "Now in view: Cranes; and whether an intruder is in Mail",
    ),
    (e.ReportDue(0, OFFICE, "warning", HOUR), "To be sent by Fri 19:00: Early warning"),
    (e.ReportMissed(0, OFFICE, "warning"), "Overdue: Early warning"),
    (
        e.ReportSent(0, BOTH, "warning", "office", (("what", "Mail fell."), ("who", "")), False),
        "Harbour office sends: Early warning – What happened: Mail fell.",
    ),
    (e.ReportSent(0, BOTH, "warning", "office", (), True), "Harbour office sends: Early warning"),
    (e.MessageSent(0, BOTH, "office", "Come!"), "Harbour office to COUNCIL: Come!"),
    (e.NoteTaken(0, OFFICE, "office", "Odd."), "Harbour office notes: Odd."),
    (e.ModuleOpened(0, BOTH, "morning"), "Discussion opens: Morning round"),
    (
        e.QuestionAnswered(0, OFFICE, "morning", "first", "office", "The mail."),
        "Harbour office answers “What comes first?” The mail.",
    ),
    (e.ModuleClosed(0, BOTH, "morning", "control"), "Discussion closes: Morning round"),
    (e.SeatTaken(0, BOTH, "council"), "People now hold the seat: COUNCIL"),
    (e.SeatVacated(0, BOTH, "office"), "The computer now plays the seat: Harbour office"),
    (
        e.BotInstructed(0, NOBODY, "council", "slow"),
        "The computer in the seat COUNCIL is now: slow",
    ),
    (
        e.ActionProposed(0, OFFICE, "proposal-soc-1", "office", "Tow the ships out."),
        "Harbour office proposes: Tow the ships out.",
    ),
    (
        e.RulingGiven(0, OFFICE, "alarm", "office", "done", 70, "wait", "As you wish.", "Arta"),
        "Control allows it, and it works: Cut it off? – As you wish.",
    ),
    (
        e.RulingGiven(0, OFFICE, "alarm", "office", "failed", 70, "", "", "Arta"),
        "Control allows it, and it fails: Cut it off?",
    ),
    (
        e.RulingGiven(0, OFFICE, "proposal-soc-1", "office", "refused", 0, "", "Too far.", ""),
        "Control does not allow it: what was proposed – Too far.",
    ),
    (
        e.ContestPlanned(0, NOBODY, 3600, None, 7200),
        "The contest is to be open from Fri 19:00 to Fri 20:00",
    ),
    (e.ContestOpened(0, BOTH, ("shift",)), "The contest opens: The open board"),
    (e.ContestFrozen(0, BOTH), "The scores of the contest stand still until it ends"),
    (e.ContestClosed(0, BOTH), "The contest is closed: The open board"),
    (e.ChallengeOpened(0, BOTH, "wing"), "On the board now: The wing"),
    (e.ChallengeSolved(0, BOTH, "wing", "office", "Arta", False), "Arta solves The wing"),
    (e.ChallengeSolved(0, BOTH, "wing", "office", "", True), "Harbour office solves The wing"),
    (e.AnswerTried(0, BOTH, "wing", "council", ""), "COUNCIL gives a wrong answer to The wing"),
    (
        e.HintTaken(0, BOTH, "shift", 1, "office", "Arta"),
        "Arta takes hint 1 to The shift (20 points)",
    ),
    (e.MeasureTurned(0, NOBODY, "sail/0", "running"), "The clock runs: The town knows"),
    (e.MeasureTurned(0, NOBODY, "sail/0", "holds"), "Holds: The town knows"),
    (e.MeasureTurned(0, NOBODY, "sail/0", "broken"), "Does not hold: The town knows"),
    (e.MeasureTurned(0, NOBODY, "sail/0", "met"), "Met: The town knows"),
    (e.MeasureTurned(0, NOBODY, "sail/1", "failed"), "Failed: Let them sail, 2"),
]


def test_an_event_is_one_plain_sentence():
    for event, told in TOLD:
        assert sentence(HARBOUR, event, "en", ORDERS) == told


def test_no_kind_of_event_is_left_without_a_sentence():
    assert {type(event) for event, _ in TOLD} == set(e.KINDS)


def test_no_kind_of_event_is_left_without_a_word_to_filter_by():
    assert set(KIND) == set(e.KINDS)


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (e.HostsHit(0, OFFICE, "mail", "wiped", 2, ""), "Fshirë te Posta: 2 kompjuterë"),
        (
            e.InjectSent(HOUR, OFFICE, "alarm", "", 1, ()),
            "Ofensë SIEM nga The trap of Posta: Posta 19:00",
        ),
        (
            e.DecisionTaken(0, OFFICE, "alarm", "office", "wait", "", "", None, True),
            "Zyra e portit vendos: Ta shkëpusim? → Presim",
        ),
    ],
)
def test_the_scenario_speaks_the_readers_language(event: e.Event, told: str):
    assert sentence(HARBOUR, event, "sq") == told


@pytest.mark.parametrize("written", ["${adversary}", "{step}", "{0}", "%s", "[red]!", "{"])
def test_what_people_write_is_told_as_they_wrote_it(written: str):
    message = e.MessageSent(0, BOTH, "office", written)
    assert sentence(HARBOUR, message, "en") == f"Harbour office to COUNCIL: {written}"


def test_to_have_noticed_an_intruder_does_not_tell_what_it_is_up_to():
    seen = sentence(HARBOUR, e.StepSeen(0, OFFICE, "wipe", ("mail",)), "en")
    assert "Wipe" not in seen
    assert "Heron" not in seen


def test_when_work_will_end_is_not_told_when_it_begins():
    early, late = (e.WorkStarted(0, OFFICE, "cut-off-1", until, ()) for until in (60, 12_345))
    assert sentence(HARBOUR, early, "en") == sentence(HARBOUR, late, "en")


def test_without_orders_work_does_not_say_what_it_is_done_on():
    assert sentence(HARBOUR, e.OrderQueued(0, OFFICE, "cut-off-1"), "en") == (
        "Waits for people: Cut off"
    )


def test_a_word_to_filter_by_says_what_an_event_is_about():
    assert (
        kind_of(e.DecisionTaken(0, OFFICE, "a", "office", None, "", "", None, True)) == "decision"
    )
    assert kind_of(e.WorkDone(0, OFFICE, "a-1", ())) == "work"
    assert kind_of(e.StepSeen(0, OFFICE, "a", ())) == "adversary"


@pytest.mark.parametrize("bots", POLICIES)
@pytest.mark.parametrize("language", ["en", "sq"])
def test_everything_that_happens_can_be_told_in_titles(bots, language: str):
    exercise = Exercise(EVERYTHING, Setup(seed=7, bots=bots))
    exercise.advance(EVERYTHING.length)
    for event in exercise.log:
        said = sentence(EVERYTHING, event, language, exercise.state.orders)
        assert said.strip()
        assert "\n" not in said
