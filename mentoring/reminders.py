"""Whens: what the programme reminds people of. messaging plans them, sends them, and asks the gates."""

from mentoring import mentor_occasions, occasions
from mentoring.texting import WRITE_IT_DOWN, by_hand
from messaging.reminders import Reminder, declare

MENTOR = "The mentor"

declare(
    Reminder(
        key=occasions.MEETING_AHEAD, title="A meeting is near", who="The mentor, and whoever they meet",
        when="The day before, at the same time. Never before 8 in the morning nor after 8 in the evening.",
        phrase="mentoring.meeting_ahead", occasions=occasions.meetings_ahead, by_hand=by_hand,
    )
)  # fmt: skip
declare(
    Reminder(
        key=WRITE_IT_DOWN, title="A meeting is not written down", who=MENTOR, when="The day after, once.",
        phrase="mentoring.write_it_down", occasions=occasions.not_written_down,
    )
)  # fmt: skip
declare(
    Reminder(
        key="mentoring.paper.runs_out", title="A clearance or a check runs out", who=MENTOR,
        when="60, 30 and 7 days before.", phrase="mentoring.paper_runs_out", occasions=mentor_occasions.papers_run_out,
        by_hand=by_hand, may_switch_off=False,
    )
)  # fmt: skip
declare(
    Reminder(
        key="mentoring.learning.runs_out", title="Training is due again", who=MENTOR, when="60, 30 and 7 days before.",
        phrase="mentoring.learning_waits", occasions=mentor_occasions.learning_runs_out, by_hand=by_hand,
    )
)  # fmt: skip
declare(
    Reminder(
        key="mentoring.supervision.due", title="Supervision is due", who=MENTOR, when="Three days before.",
        phrase="mentoring.catch_up", occasions=mentor_occasions.supervision_due, by_hand=by_hand,
    )
)  # fmt: skip
declare(
    Reminder(
        key="mentoring.gate_day", title="Somebody leaves prison tomorrow", who="Their mentor",
        when="The day before, at 10 in the morning.",
        phrase="mentoring.big_day", occasions=mentor_occasions.gate_days, by_hand=by_hand, may_switch_off=False,
    )
)  # fmt: skip
