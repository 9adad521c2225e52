"""The questions about where and how a session was, or why it was not."""

from typing import Any, cast

from django import forms

from common.forms import HouseForm, PlainDateField, PlainTimeField
from mentoring.models import Cause, Medium, Setting
from places.models import Establishment

YES, NO, MOVED = "yes", "no", "moved"
PLANNED_IN_WORDS = {YES: "As planned", NO: "Not planned", MOVED: "Planned for another time"}
# The causes as a mentor says them; reports use the model’s own words.
WHY_NOT = {
    Cause.PERSON_COULD_NOT: "They could not come",
    Cause.PERSON_CHOSE_NOT: "They chose not to",
    Cause.MENTOR: "I could not make it",
    Cause.TRANSFERRED: "They had been moved",
    Cause.RELEASED: "They had been released",
    Cause.CLEARANCE_OR_GATE: "I was not let in",
}
FOLDED = ("planned", "planned_on", "planned_at", "setting", "establishment", "where", "medium")


def words(label: str, help_text: str = "") -> forms.CharField:
    """A box for a few sentences, which may stay empty."""
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=help_text, max_length=5000, widget=box, required=False)


class CircumstancesForm(HouseForm):
    """Most of it is known beforehand, and folded away until somebody wants to change it."""

    held_on = PlainDateField(label="What day was it?", error_messages={"required": "Enter the day of the session"})
    held_at = PlainTimeField(
        label="What time did it start?",
        help_text="A rough time is fine. For example, 2.30pm or 14:30.",
        error_messages={"required": "Enter the time it started, or should have started"},
    )
    planned = forms.ChoiceField(
        label="Was that when you planned to meet?",
        choices=[(YES, "Yes"), (MOVED, "No, we planned another time"), (NO, "We had not planned it")],
        widget=forms.RadioSelect,
        initial=YES,
    )
    planned_on = PlainDateField(label="What day did you plan?", required=False)
    planned_at = PlainTimeField(label="What time did you plan?", required=False)
    setting = forms.ChoiceField(
        label="Where were you?",
        choices=Setting.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where you were"},
    )
    establishment = forms.ModelChoiceField(
        label="Which prison?", queryset=Establishment.objects.none(), empty_label="Choose a prison", required=False
    )
    where = forms.CharField(
        label="What place? (if you like)",
        help_text="For example, the library or a café. No home addresses.",
        max_length=100,
        required=False,
    )
    medium = forms.ChoiceField(
        label="How did you meet?",
        choices=Medium.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how you met"},
    )
    happened = forms.ChoiceField(
        label="Did it happen?",
        choices=[(YES, "Yes"), (NO, "No")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose yes or no"},
    )
    cause = forms.ChoiceField(
        label="Why not?",
        choices=[(cause, WHY_NOT.get(cause, cause.label)) for cause in Cause],
        widget=forms.RadioSelect,
        required=False,
    )
    cause_note = words("Anything we should know about that?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        prisons = cast(forms.ModelChoiceField, self.fields["establishment"])
        prisons.queryset = Establishment.objects.order_by("name")

    @property
    def knows_where(self) -> bool:
        """Whether the questions about where and how have their answers, so that they can be folded away."""
        known = all(self[name].value() for name in ("planned", "setting", "medium"))
        return known and not any(name in self.errors for name in FOLDED)

    @property
    def where_in_words(self) -> str:
        """The folded answers: “In prison, HMP Leeds. Face to face. As planned.”"""
        setting, medium = self["setting"].value(), self["medium"].value()
        prison = self.cleaned_data.get("establishment") if self.is_bound else self.initial.get("establishment")
        name = prison.name if isinstance(prison, Establishment) and setting == Setting.CUSTODY else ""
        where = [str(dict(Setting.choices).get(setting, "")), name]
        said = [", ".join(filter(None, where)), str(dict(Medium.choices).get(medium, ""))]
        return ". ".join([*said, PLANNED_IN_WORDS.get(self["planned"].value(), "")]) + "."
