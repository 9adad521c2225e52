"""Whens: six weeks after a module. Which module it was stands nowhere in the words."""

from messaging.reminders import Reminder, declare
from training.occasions import LATER, asked_later

declare(
    Reminder(
        key=LATER, title="What did you do differently?", who="Whoever finished a module, by email",
        when="Six weeks after, in the morning. Once.", phrase="training.later", occasions=asked_later,
        may_switch_off=False,
    )
)  # fmt: skip
