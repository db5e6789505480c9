"""Every field of everything that may leave a host, written down by hand.

A field that is new in one of these classes fails a test until it stands here, and whoever writes
it here has thought about who will read it.
"""

from typing import Final

LISTED: Final = {
    # Messages
    "Welcome": "type session epoch after answers head grant part team role title name teams"
    " language",
    "View": "type seq clock view",
    "News": "type seq clock changes",
    "ClockFace": "now turn pace stands why",
    "Answered": "type id done code sentence answers head again gift",
    "Company": "type people",
    "Present": "grant name reads writes of opened",
    "HostState": "type state",
    "Wrong": "type code",
    "Joined": "token session grant",
    # What a role may know
    "RoleView": "scenario title tlp role brief start now length held over inbox decisions requests"
    " actions orders teams assets gauges reports module log seats debrief objectives rules glossary"
    " languages language teaches",
    "TermView": "term means",
    "OptionView": "id label about consent irreversible why_not",
    "DecisionView": "id inject ask opened due options free_text phase chosen text reason confidence"
    " fate dissents",
    "DissentView": "at by text",
    "OffenceView": "number magnitude source destination category events",
    "IndicatorView": "type value note",
    "AttachmentView": "name text columns rows indicators",
    "Item": "key inject at channel sender subject text to read tlp reliability offence attachments"
    " corrects amends decision",
    "RequestView": "id subject asker of mine_to_answer mine_to_reply asked_at due question reason"
    " phase reply",
    "TargetView": "id title why_not",
    "ActionView": "id title about expect people shortest longest consent targets irreversible"
    " why_not",
    "OrderView": "id action title target phase ordered_at since priority usual_end waits_for people"
    " place",
    "TeamView": "id title people busy queued next_free",
    "AssetView": "id title owner classification service hosts intact encrypted wiped link"
    " depends_on foothold leaked workaround about trail",
    "GaugeView": "id title value per_hour good trail about",
    "FieldView": "id label required choices hint",
    "ReportView": "id title about to fields due sent why_not since",
    "QuestionView": "id ask answer",
    "ModuleView": "id title situation questions",
    "LogLine": "at kind words mine",
    "SeatView": "id title short staffed",
    # What everybody may know when it is over
    "MeasureView": "title points worth met",
    "ObjectiveView": "id title rating points of measures",
    "Past": "at what",
    "Decided": "decision led_to others_knew at",
    "Elsewhere": "role at words",
    "Debrief": "outcome text objectives decisions assets gauges history course",
    # What control sees of a session
    "Room": "scenario title start length session host teams seats people alarms",
    "TeamRow": "name now pace stands why",
    "SeatRow": "team role title staffed people",
    "PersonRow": "grant part team role name state last",
}
