"""The rules and the words that every exercise shares; a scenario brings its own beside them.

TLP labels are the same in all languages.
"""

from typing import Final

from tui.speech import mark

RULES: Final = (
    mark(
        "You hold one role and know only what it would know. What others know and do reaches you "
        "as messages, or not at all."
    ),
    mark(
        "Exercise time has its own pace. Nothing happens while the clock stands; an answer in the "
        "last second of a deadline is in time, and after it the default stands."
    ),
    mark(
        "Messages can be late, wrong or meant to mislead. Nobody tells you which; a correction "
        "comes as a message of its own."
    ),
    mark(
        "Work takes people and time. Where nobody is free it waits in a queue, the most urgent "
        "first; an order that has not begun can be taken back."
    ),
    mark(
        "Some acts need the consent of others. You wait for it, they may ask you back, and an "
        "answer that does not come counts as the author has set it."
    ),
    mark(
        "Say why you decide and how sure you are. It changes nothing in the exercise; it is for "
        "the talk afterwards, and so are your notes."
    ),
    mark(
        "Treat everybody as you would on duty. It is the plans and the means that are tested here, "
        "not you."
    ),
)
"""How one plays, whatever the exercise."""

TERMS: Final = (
    (mark("Exercise (tabletop)"), mark(
        "People play through an emergency by talking, deciding and writing; no real system is "
        "touched."
    )),
    (mark("STARTEX"), mark("The moment at which the exercise begins. Times such as T+02:00 count "
                           "from it.")),
    (mark("ENDEX"), mark("The moment at which it is over. Then the summary comes.")),
    (mark("Inject"), mark("Something that a role is told in the course of the exercise: a message, "
                          "a call, a report, a piece of news.")),
    (mark("MSEL"), mark("Master scenario events list: all injects with their times, for the people "
                        "who lead the exercise.")),
    (mark("Control"), mark("The people who lead the exercise: they keep the clock, send injects, "
                           "and play who is not there.")),
    (mark("Module"), mark("A stretch of discussion. The clock is held until all has been said.")),
    (mark("Hot wash"), mark("The talk right after the end: what went well, what did not, and "
                            "what to change.")),
    (mark("After-action review"), mark("The thorough look back, with the log, the decisions and "
                                       "the notes in hand.")),
    (mark("Side"), mark("The organisation that a team plays, where several play beside each "
                        "other.")),
    (mark("Tempo"), mark("How fast the adversary and what is planned go on for a team. Control may "
                         "change it; deadlines stay.")),
    (mark("Capture the flag"), mark("A board of things to find out, for points. A flag is the "
                                    "answer that proves it.")),
    (mark("P, S, M, U"), mark("How an objective was met: performed without challenges, with some "
                              "challenges, with major challenges, unable to be performed.")),
    (mark("Consent"), mark("The leave of another role that an act needs before it takes effect.")),
    (mark("Queue"), mark("Orders that wait until people of a team are free.")),
    (mark("Dissent"), mark("A colleague's different view of a decision, kept beside it.")),
    (mark("Asset"), mark("A system or service that somebody runs and others need.")),
    (mark("Service level"), mark("How much of what an asset is for people still get, from 0 to "
                                 "100 %. It falls too when something falls that it depends on.")),
    (mark("Gauge"), mark("A measure of the whole, such as public trust, from 0 to 100; or of "
                         "something physical, such as a pressure, in its unit and within its "
                         "range.")),
    (mark("Set point"), mark("Where a control system is to bring what it drives.")),
    (mark("Alarm"), mark("It rings when what the screen shows of a gauge passes a level. Where the "
                         "screen is deceived, the alarm is, too.")),
    (mark("By hand"), mark("People work a plant at the valve and read its gauge there, whatever "
                           "screens show and set points say.")),
    (mark("SIEM"), mark("The system that gathers the records of all machines and raises an alarm "
                        "when they look wrong together.")),
    (mark("Offence"), mark("An alarm of a SIEM: several events that it counts as one case.")),
    (mark("Magnitude"), mark("How grave a SIEM holds an offence to be, from 1 to 10.")),
    (mark("Indicator"), mark("A trace to look for elsewhere: an address, the hash of a file, a "
                             "name. It tells of an attacker, it does not prove one.")),
    (mark("Foothold"), mark("The adversary can act inside a system. “None seen” is no promise.")),
    (mark("Ransomware"), mark("Locks files and asks for money. What is locked can be restored "
                              "from backups.")),
    (mark("Wiper"), mark("Destroys disks and asks for nothing. The hosts have to be built anew.")),
    (mark("Isolate"), mark("Cut a system off from the network, so that nothing spreads from it; "
                           "few people can use it meanwhile.")),
    (mark("Attribution"), mark("Saying who did it, on evidence that holds before others.")),
    (mark("Admiralty code"), mark("Two signs that rate a report: a letter for its source, a digit "
                                  "for what it says. Each is judged apart from the other.")),
    (mark("A to F"), mark("The source is completely, usually, fairly, not usually reliable, or "
                          "unreliable; F: it can't be judged.")),
    (mark("1 to 6"), mark("What it says is confirmed, probably true, possibly true, doubtful, "
                          "improbable; 6: it can't be judged.")),
    (mark("TLP"), mark("Traffic Light Protocol: how far a text may be passed on.")),
    ("TLP:RED", mark("For the eyes and ears of those addressed alone.")),
    ("TLP:AMBER+STRICT", mark("Within one's own organisation, for those who need to know.")),
    ("TLP:AMBER", mark("Within one's own organisation and its clients, for those who need to "
                       "know.")),
    ("TLP:GREEN", mark("Within the community, but not in public.")),
    ("TLP:CLEAR", mark("For everybody.")),
    (mark("Early warning"), mark("The first short report of an incident to the authority, within "
                                 "24 hours. Rough and early is better than complete and late.")),
    (mark("Incident notification"), mark("The fuller report that follows within 72 hours; the "
                                         "final one follows within a month.")),
    (mark("Situation report"), mark("How things stand, at a fixed time, in a fixed form.")),
)  # fmt: skip
"""Words and what they mean, from the exercise itself to what is played in it."""
