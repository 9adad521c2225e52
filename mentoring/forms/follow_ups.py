"""How somebody is, some weeks after."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.advocacy import words
from mentoring.models import FollowUp
from people.models import ContactPoint


class PhoneChoice(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.get_kind_display()}: {obj.value}"


class FollowUpForm(HouseForm):
    channel = forms.ChoiceField(
        label="How did you ask?", choices=FollowUp.Channel.choices, widget=forms.RadioSelect, required=False
    )
    point = PhoneChoice(
        label="Which number?", queryset=ContactPoint.objects.none(), to_field_name="ref", required=False,
        empty_label="None of these",
    )  # fmt: skip
    outcome = forms.ChoiceField(
        label="What came of it?",
        choices=[(status.value, status.label) for status in FollowUp.RECORDED],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what came of it"},
    )
    on = PlainDateField(label="On what day?", error_messages={"required": "Enter the day"})
    words = words("How are they?", "In their own words, if they spoke with you.")

    def __init__(self, *args: Any, points: list[ContactPoint], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["point"]
        field.queryset = ContactPoint.objects.current().filter(pk__in=[point.pk for point in points]).order_by("pk")
