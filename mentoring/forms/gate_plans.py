"""What is asked about the day somebody leaves prison."""

from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.models import GatePlan


def lines(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, max_length=1000, widget=forms.Textarea({"rows": 2})
    )


class GatePlanForm(HouseForm):
    marks_optional = False

    release_on = PlainDateField(label="Which day do they leave?", required=False)
    who_meets = lines("Who meets them at the gate?", "And when, and how they travel from there.")
    tonight = lines("Where do they sleep tonight?", "An address, or who is looking for one.")
    first_appointment = lines("What is their first appointment?", "With whom, where and when.")
    phone = lines("How can they be reached outside?", "Have they a telephone? Who gives them one?")
    id_papers = lines("What papers have they?", "Birth certificate, passport, bank card.")
    money = lines("What money have they for the first days?")
    notes = lines("Is there anything else?")
    ready = forms.BooleanField(label="Everything on it is arranged", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


def answers_of(plan: GatePlan | None) -> dict[str, Any]:
    if plan is None:
        return {"version": 0}
    said = {name: getattr(plan, name) for name in (*GatePlan.TEXTS, "release_on", "version")}
    return said | {"ready": plan.status == GatePlan.Status.READY}
