"""How many people are in post, job by job."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm, PlainDateField
from training.actions.headcounts import MOST
from training.forms.learners import PrisonField
from training.models import Job


class HeadcountForm(HouseForm):
    establishment = PrisonField("Which prison?")
    counted_on = PlainDateField(label="On which day was this true?")

    def __init__(self, *args: Any, prisons: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = prisons
        for job in Job:
            self.fields[job.value] = forms.IntegerField(
                label=f"{job.label}: how many in post", required=False, min_value=0, max_value=MOST,
                error_messages={"invalid": "Enter a whole number, in digits."},
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        in_post = {job.value: given.pop(job.value) for job in Job if given.get(job.value) is not None}
        for job in Job:
            given.pop(job.value, None)
        if not in_post and not self.errors:
            self.add_error(None, "Enter at least one number.")
        return given | {"in_post": in_post}
