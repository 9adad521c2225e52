"""Telling family, in words for a relationship: no name is asked for, and none of what is to be said."""

from typing import Any, cast

from django import forms

from casefiles_support.forms.redactions import day, one_of, version_seen
from casefiles_support.models import FamilyPlan
from casefiles_support.rules.family_plans import NEXT, RECORDED
from common.forms import HouseForm, PlainDateField
from mentoring.forms.goals import KeyedForm


class PlanForm(HouseForm):
    share = one_of("What would they like to tell?", FamilyPlan.Share.choices, "Choose what they would like to tell")
    hoped_for_on = PlainDateField(label="Is there a day they think of?", required=False)
    contact = one_of(
        "Is contact allowed?", FamilyPlan.Contact.choices, "Choose one",
        "Probation can say. It is asked to keep them safe, and for nothing else.",
    )  # fmt: skip
    recorded_told = forms.BooleanField(label="I told them that calls are recorded", help_text=RECORDED, required=False)


class MakeForm(PlanForm, KeyedForm):
    whom = one_of("Whom would they like to tell?", FamilyPlan.Whom.choices, "Choose whom")
    field_order = ("whom", "share", "hoped_for_on", "contact", "recorded_told", "key")


class ReviseForm(PlanForm):
    version = version_seen()


class MediateForm(HouseForm):
    to = forms.ChoiceField(
        label="What would they like?", widget=forms.RadioSelect, error_messages={"required": "Choose one"},
        help_text="Somebody who helps two people to talk. Only if they ask for it.",
    )  # fmt: skip
    version = version_seen()

    def __init__(self, *args: Any, frm: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = dict(FamilyPlan.Mediation.choices)
        cast(forms.ChoiceField, self.fields["to"]).choices = [(to, words[to]) for to in NEXT[frm]]


class TellForm(HouseForm):
    on = day("On what day did they tell them?")
    version = version_seen()
