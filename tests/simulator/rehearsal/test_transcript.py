"""What a transcript tells, in whose words, and how its page looks."""

from pathlib import Path

import pytest

from simulator.engine import events as e
from simulator.engine.commands import Answer, Proceed
from simulator.engine.exercise import Setup
from simulator.engine.policies import POLICIES
from simulator.rehearsal.playing import Refusal, play
from simulator.rehearsal.script import Cue
from simulator.rehearsal.transcript import WIDTH, transcript
from simulator.scenario import load
from simulator.speech import Saying
from tests.simulator.rehearsal.pages import BOTH, HOUR, OFFICE, page, told

EVERYTHING = load(Path(__file__).parents[2] / "scenarios" / "everything")
ASKED = (
    e.InjectSent(6 * HOUR, OFFICE, "alarm", "", 1, ()),
    e.DecisionOpened(6 * HOUR, OFFICE, "alarm", 7 * HOUR),
)
ORDERED = (
    e.ActionOrdered(0, OFFICE, "cut-off-1", "cut-off", "office", "mail", 5, "", True),
    e.OrderQueued(0, OFFICE, "cut-off-1"),
)
FOREIGN = """\
«Outcome: All is calm»
Nobody noticed.

«Objectives (P without challenges, S with some, M with major ones, U unable to be performed)»
  P «  1 of   1»  Sail
    «  1 of   1»    Sail, 1

«Assets»                          «hosts»  «intact»  «encrypted»  «wiped»  «service»
  Mail                                100        70           30        0       70 %
  Cranes                               40        40            0        0      100 %  «isolated»

«Gauges»                                  «STARTEX»  «now»
  Public trust                                   70     46"""


ENDING = """\
Outcome: All is calm
Nobody noticed.

Objectives (P without challenges, S with some, M with major ones, U unable to be performed)
  P   1 of   1  Sail
      1 of   1    Sail, 1

Assets                                    hosts  intact  encrypted  wiped  service
  Mail                                      100      70         30      0     70 %
  Cranes                                     40      40          0      0    100 %  isolated

Gauges                                    STARTEX  now
  Public trust                                 70   46"""


def taken(at: int, reason: str = "", *, bot: bool = False) -> e.DecisionTaken:
    return e.DecisionTaken(at, OFFICE, "alarm", "office", "cut", "", reason, None, bot)


def begun(at: int) -> e.WorkStarted:
    return e.WorkStarted(at, OFFICE, "cut-off-1", 600, (("watch", 2),))


def test_the_head_names_who_plays_and_what_the_country_has():
    head = page(staffed=("office",), bots="slow", seed=3, having=("guards",), lacking=("spares",))
    assert head[:6] == [
        "Harbour",
        "harbour, seed 3",
        "People: Harbour office",
        "Bots (slow): Town council",
        "With: Guards",
        "Without: Spare cranes",
    ]


def test_each_day_begins_with_its_date():
    log = (e.ExerciseStarted(0, BOTH), *ASKED, e.ExerciseEnded(48 * HOUR, BOTH, "", "time"))
    days = [line.strip("- ") for line in page(*log) if line.startswith("-- ")]
    assert days == ["Fri 3 May 2030", "Sat 4 May 2030", "Sun 5 May 2030"]


def test_an_inject_says_when_and_how_it_came_and_to_whom():
    assert told(ASKED[0]) == [
        "T+06:00 Sat 00:00 inject SIEM offence → Harbour office Console: Something moved"
    ]


def test_an_inject_to_every_role_is_told_to_all():
    news = e.InjectSent(0, BOTH, "news", "", 1, ())
    assert told(news) == ["T+00:00 Fri 18:00 inject Message → all It burns"]


def test_what_does_not_say_whom_it_concerns_is_addressed():
    assert told(*ASKED)[1:] == [
        "T+06:00 Sat 00:00 decision Harbour office: To decide by Sat 01:00: Cut it off?"
    ]


def test_a_decision_comes_with_its_reason():
    assert told(*ASKED, taken(6 * HOUR + 60, "Now or never"))[-1] == (
        "T+06:01 Sat 00:01 decision Harbour office decides: Cut it off? → Cut"
        " (reason: Now or never)"
    )


@pytest.mark.parametrize(("bot", "mark"), [(True, "[bot]"), (False, "[person]")])
def test_where_people_play_it_says_who_was_a_bot(bot: bool, mark: str):
    assert told(*ASKED, taken(6 * HOUR, bot=bot), staffed=("council",))[-1].endswith(f"Cut {mark}")


def test_where_only_bots_play_nobody_is_marked():
    assert told(*ASKED, taken(6 * HOUR, bot=True))[-1].endswith("→ Cut")


def test_what_was_refused_stands_where_it_was_asked():
    cue = Cue(6 * HOUR, Answer("office", "alarm", "wait"), "script.yaml:3:3")
    refusal = Refusal(cue, Saying("the decision 'alarm' is closed"), 3)
    note = e.NoteTaken(6 * HOUR, OFFICE, "office", "Odd.")
    lines = told(*ASKED, taken(6 * HOUR), note, refused=(refusal,))
    assert [line.split()[3] for line in lines[2:]] == ["decision", "refused", "note"]
    assert lines[3] == (
        "T+06:00 Sat 00:00 refused Harbour office was refused “answer alarm”:"
        " the decision 'alarm' is closed"
    )


def test_what_was_refused_may_have_no_words():
    refusal = Refusal(
        Cue(60, Proceed("control"), "script.yaml:1:3"), Saying("no discussion is open"), 0
    )
    assert told(refused=(refusal,)) == [
        "T+00:01 Fri 18:01 refused control was refused “proceed”: no discussion is open"
    ]


def test_work_that_begins_when_it_is_ordered_is_one_line():
    done = e.WorkDone(600, OFFICE, "cut-off-1", (("watch", 2),))
    assert told(*ORDERED, begun(0), done) == [
        "T+00:00 Fri 18:00 order Harbour office orders: Cut off – Mail",
        "T+00:10 Fri 18:10 work Harbour office: Work is done: Cut off – Mail",
    ]


def test_work_that_waited_for_people_tells_that_it_begins():
    assert told(*ORDERED, begun(60))[1:] == [
        "T+00:00 Fri 18:00 order Harbour office: Waits for people: Cut off – Mail",
        "T+00:01 Fri 18:01 work Harbour office: Work begins: Cut off – Mail (watch 2)",
    ]


def test_the_trainer_is_told_what_the_adversary_does_and_which_step_was_noticed():
    log = (e.StepStarted(0, e.NOBODY, "wipe"), e.StepSeen(60, OFFICE, "wipe", ("mail",)))
    assert told(*log) == [
        "T+00:00 Fri 18:00 adversary The adversary begins: Wipe the mail (T1561.002)",
        "T+00:01 Fri 18:01 adversary Harbour office: An intruder was noticed in Mail"
        " (Wipe the mail)",
    ]


@pytest.mark.parametrize(
    ("event", "lines"),
    [
        (e.MeasureTurned(0, e.NOBODY, "sail/0", "running"), 0),
        (e.MeasureTurned(0, e.NOBODY, "sail/0", "holds"), 0),
        (e.MeasureTurned(0, e.NOBODY, "sail/0", "failed"), 1),
        (e.StepPlanned(0, e.NOBODY, "wipe", 60), 0),
        (e.StepStopped(0, e.NOBODY, "wipe"), 1),
    ],
)
def test_only_what_decides_something_is_worth_a_line(event: e.Event, lines: int):
    assert len(told(event)) == lines


WHOLE = (
    e.HostsHit(0, OFFICE, "mail", "encrypted", 30, "wipe"),
    e.LinkChanged(0, OFFICE, "cranes", "isolated"),
    e.ServiceChanged(0, OFFICE, "mail", 700),
    e.GaugeMoved(0, BOTH, "trust", 70_000, -500),
    e.ExerciseEnded(48 * HOUR, BOTH, "calm", "time"),
)


def test_at_the_end_stand_outcome_objectives_assets_and_gauges():
    whole = "\n".join(page(*WHOLE))
    assert whole[whole.index("Outcome") :] == ENDING


def test_the_whole_page_is_in_the_language_asked_for(foreign: str):
    refusal = Refusal(Cue(60, Proceed("control"), "here"), Saying("no discussion is open"), 0)
    lines = page(*ASKED, *WHOLE, refused=(refusal,), language=foreign, having=("guards",))
    whole = "\n".join(lines)
    assert whole[whole.index("«Outcome") :] == FOREIGN

    assert lines[1:4] == [
        "«harbour, seed 0»",
        "«Bots (doctrine):» Harbour office, Town council",
        "«With:» Spare cranes, Guards",
    ]
    assert [" ".join(line.split()) for line in lines if line.startswith("T+")] == [
        "T+00:00 pre 18:00 «asset» ««30 hosts» of Mail encrypted»",
        "T+00:00 pre 18:00 «asset» «Cranes: now «isolated»»",
        "T+00:00 pre 18:00 «asset» «Service: Mail 100 → 70 %»",
        "T+00:01 pre 18:01 «refused» ««control» was refused “proceed”: «no discussion is open»»",
        "T+06:00 sht 00:00 «inject» «SIEM offence» → Harbour office Console: Something moved",
        "T+06:00 sht 00:00 «decision» Harbour office: «To decide by sht 01:00: Cut it off?»",
        "T+48:00 die 18:00 «control» «ENDEX: All is calm»",
    ]


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ((), "Left at T+06:00, before its end."),
        (
            (e.ExerciseEnded(6 * HOUR, BOTH, "", "time"),),
            "Outcome: none that the scenario tells of.",
        ),
        (
            (e.ExerciseEnded(6 * HOUR, BOTH, "", "stuck: step 'a' -> step 'a'"),),
            "The exercise got stuck: the same things happened again and again at one second.",
        ),
    ],
)
def test_a_run_without_an_outcome_says_why(end: tuple[e.Event, ...], said: str):
    assert said in page(*ASKED, *end)


@pytest.mark.parametrize("bots", POLICIES)
@pytest.mark.parametrize("language", ["en", "sq"])
def test_no_line_is_wider_than_the_page(bots, language: str):
    run = play(EVERYTHING, Setup(seed=3, bots=bots), [], None)
    assert max(map(len, transcript(run, language))) <= WIDTH


@pytest.mark.parametrize("text", ["word " * 300, "x" * 300, "a-" * 150, "one\n\ntwo " * 30])
def test_long_words_of_people_stay_on_the_page(text: str):
    lines = page(*ASKED, taken(6 * HOUR, text))
    assert max(map(len, lines)) <= WIDTH
    assert "".join(text.split()) in "".join("".join(lines).split())


def test_the_times_of_a_transcript_never_go_back():
    run = play(EVERYTHING, Setup(seed=3, bots="random"), [], None)
    times = [line.split()[0] for line in transcript(run, "en") if line.startswith("T+")]
    assert times == sorted(times)
