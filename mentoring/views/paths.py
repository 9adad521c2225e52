"""The mentor's own path through training and supervision: what is done, and what is next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.access import allow
from mentoring import recruiting
from mentoring.models import Mentor, Supervision
from mentoring.permissions.mentors import can_see_mentors
from mentoring.permissions.paths import can_see_own_path
from training.assessing import learners_of
from training.models import Learner
from training.paths import said_of, units_of
from training.rules.paths import hours, next_unit


@allow(can_see_own_path)
def own(request: HttpRequest) -> HttpResponse:
    """Also for those who are becoming a mentor: somebody without a file sees the units, and none of them begun."""
    mentor = Mentor.objects.filter(person__login=request.user.pk).select_related("person", "learner").first()
    learner = _learner(mentor, request.user)
    return render(request, "mentoring/paths/own.html", _path(mentor, learner) | {"said": said_of(learner)})


@allow(can_see_mentors)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    mentor = recruiting.mentor(ref=ref, by=request.user, at=now)
    learner = _learner(mentor, mentor.person.login)
    looks_at_it = learner is not None and learners_of(request.user).filter(pk=learner.pk).exists()
    said = said_of(learner) if looks_at_it else []
    return render(request, "mentoring/paths/detail.html", _path(mentor, learner) | {"said": said})


def _learner(mentor: Mentor | None, login: Any) -> Learner | None:
    if mentor is not None and mentor.learner:
        return mentor.learner
    return Learner.objects.filter(login=login).first() if login else None


def _path(mentor: Mentor | None, learner: Learner | None) -> dict[str, Any]:
    units = units_of(learner)
    held = Supervision.objects.none() if mentor is None else Supervision.objects.held().filter(mentor=mentor)
    minutes = list(held.values_list("minutes", flat=True))
    return {
        "mentor": mentor,
        "units": units,
        "finished": sum(unit.finished for unit in units),
        "next": next_unit(units),
        "meetings": len(minutes),
        "hours": hours(minutes),
        "unknown": minutes.count(None),
    }
