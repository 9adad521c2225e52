"""The nouns of training. A learner is never a `people.Person`: this floor knows no record of anybody."""

from training.models.answer_sheets import AnswerSheet
from training.models.attempts import Answer, Attempt, Regrade
from training.models.certificates import Certificate
from training.models.completions import Completion
from training.models.confidences import Confidence
from training.models.courses import CoursePage, ShelfPage
from training.models.enrolments import Enrolment
from training.models.learners import Learner
from training.models.lessons import LessonPage
from training.models.modules import ModulePage
from training.models.progress import Progress
from training.models.reflections import Reflection
from training.models.statements import Statement
from training.models.versions import ModuleVersion

__all__ = [
    "Answer",
    "AnswerSheet",
    "Attempt",
    "Certificate",
    "Completion",
    "Confidence",
    "CoursePage",
    "Enrolment",
    "Learner",
    "LessonPage",
    "ModulePage",
    "ModuleVersion",
    "Progress",
    "Reflection",
    "Regrade",
    "ShelfPage",
    "Statement",
]
