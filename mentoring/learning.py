"""Tells the training floor which mentor a learner is, and hears from it when somebody may not be safe."""

from typing import Any

from django.db.models import Q

from mentoring.models import Mentor
from people.actions import concerns
from people.models.concerns import ConcernSetting, HowUrgent
from training import assessing, hearing
from training.hearing import Heard
from training.models import Learner


def declare() -> None:
    hearing.on_harm("mentoring.concern", raise_concern)
    hearing.on_learner("mentoring.mentor", link)
    hearing.known_as("mentoring.mentor", learner_of)
    assessing.declare("mentoring.mentors", scope=mentors_of, oneself=oneself)


def raise_concern(heard: Heard) -> None:
    """What a learner wrote, to our safeguarding lead, today. About whom it is, a person decides who reads it."""
    concerns.raise_concern(
        key=heard.key,
        worry=f"Written in training, in “{heard.where}”. A person must read it: {heard.words}",
        urgency=HowUrgent.TODAY,
        setting=ConcernSetting.UNKNOWN,
        about_name=f"Not known yet. {heard.learner.name} wrote it.",
        by=heard.by,
        at=heard.at,
    )


def link(learner: Learner) -> None:
    """What a mentor finishes by themselves opens their gates as well."""
    Mentor.objects.filter(person__login=learner.login, learner=None).update(learner=learner)


def learner_of(login: Any) -> Learner | None:
    """Somebody of the staff wrote down what they finished, before they had a login."""
    mentor = Mentor.objects.filter(person__login=login, learner__login=None).select_related("learner").first()
    return mentor.learner if mentor else None


def mentors_of(user: Any) -> Q:
    """The mentors whom a coordinator looks after: theirs to read and to watch."""
    return Q(pk__in=Mentor.objects.visible_to(user).exclude(learner=None).values("learner"))


def oneself(user: Any) -> Q:
    """A mentor's training was often written down before they signed in, so the learner may have no login."""
    return Q(pk__in=Mentor.objects.filter(person__login=user.pk).exclude(learner=None).values("learner"))
