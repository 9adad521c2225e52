"""Naming somebody to cover."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from common.forms import HouseForm
from mentoring.models import Mentor


class AskForm(HouseForm):
    mentor = forms.ModelChoiceField(
        label="Who could look in?",
        queryset=Mentor.objects.none(),
        to_field_name="ref",
        empty_label="Choose a mentor",
        error_messages={"required": "Choose a mentor"},
    )

    def __init__(self, *args: Any, mentors: QuerySet[Mentor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["mentor"]).queryset = mentors
