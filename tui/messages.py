"""What widgets ask of the screen above them. A widget never calls the session itself."""

from dataclasses import dataclass

from textual.message import Message

from simulator.engine.commands import Command


@dataclass
class Asked(Message):
    """The player asks for this at once; nothing has to be filled in."""

    command: Command


@dataclass
class FormWanted(Message):
    """The player wants to answer, order or fill in the thing of this kind and id."""

    kind: str
    id: str
