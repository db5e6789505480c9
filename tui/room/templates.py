"""What control writes on the spot begins as one of these. No drawing."""

from typing import Final, NamedTuple

from tui.speech import _, mark


class Template(NamedTuple):
    """`about` is the whole of it in a line; the other words are what its fields begin with."""

    about: str
    channel: str
    sender: str = ""
    subject: str = ""
    text: str = ""


TEMPLATES: Final = {
    "announcement": Template(
        mark("An announcement by exercise control"), "message", mark("Exercise control"),
        mark("Exercise control: "),
    ),
    "e-mail": Template(mark("An e-mail"), "e-mail"),
    "phone": Template(mark("A phone call"), "phone", subject=mark("A call about ")),
    "news": Template(mark("A news flash"), "news", mark("News agency"), mark("Breaking: ")),
    "social": Template(mark("A post on social media"), "social", "@"),
    "siem": Template(
        mark("A SIEM alert"), "siem", mark("Central SIEM"), "",
        mark("Rule: \nSource: \nTarget: \nEvents in the last hour: "),
    ),
    "intelligence": Template(
        mark("An intelligence report"), "intelligence", "", "",
        mark("Reported: \nSource and its reliability: \nAssessment: "),
    ),
    "situation-report": Template(
        mark("A situation report"), "situation-report", "", mark("Situation at "),
        mark("What has happened: \nWhat is being done: \nWhat is needed: "),
    ),
    "diplomatic-note": Template(mark("A diplomatic note"), "diplomatic-note"),
    "chat": Template(mark("A line of chat"), "chat"),
}  # fmt: skip


def seconds_to_answer(minutes: str) -> int | None:
    """How long there is to answer a question; None for as long as they like. Raises ValueError
    with a sentence."""
    if not minutes:
        return None
    if not minutes.isdecimal() or not int(minutes):
        raise ValueError(_("Write the minutes to answer as a number."))
    return 60 * int(minutes)
