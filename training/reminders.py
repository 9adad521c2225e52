"""Whens: a course is due, what was learned runs out, six weeks after a module. No words say which module it was."""

from messaging.reminders import Reminder, declare
from training.due import DUE, RUNS_OUT, course_due, runs_out
from training.occasions import LATER, asked_later

declare(
    Reminder(
        key=LATER, title="What did you do differently?", who="Whoever finished a module, by email",
        when="Six weeks after, in the morning. Once.", phrase="training.later", occasions=asked_later,
        may_switch_off=False,
    )
)  # fmt: skip
declare(
    Reminder(
        key=DUE, title="A course is due", who="Staff on a course that they have not finished, by email",
        when="14 and 3 days before, in the morning.", phrase="training.due", occasions=course_due,
    )
)  # fmt: skip
declare(
    Reminder(
        key=RUNS_OUT, title="What staff learned runs out", who="Staff of a prison, by email",
        when="60 and 14 days before, in the morning.", phrase="training.runs_out", occasions=runs_out,
    )
)  # fmt: skip
