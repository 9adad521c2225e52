"""The form a mentor fills in on a phone, after a session. Most answers are already there: at most twelve are left."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django import forms

from common.dates import LONDON
from common.forms import MinutesField
from mentoring.actions.sessions import Details, Worry
from mentoring.forms.circumstances import MOVED, NO, YES, CircumstancesForm, words
from mentoring.models import Attendance, Match, Session, Setting, Topic
from mentoring.rules.sessions import LONGEST_MINUTES
from people.models.concerns import HowUrgent


class SessionForm(CircumstancesForm):
    """One page. Questions that follow from an answer are shown by the style sheet only where it was given."""

    minutes = MinutesField(
        label="How long were you together?",
        help_text="In minutes. A rough guess is fine.",
        required=False,
        most=LONGEST_MINUTES,
    )
    topics = forms.MultipleChoiceField(
        label="What did you talk about?",
        help_text="Tick all that fit.",
        choices=Topic.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    what_we_did = words("What did you do together?", "A few words are fine.")
    their_words = words(
        "In their own words", "Something they said that should not be lost. Only if they are happy with it."
    )
    next_step = words("What happens next?", "Who will do what, and when.")
    worried = forms.BooleanField(label="I am worried about someone’s safety", required=False)
    worry = words("What worries you?", "We may have to pass this on. We will tell you.")
    worry_urgency = forms.ChoiceField(
        label="How soon does someone need to act?",
        choices=HowUrgent.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    marks_optional = False

    def __init__(self, *args: Any, matches: Sequence[Match], group: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.matches, self.group = list(matches), group
        self.mark_fields = self._add_marks()

    def _add_marks(self) -> dict[Match, str]:
        """One question for each person: came, late or not. Alone, “not” is what “did it happen?” asks already."""
        marks = Attendance.Mark.choices if self.group else Attendance.Mark.choices[:2]
        if self.group:
            marks = [*marks, ("", "Not in this group")]
        names = {}
        for match in self.matches:
            names[match] = f"mark_{match.ref}"
            self.fields[names[match]] = forms.ChoiceField(
                label=match.person.preferred_name if self.group else "Were they on time?",
                choices=marks if self.group else [("attended", "Yes"), ("attended_late", "They came late")],
                widget=forms.RadioSelect,
                initial="" if self.group else Attendance.Mark.ATTENDED,
                required=False,
            )
        return names

    @property
    def mark_boxes(self) -> list[forms.BoundField]:
        return [self[name] for name in self.mark_fields.values()]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        self._pass_over(answers)
        for name, sentence in self._missing(answers):
            if not answers.get(name) and name not in self.errors:
                self.add_error(name, sentence)
        return answers

    def _pass_over(self, answers: dict[str, Any]) -> None:
        """What does not apply cannot be wrong: an answer to a question that was put away is let go."""
        unasked = {"cause", "cause_note"} if answers.get("happened") == YES else {"minutes", "topics"}
        if answers.get("planned") != MOVED:
            unasked |= {"planned_on", "planned_at"}
        if answers.get("setting") != Setting.CUSTODY:
            unasked |= {"establishment"}
        for name in unasked & set(self.errors):
            del self.errors[name]
            answers[name] = [] if name == "topics" else None

    @staticmethod
    def _missing(answers: dict[str, Any]) -> Iterator[tuple[str, str]]:
        if answers.get("happened") == NO:
            yield "cause", "Choose why it did not happen"
        if answers.get("happened") == YES:
            yield "minutes", "Enter how long you were together, in minutes"
        if answers.get("setting") == Setting.CUSTODY:
            yield "establishment", "Choose which prison"
        if answers.get("worried"):
            yield "worry", "Tell us what worries you. A few words are enough."
        if answers.get("planned") == MOVED:
            yield "planned_on", "Enter the day you had planned to meet"
            yield "planned_at", "Enter the time you had planned to meet"

    def details(self) -> Details:
        said = self.cleaned_data
        happened, in_custody = said["happened"] == YES, said["setting"] == Setting.CUSTODY
        return Details(
            kind=Session.Kind.GROUP if self.group else Session.Kind.ONE_TO_ONE,
            setting=said["setting"],
            medium=said["medium"],
            started_at=self._started(),
            planned_at=self._planned(),
            establishment=said["establishment"] if in_custody else None,
            where="" if in_custody else said["where"],
            happened=happened,
            minutes=said["minutes"] if happened else None,
            cause="" if happened else said["cause"],
            cause_note="" if happened else said["cause_note"],
            topics=said["topics"] if happened else [],
            what_we_did=said["what_we_did"] if happened else "",
            their_words=said["their_words"] if happened else "",
            next_step=said["next_step"],
        )

    def _started(self) -> datetime:
        return datetime.combine(self.cleaned_data["held_on"], self.cleaned_data["held_at"], LONDON)

    def _planned(self) -> datetime | None:
        said = self.cleaned_data
        if said["planned"] == MOVED:
            return datetime.combine(said["planned_on"], said["planned_at"], LONDON)
        return self._started() if said["planned"] == YES else None

    def marks(self) -> dict[Match, str]:
        """Who came. When nothing happened nobody did, whatever else was ticked."""
        said = {match: self.cleaned_data.get(name, "") for match, name in self.mark_fields.items()}
        if not self.group:
            said = {match: mark or Attendance.Mark.ATTENDED for match, mark in said.items()}
        if self.cleaned_data["happened"] == NO:
            return {match: Attendance.Mark.NOT_ATTENDED for match, mark in said.items() if mark}
        return {match: mark for match, mark in said.items() if mark}

    def worry_raised(self) -> Worry | None:
        said = self.cleaned_data
        if not said["worried"]:
            return None
        return Worry(what=said["worry"], urgency=said["worry_urgency"] or HowUrgent.TODAY)
