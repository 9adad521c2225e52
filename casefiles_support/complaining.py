"""What is known of the complaints about a request, put to the rules. These are questions: they change nothing."""

from datetime import date

from casefiles_support.models import AccessRequest, Complaint, Duty
from casefiles_support.rules import complaints as rules
from casefiles_support.rules.requests import Around
from law.access_clock import Clock


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
