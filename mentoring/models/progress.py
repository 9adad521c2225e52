"""How a goal or a step stands."""

from django.db import models
from django.db.models import Q


class Progress(models.TextChoices):
    """There is no word for failing: what did not come about was changed, or let go."""

    GOING = "going", "Working on it"
    DONE = "done", "Done"
    CHANGED = "changed", "Changed"
    LET_GO = "let_go", "Let go"


SETTLED = (Progress.DONE, Progress.CHANGED, Progress.LET_GO)
TONES = {Progress.GOING: "brand", Progress.DONE: "go"}
SETTLED_HAS_A_DAY = Q(status="going", settled_on=None) | Q(
    status__in=["done", "changed", "let_go"], settled_on__isnull=False
)
