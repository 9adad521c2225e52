"""The nouns of training. A learner is never a `people.Person`: this floor knows no record of anybody."""

from training.models.answer_sheets import AnswerSheet
from training.models.assessments import Assessment, QualityCheck
from training.models.attempts import Answer, Attempt, Regrade
from training.models.certificates import Certificate
from training.models.cohorts import Cohort, CohortMember
from training.models.completions import Completion
from training.models.confidences import Confidence
from training.models.courses import CoursePage, ShelfPage
from training.models.enrolments import Enrolment
from training.models.events import Attendance, Deliverer, Event
from training.models.headcounts import Headcount
from training.models.imports import Import, ImportedLearner
from training.models.join_codes import JoinCode, Joining
from training.models.learners import Learner
from training.models.lessons import LessonPage
from training.models.modules import ModulePage
from training.models.progress import Progress
from training.models.reflections import Reflection
from training.models.statements import Statement
from training.models.stations import Job, Station
from training.models.versions import ModuleVersion

__all__ = [
    "Answer",
    "AnswerSheet",
    "Assessment",
    "Attempt",
    "Attendance",
    "Certificate",
    "Cohort",
    "CohortMember",
    "Completion",
    "Confidence",
    "CoursePage",
    "Deliverer",
    "Enrolment",
    "Event",
    "Headcount",
    "Import",
    "ImportedLearner",
    "Job",
    "JoinCode",
    "Joining",
    "Learner",
    "LessonPage",
    "ModulePage",
    "ModuleVersion",
    "Progress",
    "QualityCheck",
    "Reflection",
    "Regrade",
    "ShelfPage",
    "Statement",
    "Station",
]
