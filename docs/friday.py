"""What people did in the recorded session: wiper-2022 from Friday noon to Saturday evening.

Nobody in it exists. Their second names are Albanian words for what they do. The first time the
Prime Minister's Office keeps to itself who may switch the state off, and on Saturday morning half
the workstations are lost while a consent travels. Then control goes back to that question.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from simulator.engine import commands as c
from simulator.session.grants import Part

SCENARIO: Final = "wiper-2022"
PEOPLE: Final[dict[str, tuple[Part, str, str]]] = {
    "control": ("control", "", "Drita Lojtari"),
    "second": ("control", "", "Agim Ushtrimi"),
    "network": ("player", "akshi", "Besnik Rrjeti"),
    "systems": ("player", "akshi", "Linda Serveri"),
    "authority": ("player", "akcesk", "Ana Njoftimi"),
    "premier": ("player", "prime-minister", "Elira Vendimi"),
    "vesa": ("evaluator", "akshi", "Vesa Vlerësimi"),
    "ilir": ("evaluator", "prime-minister", "Ilir Vëzhgimi"),
    "guest": ("observer", "akcesk", "Gent Heshtja"),
}
"""Part, role and name of each."""
READERS: Final = {
    "akshi": ("systems", 6), "akcesk": ("authority", 9), "prime-minister": ("premier", 14),
}  # fmt: skip
"""Who opens the messages to a role, so many minutes after they came."""


def friday(hour: int, minute: int = 0) -> int:
    """The second of the exercise; it begins on Friday at noon."""
    return (hour - 12) * 3600 + minute * 60


def saturday(hour: int, minute: int = 0) -> int:
    return friday(hour + 24, minute)


class Choice(NamedTuple):
    """What somebody decides, so many minutes after they were asked, and who sees it otherwise."""

    who: str
    after: int
    option: str
    reason: str
    sure: int
    text: str = ""
    dissent: tuple[str, str] | None = None


Consenting = tuple[int, Literal["grant", "refuse", "ask"], str]
"""What is said to a request so many minutes after it came."""


class Story(NamedTuple):
    """What people do in a take: choices by decisions; what they do with who asks for the consent of
    the Prime Minister's Office; all else by its second; what nobody opens; the night that control
    jumps over."""

    choices: Mapping[str, Choice]
    consents: Mapping[str, Consenting]
    deeds: tuple[tuple[int, str, c.Command], ...]
    sleeps: tuple[int, int]
    unread: frozenset[tuple[str, str]] = frozenset()


AGAIN: Final = friday(18, 37)
BROKEN_OFF: Final = saturday(9, 40)
ENDED: Final = saturday(19, 30)
WHY_AGAIN: Final = "Back to the question of Friday evening: what is authority worth at dawn?"
WHY_ENDED: Final = "Saturday evening, as planned. What we wanted to see has been seen."

_AFTERNOON: Final = {
    "friday-roster": Choice(
        "systems", 12, "on-call",
        "Seven people can't carry a weekend. On call within three hours gives us thirty, and nobody"
        " has to lie about a wedding.", 75,
    ),
    "foreign-warning": Choice(
        "authority", 48, "verify",
        "One sensor, not confirmed. If I wake AKSHI for every such line they will stop reading"
        " them. My own people look first.", 60,
    ),
    "agenda": Choice(
        "premier", 35, "", "It is what people will ask for on the first day.", 70,
        "Medicine, pensions, the borders. Everything else can wait a day.",
    ),
    "first-response": Choice(
        "network", 11, "image",
        "Cut the floor off so that it can't travel, but take the memory first: it is the only"
        " witness we have, and Interior will ask for it.", 70,
        dissent=("systems", "Each minute of imaging is another machine. I would pull the plugs."),
    ),
    "classify": Choice(
        "authority", 22, "serious",
        "Ransomware with a political line and no price is no crime for money. Better a register"
        " with one entry too many than a weekend without us.", 80,
    ),
}  # fmt: skip

_EVENING: Final = {
    "first-answer": Choice(
        "premier", 18, "confirm",
        "He goes on air at eleven in any case. What we confirm ourselves, nobody can reveal.", 75,
    ),
    "contractor": Choice(
        "authority", 30, "promise",
        "With an order I get a lawyer, with a promise I get the logs. I need them tonight more than"
        " I need somebody to blame.", 75,
    ),
    "bank-answer": Choice(
        "authority", 25, "tell-amber",
        "They have the same deployment tool. What we know, what we don't, and not to be passed on.",
        70,
    ),
    "one-voice": Choice(
        "premier", 25, "technician",
        "People believe somebody who says what a server is. Twice a day, the same face.", 70,
    ),
    "public-line": Choice(
        "premier", 28, "attack",
        "Any other sentence will be shown to be untrue before Monday.", 85,
    ),
    "who-is-warned": Choice(
        "authority", 20, "critical-only",
        "A bulletin to all is in the papers by evening. A few telephone calls are not.", 85,
    ),
    "pharmacies": Choice(
        "network", 30, "paper",
        "A gate for health alone is a gate. Doctors can write; the fund has to say that it pays.",
        80,
    ),
    "vendor-terms": Choice(
        "network", 50, "screened",
        "We need eight pairs of hands. We don't need our memory images in another country.", 65,
    ),
    "exhausted": Choice(
        "network", 16, "push",
        "Six more hours and the accounts are ours again. Then everybody sleeps.", 55,
        dissent=("systems", "They restored the wrong server. They are done; half should sleep."),
    ),
}  # fmt: skip

_KEPT_BACK: Final = {
    "delegation": Choice(
        "premier", 24, "reserve",
        "Whoever switches the state off answers for it in Parliament. That can't be a director of"
        " an agency. My telephone is on.", 80,
    ),
    "found-web-shell": Choice(
        "network", 40, "observe",
        "If we delete it he knows that we know. Let us see where he goes.", 50,
        dissent=("systems", "He types as an administrator. We are not hunting, we are bleeding."),
    ),
    "great-choice": Choice(
        "network", 14, "nation-ask",
        "I would do it this minute. It is not mine to do.", 90,
    ),
    "data-centre": Choice(
        "network", 30, "trace",
        "Until the word comes we can at least learn which sessions they use.", 40,
    ),
}  # fmt: skip

_GIVEN: Final = {
    "delegation": Choice(
        "premier", 22, "delegate",
        "I have seen what an hour costs. You act, you tell me within the quarter of an hour, and"
        " I carry it.", 65,
    ),
    "found-web-shell": Choice(
        "network", 18, "ring-fence",
        "A copy for Interior, then the portal goes off the network. It serves nobody at night.",
        75,
    ),
    "data-centre": Choice(
        "network", 12, "cut-sessions",
        "They work through the directory by hand. Without sessions there is no wiper.", 80,
    ),
    "great-choice": Choice(
        "network", 9, "nation-now",
        "It comes out of the directory now, so cutting workstations is not enough. We have the"
        " word since Friday.", 85,
    ),
}  # fmt: skip

_NOTIFIED: Final = (
    ("systems", "Workstations of the Ministry of Finance, third floor; 45 of 5600"),
    ("severity", "high"), ("malicious", "yes"),
    ("needs", "Analysis of one sample; somebody who reads our logs with us tonight"),
)  # fmt: skip
_BULLETIN: Final = (
    ("label", "AMBER"),
    ("indicators", "Files end in .lck, a note in each folder; remote desktop with the built-in"
     " administrator; one executable copied to a list of machines from print servers"),
)  # fmt: skip
_SITUATION: Final = (
    ("works", "Tax and customs, police, armed forces, telephones"),
    ("fails", "e-Albania, government sites and mail: we switched them off ourselves"),
    ("next", "Change every privileged account, then reconnect one service at a time"),
    ("unknown", "Whether mail has left, and since when they are in"),
)  # fmt: skip

_FRIDAY_DEEDS: Final = (
    (friday(14, 6), "control", c.Rule(c.CONTROL, "agenda", "allow",
     text="Noted. Three words are what the others will be measured by.",
     reason="One sentence was wanted, and it is one.")),
    (friday(16, 48), "network", c.Message("akshi", ("akcesk", "interior"),
     "Finance, third floor: encrypted files, a note without a price. Memory is being taken.")),
    (friday(17, 22), "systems", c.Send("akshi", "incident-notification", _NOTIFIED)),
    (friday(17, 38), "systems", c.Order("akshi", "preserve-logs", None,
     "They will delete them; they have done so elsewhere.")),
    (friday(17, 45), "authority", c.Order("akcesk", "analyse-sample")),
    (friday(18, 5), "authority", c.Order("akcesk", "send-expert-group", None,
     "Four people who can read logs, in the room where the logs are.")),
)  # fmt: skip
_NIGHT_DEEDS: Final = (
    (friday(19, 20), "systems", c.Order("akshi", "stand-night-watch")),
    (friday(19, 50), "authority", c.Message("akcesk", ("akshi",),
     "The sample is with our people; do not expect anything before two in the morning.")),
    (saturday(7, 5), "authority", c.Send("akcesk", "indicator-bulletin", _BULLETIN)),
)  # fmt: skip
_PREPARED: Final = (
    (friday(19, 5), "systems", c.Order("akshi", "pull-backups", None,
     "If this goes wrong they are all we have.")),
    (friday(20, 10), "systems", c.Order("akshi", "plan-shifts")),
    (friday(22, 20), "network", c.Order("akshi", "isolate-system", "print-servers",
     "An administrator logs on there at ten at night. Nobody prints at ten at night.")),
    (saturday(10, 50), "premier", c.Message("prime-minister", ("akshi", "akcesk"),
     "One number every two hours, please: how many machines start. No adjectives.")),
    (saturday(11, 0), "authority", c.Order("akcesk", "order-countermeasures")),
    (saturday(11, 20), "network", c.Order("akshi", "reset-credentials", None,
     "While they are locked out. Once we reconnect it is too late.")),
    (saturday(11, 45), "authority", c.Order("akcesk", "propose-crisis", None,
     "Without it I may not order those who are on no list.")),
    (saturday(12, 30), "systems", c.Send("akshi", "situation-report", _SITUATION)),
    (saturday(12, 50), "premier", c.Order("prime-minister", "make-statement")),
    (saturday(13, 0), "systems", c.Order("akshi", "publish-status-page")),
    (saturday(14, 10), "premier", c.Order("prime-minister", "call-the-allies")),
    (saturday(15, 30), "premier", c.Order("prime-minister", "convene-council")),
)  # fmt: skip

_ASKED_BACK: Final[dict[str, Consenting]] = {
    "akshi": (36, "ask", "What exactly stops working, and for how long?"),
    "csmu": (55, "grant", "Yes. In writing on Monday."),
}
ANSWERED_BACK: Final = "All of it, for two days at least. It stops by itself if we wait: at zero."
THEN_GRANTED: Final = "Do it. I will tell the Prime Minister when he is awake."
_GRANTED: Final[dict[str, Consenting]] = {
    "csmu": (25, "grant", "Yes. AKSHI has been told that they come."),
    "akcesk": (70, "grant", "Agreed. The decree is being written."),
}
_NIGHT: Final = (saturday(1, 30), saturday(5, 30))
_UNREAD: Final = frozenset({("akshi", "vendor-rings"), ("akcesk", "siem-mail-posts")})

FIRST: Final = Story(
    _AFTERNOON | _EVENING | _KEPT_BACK, _ASKED_BACK, (*_FRIDAY_DEEDS, *_NIGHT_DEEDS), _NIGHT,
    _UNREAD,
)  # fmt: skip
SECOND: Final = Story(
    _AFTERNOON | _EVENING | _GIVEN, _GRANTED, (*_NIGHT_DEEDS, *_PREPARED), _NIGHT, _UNREAD
)
