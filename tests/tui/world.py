"""A hand-made view of a role in trouble, and the values it is made of."""

from dataclasses import replace

from simulator.engine import views as v
from simulator.session.scores import ChallengeScore, NewSolve, PersonScore, Scores, TeamScore
from tests.tui.deeds import ACTIONS, ORDERS, REQUESTS

__all__ = [
    "ACTIONS", "ASSETS", "DEBRIEF", "GAUGES", "INBOX", "ISOLATE", "LOG", "ORDERS", "REPORT",
    "REQUESTS", "SEATS", "TEAMS", "VIEW", "asset", "option",
]  # fmt: skip


def option(id: str, label: str, **given) -> v.OptionView:
    return v.OptionView(id, label, **{"about": "", "consent": (), "irreversible": False, **given})


SEATS = (
    v.SeatView("akcesk", "National Cyber Authority", "AKCESK", True),
    v.SeatView("akshi", "Government IT agency", "AKSHI", False),
    v.SeatView("nato", "North Atlantic Council liaison", "NATO", False),
)
ISOLATE = v.DecisionView(
    id="isolate",
    inject="storm",
    ask="Cut the ministries off, or go segment by segment?",
    opened=3000,
    due=4800,
    options=(
        option("all", "Cut off everything at once", irreversible=True, about="Services stop."),
        option("segments", "Go segment by segment", about="Slower, and some will be lost."),
        option("allies", "Wait for the allies", consent=("NATO",), why_not="they are not here"),
    ),
    free_text=False,
    phase="open",
)
INBOX = (
    v.Item(
        key="hello",
        inject="hello",
        at=0,
        channel="e-mail",
        sender="Duty officer, evening watch",
        subject="Handover",
        text="All quiet. The mail gateway was patched at noon.\n\nGood night.",
        to=("AKCESK",),
        read=True,
        tlp="GREEN",
    ),
    v.Item(
        key="offence",
        inject="offence",
        at=1200,
        channel="siem",
        sender="Central SIEM",
        subject="Many files renamed on a print server",
        text="One account touched 4,112 files in nine minutes.",
        to=("AKCESK", "AKSHI"),
        read=False,
        offence=v.OffenceView(
            number=4711,
            magnitude=8,
            source="PRINT-02",
            destination="FS-CENTRAL",
            category="Ransomware",
            events=4112,
        ),
        attachments=(
            v.AttachmentView(
                name="signs of the attacker",
                indicators=(
                    v.IndicatorView(type="sha256", value="e3b0c442" * 8, note="the dropper"),
                    v.IndicatorView(type="address", value="192.0.2.44"),
                ),
            ),
            v.AttachmentView(
                name="hosts", columns=("Host", "State"), rows=(("FS-1", "locked"), ("FS-2", "ok"))
            ),
        ),
    ),
    v.Item(
        key="report",
        inject="report",
        at=2400,
        channel="intelligence",
        sender="An allied service",
        subject="They will come back with a wiper",
        text="The group is said to hold a second tool that destroys disks.",
        to=("AKCESK",),
        read=False,
        tlp="AMBER",
        reliability="B2",
    ),
    v.Item(
        key="storm",
        inject="storm",
        at=3000,
        channel="phone",
        sender="AKSHI operations room",
        subject="It is spreading",
        text="“We lose a server every minute. Do we pull the plug?”",
        to=("AKCESK",),
        read=False,
        decision=ISOLATE,
    ),
)


def asset(id: str, title: str, service: float, hosts: int, intact: int, **given) -> v.AssetView:
    usual = {
        "owner": "AKSHI",
        "classification": "important",
        "encrypted": 0,
        "wiped": hosts - intact,
        "link": "connected",
        "depends_on": (),
        "foothold": None,
        "leaked": None,
        "workaround": 0,
    }
    return v.AssetView(
        id=id, title=title, service=service, hosts=hosts, intact=intact, **{**usual, **given}
    )


ASSETS = (
    asset(
        "mail",
        "Government mail",
        82,
        120,
        98,
        foothold=True,
        leaked=3.4,
        encrypted=12,
        depends_on=("directory",),
        trail=(100, 100, 97, 90, 82),
    ),
    asset(
        "portal",
        "Citizen portal e-Albania",
        0,
        80,
        40,
        link="isolated",
        classification="critical",
        depends_on=("mail", "directory"),
    ),
    asset("directory", "Police directory", 100, 16, 16, foothold=False, leaked=0.0),
    asset("tims", "Border system TIMS", 55.5, 40, 22, classification="critical"),
)
GAUGES = (
    v.GaugeView("trust", "Public trust", 61, -2.5, "high", (70, 70, 69, 66, 63, 61)),
    v.GaugeView("strain", "Strain on the people", 45, 6, "low", (20, 25, 30, 38, 45)),
    v.GaugeView("evidence", "Evidence for attribution", 30, 0, "high", (10, 10, 20, 30)),
)
REPORT = v.ReportView(
    id="early",
    title="Early warning",
    about="Rough and early.",
    to=("AKSHI", "NATO"),
    fields=(
        v.FieldView("what", "What happened", True, (), "One sentence is enough."),
        v.FieldView(
            "reach",
            "How far it reaches",
            True,
            (v.PickView("One system", "One system"), v.PickView("Several", "Several")),
            "",
            "choice",
        ),
        v.FieldView("rest", "Anything else", False, (), ""),
    ),
    due=86_400,
    sent=None,
    since=0,
)
TEAMS = (
    v.TeamView("analysts", "Analysts", 6, 2, 0),
    v.TeamView("forensics", "Forensics", 2, 2, 1, next_free=5400),
)
LOG = (
    v.LogLine(0, "exercise", "STARTEX"),
    v.LogLine(0, "message", "E-mail from Duty officer: Handover"),
    v.LogLine(1800, "order", "Scan the network begins"),
)
VIEW = v.RoleView(
    scenario="fake",
    title="The days in July",
    tlp="GREEN",
    role=SEATS[0],
    brief="You are the authority. Keep the country's services alive.",
    start="2022-07-15T08:00:00+02:00",
    now=3600,
    length=345_600,
    held=False,
    over=False,
    inbox=INBOX,
    decisions=(ISOLATE,),
    requests=REQUESTS,
    actions=ACTIONS,
    orders=ORDERS,
    teams=TEAMS,
    assets=ASSETS,
    gauges=GAUGES,
    reports=(REPORT,),
    module=None,
    log=LOG,
    seats=SEATS,
    debrief=None,
)
CAMPAIGN = v.CampaignView(
    name="Brine Marten",
    about="It wants the pumps.",
    steps=(
        v.StageView("valve", "Opens the valve", "Over pressure.", ("T0836",), "ready", 3000, "",
                    "it may be noticed", None),
        v.StageView("pump", "Stops the pump", "", ("T0831",), "planned", 3300,
                    "", "nobody would notice it", 5400),
        v.StageView("phish", "Writes a letter", "", ("T1566",), "done", 600, "",
                    "it is likely to be noticed", None),
    ),
    footholds=("Mail server",),
    leaked=(("Archive", 2.5),),
)  # fmt: skip
DEBRIEF = v.Debrief(
    outcome="Held, at a price",
    text="The portal came back on the fourth day.",
    objectives=(
        v.ObjectiveView(
            "contain",
            "Contain the destruction",
            "S",
            4,
            6,
            (
                v.MeasureView("Isolated within two hours", 4, 4, True),
                v.MeasureView("Reported within a day", 0, 2, False),
            ),
        ),
    ),
    decisions=(
        v.Decided(
            replace(
                ISOLATE,
                phase="taken",
                chosen="Go segment by segment",
                reason="Counters stay open",
                confidence=70,
                fate="In force at once.",
                dissents=(v.DissentView(3300, "Besa", "It spreads faster than we cut."),),
            ),
            led_to=(v.LogLine(5400, "loss", "Citizen portal e-Albania: 40 hosts wiped"),),
            others_knew=(
                v.Elsewhere("AKSHI", 2700, "The directory hands the tool out to every segment."),
            ),
        ),
    ),
    assets=ASSETS,
    gauges=GAUGES,
    history=(v.Past(7200, "The portal was taken offline."),),
    course=(v.LogLine(3000, "loss", "The wiper begins to run"),),
)

CONTEST = v.ContestView(
    "The board", "Find them.", "open", False, 0, None, 345_600, (v.CategoryView("logs", "Logs"),),
    (
        v.ChallengeView("night", "logs", "The night", 200, "Who was it?", "ADDRESS",
                        (v.AttachmentView("auth.log", "03:10  in", (), (), ()),),
                        (v.HintView(1, 20),), 1, 4),
        v.ChallengeView("hull", "logs", "The hull", 100, "What fills it?", "", (), (), 0, None,
                        3000, "Ana"),
    ),
)  # fmt: skip
"""The board of a contest, for those who take part in one."""
SCORES = Scores(
    2, False, (TeamScore(1, "granite", 200, 1, 3000), TeamScore(2, "harrow", 100, 1, 3000)),
    (PersonScore(1, "granite", "Clirim", 200, 1, 3000),),
    (ChallengeScore("night", 200, 1, "granite"), ChallengeScore("hull", 100, 1, "harrow")),
    (NewSolve("granite", "Clirim", "night", 3000),), TeamScore(2, "harrow", 100, 1, 3000),
)  # fmt: skip
