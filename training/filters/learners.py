"""What a list of learners may be narrowed by."""

from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import HouseFilterSet, OneOf
from places.models import Establishment
from training.models import Cohort, Job, Learner
from training.models.learners import establishments_of


def _prisons(request: Any) -> QuerySet:
    return establishments_of(request.user).order_by("name", "pk") if request else Establishment.objects.none()


def _cohorts(request: Any) -> QuerySet:
    return Cohort.objects.visible_to(request.user).open().order_by("name", "pk") if request else Cohort.objects.none()


class LearnerFilter(HouseFilterSet):
    prison = OneOf(label="Prison", queryset=_prisons, method="by_prison")
    job = ChoiceFilter(label="What they do there", choices=Job.choices, field_name="job_now")
    cohort = OneOf(label="Cohort", queryset=_cohorts, method="by_cohort")

    class Meta:
        model = Learner
        fields: list[str] = []

    def by_prison(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(place_now=value.pk) if value else queryset

    def by_cohort(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        members = value.members.filter(until=None).values("learner") if value else None
        return queryset.filter(pk__in=members) if value else queryset
