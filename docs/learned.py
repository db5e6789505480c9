"""What was written down for the review of the recorded session, while it ran and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docs.friday import friday, saturday
from simulator.engine import events as e
from simulator.session import acts
from simulator.session.feedback import STATEMENTS

if TYPE_CHECKING:
    from docs.recorded import Table

_MINUTE: Final = 60
_GRADES: Final[tuple[tuple[str, str, str, acts.Grade, str], ...]] = (
    ("vesa", "contain", "stop-the-spread", "S",
     "Print servers were cut within the hour of the alarm; then it came out of the directory."),
    ("vesa", "contain", "hold-the-core", "M",
     "The vaults were off the network in time. The accounts are not clean yet."),
    ("vesa", "inform", "authorities", "P", "Notified an hour after the first screen."),
    ("vesa", "inform", "public", "S", ""),
    ("vesa", "serve", "platform", "M", "Everything that people use was off from Saturday 10:36."),
    ("vesa", "serve", "vital", "M", "Pharmacies asked before anybody thought of them."),
    ("vesa", "answer", "evidence", "S", "Memory was taken first, at the price of 45 machines."),
    ("vesa", "answer", "allies", "S", ""),
    ("ilir", "contain", "stop-the-spread", "P",
     "The word was given on Friday, and used within ten minutes when it was needed."),
    ("ilir", "contain", "hold-the-core", "M", ""),
    ("ilir", "inform", "authorities", "S",
     "The bulletin was ready before midnight and left the house at seven."),
    ("ilir", "inform", "public", "S", "Honest from the first line, then four hours of silence."),
    ("ilir", "serve", "platform", "M", ""),
    ("ilir", "serve", "vital", "S", "Paper prescriptions within half an hour of the question."),
    ("ilir", "answer", "evidence", "S", ""),
    ("ilir", "answer", "allies", "S", "Asked through one Ally, with a page that said for what."),
)  # fmt: skip
"""Who rated which task of which objective, how, and why."""


def _scores(*points: int) -> tuple[tuple[str, int], ...]:
    return tuple(zip(STATEMENTS, points, strict=True))


_FEEDBACK: Final = (
    ("network", acts.Feedback(
        sheet="sheet-of-the-network", scores=_scores(5, 5, 4, 4, 5, 4, 5, 4), texts=(
            ("well", "Going back. I have never been able to try the other answer."),
            ("change", "At home: one telephone list, on paper, with deputies."),
            ("missing", "Who at Health says that paper prescriptions are paid for."),
        ),
    )),
    ("premier", acts.Feedback(
        sheet="sheet-of-the-premier", scores=_scores(4, 5, 3, 5, 4, 5, 5, 3), texts=(
            ("well", "To see afterwards what the others knew when I decided."),
            ("change", "The delegation has to be written, dated and bounded."),
            ("missing", "A sentence that Health, Treasury and Interior have agreed on beforehand."),
        ),
    )),
    ("authority", acts.Feedback(
        sheet="sheet-of-authority", scores=_scores(4, 4, 2, 4, 4, 4, 4, 4), texts=(
            ("change", "A second person at night. I was the bulletin's only author and I slept."),
        ),
    )),
    ("systems", acts.Feedback(
        sheet="a-sheet-without-a-name", anonymous=True, scores=_scores(4, 5, 2, 3, 4, 2, 4, 4),
        texts=(
            ("well", "That I could put it on record when I saw it otherwise."),
            ("change", "I said that half of them should sleep, and was not heard. It is the same"
             " at home."),
        ),
    )),
    ("guest", acts.Feedback(
        sheet="sheet-of-the-guest", scores=(("structured", 5), ("plausible", 5), ("pace", 3)),
    )),
)  # fmt: skip
_PLAN: Final[tuple[tuple[acts.Plan, type | None, tuple[str, ...]], ...]] = (
    (acts.Plan(
        issue="Who may switch the state off was not settled before it was needed.",
        capability="Cyber security", element="planning",
        action="Write a standing delegation for AKSHI: what may be cut, who is told within a"
        " quarter of an hour, when it ends.",
        owner="Prime Minister's Office, secretary general", starts="2026-10-26",
        due="2026-12-15", check="contain/0",
    ), e.DecisionTaken, ("delegation",)),
    (acts.Plan(
        issue="An unconfirmed warning took eight hours from AKCESK to AKSHI, for want of a rule.",
        capability="Public information and warning", element="organisation",
        action="Pass on what is not confirmed within the hour, marked as such; AKSHI confirms"
        " that it was read.",
        owner="AKCESK, head of the national CSIRT", starts="2026-10-26", due="2026-11-16",
        check="inform/1",
    ), e.DecisionTaken, ("foreign-warning",)),
    (acts.Plan(
        issue="Calls of the vendor end in a mailbox at weekends.",
        capability="Cyber security", element="equipment",
        action="Lead the number to the night watch, and ring it once a month.",
        owner="AKSHI, network operations", starts="2026-10-22", due="2026-10-23",
        check="contain/1",
    ), e.InjectSent, ("vendor-rings",)),
    (acts.Plan(
        issue="Nobody has ever changed all privileged accounts at once; it takes a day.",
        capability="Cyber security", element="training",
        action="Change them once in the test directory, and time it, before the next exercise.",
        owner="AKSHI, head of systems", starts="2026-11-09", due="2027-02-26",
        check="contain/5",
    ), e.ActionOrdered, ("reset-credentials",)),
    (acts.Plan(
        issue="After the first sentence the public heard nothing for four hours.",
        capability="Public information and warning", element="exercises",
        action="Play a Saturday with two press calls a day by the same technician.",
        owner="Prime Minister's Office, press office", starts="2027-01-11", due="2027-03-31",
        check="inform/4",
    ), e.DecisionTaken, ("one-voice", "public-line")),
    (acts.Plan(
        issue="The word was given because it had been seen what an hour costs.",
        capability="Cyber security", element="exercises",
        action="Play Friday evening again with people who have not seen this session.",
        owner="Exercise control", due="2027-03-31",
        check="Authority given away on Friday is used within the hour",
    ), None, ()),
)  # fmt: skip
"""Each row, and which events it came of."""


def observed_first(table: Table) -> None:
    """At the end of the first take."""
    table.do("vesa", acts.Observe(
        text="AKSHI wanted to isolate at 07:56, was allowed to at 08:59, and the state was off the"
        " network at 09:28. Meanwhile the encryptor went from building to building.",
        objective="contain", role="akshi", at=saturday(7, 56), marks=("hot-wash",),
        evidence=table.places(e.DecisionTaken, "great-choice"),
    ))  # fmt: skip
    table.passes(2 * _MINUTE)
    table.do("ilir", acts.Observe(
        text="The right question (what stops, and for how long?), fourteen hours late: on Friday"
        " there was a whole evening to answer it.",
        objective="contain", role="prime-minister", at=saturday(8, 32),
        evidence=table.places(e.ConsentQuestioned),
    ))  # fmt: skip
    table.do("control", acts.Observe(
        text="Promised to the Prime Minister's Office: the one-page draft of a delegation that"
        " another state uses, by Monday.",
        marks=("promise",),
    ))  # fmt: skip


def observed(table: Table) -> None:
    """Before ENDEX."""
    table.do("vesa", acts.Observe(
        text="The call of the vendor's telemetry desk on Friday at 21:16 was never opened. This is"
        " no artefact of the exercise: calls from that number go to a mailbox that nobody reads at"
        " weekends. To be changed tomorrow, not with the report.",
        role="akshi", at=friday(21, 16), marks=("urgent",),
        evidence=table.places(e.InjectSent, "vendor-rings"),
    ))  # fmt: skip
    table.do("vesa", acts.Observe(
        text="'Nobody prints at ten at night.' They looked at one line of a log, asked each other,"
        " and cut the print servers. Nobody asked for leave, because they had it.",
        objective="contain", role="akshi", at=friday(22, 20), marks=("hot-wash",),
        evidence=table.places(e.ActionOrdered, "print-servers"),
    ))  # fmt: skip
    table.do("ilir", acts.Observe(
        text="What AKCESK heard at noon from another state's CSIRT, AKSHI heard at nine at night."
        " All afternoon both looked at the same server without knowing of each other.",
        objective="inform", role="akcesk", at=friday(13, 23), marks=("hot-wash",),
    ))  # fmt: skip


def reviewed(table: Table) -> None:
    """Ratings, which are then opened, the hot wash, and all that is agreed on after it."""
    for who, objective, task, grade, text in _GRADES:
        table.passes(20)
        table.do(who, acts.Rate(objective=objective, task=task, grade=grade, text=text))
    table.do("control", acts.Reveal())
    for text, role in (
        ("'With the word in my pocket I slept two hours. In the first run I did not.'", "akshi"),
        ("'A bank had my answer in half an hour and AKSHI after eight. I would turn that round.'",
         "akcesk"),
        ("'I gave it away more easily when I knew what an hour costs. I should not need a rehearsal"
         " to know that.'", "prime-minister"),
    ):  # fmt: skip
        table.passes(3 * _MINUTE)
        table.do("second", acts.Observe(text=text, role=role, marks=("hot-wash",)))
    table.do("control", acts.SetAside(
        objective="answer", grade="S",
        why="Its measures count to Tuesday noon, and we ended on Saturday evening by plan: evidence"
        " and support can't stand where they are asked to. Judged by what was done until then.",
    ))  # fmt: skip
    for who, form in _FEEDBACK:
        table.passes(70)
        # Who isn't named is answered without a record of one's own.
        table.scribe.do(table.seats[who], form)
    for row, kind, named in _PLAN:
        table.passes(90)
        evidence = table.places(kind, *named) if kind else ()
        table.do("control", row.model_copy(update={"evidence": evidence}))
