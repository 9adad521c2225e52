"""Which prison, which course, and who is looked for."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm
from training.forms.learners import PrisonField
from training.models import CoursePage
from training.rules.matrix import BEGUN, DONE, NOT_BEGUN, OVERDUE, RUN_OUT, SOON, WORDS

LOOKED_FOR = [(word, WORDS[word]) for word in (NOT_BEGUN, OVERDUE, SOON, RUN_OUT, BEGUN, DONE)]


class CourseForm(HouseForm):
    """Which course; the first where none is asked for."""

    marks_optional = False
    course = forms.ChoiceField(label="Course", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for_staff = CoursePage.objects.live().filter(locale__language_code="en-gb").exclude(audience="mentors")
        self.courses = {str(one.translation_key): one for one in for_staff.order_by("title", "pk")}
        field = cast(forms.ChoiceField, self.fields["course"])
        field.choices = [(key, one.title) for key, one in self.courses.items()]

    @property
    def chosen(self) -> CoursePage | None:
        asked = self.cleaned_data.get("course") if self.is_valid() else ""
        return self.courses.get(asked or "") or next(iter(self.courses.values()), None)


class CoverageForm(CourseForm):
    prison = PrisonField("Prison", required=False)
    standing = forms.ChoiceField(label="Show only", choices=[("", "Everybody"), *LOOKED_FOR], required=False)

    field_order = ["prison", "course", "standing"]

    def __init__(self, *args: Any, prisons: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["prison"]).queryset = prisons

    @property
    def standing_chosen(self) -> str:
        return str(self.cleaned_data.get("standing") or "") if self.is_valid() else ""
