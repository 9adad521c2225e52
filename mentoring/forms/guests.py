"""Who the people are whose names were written by hand on a register."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from common.forms import HouseForm
from common.text import fold
from mentoring.actions.guests import Guest
from mentoring.models import Attendance
from people.models import Person

NOBODY = ("", "Nobody we know: keep the name on the sheet")
CAME = Attendance.Mark.choices[:2]


class GuestsForm(HouseForm):
    """`who_<n>` and `mark_<n>` for each name, by its place. Whoever has that name is the first to choose from."""

    def __init__(self, *args: Any, names: Sequence[str], people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names, self.people = list(names), {person.ref: person for person in people}
        for n, name in enumerate(self.names):
            self.fields[f"who_{n}"] = forms.ChoiceField(
                label=f"Who is “{name}”?", choices=self._choices(name), required=False
            )
            self.fields[f"mark_{n}"] = forms.ChoiceField(
                label=f"When did “{name}” come?", choices=CAME, initial=CAME[0][0], widget=forms.RadioSelect
            )

    def _choices(self, name: str) -> list[Any]:
        """Those of the same first name, and below them everybody else."""
        first = fold(name).split(" ")[0]
        alike: list[tuple[str, str]] = []
        others: list[tuple[str, str]] = []
        for person in self.people.values():
            told = (person.ref, f"{person.preferred_name} {person.family_name}".strip())
            (alike if person.search_name.startswith(first) else others).append(told)
        return [NOBODY, *([("Of this name", alike)] if alike else []), ("All others of the team", others)]

    @property
    def rows_shown(self) -> list[tuple[BoundField, BoundField]]:
        return [(self[f"who_{n}"], self[f"mark_{n}"]) for n in range(len(self.names))]

    def guests(self) -> list[Guest]:
        said = self.cleaned_data
        return [
            Guest(name=name, person=self.people.get(said[f"who_{n}"]), mark=said[f"mark_{n}"])
            for n, name in enumerate(self.names)
        ]
