"""Does anybody who wrote by a public form wait for longer than we promised, or a page for its hour?"""

from datetime import datetime, timedelta

from wagtail.models import Page, Revision

from common.dates import local_day
from pages.models import HandOver
from worker.health import Finding, State, declare

LATE = timedelta(minutes=10)


def messages(at: datetime) -> Finding:
    if HandOver.objects.overdue(local_day(at)).exists():
        return Finding(State.LOOK, "Somebody who wrote by a public form has no answer yet, and their day has passed.")
    return Finding(State.OK, "Nobody who wrote by a public form waits too long.")


def clock(at: datetime) -> Finding:
    """Whether pages come and go at their hour: the worker looks each minute. One query."""
    late = at - LATE
    to_come = Revision.objects.filter(approved_go_live_at__lt=late).order_by().values("pk")
    to_go = Page.objects.live().filter(expire_at__lt=late).order_by().values("pk")
    if to_come.union(to_go).exists():
        return Finding(State.LOOK, "A page waits to come or go, and its hour has passed.")
    return Finding(State.OK, "Pages come and go at their hour.")


declare("messages", messages)
declare("pages by the clock", clock)
