"""Who supervises a mentor, how many people they take on, and what they finished."""

from typing import Any, cast

from django import forms

from accounts.models import User
from accounts.roles import SUPERVISES
from common.forms import HouseForm, PlainDateField
from mentoring.forms.applications import line
from mentoring.models import Mentor
from mentoring.rules.mentors import MOST
from training.rules.completions import MODULES


class SupervisorForm(HouseForm):
    supervisor = forms.ModelChoiceField(
        label="Who supports this mentor?",
        queryset=User.objects.none(),
        to_field_name="ref",
        empty_label="Choose somebody",
        error_messages={"required": "Choose who supports them."},
    )

    def __init__(self, *args: Any, mentor: Mentor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = User.objects.filter(
            is_active=True,
            grants__role__in=SUPERVISES,
            grants__ended_at=None,
        ).exclude(person=mentor.person)
        cast(forms.ModelChoiceField, self.fields["supervisor"]).queryset = staff.distinct().order_by("display_name")


class CapacityForm(HouseForm):
    marks_optional = False
    capacity = forms.IntegerField(
        label="How many people at once?",
        help_text="0 means nobody new for now.",
        min_value=0,
        max_value=MOST,
        error_messages={
            "required": "Enter how many people.",
            "invalid": f"Enter a number from 0 to {MOST}.",
            "min_value": f"Enter a number from 0 to {MOST}.",
            "max_value": f"Enter a number from 0 to {MOST}.",
        },
    )


class TrainForm(HouseForm):
    module = forms.ChoiceField(
        label="What did they finish?",
        choices=[(slug, module.title) for slug, module in MODULES.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what they finished."},
    )
    completed_on = PlainDateField(label="When?", error_messages={"required": "Enter the day they finished it."})
    version = line("Which version of it?", help_text="For example, the year on its first page.", most=60)
