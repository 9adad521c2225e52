"""The register: when and where as for any session, then one row for each person."""

from collections import Counter
from datetime import datetime
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from common.dates import local_day
from common.forms import PlainDateField
from mentoring.actions.registers import Row
from mentoring.forms.changes import answers_of
from mentoring.forms.circumstances import NO, YES
from mentoring.forms.sessions import SessionForm
from mentoring.models import Attendance, Cause, Medium, Mentor, Session, Setting
from mentoring.rolls import Roll
from mentoring.rules.registers import NOT_THERE, why_not_row
from people.models import Person

OFF = "off"
MARKS = [*Attendance.Mark.choices, (OFF, "Not expected")]
WHY = [("", "Choose why"), *Cause.choices]


class RegisterForm(SessionForm):
    """`mark_<ref>` and `cause_<ref>` for each person; errors stand in the row."""

    def __init__(self, *args: Any, roll: Roll, **kwargs: Any) -> None:
        super().__init__(*args, matches=[], group=True, **kwargs)
        self.roll = roll
        self.people = dict(zip(roll.people, names_apart(roll.people), strict=True))
        for person, name in self.people.items():
            self.fields |= self._row(person, name)
        self.fields["worry_about"] = forms.ChoiceField(
            label="Who are you worried about?",
            choices=[("", "Choose who"), *((person.ref, name) for person, name in self.people.items())],
            required=False,
        )
        if len(roll.mentors) > 1:
            self.fields["mentor"] = forms.ChoiceField(
                label="Who held it?",
                choices=[(mentor.ref, str(mentor)) for mentor in roll.mentors],
                widget=forms.RadioSelect,
                error_messages={"required": "Choose who held it"},
            )

    def _row(self, person: Person, name: str) -> dict[str, forms.Field]:
        absent = person.ref in self.roll.left or self.roll.group is None
        return {
            f"mark_{person.ref}": forms.ChoiceField(
                label=name, choices=MARKS, widget=forms.RadioSelect, initial=OFF if absent else None, required=False
            ),
            f"cause_{person.ref}": forms.ChoiceField(label=f"Why did {name} not come?", choices=WHY, required=False),
        }

    @property
    def rows_shown(self) -> list[tuple[BoundField, BoundField]]:
        return [(self[f"mark_{person.ref}"], self[f"cause_{person.ref}"]) for person in self.people]

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        for person, name in self.people.items():
            self._clean_row(person, name, answers)
        if answers.get("worried") and not answers.get("worry_about") and "worry_about" not in self.errors:
            self.add_error("worry_about", "Choose who you are worried about")
        return answers

    def _clean_row(self, person: Person, name: str, answers: dict[str, Any]) -> None:
        mark_name, cause_name = f"mark_{person.ref}", f"cause_{person.ref}"
        mark = answers.get(mark_name, "")
        if answers.get("happened") != YES or mark != NOT_THERE:
            self.errors.pop(cause_name, None)  # a question that was put away cannot be answered wrongly
            answers[cause_name] = ""
        if answers.get("happened") != YES or mark_name in self.errors or cause_name in self.errors:
            return
        if not mark:
            self.add_error(mark_name, f"Say whether {name} came")
        elif missing := why_not_row(mark=mark, cause=answers.get(cause_name, ""), causes=dict(Cause.choices)):
            self.add_error(cause_name, missing)

    def rows(self) -> list[Row]:
        """Those who were expected. When nothing happened, all but those who were not."""
        said = self.cleaned_data
        return [
            Row(person=person, mark=mark or NOT_THERE, cause=said.get(f"cause_{person.ref}", ""))
            for person in self.people
            if (mark := said.get(f"mark_{person.ref}", "")) != OFF
        ]

    def held_by(self) -> Mentor | None:
        said = self.cleaned_data.get("mentor")
        return next((mentor for mentor in self.roll.mentors if said in (None, mentor.ref)), None)

    def worried_about(self) -> Person | None:
        said = self.cleaned_data.get("worry_about")
        return next((person for person in self.people if person.ref == said), None)


class RegisterCorrectionForm(RegisterForm):
    reason = forms.CharField(
        label="What are you putting right?", help_text="A few words, for whoever reads it later.", max_length=200
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("worried", "worry", "worry_urgency", "worry_about"):
            del self.fields[name]


class PaperRegisterForm(RegisterForm):
    """The register in the order of its sheet, which gives the causes numbers: typing one chooses it."""

    names_by_hand = forms.CharField(
        label="Names written by hand on the empty rows",
        help_text="One on each line, as they stand there. Your team is then asked who they are.",
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
        required=False,
    )
    written_on = PlainDateField(
        label="What day did you write this?", error_messages={"required": "Enter the day on which it was written."}
    )
    BEFORE = ("happened", "cause", "cause_note", "held_on", "held_at", "minutes", "mentor", "planned", "planned_on",
              "planned_at", "setting", "establishment", "where", "medium")  # fmt: skip
    AFTER = ("names_by_hand", "topics", "what_we_did", "next_step", "worried", "worry_about", "worry", "worry_urgency",
             "written_on")  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["their_words"]
        whys = [self.fields[f"cause_{person.ref}"] for person in self.people]
        self.fields["cause"] = forms.ChoiceField(label="If it did not happen, why not?", required=False)
        for box in (self.fields["cause"], *whys):
            box.choices = numbered_causes()  # type: ignore[attr-defined]  # a list of choices, by construction

    def clean(self) -> dict[str, Any]:
        return super().clean() | {"their_words": ""}

    @property
    def before_rows(self) -> list[BoundField]:
        return [self[name] for name in self.BEFORE if name in self.fields]

    @property
    def after_rows(self) -> list[BoundField]:
        return [self[name] for name in self.AFTER]


def numbered_causes() -> list[tuple[str, str]]:
    """As they stand on a paper register: “1 The person could not come”."""
    return [WHY[0], *((value, f"{n} {label}") for n, (value, label) in enumerate(Cause.choices, 1))]


def names_apart(people: list[Person]) -> list[str]:
    """Names they like to be called; the second Jo is “Jo (2)”, since nothing else about them is shown."""
    seen: Counter[str] = Counter()
    told = []
    for person in people:
        seen[person.preferred_name] += 1
        number = seen[person.preferred_name]
        told.append(person.preferred_name if number == 1 else f"{person.preferred_name} ({number})")
    return told


def first_answers(roll: Roll, *, now: datetime) -> dict[str, Any]:
    """Today, as planned, it happened, face to face, where the group meets."""
    answers: dict[str, Any] = {"held_on": local_day(now), "planned": YES, "happened": YES, "medium": Medium.IN_PERSON}
    if roll.establishment:
        return answers | {"setting": Setting.CUSTODY, "establishment": roll.establishment}
    return answers | {"setting": Setting.COMMUNITY} if roll.group else answers


def answers_so_far(session: Session) -> dict[str, Any]:
    """The register as it stands, as the form’s first answers."""
    answers = {name: value for name, value in answers_of(session).items() if not name.startswith("mark_")}
    for mark in session.attendance.select_related("person"):
        answers[f"mark_{mark.person.ref}"] = mark.mark
        answers[f"cause_{mark.person.ref}"] = mark.cause if session.happened else ""
    return answers | {"happened": YES if session.happened else NO}
