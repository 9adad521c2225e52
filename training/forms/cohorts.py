"""Making a cohort, and putting somebody in it."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm, PlainDateField
from training.forms.learners import NamedField, PrisonField
from training.models import Cohort, CoursePage, Learner


class CohortForm(HouseForm):
    establishment = PrisonField("Which prison’s cohort is it?")
    name = forms.CharField(
        label="What is it called?",
        help_text="Such as “New officers, autumn”.",
        max_length=60,
        error_messages={"required": "Give the cohort a name."},
    )
    course = forms.ModelChoiceField(
        label="Which course are they on?",
        queryset=CoursePage.objects.none(),
        to_field_name="translation_key",
        required=False,
        empty_label="None yet",
    )
    due_on = PlainDateField(label="To be finished by", required=False)

    def __init__(self, *args: Any, prisons: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = prisons
        courses = CoursePage.objects.live().filter(locale__language_code="en-gb").order_by("title", "pk")
        cast(forms.ModelChoiceField, self.fields["course"]).queryset = courses


class JoinForm(HouseForm):
    """Somebody of the cohort’s prison who is not in it yet."""

    learner = NamedField("Who joins?")

    def __init__(self, *args: Any, cohort: Cohort, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inside = cohort.members.filter(until=None).values("learner")
        free = Learner.objects.visible_to(user).at([cohort.establishment_id]).exclude(pk__in=inside)
        cast(NamedField, self.fields["learner"]).among = free
