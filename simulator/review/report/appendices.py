"""What stands behind a report: control's acts, the contest, people, MSEL, techniques, register."""

from __future__ import annotations

from typing import Final

from simulator.paper.blocks import Block, Words
from simulator.review.findings import Findings, MselRow, TechniqueFound
from simulator.review.report.citing import register
from simulator.review.report.overview import PARTS
from simulator.review.report.telling import Telling, grid, section
from simulator.review.report.times import real
from simulator.speech import many, mark, say

STATUS: Final[dict[str, str]] = {
    "sent": mark("sent"),
    "skipped": mark("not sent"),
    "withdrawn": mark("withdrawn"),
    "held": mark("held back"),
    "not sent": mark("did not come up"),
}
BEST: Final[dict[str, str]] = {
    "began": mark("began"),
    "stopped": mark("was stopped"),
    "failed": mark("failed"),
    "held up": mark("was held up"),
    "succeeded": mark("succeeded"),
}


def control(t: Telling) -> tuple[Block, ...]:
    language = t.language
    heads = (
        say(language, "When"), say(language, "Who"), say(language, "What, and why"),
        say(language, "What came of it at once"),
    )  # fmt: skip
    rows = [
        (
            (
                t.times.clock(it.at), it.by or say(language, "by itself"), it.words,
                "\n".join(one.words for one in it.led_to),
            ),
            t.anchors(it.cites),
        )
        for it in t.team.control
    ]  # fmt: skip
    title = say(language, "What control did")
    caption = say(
        language, "Everything that control did to the plot or the world; what is done by itself "
        "follows from people who come and go",
    )  # fmt: skip
    blocks: list[Block] = [grid(caption, heads, rows)] if rows else []
    if backs := len(t.team.takes) - 1:
        blocks.append(
            Words(
                many(
                    language, "Control also went back in time once; from where to where, and why, "
                    "stands with the takes in “What happened”.",
                    "Control also went back in time {number} times; from where to where, and why, "
                    "stands with the takes in “What happened”.", backs,
                )
            )
        )  # fmt: skip
    return section(title, blocks)


def contest(t: Telling) -> tuple[Block, ...]:
    language = t.language
    if not t.team.contest:
        return ()
    solved = [it for it in t.team.contest if it.solved is not None]
    heads = (
        say(language, "Challenge"), say(language, "Points"), say(language, "Solved"),
        say(language, "By"), say(language, "Wrong answers"), say(language, "Hints taken"),
    )  # fmt: skip
    rows = (
        (
            (it.title, str(it.points), t.times.clock(it.solved), it.by, str(it.tried),
             str(it.hints)),
            t.anchors(it.cites),
        )
        for it in t.team.contest
    )  # fmt: skip
    told = many(
        language, "{number} of {all} challenges was solved.",
        "{number} of {all} challenges were solved.", len(solved), all=len(t.team.contest),
    )  # fmt: skip
    caption = say(language, "Challenges, and who solved them; points as they were set")
    return section(say(language, "The contest"), [Words(told), grid(caption, heads, rows)])


def participants(findings: Findings) -> tuple[Block, ...]:
    language = findings.language
    titles = {team.team: team.title for team in findings.teams}
    several = len(findings.teams) > 1
    heads = (
        say(language, "Name"), say(language, "Took part as"), say(language, "Team"),
        say(language, "Role"), say(language, "Came"), say(language, "Left at"),
        say(language, "Acts"),
    )  # fmt: skip
    rows = [
        (
            (
                it.name, say(language, PARTS[it.part]),
                titles.get(it.team, it.team) if several else "", it.role_title,
                real(language, it.came),
                say(language, "kept the seat") if it.left is None else real(language, it.left),
                str(it.acts),
            ),
            (),
        )
        for it in findings.participants
    ]  # fmt: skip
    caption = say(
        language, "Who took part. For evaluators and observers the role is the one that they "
        "looked at; acts are whatever they asked for, from an order to a note.",
    )  # fmt: skip
    title = say(language, "Participants")
    named = Words(personal_data(findings), "mute")
    return section(title, [named, grid(caption, heads, rows)] if rows else [])


def personal_data(findings: Findings) -> str:
    """What whoever passes it on has to know of the people in it."""
    language = findings.language
    if findings.coded:
        return say(
            language, "Codes stand in place of people's names; a role may still tell who had it.",
        )  # fmt: skip
    return say(
        language, "This report holds personal data: names, and who did what when. Whoever passes "
        "it on answers for that. kulla report --pseudonyms makes one with codes in place of names.",
    )  # fmt: skip


def msel(t: Telling) -> tuple[Block, ...]:
    language = t.language
    if not t.team.msel:
        return ()
    heads = (
        say(language, "No."), say(language, "Inject"), say(language, "To"),
        say(language, "Planned"), say(language, "Actual"), say(language, "Expected action"),
        say(language, "Objective"), say(language, "Status"), say(language, "Opened by"),
    )  # fmt: skip
    rows = (
        (
            (
                str(it.number), inject(language, it), it.to, t.times.clock(it.planned),
                t.times.clock(it.actual), it.expected, it.objective,
                f"{status(language, it)}\n{it.remarks}".strip(), it.read_by,
            ),
            t.anchors(it.cites),
        )
        for it in t.team.msel
    )  # fmt: skip
    sent = sum(it.actual is not None for it in t.team.msel)
    told = many(
        language, "{number} of {all} injects was sent. Those without a planned time wait for "
        "something to happen.", "{number} of {all} injects were sent. Those without a planned "
        "time wait for something to happen.", sent, all=len(t.team.msel),
    )  # fmt: skip
    caption = say(language, "The master scenario events list (MSEL) as it was played")
    return section(
        say(language, "MSEL as played"), [Words(told), grid(caption, heads, rows, wide=True)]
    )


def inject(language: str, it: MselRow) -> str:
    """What it is called, and beneath it how it came."""
    if not it.sender:
        return f"{it.title}\n{it.channel}"
    way = say(language, "{channel} from {sender}", channel=it.channel, sender=it.sender)
    return f"{it.title}\n{way}"


def status(language: str, it: MselRow) -> str:
    """What became of an inject."""
    told = say(language, STATUS[it.status])
    return f"{told} ({say(language, 'written by control')})" if it.hand else told


def techniques(t: Telling) -> tuple[Block, ...]:
    language = t.language
    if not t.team.techniques:
        return ()
    heads = (
        say(language, "Technique"), say(language, "Name"), say(language, "Steps"),
        say(language, "Began"), say(language, "Came to"), say(language, "First seen"),
    )  # fmt: skip
    rows = (
        (
            (
                it.id, it.name, ", ".join(it.steps), t.times.clock(it.began), best(language, it),
                t.times.clock(it.seen) if it.seen is not None else say(language, "never"),
            ),
            t.anchors(it.cites),
        )
        for it in t.team.techniques
    )  # fmt: skip
    caption = say(
        language, "MITRE ATT&CK techniques of the steps that the adversary began; first seen is "
        "when defenders were first shown one of these steps",
    )  # fmt: skip
    return section(say(language, "ATT&CK techniques met"), [grid(caption, heads, rows)])


def best(language: str, it: TechniqueFound) -> str:
    """How far any of its steps came."""
    return say(language, BEST[it.best]) if it.best in BEST else it.best


def cited_events(t: Telling, cited: frozenset[str]) -> tuple[Block, ...]:
    """Every event that the report cites."""
    language = t.language
    found = register(t, cited, say(language, "Every event that this report cites"))
    about = say(
        language, "Numbers are places in the log of the exercise, which follows from the journal "
        "and is the same whenever it is played again. A record is a line of journal.jsonl.",
    )  # fmt: skip
    told = (Words(about, "mute"),) if t.explains(lambda team: team.cited) else ()
    blocks: tuple[Block, ...] = (*told, *found) if found else ()
    return section(say(language, "Register of cited events"), blocks)
