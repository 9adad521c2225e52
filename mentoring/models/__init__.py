"""The nouns of the programme. Read README.md for their states."""

from mentoring.models.advocacy import AdvocacyEvent, AdvocacyIssue
from mentoring.models.appeals import Appeal
from mentoring.models.applications import MentorApplication
from mentoring.models.availabilities import Availability, DifferentDay
from mentoring.models.batches import Batch
from mentoring.models.changes import Addendum, Correction
from mentoring.models.circumstances import Cause, Medium, Setting, Topic
from mentoring.models.claims import Claim, ClaimLine
from mentoring.models.clearances import Clearance, ClearanceStep
from mentoring.models.covers import Cover
from mentoring.models.dbs_checks import DbsCheck
from mentoring.models.debriefs import Debrief
from mentoring.models.drafts import Draft
from mentoring.models.endings import Ending
from mentoring.models.experiences import Experience
from mentoring.models.feeds import Feed
from mentoring.models.follow_ups import FollowUp
from mentoring.models.gate_plans import GatePlan
from mentoring.models.goal_notes import GoalNote
from mentoring.models.goals import Goal
from mentoring.models.groups import Facilitator, Group, Member
from mentoring.models.imports import Import, ImportedRow
from mentoring.models.interviews import Interview
from mentoring.models.leaves import Leave
from mentoring.models.match_blocks import MatchBlock
from mentoring.models.match_steps import MatchStep
from mentoring.models.matches import Match
from mentoring.models.meeting_answers import MeetingAnswer
from mentoring.models.meetings import Meeting
from mentoring.models.mentors import Mentor, teams_of
from mentoring.models.note_releases import NoteRelease
from mentoring.models.preferences import Preferences
from mentoring.models.progressions import Progression
from mentoring.models.receipts import Receipt
from mentoring.models.references import Reference
from mentoring.models.referrals import Referral
from mentoring.models.repeats import Repeat
from mentoring.models.reviews import Review
from mentoring.models.risk_assessments import RiskAssessment
from mentoring.models.sessions import Attendance, Session
from mentoring.models.sheets import PaperSheet
from mentoring.models.standings import Standing
from mentoring.models.steps import Step
from mentoring.models.supervisions import Supervision
from mentoring.models.tasks import Task

__all__ = [
    "Addendum", "AdvocacyEvent", "AdvocacyIssue", "Appeal", "Attendance", "Availability", "Batch", "Cause",
    "Claim", "ClaimLine", "Clearance", "ClearanceStep", "Correction", "Cover", "DbsCheck", "Debrief",
    "DifferentDay", "Draft", "Ending", "Experience", "Facilitator", "Feed", "FollowUp", "GatePlan", "Goal",
    "GoalNote", "Group", "Import", "ImportedRow", "Interview", "Leave", "Match", "MatchBlock", "MatchStep", "Medium",
    "Meeting",
    "MeetingAnswer",
    "Member", "Mentor", "MentorApplication", "NoteRelease", "PaperSheet", "Preferences", "Progression",
    "Receipt", "Reference", "Referral", "Repeat", "Review", "RiskAssessment", "Session", "Setting", "Standing",
    "Step", "Supervision", "Task", "Topic", "teams_of",
]  # fmt: skip
