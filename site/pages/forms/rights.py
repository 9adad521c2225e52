"""What somebody remembers of being in care. Nothing of it is kept."""

from datetime import date
from typing import Any

from django import forms

from common.forms import HouseForm, PlainDateField, speak_plainly
from law.months import age_on
from pages.rules.childhood import GROWN, CareTime, Childhood

TIMES = 3
NOT_SURE = ("", "Not sure")
SINCE = [NOT_SURE, ("0", "Under 1"), *((str(age), str(age)) for age in range(1, GROWN))]
UNTIL = [NOT_SURE, *SINCE[1:], (str(GROWN), "Until I turned 18, or I still am")]
# The legal-status codes of the Department for Education that differ in what follows from them.
HOW = [
    ("", "Not sure, or another way"),
    ("C2", "A court put me in care"),
    ("V2", "My family agreed, or I had nobody"),
    ("J1", "I was on remand or locked up"),
    ("V3", "Only short breaks from home"),
]
YES_NO = [("yes", "Yes"), ("no", "No"), ("", "Not sure")]
NATIONS = [("E", "England"), ("W", "Wales"), ("S", "Scotland, Northern Ireland or another country")]


def yes_or_no(label: str, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, help_text=help_text, choices=YES_NO, widget=forms.RadioSelect, required=False, initial="no"
    )


def time_in_care(*, first: bool) -> dict[str, forms.Field]:
    """The questions about one time in care."""
    told = "I was in care" if first else "I was in care another time"
    return {
        "in_care": forms.BooleanField(label=told, required=False, initial=first),
        "since": forms.ChoiceField(label="How old were you when it began?", choices=SINCE, required=False),
        "until": forms.ChoiceField(label="How old were you when it ended?", choices=UNTIL, required=False),
        "how": forms.ChoiceField(label="How did it come about?", choices=HOW, required=False),
    }


class RightsForm(HouseForm):
    marks_optional = False
    born = PlainDateField(
        label="When were you born?", help_text="If you do not know the day, put the one that is on your papers."
    )
    nation = forms.ChoiceField(
        label="Where was the council that looked after you?",
        help_text="If there were several: the last one.",
        choices=NATIONS,
        widget=forms.RadioSelect,
        initial="E",
    )
    locked_up = yes_or_no("On your 16th birthday, were you locked up or in hospital?")
    guardian = yes_or_no("When you turned 18, did you have a special guardian?", "A court chooses a special guardian.")
    home = yes_or_no("Do you live with a parent now, and have you for six months or more?")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for n in range(1, TIMES + 1):
            for name, field in time_in_care(first=n == 1).items():
                speak_plainly(field)
                self.fields[f"{name}_{n}"] = field

    @property
    def times(self) -> list[tuple[str, bool, list[Any]]]:
        """For each time in care: what it is called, whether it stands open, and its questions."""
        called = ["Being in care", "Another time", "One more time"]
        return [(called[n - 1], *self._questions(n)) for n in range(1, TIMES + 1)]

    def _questions(self, n: int) -> tuple[bool, list[Any]]:
        questions = [self[f"{name}_{n}"] for name in ("in_care", "since", "until", "how")]
        return n == 1 or any(one.value() or one.errors for one in questions), questions

    def clean_born(self) -> date:
        born: date = self.cleaned_data["born"]
        if born > self.today:
            raise forms.ValidationError("This day has not come yet. Check the year.")
        return born

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        born = said.get("born")
        for n in range(1, TIMES + 1):
            time = self._time(n)
            if time is None or time.since is None:
                continue
            if time.until is not None and time.until < time.since:
                self.add_error(f"until_{n}", "This is younger than when it began. Check both.")
            if born and time.since > age_on(born, self.today):
                self.add_error(f"since_{n}", "You are not that old yet. Check this, and when you were born.")
        return said

    def _time(self, n: int) -> CareTime | None:
        said = self.cleaned_data
        if not said.get(f"in_care_{n}"):
            return None
        since, until = (int(typed) if (typed := said.get(f"{name}_{n}")) else None for name in ("since", "until"))
        return CareTime(since, until, said.get(f"how_{n}", ""))

    def childhood(self) -> Childhood:
        """Of a form that is valid."""
        said = self.cleaned_data
        known = {"yes": True, "no": False, "": None}
        return Childhood(
            born=said["born"],
            times=[time for n in range(1, TIMES + 1) if (time := self._time(n))],
            nation=said["nation"],
            locked_up_at_16=known[said["locked_up"]],
            guardian_at_18=known[said["guardian"]],
            at_home_now=known[said["home"]],
        )
