"""The engine's own words: one phrase an event or turn of one; all others are the scenario's.

They are said in the reader's language; what stands in braces is filled in by `fields`. Space that
a field leaves empty is left out.
"""

from __future__ import annotations

from typing import Final

from simulator.speech import mark

PHRASES: Final[dict[str, str]] = {
    "exercise-started": mark("STARTEX"),
    "exercise-ended": mark("ENDEX"),
    "exercise-ended-so": mark("ENDEX: {outcome}"),
    "exercise-ended-stuck": mark("The exercise got stuck and was stopped"),
    "inject-sent": mark("{channel}: {sent}"),
    "inject-sent-from": mark("{channel} from {sender}: {sent}"),
    "inject-skipped": mark("Not sent: {inject} ({why})"),
    "inject-held": mark("Held back: {inject}"),
    "inject-released": mark("No longer held back: {inject}"),
    "inject-read": mark("{role} reads: {inject}"),
    "inject-postponed": mark("Not before {until}: {inject}"),
    "inject-written": mark("Written by control: {inject}"),
    "inject-withdrawn": mark("Withdrawn, to be taken as not said: {inject}"),
    "inject-reminded": mark("Not opened yet: {inject}"),
    "injects-planned": mark("New times for {planned}"),
    "injects-planned-one": mark("To be sent at {moment}: {planned}"),
    "steered": mark("Control: {deed} {concern} {reason}"),
    "steered-by": mark("{person} of control: {deed} {concern} {reason}"),
    "repaced": mark("ENDEX is now at {end}"),
    "decision-opened": mark("To decide: {ask}"),
    "decision-opened-due": mark("To decide by {due}: {ask}"),
    "decision-taken": mark("{role} decides: {ask} → {answer} {sure} {reason}"),
    "decision-missed": mark("Not decided in time: {ask}"),
    "decision-missed-so": mark("Not decided in time: {ask} → {answer}"),
    "dissent-recorded": mark("A colleague sees it otherwise: {ask} → {text}"),
    "dissent-recorded-by": mark("{colleague} sees it otherwise: {ask} → {text}"),
    "consent-asked": mark("{role} asks {of} for consent by {due}: {request}"),
    "consent-questioned": mark("{by} asks back about {request}: {question}"),
    "consent-replied": mark("{role} replies about {request} {more}"),
    "consent-given": mark("{by} consents: {request} {more}"),
    "consent-refused": mark("{by} does not consent: {request} {more}"),
    "action-ordered": mark("{role} orders: {action} {reason}"),
    "order-queued": mark("Waits for people: {action}"),
    "order-moved": mark("Priority is now {priority}: {action}"),
    "work-started": mark("Work begins: {action} {crew}"),
    "work-done": mark("Work is done: {action}"),
    "order-refused": mark("Refused by {by}: {action}"),
    "order-cancelled": mark("{role} cancels: {action}"),
    "team-changed": mark("{team} now: {people}"),
    "link-changed-connected": mark("{asset} is now connected"),
    "link-changed-isolated": mark("{asset} is now isolated"),
    "link-changed-switched-off": mark("{asset} is now switched off"),
    "hosts-hit-encrypted": mark("{hosts} of {asset} encrypted"),
    "hosts-hit-wiped": mark("{hosts} of {asset} wiped"),
    "hosts-restored": mark("{restored} of {asset} restored"),
    "foothold-gained": mark("The adversary gains a foothold in {asset}"),
    "foothold-lost": mark("The adversary loses its foothold in {asset}"),
    "data-leaked": mark("{data} of data leave {asset}"),
    "workaround-set": mark("A workaround keeps {asset} at {level} % or more"),
    "workaround-set-ended": mark("The workaround of {asset} ends"),
    "service-changed": mark("Service of {asset} is now {service} %"),
    "gauge-moved": mark("{gauge} is now {value}"),
    "gauge-moved-rising": mark("{gauge} is now {value}, rising {rate} an hour"),
    "gauge-moved-falling": mark("{gauge} is now {value}, falling {rate} an hour"),
    "step-planned": mark("The adversary prepares: {step}"),
    "step-blocked": mark("The adversary is held up: {step}"),
    "step-started": mark("The adversary begins: {step}"),
    "step-succeeded": mark("The adversary succeeds: {step}"),
    "step-failed": mark("The adversary fails for now: {step}"),
    "step-failed-final": mark("The adversary fails for good: {step}"),
    "step-stopped": mark("The adversary is stopped: {step}"),
    "step-seen": mark("An intruder was noticed"),
    "step-seen-in": mark("An intruder was noticed in {assets}"),
    "fact-set": mark("So it is now: {fact}"),
    "fact-set-not": mark("No longer so: {fact}"),
    "revealed": mark("Now in view: {found}"),
    "revealed-footholds": mark("Now known whether an intruder is in {footholds}"),
    "revealed-both": mark("Now in view: {found}; and whether an intruder is in {footholds}"),
    "report-due": mark("To be sent by {due}: {report}"),
    "report-missed": mark("Overdue: {report}"),
    "report-sent": mark("{role} sends: {report} {entries}"),
    "message-sent": mark("{role} to {others}: {text}"),
    "note-taken": mark("{role} notes: {text}"),
    "module-opened": mark("Discussion opens: {module}"),
    "question-answered": mark("{role} answers “{discussed}” {text}"),
    "module-closed": mark("Discussion closes: {module}"),
    "seat-taken": mark("People now hold the seat: {seat}"),
    "seat-vacated": mark("The computer now plays the seat: {seat}"),
    "bot-instructed": mark("The computer in the seat {seat} is now: {policy}"),
    "action-proposed": mark("{role} proposes: {text}"),
    "ruling-given-done": mark("Control allows it, and it works: {subject} {more}"),
    "ruling-given-failed": mark("Control allows it, and it fails: {subject} {more}"),
    "ruling-given-refused": mark("Control does not allow it: {subject} {more}"),
    "measure-turned-running": mark("The clock runs: {measure}"),
    "measure-turned-holds": mark("Holds: {measure}"),
    "measure-turned-broken": mark("Does not hold: {measure}"),
    "measure-turned-met": mark("Met: {measure}"),
    "measure-turned-failed": mark("Failed: {measure}"),
}

KINDS: Final[dict[str, str]] = {
    "inject": mark("inject"),
    "decision": mark("decision"),
    "consent": mark("consent"),
    "order": mark("order"),
    "work": mark("work"),
    "asset": mark("asset"),
    "gauge": mark("gauge"),
    "adversary": mark("adversary"),
    "report": mark("report"),
    "message": mark("message"),
    "note": mark("note"),
    "module": mark("module"),
    "control": mark("control"),
}
"""What an event can be about, in a word."""

LINKS: Final[dict[str, str]] = {
    "connected": mark("connected"),
    "isolated": mark("isolated"),
    "switched-off": mark("switched off"),
}

DEEDS: Final[dict[str, str]] = {
    "fire": mark("send now"),
    "hold": mark("hold back"),
    "release": mark("let go"),
    "skip": mark("strike"),
    "delay": mark("put off"),
    "repace": mark("move ENDEX and what is left"),
    "write": mark("write a message"),
    "amend": mark("change before it is sent"),
    "withdraw": mark("withdraw"),
    "remind": mark("lay before them once more"),
    "rule": mark("judge"),
    "intervene": mark("set by hand"),
    "staff": mark("seat people"),
    "vacate": mark("leave the seat to the computer"),
    "instruct": mark("tell the computer how to play"),
    "conclude": mark("call ENDEX"),
}
"""What control does in its own name."""

IN_PLACE: Final = mark("act in the place of a seat")

POLICIES: Final[dict[str, str]] = {
    "doctrine": mark("by doctrine"),
    "slow": mark("slow"),
    "silent": mark("silent"),
    "random": mark("random"),
}

CHANNELS: Final[dict[str, str]] = {
    "message": mark("Message"),
    "e-mail": mark("E-mail"),
    "phone": mark("Phone call"),
    "siem": mark("SIEM offence"),
    "news": mark("News"),
    "social": mark("Social media"),
    "diplomatic-note": mark("Diplomatic note"),
    "intelligence": mark("Intelligence report"),
    "situation-report": mark("Situation report"),
    "chat": mark("Chat"),
}
