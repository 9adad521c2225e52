"""The nouns of the programme. Read README.md for their states."""

from mentoring.models.advocacy import AdvocacyEvent, AdvocacyIssue
from mentoring.models.changes import Addendum, Correction
from mentoring.models.circumstances import Cause, Medium, Setting, Topic
from mentoring.models.debriefs import Debrief
from mentoring.models.drafts import Draft
from mentoring.models.endings import Ending
from mentoring.models.feeds import Feed
from mentoring.models.follow_ups import FollowUp
from mentoring.models.goal_notes import GoalNote
from mentoring.models.goals import Goal
from mentoring.models.groups import Facilitator, Group, Member
from mentoring.models.match_blocks import MatchBlock
from mentoring.models.match_steps import MatchStep
from mentoring.models.matches import Match
from mentoring.models.meetings import Meeting
from mentoring.models.mentors import Mentor, teams_of
from mentoring.models.note_releases import NoteRelease
from mentoring.models.repeats import Repeat
from mentoring.models.reviews import Review
from mentoring.models.sessions import Attendance, Session
from mentoring.models.sheets import PaperSheet
from mentoring.models.steps import Step
from mentoring.models.supervisions import Supervision
from mentoring.models.tasks import Task

__all__ = [
    "Addendum", "AdvocacyEvent", "AdvocacyIssue", "Attendance", "Cause", "Correction", "Debrief", "Draft", "Ending",
    "Facilitator", "Feed", "FollowUp", "Goal", "GoalNote", "Group", "Match", "MatchBlock", "MatchStep", "Medium",
    "Meeting", "Member", "Mentor", "NoteRelease", "PaperSheet", "Repeat", "Review", "Session", "Setting", "Step",
    "Supervision", "Task", "Topic", "teams_of",
]  # fmt: skip
