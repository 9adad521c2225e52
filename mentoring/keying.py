"""A sheet on the screen: which form it is typed into, what then becomes of it, and where that can be read."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.urls import reverse

from mentoring.actions import sheets
from mentoring.forms.sheets import PaperSessionForm, first_answers
from mentoring.models import Match, Mentor, PaperSheet, Session
from mentoring.printing import people_of
from people.forms.identifications import AskingForm
from people.models import IdentificationEvent, Person

Made = Session | IdentificationEvent


class Keying:
    """One sheet and whose it is: a match, the mentor of a register, or the person who was asked."""

    form: PaperSessionForm | AskingForm
    save: Callable[..., Made]

    def __init__(self, *, sheet: PaperSheet, whose: Match | Mentor | Person, data: Any, today: date) -> None:
        self.sheet, self.whose = sheet, whose
        if isinstance(whose, Person):
            self.form, self.save = AskingForm(data, today=today), sheets.key_identification
            self.heading, self.button = f"{whose.preferred_name} was asked about having been in care", "Write it down"
            return
        group = isinstance(whose, Mentor)
        self.mentor = whose if isinstance(whose, Mentor) else whose.mentor
        self.matches = people_of(whose) if isinstance(whose, Mentor) else [whose]
        self.form = PaperSessionForm(data, matches=self.matches, group=group, initial=first_answers(sheet))
        self.save, self.button = sheets.key_session, "Save session"
        name = self.mentor.person.preferred_name
        self.heading = f"{name}’s group" if group else f"{name} with {self.matches[0].person.preferred_name}"

    @property
    def is_empty_register(self) -> bool:
        return isinstance(self.whose, Mentor) and not self.matches

    def said(self) -> dict[str, Any]:
        """What `save` is told, from a form that is valid."""
        if isinstance(self.form, AskingForm):
            return {"sheet": self.sheet, "person": self.whose, "said": self.form.cleaned_data}
        form = self.form
        return {
            "sheet": self.sheet,
            "mentor": self.mentor,
            "details": form.details(),
            "marks": form.marks(),
            "worry": form.worry_raised(),
            "written_on": form.cleaned_data["written_on"],
        }

    @staticmethod
    def page_of(made: Made) -> str:
        if isinstance(made, Session):
            return reverse("mentoring:sessions-detail", args=[made.ref])
        return reverse("people:persons-detail", args=[made.person.ref])
