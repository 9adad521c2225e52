"""What is known of the complaints about a request, put to the rules. These are questions: they change nothing."""

from datetime import date, datetime

from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Complaint, Duty
from casefiles_support.rules import complaints as rules
from casefiles_support.rules.requests import Around, why_not
from common.dates import local_day
from law.access_clock import Clock

To, OPEN = Complaint.To, (Complaint.Status.SENT, Complaint.Status.ACKNOWLEDGED)


def told(request: AccessRequest) -> list[rules.Told]:
    """Every complaint to the holder, the newest last."""
    found = request.complaints.filter(to=Complaint.To.HOLDER).order_by("sent_on", "pk")
    return [rules.Told(one.sent_on, one.received_on, answered=one.status == Complaint.Status.ANSWERED) for one in found]


def around(request: AccessRequest, clock: Clock, *, on: date) -> Around:
    asked = told(request)
    regulator = request.complaints.filter(to=Complaint.To.REGULATOR, status=Complaint.Status.ANSWERED)
    return Around(
        late=clock.late,
        complained=bool(asked),
        complaint_waited=any(
            rules.has_waited(sent_on=one.sent_on, received_on=one.received_on, on=on) for one in asked
        ),
        complaint_answered=any(one.answered for one in asked),
        regulator_answered=regulator.exists(),
    )


def now_around(request: AccessRequest, *, at: datetime) -> Around:
    """As it is at this moment, with a clock of today."""
    today = local_day(at)
    return around(request, clock_of(request, on=today), on=today)


def why_not_complain(request: AccessRequest, *, on: date, at: datetime) -> list[str]:
    """To the holder. `on`: the day on which the complaint was sent."""
    there = request.complaints.filter(to=To.HOLDER, status__in=OPEN).exists()
    reasons = why_not("complain", request.status, now_around(request, at=at))
    return reasons + rules.why_not_send(on=on, today=local_day(at), open_there=there)


def why_not_regulator(request: AccessRequest, *, on: date, at: datetime) -> list[str]:
    """To the regulator, who asks for a complaint to the holder first."""
    today = local_day(at)
    there = request.complaints.filter(to=To.REGULATOR, status__in=OPEN).exists()
    reasons = rules.first_ask_the_holder(told=told(request), sent_back_on=_sent_back_on(request), on=today)
    reasons = reasons or why_not("go_to_regulator", request.status, now_around(request, at=at))
    return reasons + rules.why_not_send(on=on, today=today, open_there=there)


def _sent_back_on(request: AccessRequest) -> date | None:
    back = request.complaints.filter(to=To.REGULATOR, outcome=rules.ASK_HOLDER_FIRST).order_by("outcome_on").last()
    return back.outcome_on if back else None


def acknowledge_duty(complaint: Complaint) -> str:
    return f"complaint:{complaint.ref}:acknowledge"


def receipt_duty(complaint: Complaint) -> str:
    return f"complaint:{complaint.ref}:receipt"


def regulator_duty(request: AccessRequest) -> str:
    """One for each last word from the holder, since the three months are counted from it."""
    return f"regulator:{request.ref}:{request.last_contact_on}"


def regulator_duties(request: AccessRequest) -> list[str]:
    open_ = Duty.objects.open().filter(kind="regulator_soon", about_ref=request.ref)
    return list(open_.values_list("key", flat=True))
