"""Planning an event, moving it, who is on its register and who holds it."""

from datetime import datetime
from typing import Any, cast

from django import forms

from common.dates import LONDON
from common.forms import HouseForm, MinutesField, PlainDateField, PlainTimeField
from training.forms.learners import NamedField, PrisonField
from training.models import Attendance, Deliverer, Event, Learner, ModuleVersion


class _WhenForm(HouseForm):
    day = PlainDateField(label="Which day?")
    time = PlainTimeField(label="When does it start?")
    room = forms.CharField(label="Where in the prison?", required=False, max_length=100)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("day") and given.get("time"):
            given["starts_at"] = datetime.combine(given.pop("day"), given.pop("time"), tzinfo=LONDON)
        return given


class EventForm(_WhenForm):
    establishment = PrisonField("Which prison is it in?")
    title = forms.CharField(
        label="What is it called?", max_length=100, error_messages={"required": "Give the event a name."}
    )
    minutes = MinutesField(label="How long does it last?")
    covers = forms.ModelChoiceField(
        label="Which module does it cover?",
        queryset=ModuleVersion.objects.none(),
        to_field_name="ref",
        required=False,
        empty_label="None",
        help_text="Whoever is there all the time has then finished this module.",
    )

    field_order = ["establishment", "title", "day", "time", "minutes", "room", "covers"]

    def __init__(self, *args: Any, prisons: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["establishment"]).queryset = prisons
        newest = ModuleVersion.objects.newest().defer("content").order_by("title", "number")
        cast(forms.ModelChoiceField, self.fields["covers"]).queryset = newest


class MoveForm(_WhenForm):
    because = forms.CharField(label="Why is it moved?", max_length=200, help_text="Do not write anyone’s name.")
    version = forms.IntegerField(widget=forms.HiddenInput)


class CallOffForm(HouseForm):
    because = forms.CharField(
        label="Why is it called off?", max_length=200, help_text="A lockdown, no room. Do not write anyone’s name."
    )


class ExpectForm(HouseForm):
    """Somebody of the prison who is not on the register yet."""

    learner = NamedField("Who is expected?")

    def __init__(self, *args: Any, event: Event, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = Learner.objects.visible_to(user).at([event.establishment_id])
        free = there.exclude(pk__in=event.attendance.values("learner"))
        cast(NamedField, self.fields["learner"]).among = free


class DeliverForm(HouseForm):
    learner = NamedField("Who holds it?")
    part = forms.ChoiceField(label="Which part do they have?", choices=Deliverer.Part.choices, initial="beside")
    lived_experience = forms.BooleanField(
        label="They hold it as somebody who was in care, and want that said",
        required=False,
        help_text="Only where they asked for it themselves. It stands on the record of this event.",
    )

    def __init__(self, *args: Any, event: Event, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = Learner.objects.visible_to(user).exclude(pk__in=event.attendance.values("learner"))
        cast(NamedField, self.fields["learner"]).among = free


class RegisterForm(HouseForm):
    """One question for each of those expected. The order is that of the paper it is typed in from."""

    def __init__(self, *args: Any, rows: list[Attendance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        marks = [choice for choice in Attendance.Mark.choices if choice[0] != Attendance.Mark.EXPECTED]
        for row in rows:
            self.fields[row.learner.ref] = forms.ChoiceField(
                label=row.learner.name, choices=marks, widget=forms.RadioSelect,
                error_messages={"required": f"Say whether {row.learner.name} was there."},
            )  # fmt: skip

    @property
    def marks(self) -> dict[int, str]:
        return {row.learner_id: self.cleaned_data[row.learner.ref] for row in self.rows}
