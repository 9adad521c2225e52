"""What is asked when somebody was asked whether they were in care."""

from datetime import date
from typing import Any, cast

from django import forms

from common.forms import HouseForm, PlainDateField
from people.models.identifications import AskedBy, MayKnow, Said, Stage
from people.rules.identifications import WORDINGS, Answer, problems
from places.models import LocalAuthority


def _one_of(label: str, choices: Any, required: str, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        help_text=help_text,
        error_messages={"required": required},
    )


class AskingForm(HouseForm):
    """The order of the paper sheet, too (mentoring prints it)."""

    asked_on = PlainDateField(label="What day was it?", error_messages={"required": "Enter the day."})
    stage = _one_of("When was it?", Stage.choices, "Choose when it was.")
    asked_by_role = _one_of("Who asked?", AskedBy.choices, "Choose who asked.")
    wording = _one_of("How was it put?", list(WORDINGS.items()), "Choose how it was put.")
    answer = _one_of("What did they say?", Said.choices, "Choose what they said.")
    share_scope = forms.MultipleChoiceField(
        label="Whom may we tell?",
        help_text="Only what they ticked or said themselves. Leave empty for nobody: we can support them all the same.",
        choices=MayKnow.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    disclosed_detail = forms.CharField(
        label="What they told, if they want it kept",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        required=False,
    )
    reluctance_note = forms.CharField(
        label="What holds them back, if they said",
        help_text="Only staff who look after this team can read it. It is shared with nobody.",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        required=False,
    )
    confirmed_by = forms.ModelChoiceField(
        label="Has a council confirmed it? Which?",
        queryset=LocalAuthority.objects.none(),
        to_field_name="ref",
        empty_label="Not yet",
        required=False,
    )
    next_ask_on = PlainDateField(
        label="When shall we ask again?",
        help_text="Needed unless they said yes. “No” is never the last word.",
        required=False,
    )

    paper_leaves_out = frozenset({"disclosed_detail", "reluctance_note", "confirmed_by"})

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        councils = cast(forms.ModelChoiceField, self.fields["confirmed_by"])
        councils.queryset = LocalAuthority.objects.order_by("name")

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("answer") and said.get("asked_on") and not {"next_ask_on", "confirmed_by"} & set(self.errors):
            wrong = problems(
                answer=said["answer"],
                asked_on=said["asked_on"],
                next_ask_on=said.get("next_ask_on"),
                shared=bool(said.get("share_scope")),
                confirmed=said.get("confirmed_by") is not None,
                today=self.today,
            )
            for name, sentence in wrong.items():
                self.add_error(name, sentence)
        if said.get("answer") != Answer.YES:
            said["disclosed_detail"] = ""
        return said
