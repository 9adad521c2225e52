"""What staff are asked about somebody who was put forward."""

from typing import Any

from django import forms

from common.forms import HouseForm
from mentoring.models import Referral
from mentoring.models.referral_choices import CloseReason, DeclineReason
from mentoring.rules.referrals import GENTLY
from people.models import Person
from places.models import Team

NEW = "new"


class TriageForm(HouseForm):
    team = forms.ModelChoiceField(
        label="Which team takes it?",
        queryset=Team.objects.none(),
        to_field_name="ref",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the team."},
    )

    def __init__(self, *args: Any, teams: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class TakeOnForm(HouseForm):
    to = forms.ChoiceField(
        label="What happens next?",
        choices=[
            (Referral.Status.WAITING, "They go on the waiting list"),
            (Referral.Status.ACCEPTED, "We have a mentor in mind"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happens next."},
    )
    who = forms.ChoiceField(
        label="Are they here already?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who they are. Open the page first if you are not sure."},
    )

    def __init__(self, *args: Any, hints: list[tuple[Person, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hints = {person.ref: person for person, _ in hints}
        known = [(person.ref, f"{person.preferred_name} {person.family_name}: {why}") for person, why in hints]
        self.fields["who"].choices = [*known, (NEW, "No, they are new here")]  # type: ignore[attr-defined]
        self.fields["who"].initial = None if known else NEW

    def person(self) -> Person | None:
        return self.hints.get(self.cleaned_data["who"])


class DeclineForm(HouseForm):
    reason = forms.ChoiceField(
        label="Why can we not take it on?",
        choices=DeclineReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why."},
    )
    kind_words = forms.CharField(
        label="What do you tell them?",
        help_text="In kind words. Leave it empty for the ones that belong to the reason.",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4}),
    )
    what_else = forms.CharField(
        label="What else may help them?",
        help_text="Who can help instead, and how to reach them.",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        ours = GENTLY.get(typed.get("reason", ""), ("", ""))
        typed["kind_words"] = typed.get("kind_words") or ours[0]
        typed["what_else"] = typed.get("what_else") or ours[1]
        return typed


class CloseForm(HouseForm):
    reason = forms.ChoiceField(
        label="Why is it closed?",
        choices=CloseReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it is closed."},
    )
