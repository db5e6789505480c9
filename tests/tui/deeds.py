"""What a role in trouble could order, has ordered, and is asked to consent to."""

from simulator.engine import views as v

ACTIONS = (
    v.ActionView(
        id="image",
        title="Take images of hosts",
        about="Keeps the evidence before anything is rebuilt.",
        expect="Images of ten hosts, and a better case for attribution.",
        people=(("Forensics", 2),),
        shortest=3600,
        longest=7200,
        consent=(),
        targets=(
            v.TargetView("mail", "Government mail"),
            v.TargetView("portal", "Citizen portal", why_not="It is switched off."),
        ),
        irreversible=False,
    ),
    v.ActionView(
        id="ask-allies",
        title="Ask for an allied team",
        about="Four people with their own tools.",
        expect="An answer within a day, people within three.",
        people=(),
        shortest=0,
        longest=0,
        consent=("Prime Minister", "NATO"),
        targets=(),
        irreversible=False,
    ),
    v.ActionView(
        id="publish",
        title="Publish the names of the attackers",
        about="Once said, it is said.",
        expect="Headlines.",
        people=(("Analysts", 1),),
        shortest=600,
        longest=1800,
        consent=("Prime Minister",),
        targets=(),
        irreversible=True,
        why_not="the evidence is below 60",
    ),
)
ORDERS = (
    v.OrderView(
        id="o1",
        action="scan",
        title="Scan the network",
        target="Government mail",
        phase="running",
        ordered_at=1500,
        since=1800,
        priority=5,
        usual_end=5400,
        people=(("analysts", 2),),
    ),
    v.OrderView(
        "o2", "ask-allies", "Ask for an allied team", "", "waiting", 2000, 2000, 5, None, "NATO"
    ),
)
REQUESTS = (
    v.RequestView(
        id="r1",
        subject="Ask for an allied team",
        asker="AKCESK",
        of="NATO",
        mine_to_answer=False,
        mine_to_reply=True,
        asked_at=2000,
        due=40_000,
        question="Which skills are missing?",
        reason="We are too few.",
        phase="questioned",
    ),
    v.RequestView(
        id="r2",
        subject="Switch off the citizen portal",
        asker="AKSHI",
        of="AKCESK",
        mine_to_answer=True,
        mine_to_reply=False,
        asked_at=2900,
        due=9000,
        question="",
        reason="Its hosts are being wiped.",
        phase="asked",
    ),
)
