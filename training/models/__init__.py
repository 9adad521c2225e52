"""The nouns of training. A learner is never a `people.Person`: this floor knows no record of anybody."""

from training.models.completions import Completion
from training.models.courses import CoursePage, ShelfPage
from training.models.learners import Learner
from training.models.lessons import LessonPage
from training.models.modules import ModulePage
from training.models.versions import ModuleVersion

__all__ = ["Completion", "CoursePage", "Learner", "LessonPage", "ModulePage", "ModuleVersion", "ShelfPage"]
