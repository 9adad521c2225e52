"""Tells the accounts floor whose login it is when a mentor, or somebody applying, accepts their invitation."""

from datetime import datetime

from accounts import arrivals
from accounts.models import Invitation, User
from mentoring.models import Mentor
from people.actions import persons


def link(invitation: Invitation, user: User, at: datetime) -> None:
    """Their login is linked to their person. In custody nobody holds one: then the invitation is not accepted."""
    mentor = Mentor.objects.filter(invitation=invitation).select_related("person").first()
    if mentor is not None:
        persons.link_login(person=mentor.person, login=user, by=user, at=at)


def declare() -> None:
    arrivals.declare("mentoring.mentors", link)
