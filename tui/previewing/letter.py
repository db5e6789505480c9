"""An inject as a role will see it, and beneath it what only facilitators do."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.text import Text

from simulator.authoring.previewing.facilitating import Effect, for_facilitators
from simulator.authoring.previewing.page.msel import rehearsed
from simulator.authoring.previewing.plan import Planned
from simulator.authoring.previewing.previewed import Previewed
from simulator.authoring.previewing.seen import Seen, languages, seen, shapes
from tui import words
from tui.letters import fields
from tui.looks import letter
from tui.marks import joined
from tui.plain import plain
from tui.speech import _


class Look(NamedTuple):
    """Through whose eyes one looks at an inject: numbers that go round."""

    reader: int = 0
    variant: int = 0
    language: int = 0


def forms(told: Previewed, row: Planned, what: str) -> int:
    """How many readers, variants or languages an inject has."""
    match what:
        case "reader":
            return len(row.to)
        case "variant":
            return len(shapes(told.scenario.inject[row.id]))
        case _:
            return len(languages(told.scenario))


def looked_at(told: Previewed, row: Planned, look: Look) -> tuple[Seen, str, str]:
    """What is seen, the role that sees it, and the variant."""
    inject = told.scenario.inject[row.id]
    role = row.to[look.reader % len(row.to)]
    variants = shapes(inject)
    variant = variants[look.variant % len(variants)]
    language, sending = _language(told, look), told.sending(row.id, variant)
    return seen(told.scenario, row.id, role, language, sending), role, variant


def reading(told: Previewed, row: Planned, look: Look) -> RenderableType:
    """The letter just as the player reads it, between a line that says who, and the other side."""
    shown, role, variant = looked_at(told, row, look)
    speak = languages(told.scenario)
    said = [_("As {role} will see it", role=told.titles.role(role))]
    if len(row.to) > 1:
        said.append(_("{number} of {of}", number=look.reader % len(row.to) + 1, of=len(row.to)))
    if forms(told, row, "variant") > 1:
        said.append(_("variant {name}", name=variant or _("as it stands")))
    if len(speak) > 1:
        said.append(_language(told, look))
    return Group(
        joined((" · ".join(said), "call")),
        Text(),
        letter(shown.item, shown.view),
        *_other_side(told, row),
    )


def _language(told: Previewed, look: Look) -> str:
    """First the one that the author reads, where the scenario has it."""
    speak = list(languages(told.scenario))
    speak.sort(key=lambda language: language != told.language)
    return speak[look.language % len(speak)]


def _other_side(told: Previewed, row: Planned) -> Iterator[RenderableType]:
    side = for_facilitators(told, row.id)
    yield Text()
    yield Rule(joined((_("ONLY FOR FACILITATORS"), "strong")), style="mute")
    about = [
        (_("Id"), row.id),
        (_("Sent"), row.waits),
        (_("Rehearsal"), rehearsed(told, row.id)),
        (_("Kind"), row.kind),
        (_("Channel"), words.heading(row.channel)[0]),
    ]
    yield fields([(name, said) for name, said in (*about, *side.rows) if said])
    if side.options:
        yield plain(_("What each option does"), "mute")
    for option in side.options:
        yield _option(option)


def _option(option: Effect) -> Text:
    said = plain(f"{'✓' if option.best else '·'} {option.label}", "strong" if option.best else "")
    if option.best:
        said.append_text(plain(f"  {_('the best one')}", "good"))
    if option.default:
        said.append_text(plain(f"  {_('if nobody answers')}", "fair"))
    for effect in option.effects:
        said.append("\n").append_text(plain(f"  → {effect}", "mute"))
    return said
