"""Feedback on the exercise, as the form of the screen and that in lines make it."""

from typing import Final, NamedTuple, Protocol, runtime_checkable

from simulator.session.feedback import AGREE, QUESTIONS, STATEMENTS
from tui.drafts import About
from tui.speech import mark

ABOUT: Final[About] = ("feedback", "")
"""Under which its draft is kept."""
NAMED: Final = "named"
UNNAMED: Final = "unnamed"
"""How it was handed in; it stays so, for whoever sends it both ways is found out."""
HOW: Final = mark("1 is not at all, 5 is fully. What you leave empty is left out.")
WHO: Final = mark(
    "Control reads it, and whoever reads the review. Without your name nothing that is kept says "
    "whose it is; when it comes, and how you write, may still tell."
)
AGAIN: Final = {
    NAMED: mark("You have sent it with your name. What you send now takes its place."),
    UNNAMED: mark("You have sent it without your name. What you send now takes its place."),
}
"""What is said to who has sent one before."""
EMPTY: Final = mark("Nothing is filled in yet.")
SENT: Final = mark("Your feedback has come. Thank you.")


class Filled(NamedTuple):
    """A form that is filled in: statements with 1 to 5, questions with what was written."""

    scores: tuple[tuple[str, int], ...]
    texts: tuple[tuple[str, str], ...]
    anonymous: bool


@runtime_checkable
class Asking(Protocol):
    """A seat at a host: where one plays alone there is nobody to tell."""

    @property
    def takes_part(self) -> bool:
        """Whether it is a participant's, who is asked."""

    @property
    def handed_in(self) -> str:
        """How feedback was sent from this seat; empty for not yet."""

    def hand_in(self, form: Filled, said: str) -> None:
        """Send feedback; `said` is what to say once it has come. Raises Refused where it can't be
        any more."""


def filled(written: dict[str, str], anonymous: bool) -> Filled:
    """What was written, by the ids of the fields; a scale counts from 0."""
    places = [str(place) for place in range(AGREE)]
    given = {id: written.get(f"score-{id}", "") for id in STATEMENTS}
    scores = tuple((id, int(it) + 1) for id, it in given.items() if it in places)
    said = {id: written.get(f"text-{id}", "") for id in QUESTIONS}
    return Filled(scores, tuple((id, text) for id, text in said.items() if text), anonymous)
