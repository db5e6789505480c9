"""What widgets ask of the screen above them. A widget never calls the session itself."""

from dataclasses import dataclass

from textual.message import Message

from simulator.engine.commands import Command


@dataclass
class CommandIssued(Message):
    """The player has finished a command; the screen submits it."""

    command: Command


@dataclass
class FormWanted(Message):
    """The player wants to answer, order or fill in the thing of this kind and id."""

    kind: str
    id: str
