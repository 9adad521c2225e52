"""Adding somebody who learns, and what changes about where they work and the help they have."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm, PlainDateField
from places.models import Establishment
from training.models import Job, Learner
from training.rules.attempts import ADJUSTMENTS


class PrisonField(forms.ModelChoiceField):
    def __init__(self, label: str, **kwargs: Any) -> None:
        super().__init__(
            label=label, queryset=Establishment.objects.order_by("name", "pk"), to_field_name="ref",
            empty_label="Choose", error_messages={"required": "Choose a prison."}, **kwargs,
        )  # fmt: skip


class JobField(forms.ChoiceField):
    def __init__(self, label: str = "What do they do there?") -> None:
        super().__init__(
            label=label, choices=[("", "Choose"), *Job.choices], error_messages={"required": "Choose what they do."}
        )


class LearnerForm(HouseForm):
    establishment = PrisonField("Where do they work?")
    name = forms.CharField(label="Their name", max_length=100, error_messages={"required": "Enter their name."})
    job = JobField()
    email = forms.EmailField(
        label="Work email",
        required=False,
        help_text="Leave it empty if they have none. They can learn on paper, and need no login.",
    )
    staff_number = forms.CharField(
        label="Staff number", required=False, max_length=20, help_text="Only to tell two people of one name apart."
    )

    another = forms.BooleanField(
        label="If somebody of the same name learns here: this is somebody else", required=False
    )

    def __init__(self, *args: Any, prisons: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = prisons


class MoveForm(HouseForm):
    """Any open prison: whoever moves leaves the sight of the lead who says so."""

    establishment = PrisonField("Which prison do they move to?")
    job = JobField("What will they do there?")
    day = PlainDateField(label="Since when?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ModelChoiceField, self.fields["establishment"])
        field.queryset = Establishment.objects.open().order_by("name", "pk")


class LeaveForm(HouseForm):
    day = PlainDateField(label="Which was the first day they did not work here?")


class AdjustForm(HouseForm):
    marks_optional = False

    adjustments = forms.MultipleChoiceField(
        label="Help that they have in every test",
        choices=list(ADJUSTMENTS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Ask them what they need. You do not need to know why.",
    )

    def __init__(self, *args: Any, learner: Learner, **kwargs: Any) -> None:
        super().__init__(*args, initial={"adjustments": learner.adjustments}, **kwargs)
