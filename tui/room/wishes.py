"""What control wants to have done to a world: for each act the command, what is asked before it is
given, and what is said after. Sheets and lines of text make them alike; nothing is drawn here."""

from collections.abc import Sequence

from simulator.engine import commands as c
from simulator.engine.commands import CONTROL
from simulator.engine.views.overview import ConsentRow, InjectRow, Panel
from tui import words
from tui.room import truth
from tui.room.byhand import Deed
from tui.room.msel import Names, missed_by
from tui.room.steer import Steered
from tui.screens.verdict import Verdict
from tui.speech import _


def wish(act: str, row: InjectRow, names: Names) -> Steered:
    """One of the acts on the MSEL that need nothing but the inject."""
    id, title = row.id, row.title
    match act:
        case "fire":
            what, said = _("Send “{title}” now?", title=title), _("It is sent.")
            return Steered(c.Fire(CONTROL, id), what, said)
        case "hold_or_release" if row.state == "held":
            what, said = _("Let “{title}” go again?", title=title), _("It is released.")
            return Steered(c.Release(CONTROL, id), what, said)
        case "hold_or_release":
            what = _("Hold “{title}”? It is not sent until it is released.", title=title)
            return Steered(c.Hold(CONTROL, id), what, _("It is held."))
        case "strike":
            what, said = _("Strike “{title}”? It is never sent.", title=title), _("It is struck.")
            return Steered(c.Skip(CONTROL, id), what, said)
        case "withdraw":
            return Steered(c.Withdraw(CONTROL, id), _withdrawing(title), _("It is withdrawn."))
        case _:
            roles = names.of_roles(missed_by(row))
            what = _("Repeat “{title}” to those who missed it: {roles}?", title=title, roles=roles)
            return Steered(c.Remind(CONTROL, id), what, _("It lies before them once more."))


def _withdrawing(title: str) -> str:
    return _(
        "Withdraw “{title}”? It stays where it lies, marked as withdrawn, and what it has done to "
        "the world stays done.",
        title=title,
    )


def delayed(row: InjectRow, until: int, start: str) -> Steered:
    """To send it not before this second; `start` is the ISO time of STARTEX."""
    when = words.day_time(start, until)
    what = _("Send “{title}” not before {time}?", title=row.title, time=when)
    said = _("It waits until {time}.", time=when)
    return Steered(c.Delay(CONTROL, row.id, until), what, said)


def amended(command: c.Amend, row: InjectRow) -> Steered:
    """Other words of an inject, or other readers."""
    return Steered(command, _("Change “{title}”?", title=row.title), _("It is changed."))


def written(command: c.Write, panel: Panel, start: str) -> Steered:
    """An inject on the spot."""
    title, roles = command.subject, truth.names(command.to, panel)
    decides = ""
    if command.ask:
        decides = " " + _("{role} decides.", role=truth.name(command.to[0], panel))
    if command.at is None:
        what = _("Send “{title}” to {roles} now?", title=title, roles=roles)
        return Steered(command, what + decides, _("It is sent."))
    when = words.day_time(start, command.at)
    what = _("Send “{title}” to {roles} at {time}?", title=title, roles=roles, time=when)
    return Steered(command, what + decides, _("It will be sent at {time}.", time=when))


def at_tempo(percent: int, teams: tuple[str, ...]) -> Steered:
    """How fast adversary and plot go on for these teams."""
    named = ", ".join(filter(None, teams)) or _("everybody")
    what = _("Let adversary and plot go on at {percent} % for {teams}?", percent=percent,
             teams=named)  # fmt: skip
    said = _("They go on at {percent} %.", percent=percent)
    return Steered(c.Tempo(CONTROL, percent), what, said, teams=teams)


def by_hand(deed: Deed, reason: str) -> Steered:
    """To set the world by hand."""
    what = _("Set by hand: {what}?", what=deed.words)
    said = _("Set by hand: {what}.", what=deed.words)
    return Steered(c.Intervene(CONTROL, (deed.effect,), reason), what, said)


def ruled(command: c.Rule, who: str, odds: Sequence[str]) -> Steered:
    """A ruling on what `who` wrote; `odds` are what it comes to where it is allowed."""
    if command.verdict == "refuse":
        what = _("Refuse what {role} wrote?", role=who)
    else:
        what = "\n".join([_("Allow what {role} wrote?", role=who), *odds])
    return Steered(command, what, _("Ruled: {role} is told.", role=who))


# In the place of a role that nobody plays


def message(seat: str, to: tuple[str, ...], text: str, panel: Panel) -> Steered:
    """Its words to others."""
    who, whom = truth.name(seat, panel), truth.names(to, panel)
    what = _("Write to {whom} as {who}?", whom=whom, who=who)
    said = _("{who} has written to {whom}.", whom=whom, who=who)
    return Steered(c.Message(seat, to, text), what, said, seat=seat, foresee=False)


def consent(asked: ConsentRow, verdict: Verdict, text: str, panel: Panel) -> Steered:
    """Its word on what is asked of it."""
    seat, subject = truth.answers_it(asked), asked.subject
    who = truth.name(seat, panel)
    what, said = {
        "grant": (_("Grant “{what}” in the place of {role}?", what=subject, role=who),
                  _("Granted.")),
        "refuse": (_("Refuse “{what}” in the place of {role}?", what=subject, role=who),
                   _("Refused.")),
        "ask": (_("Ask back in the place of {role}?", role=who), _("Asked back.")),
    }[verdict]  # fmt: skip
    return Steered(c.Consent(seat, asked.id, verdict, text), what, said, seat=seat)


def reply(asked: ConsentRow, text: str, panel: Panel) -> Steered:
    """Its answer where it was asked back."""
    seat = truth.answers_it(asked)
    what = _("Reply in the place of {role}?", role=truth.name(seat, panel))
    return Steered(c.Reply(seat, asked.id, text), what, _("Replied."), seat=seat)


def policy(command: c.Instruct, how: str, panel: Panel) -> Steered:
    """How its bot behaves; `how` is that in a word."""
    given = {"role": truth.name(command.seat, panel), "how": how}
    what = _("The bot of {role} plays {how} from now on?", **given)
    return Steered(command, what, _("The bot of {role} plays {how} now.", **given))
