"""The nouns of the programme. Read README.md for their states."""

from mentoring.models.changes import Addendum, Correction
from mentoring.models.circumstances import Cause, Medium, Setting, Topic
from mentoring.models.drafts import Draft
from mentoring.models.match_blocks import MatchBlock
from mentoring.models.match_steps import MatchStep
from mentoring.models.matches import Match
from mentoring.models.mentors import Mentor, teams_of
from mentoring.models.sessions import Attendance, Session
from mentoring.models.tasks import Task

__all__ = [
    "Addendum", "Attendance", "Cause", "Correction", "Draft", "Match", "MatchBlock", "MatchStep", "Medium", "Mentor",
    "Session", "Setting", "Task", "Topic", "teams_of",
]  # fmt: skip
