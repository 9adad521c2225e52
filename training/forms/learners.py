"""Adding somebody who learns, and what changes about where they work and the help they have."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

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
    def __init__(self, label: str = "What do they do there?", missing: str = "Choose what they do.") -> None:
        super().__init__(label=label, choices=[("", "Choose"), *Job.choices], error_messages={"required": missing})


class NamedField(forms.CharField):
    """Somebody named by typing: a prison has hundreds of staff, too many to choose from on a phone. Answers a learner
    of `among`, whom whoever types may see.
    """

    def __init__(self, label: str) -> None:
        super().__init__(
            label=label, max_length=100, help_text="Type their name, a part of it, or their staff number.",
            error_messages={"required": "Type a name."}, widget=forms.TextInput({"autocomplete": "off"}),
        )  # fmt: skip
        self.among: QuerySet[Learner] = Learner.objects.none()

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        same = list(self.among.filter(Q(name__iexact=typed) | Q(staff_number__iexact=typed))[:2])
        if len(same) == 1:
            return same[0]
        found = same or list(self.among.filter(name__icontains=typed).order_by("name", "pk")[:4])
        if not found:
            raise ValidationError("We find nobody of that name here who is not on the list yet.")
        if len(found) > 1:
            names = ", ".join(one.name for one in found[:3])
            raise ValidationError(f"Several people fit: {names}. Type the whole name, or their staff number.")
        return found[0]


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
