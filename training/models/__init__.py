"""The nouns of training. A learner is never a `people.Person`: this floor knows no record of anybody."""

from training.models.completions import Completion
from training.models.learners import Learner

__all__ = ["Completion", "Learner"]
