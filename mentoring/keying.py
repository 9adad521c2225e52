"""A sheet on the screen: which form it is typed into, and what saves it. Each kind of sheet is one small class here."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.forms.boundfield import BoundField

from common.forms import HouseForm
from mentoring import rolls
from mentoring.actions import interests, referrals, sheets
from mentoring.forms.interests import SheetInterestForm
from mentoring.forms.registers import PaperRegisterForm
from mentoring.forms.sheets import PaperReferralForm, PaperSessionForm, first_answers
from mentoring.models import Group, Match, Mentor, PaperSheet
from people.forms.identifications import AskingForm
from people.models import Person

Kind = PaperSheet.Kind
Whose = Match | Group | Mentor | Person | None
# These are about somebody who may not be here yet: nobody is chosen before they are typed in.
ABOUT_SOMEBODY_NEW = (Kind.REFERRAL, Kind.INTEREST)


class Keying:
    """`form` to show, `save` to call with `said()` and a key, and the words around the form."""

    form: HouseForm
    save: Callable[..., Any]
    heading: str
    button = "Write it down"
    is_register = False
    is_empty_register = False

    @property
    def first(self) -> BoundField:
        """The question that stands at the top of the page."""
        return self.form.visible_fields()[0]

    def said(self) -> dict[str, Any]:
        """What `save` is told, from a form that is valid."""
        raise NotImplementedError


class OneToOne(Keying):
    button = "Save session"

    def __init__(self, sheet: PaperSheet, match: Match, data: Any) -> None:
        self.sheet, self.match = sheet, match
        self.form: PaperSessionForm = PaperSessionForm(data, matches=[match], initial=first_answers(sheet))
        self.save = sheets.key_session
        self.heading = f"{match.mentor.person.preferred_name} with {match.person.preferred_name}"

    def said(self) -> dict[str, Any]:
        form = self.form
        return {
            "sheet": self.sheet, "mentor": self.match.mentor, "details": form.details(), "marks": form.marks(),
            "worry": form.worry_raised(), "written_on": form.cleaned_data["written_on"],
        }  # fmt: skip


class Register(Keying):
    button = "Save register"
    is_register = True

    def __init__(self, sheet: PaperSheet, whose: Group | Mentor, data: Any, today: date) -> None:
        self.sheet = sheet
        self.roll = rolls.of_sheet(sheet=sheet, whose=whose, on=today)
        known = first_answers(sheet)
        self.form: PaperRegisterForm = PaperRegisterForm(data, roll=self.roll, initial=known)
        self.save = sheets.key_register
        self.heading = whose.name if isinstance(whose, Group) else f"{whose.person.preferred_name}’s group"
        self.is_empty_register = not self.roll.people

    @property
    def first(self) -> BoundField:
        return self.form.before_rows[0]

    def said(self) -> dict[str, Any]:
        form = self.form
        return {
            "sheet": self.sheet, "mentor": form.held_by(), "group": self.roll.group, "details": form.details(),
            "rows": form.rows(), "worry": form.worry_raised(), "worry_about": form.worried_about(),
            "written_on": form.cleaned_data["written_on"], "names_by_hand": form.cleaned_data["names_by_hand"],
        }  # fmt: skip


class Asking(Keying):
    def __init__(self, sheet: PaperSheet, person: Person, data: Any, today: date) -> None:
        self.sheet, self.person = sheet, person
        self.form = AskingForm(data, today=today)
        self.save = sheets.key_identification
        self.heading = f"{person.preferred_name} was asked about having been in care"

    def said(self) -> dict[str, Any]:
        return {"sheet": self.sheet, "person": self.person, "said": self.form.cleaned_data}


class Referring(Keying):
    heading = "Somebody would like a mentor"

    def __init__(self, sheet: PaperSheet, data: Any, today: date) -> None:
        self.form: PaperReferralForm = PaperReferralForm(data, sheet=sheet, today=today)
        self.save = referrals.ask

    def said(self) -> dict[str, Any]:
        form = self.form
        return {"details": form.details(), "agreed": form.agreed(), "written_on": form.cleaned_data["written_on"]}


class Interest(Keying):
    heading = "Somebody would like to be a mentor"

    def __init__(self, sheet: PaperSheet, data: Any, today: date) -> None:
        self.sheet = sheet
        self.form = SheetInterestForm(data, sheet=sheet, today=today)
        self.save = interests.tell

    def said(self) -> dict[str, Any]:
        return self.form.cleaned_data | {"sheet_code": self.sheet.code_in_fours}


def keying_of(*, sheet: PaperSheet, whose: Whose, data: Any, today: date) -> Keying:
    """The form for this sheet. A new one begins with its first question, so that a typist need not look for it."""
    keying = _keying(sheet, whose, data, today)
    if not data:
        keying.first.field.widget.attrs["autofocus"] = True
    return keying


def _keying(sheet: PaperSheet, whose: Whose, data: Any, today: date) -> Keying:
    if isinstance(whose, Match):
        return OneToOne(sheet, whose, data)
    if isinstance(whose, Group | Mentor):
        return Register(sheet, whose, data, today)
    if isinstance(whose, Person):
        return Asking(sheet, whose, data, today)
    return (Referring if sheet.kind == Kind.REFERRAL else Interest)(sheet, data, today)


def printed_for(sheet: PaperSheet) -> Whose:
    """Whose sheet it is, where that was printed on it."""
    if sheet.kind == Kind.IDENTIFICATION:
        return sheet.match.person if sheet.match else None
    return sheet.match or sheet.of_group or sheet.mentor
