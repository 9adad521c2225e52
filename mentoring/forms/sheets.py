"""Finding a paper sheet by its code, and typing in what stands on it, in the order of the sheet."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from common.forms import HouseForm, PlainDateField
from mentoring.forms.sessions import SessionForm
from mentoring.models import Match, Mentor, PaperSheet, Setting
from mentoring.rules.sheets import tidy_code, why_not_a_code
from people.models import Person

Kind = PaperSheet.Kind


class FindForm(HouseForm):
    code = forms.CharField(
        label="Code on the sheet",
        help_text="At the top, on the right. Small letters will do, and the hyphen may be left out.",
        max_length=40,
        widget=forms.TextInput(
            {"class": "w10", "autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={"required": "Enter the code from the top of the sheet."},
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.sheet: PaperSheet | None = None

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        if reasons := why_not_a_code(typed):
            raise forms.ValidationError(reasons[0])
        self.sheet = PaperSheet.objects.visible_to(self.user).filter(code=tidy_code(typed)).first()
        if self.sheet is None:
            raise forms.ValidationError("We know no sheet of your team with this code. Look at it again.")
        return typed


class FirstNamesField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        if isinstance(obj, Person):
            return obj.preferred_name
        if isinstance(obj, Mentor):
            return obj.person.preferred_name
        return f"{obj.person.preferred_name}, with {obj.mentor.person.preferred_name}"


class WhoseForm(HouseForm):
    """Whom a blank sheet is about, by the first names that were written on it."""

    who = FirstNamesField(
        label="Whose sheet is it?",
        help_text="The names stand at the top of the sheet.",
        queryset=Match.objects.none(),
        to_field_name="ref",
        empty_label="Choose",
        error_messages={"required": "Choose whose sheet it is."},
    )

    def __init__(self, *args: Any, user: Any, sheet: PaperSheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        box = cast(forms.ModelChoiceField, self.fields["who"])
        box.queryset = candidates(user, sheet)


def candidates(user: Any, sheet: PaperSheet) -> Any:
    """Matches for a session, mentors for a register, people for an asking: of the sheet's team, and theirs to see."""
    if sheet.kind == Kind.GROUP_REGISTER:
        mentors = Mentor.objects.visible_to(user).filter(team=sheet.team)
        return mentors.select_related("person").order_by("person__search_name", "pk")
    if sheet.kind == Kind.IDENTIFICATION:
        return Person.objects.visible_to(user).filter(team=sheet.team).order_by("search_name", "pk")
    matches = Match.objects.visible_to(user).filter(person__team=sheet.team, started_on__isnull=False)
    return matches.select_related("person", "mentor__person").order_by("person__search_name", "pk")


class VoidForm(HouseForm):
    reason = forms.CharField(
        label="Why is it cancelled?",
        help_text="For example: spoilt, lost, printed twice. No names.",
        max_length=200,
        error_messages={"required": "Say why it is cancelled. A few words are enough."},
    )


class PeriodForm(HouseForm):
    """Which stretch of time a report tells of."""

    marks_optional = False
    days = forms.ChoiceField(
        label="Typed in during",
        choices=[("30", "The last 30 days"), ("91", "The last three months"), ("365", "The last year")],
        initial="365",
        required=False,
    )


class PaperSessionForm(SessionForm):
    """The questions of a session in the order of the sheet: printing.py prints this form, so that they never part."""

    written_on = PlainDateField(
        label="What day did you write this?", error_messages={"required": "Enter the day on which it was written."}
    )
    ORDER = ("happened", "cause", "cause_note", "held_on", "held_at", "minutes", "planned", "planned_on", "planned_at",
             "setting", "establishment", "where", "medium", "marks", "topics", "what_we_did", "their_words",
             "next_step", "worried", "worry", "worry_urgency", "written_on")  # fmt: skip
    # A worry is never left to travel on paper: whoever types the sheet in asks what it is.
    paper_leaves_out = frozenset({"worry", "worry_urgency", "cause_note"})
    paper_words = {
        "cause": "If it did not happen, why not?",
        "planned_on": "If you planned another day, which?",
        "planned_at": "If you planned another time, when?",
        "where": "What place, if it was not a prison? (if you like)",
        "worried": "I am worried about someone’s safety, and I have told a member of staff.",
    }
    paper_lines = {"what_we_did": 4, "their_words": 3, "next_step": 3}

    def __init__(self, *args: Any, matches: Sequence[Match], group: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, matches=matches, group=group, **kwargs)
        marks = list(self.mark_fields.values())
        self.order_fields([one for name in self.ORDER for one in (marks if name == "marks" else [name])])


def first_answers(sheet: PaperSheet) -> dict[str, Any]:
    """What the sheet itself knows. Everything else is on the paper."""
    if sheet.establishment is None:
        return {}
    return {"setting": Setting.CUSTODY, "establishment": sheet.establishment}
