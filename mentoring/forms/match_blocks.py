"""What is asked when two people must be kept apart."""

from typing import Any

from django import forms

from common.forms import HouseForm
from common.refs import new_ref
from mentoring.models import MatchBlock
from people.models import Person

NOBODY = "We found nobody. Try a prison number, a probation number, a first name or a whole surname."
SEVERAL = "We found more than one. Use their prison number or probation number."


class FindOther(HouseForm):
    """One box that finds one person: a lead may see everybody."""

    other = forms.CharField(
        label="Who is the other person?",
        help_text="Their prison number, probation number, first name or whole surname.",
        max_length=100,
        widget=forms.TextInput({"autocomplete": "off", "class": "w20"}),
        error_messages={"required": "Say who the other person is."},
    )

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by

    def clean_other(self) -> Person:
        found = list(Person.objects.visible_to(self.by).found_by(self.cleaned_data["other"])[:2])
        if len(found) != 1:
            raise forms.ValidationError(SEVERAL if found else NOBODY)
        return found[0]


class WhyApart(HouseForm):
    kind = forms.ChoiceField(
        label="Why must they be kept apart?",
        choices=MatchBlock.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why."},
    )
    reason = forms.CharField(
        label="What do you know?",
        help_text="Only our safeguarding lead reads this.",
        max_length=4000,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Say what you know. A few words are enough."},
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"key": new_ref()})
        super().__init__(*args, **kwargs)


class LeadForm(FindOther, WhyApart):
    field_order = ("other", "kind", "reason", "key")


class ProposeForm(WhyApart):
    """For partners, who see only the people shared with them: they name the other in words."""

    field_order = ("other_name", "kind", "reason", "key")
    other_name = forms.CharField(
        label="Who is the other person?",
        help_text="Their name, and their number if you have it.",
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off", "class": "w20"}),
        error_messages={"required": "Say who the other person is."},
    )


class LiftForm(HouseForm):
    because = forms.CharField(
        label="Why do they no longer need to be kept apart?",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Say why they no longer need to be kept apart."},
    )
