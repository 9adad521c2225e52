"""Questions about a time to read."""

from datetime import datetime
from typing import Any

from django import forms

from accounts.models import User
from casefiles_support.actions.sittings import Check, Plan
from casefiles_support.forms.parcels import day, one_of, version
from casefiles_support.models import Light, Place, Sitting, Supporter
from casefiles_support.rules.holding_moves import KEPT
from casefiles_support.rules.sittings import LONGEST, LOOK_IN, MINUTES
from common.dates import LONDON
from common.forms import HouseForm, PlainTimeField
from mentoring.forms.goals import KeyedForm

NOBODY = ("", "Nobody yet")


def few_words(label: str, most: int, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, required=False, widget=forms.Textarea({"rows": 2})
    )


class PlanForm(KeyedForm):
    on = day("On what day?")
    time = PlainTimeField(label="At what time?", error_messages={"required": "Enter the time"})
    minutes = forms.IntegerField(
        label="How many minutes?", help_text="Ninety to read without haste, and thirty to land.", min_value=10,
        max_value=LONGEST, initial=MINUTES,
    )  # fmt: skip
    where = one_of("Where?", Sitting.Where.choices, "Choose where")
    private = forms.BooleanField(label="In a prison: no officer can overhear", required=False)
    time_out = forms.BooleanField(
        label="In a prison: they may be out of their cell for it, and not straight before lock-up", required=False
    )
    alone = forms.BooleanField(label="They want to read alone", required=False)
    next_day = forms.ChoiceField(label="Who can be reached the day after?", required=False)
    day_after = forms.ChoiceField(label="Who can be reached the day after that?", required=False)
    afterwards = few_words("Something ordinary for afterwards", 300, "A walk, a meal, a call. Their idea.")
    own_choice = forms.BooleanField(
        label="They want this time, whatever we say", required=False,
        help_text="It is their call. It stands, and we are there for them afterwards all the same.",
    )  # fmt: skip
    words = few_words("Their own words about that", 300)

    def __init__(self, *args: Any, covers: list[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.covers = {user.ref: user for user in covers}
        for name in ("next_day", "day_after"):
            field: Any = self.fields[name]
            field.choices = [NOBODY, *((user.ref, str(user)) for user in covers)]

    @property
    def said(self) -> dict[str, Any]:
        said = self.cleaned_data
        names = ("minutes", "where", "private", "time_out", "alone", "afterwards", "own_choice", "words")
        plan = Plan(
            starts_at=datetime.combine(said["on"], said["time"], tzinfo=LONDON),
            cover_next_day=self.covers.get(said["next_day"]), cover_day_after=self.covers.get(said["day_after"]),
            **{name: said[name] for name in names},
        )  # fmt: skip
        return {"plan": plan, "key": said["key"]}


class TellWingForm(HouseForm):
    told = one_of(
        "Was safer custody asked to look in on them?",
        [choice for choice in Sitting.Told.choices if choice[0] != Sitting.Told.NOT_NEEDED],
        "Choose one",
        "Only “a private appointment, please look in”. Never what it is about.",
    )
    on = day("On what day?")
    version = version()


class PutOffForm(HouseForm):
    whom = one_of(
        "Who put it off?",
        [(one.value, str(one.label)) for one in (Sitting.Status.PUT_OFF_BY_PERSON, Sitting.Status.PUT_OFF_BY_US)],
        "Choose who",
        "They need not say why.",
    )


class BeginForm(HouseForm):
    light_before = one_of(
        "How are you today?", Light.choices, "Ask how they are", "And do you still want to? You can stop at any moment."
    )
    version = version()


class FinishForm(HouseForm):
    how = one_of(
        "What became of it?",
        [("went_ahead", "It went ahead"), ("stopped_early", "They stopped early, as anybody may")],
        "Choose what became of it",
    )
    light_after = one_of("How are you now?", Light.choices, "Ask how they are now")
    look_in = forms.ChoiceField(
        label="Only if they are not all right: what now?", choices=list(LOOK_IN.items()), widget=forms.RadioSelect,
        required=False, help_text="If you tell our safeguarding lead, they hear of it within the hour, and not why.",
    )  # fmt: skip
    pages_after = one_of(
        "Where are the pages tonight?", [(place, Place(place).label) for place in KEPT], "Say where the pages are"
    )
    beside = forms.MultipleChoiceField(
        label="Who sat beside them?", widget=forms.CheckboxSelectMultiple, required=False,
        help_text="Each is offered a talk within a week.",
    )  # fmt: skip
    note = few_words("A practical note", 140, "A room, a time, glasses. Nothing of what was read.")

    def __init__(self, *args: Any, supporters: list[Supporter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.supporters = {one.ref: one for one in supporters}
        field: Any = self.fields["beside"]
        field.choices = [(one.ref, f"{one.login or one.mentor} ({one.get_role_display()})") for one in supporters]

    @property
    def said(self) -> dict[str, Any]:
        said = self.cleaned_data
        names = ("light_after", "pages_after", "look_in", "note")
        check = Check(
            stopped_early=said["how"] == "stopped_early", beside=[self.supporters[ref] for ref in said["beside"]],
            **{name: said[name] for name in names},
        )  # fmt: skip
        return {"check": check}


class SlipForm(HouseForm):
    ring = forms.CharField(
        label="Whom may the wing ring?", max_length=80, error_messages={"required": "Write whom they may ring"}
    )
