"""What waits in file support, for lists: of each kind one more."""

from datetime import timedelta

from casefiles_support.models import Debrief, FollowUp, Journey, Letter
from casefiles_support.models.requests import AccessRequest
from tests.factories.files import holder, request_to, sitting_of


def crowd_of_today(person, finn, rosa, now, n):
    """In the journey that `crowd_of_files` made of this person."""
    journey = Journey.objects.open().get(person=person)
    today = now.date()
    request_to(journey, holder(f"Late Council {n}"), received=today - timedelta(days=70))
    asked = request_to(journey, holder(f"Asking Council {n}"), received=today - timedelta(days=20),
                       clarification_asked=today - timedelta(days=9))  # fmt: skip
    AccessRequest.objects.filter(pk=asked.pk).update(status="paused")
    sitting = sitting_of(journey, starts_at=now + timedelta(days=2))
    FollowUp.objects.create(journey=journey, kind="chosen", due_at=now + timedelta(days=1))
    Debrief.objects.create(
        sitting=sitting, supporter=journey.supporters.filter(role="practitioner").first(), due_on=today
    )
    Letter.objects.create(
        journey=journey, request=asked, template="receipt", template_version=1, status="agreed", agreed_on=today,
        key=f"crowd{n}", written_at=now, written_by=rosa,
    )  # fmt: skip
