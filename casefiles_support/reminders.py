"""Whens: a talk that was agreed. What it is about stands nowhere: not in a title, not in a text, not in an email."""

from casefiles_support.occasions import OUR_TALK, TALK, our_talks, talks
from casefiles_support.texting import by_hand
from messaging.reminders import Reminder, declare

declare(
    Reminder(
        key=TALK, title="We said we would talk", who="Whoever we said it to",
        when="The day before, at the same time. Never before 8 in the morning nor after 8 in the evening.",
        phrase="files.talk", occasions=talks, by_hand=by_hand,
    )
)  # fmt: skip
declare(
    Reminder(
        key=OUR_TALK, title="You said you would talk to somebody", who="Whoever said it, by email",
        when="The day before.", phrase="files.our_talk", occasions=our_talks, may_switch_off=False,
    )
)  # fmt: skip
