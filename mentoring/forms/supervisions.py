"""Planning a supervision meeting, writing it up, and answering it."""

from datetime import date, datetime
from typing import Any, cast

from django import forms

from accounts.models import User
from accounts.roles import Role
from common.dates import LONDON
from common.forms import HouseForm, PlainDateField, PlainTimeField
from mentoring.actions.supervisions import Account
from mentoring.models import Supervision
from mentoring.rules.supervisions import FEWEST_WEEKS, MOST_WEEKS

LONGEST = 5000


class PlanForm(HouseForm):
    on = PlainDateField(label="What day will you meet?")
    at = PlainTimeField(label="What time?", help_text="For example, 2.30pm or 14:30.")
    supervisor = forms.ModelChoiceField(
        label="Who with?", queryset=User.objects.none(), to_field_name="ref", empty_label=None
    )
    kind = forms.ChoiceField(
        label="What kind of meeting?",
        choices=Supervision.Kind.choices,
        widget=forms.RadioSelect,
        initial=Supervision.Kind.ONE_TO_ONE,
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = User.objects.filter(
            is_active=True, grants__role__in=[Role.COORDINATOR, Role.PROGRAMME_MANAGER], grants__ended_at=None
        )
        cast(forms.ModelChoiceField, self.fields["supervisor"]).queryset = staff.distinct().order_by("display_name")
        self.fields["supervisor"].initial = user.ref

    def planned_for(self) -> datetime:
        return datetime.combine(self.cleaned_data["on"], self.cleaned_data["at"], tzinfo=LONDON)


class AccountForm(HouseForm):
    held_on = PlainDateField(label="What day did you meet?")
    kind = forms.ChoiceField(
        label="What kind of meeting was it?", choices=Supervision.Kind.choices, widget=forms.RadioSelect
    )
    minutes = forms.IntegerField(
        label="How many minutes did you have?",
        help_text="They count towards the mentor’s training. Leave it empty if you do not know.",
        min_value=5,
        max_value=480,
        required=False,
    )
    agreed_summary = forms.CharField(
        label="What did you agree?",
        help_text="The mentor reads this and says whether it is right. Write it to them.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Write what you both agreed. The mentor reads it."},
    )
    private_notes = forms.CharField(
        label="Your own notes",
        help_text="Only staff read these. Do not name the people the mentor supports.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    next_due_on = PlainDateField(label="When is the next meeting due?")

    def account(self) -> Account:
        said = self.cleaned_data
        return Account(
            held_on=said["held_on"],
            kind=said["kind"],
            agreed_summary=said["agreed_summary"],
            private_notes=said["private_notes"],
            next_due_on=said["next_due_on"],
            minutes=said["minutes"],
        )


def first_answers(*, today: date, next_due_on: date, kind: str) -> dict[str, Any]:
    return {"held_on": today, "next_due_on": next_due_on, "kind": kind}


class CallOffForm(HouseForm):
    because = forms.CharField(
        label="Why did it not happen?",
        help_text="A few words, without names.",
        max_length=200,
        error_messages={"required": "Say why it did not happen. A few words are enough."},
    )


class AnswerForm(HouseForm):
    words = forms.CharField(
        label="Is there something you would add?",
        help_text="Leave this empty if it is right as it is.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


class WeeksForm(HouseForm):
    weeks = forms.IntegerField(
        label="How many weeks between meetings?",
        help_text="Four is usual. Somebody new, or with a lot to carry, may need two.",
        min_value=FEWEST_WEEKS,
        max_value=MOST_WEEKS,
        widget=forms.TextInput({"class": "w2", "inputmode": "numeric", "autocomplete": "off"}),
    )
