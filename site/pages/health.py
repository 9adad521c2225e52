"""Does anybody who wrote by a public form wait for longer than we promised?"""

from datetime import datetime

from common.dates import local_day
from pages.models import HandOver
from worker.health import Finding, State, declare


def messages(at: datetime) -> Finding:
    if HandOver.objects.overdue(local_day(at)).exists():
        return Finding(State.LOOK, "Somebody who wrote by a public form has no answer yet, and their day has passed.")
    return Finding(State.OK, "Nobody who wrote by a public form waits too long.")


declare("messages", messages)
