"""Every field of everything that may leave a host, written down by hand.

A field that is new in one of these classes fails a test until it stands here, and whoever writes
it here has thought about who will read it.
"""

from typing import Final

LISTED: Final = {
    # Messages
    "Welcome": "type session epoch after answers head grant part team role title name teams"
    " language guide",
    "View": "type seq clock view",
    "News": "type seq clock changes",
    "ClockFace": "now turn pace stands why take",
    "Answered": "type id done code sentence answers head again gift",
    "Company": "type people",
    "Present": "grant name reads writes of opened",
    "Standings": "type scores",
    "Scores": "of frozen teams persons challenges latest own mine",
    "TeamScore": "rank team points solved last",
    "PersonScore": "rank team name points solved last",
    "ChallengeScore": "challenge worth solves first",
    "NewSolve": "team person challenge at",
    "Told": "type id about body sentence",
    "HostState": "type state",
    "Wrong": "type code",
    "Joined": "token session grant",
    # What a role may know
    "RoleView": "scenario title tlp role brief start now length held over inbox decisions requests"
    " actions orders teams assets gauges reports module log seats debrief objectives rules"
    " glossary languages language teaches proposals contest campaign",
    "TermView": "term means",
    "OptionView": "id label about consent irreversible why_not",
    "DecisionView": "id inject ask opened due options free_text phase chosen text reason confidence"
    " fate dissents",
    "DissentView": "at by text",
    "OffenceView": "number magnitude source destination category events",
    "IndicatorView": "type value note",
    "AttachmentView": "name text columns rows indicators",
    "Item": "key inject at channel sender subject text to read tlp reliability offence attachments"
    " corrects amends decision withdrawn reminded",
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
    "GaugeView": "id title value per_hour good trail about physical unit digits low high"
    " normal_from normal_to manual ringing",
    "PickView": "id label",
    "Within": "below above at_least at_most",
    "FieldView": "id label required choices hint kind wanted words number pattern pattern_text",
    "ReportView": "id title about to fields due sent why_not since entries",
    "StageView": "id title about technique phase since waits noticed usual",
    "CampaignView": "name about steps footholds leaked",
    "QuestionView": "id ask answer",
    "ModuleView": "id title situation questions",
    "LogLine": "at kind words mine",
    "SeatView": "id title short staffed",
    "ProposalView": "id at text outcome answer",
    "ContestView": "title about phase frozen opens freezes closes categories challenges first"
    " decay_to decay_after",
    "CategoryView": "id title about",
    "ChallengeView": "id category title points text form attachments hints tried attempts solved"
    " solved_by why_not",
    "HintView": "number price text by at",
    # What everybody may know when it is over
    "MeasureView": "title points worth met",
    "ObjectiveView": "id title rating points of measures",
    "Past": "at what",
    "Decided": "decision led_to others_knew at",
    "Elsewhere": "role at words",
    "Debrief": "outcome text objectives decisions assets gauges history course reports",
    "Reported": "title at right wrong left_out",
    # What an evaluator is told of others once control has opened the ratings
    "Peers": "ratings",
    "PeerRow": "objective task by grade",
    # What control sees of a session
    "Room": "scenario title start length session host teams seats people alarms notes ratings"
    " set_aside revealed plan feedback duties no_duff ending objectives storylines watched over"
    " contest frozen scores solvers solves flags standings",
    "ScoreRow": "rank team points solved firsts last tried hints",
    "SolveRow": "team person challenge at tried first",
    "FlagRow": "id title category points worth boards solves tried hints solution",
    "TeamRow": "name now pace stands why take end holds phase met failed measures points of"
    " service lowest last_act proposals",
    "Standing": "team side now over outcome met failed measures points of service lowest gauge"
    " value badness ringing passed steps done stopped seen answered missed took sent late orders"
    " contest tempo advice",
    "Advice": "verdict reasons tempo",
    "SeatRow": "team role title staffed people",
    "PersonRow": "grant part team role name state last",
    "EndRow": "team grant by",
    "NoDuffRow": "by why utc lifted_by wanted",
    "DutyRow": "duty grant by",
    "RatingRow": "objective team grant by grade text at task take back informed",
    "SetAsideRow": "objective team grant by grade why at take back",
    "PlanRow": "id team take grant by issue capability element action owner starts due check"
    " evidence",
    "FeedbackRow": "grant by team role scores texts",
    "NoteRow": "id team take at utc grant by objective role text marks evidence",
    # What control alone sees of a team's world, and of what may come of it
    "InjectRow": "id title state to channel kind storyline objectives due waits sent_at times"
    " read_by asks decision decider decision_due answer pinned by_hand hand by",
    "AssetRow": "id title owner link hosts intact encrypted wiped service foothold leaked"
    " workaround seen_by foothold_known_to",
    "GaugeRow": "id title value per_hour since seen_by low high physics",
    "PhysicsRow": "unit digits range_from range_to normal_from normal_to target manual reading"
    " forged silent ringing passed",
    "StepRow": "id title technique phase since due waits seen next",
    "CrewRow": "id title role people busy queue",
    "OrderRow": "id role title target phase ordered since usual_end priority",
    "ConsentRow": "id subject asker of phase asked due question staffed reason reply",
    "RoleRow": "id title staffed policy unread oldest_unread open next_due next_what last_act",
    "MeasureRow": "title now points worth task",
    "ObjectiveRow": "id title rating points of measures capability tasks",
    "FactRow": "id about holds",
    "CardOption": "id label best effects",
    "Ruling": "subject role at asked said outcome chance option text by",
    "Card": "subject kind role at asked said reason expected hint options facts precedents",
    "Panel": "team end tempo over module msel assets gauges steps crews orders consents roles"
    " objectives cards rulings log facts places reports",
    "FormRow": "id title by",
    "Script": "id title sender channel text to asks options expected hint notes read_aloud"
    " red_flags trigger sources",
    "Spread": "low middle high",
    "InjectAhead": "inject title runs at",
    "Ahead": "kind id title now then",
    "Ending": "outcome title runs",
    "Outlook": "acting runs now until injects values endings ends_at",
    "Moved": "inject title before after",
    "Changed": "kind title before after",
    "Preview": "refused dies comes moves changes unproven",
}
