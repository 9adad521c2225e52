"""Getting in touch: five short forms. Needed are a name, one safe way to answer, and what each kind is about."""

from typing import Any

from django import forms

from common.forms import PlainDateField
from pages.forms.reaching import HandOverForm, line, lines
from pages.models import HandOver
from pages.rules.hand_overs import WAYS

Kind = HandOver.Kind
NOT_YET = "not_yet"


class MentorForm(HandOverForm):
    kind = Kind.MENTOR
    own = ("town", "words")
    town = line("Where would you like to help?", help_text="A town or a prison.")
    words = lines("Is there anything you would like to say?", help_text="A few words are fine.")


class AskForm(HandOverForm):
    kind = Kind.ASK
    own = ("words",)
    words = lines(
        "What would help?", help_text="Only what you want to tell. You never have to say why you were in prison."
    )


class ReferForm(HandOverForm):
    """For somebody else, who has said yes. Without their yes nothing about them is taken."""

    kind = Kind.REFER
    own = ("said_yes", "agreed_on", "who", "them", "them_where", "them_reach", "words")
    said_yes = forms.ChoiceField(
        label="Have they said yes to this?",
        choices=[
            ("spoken", "Yes, they told me"),
            ("written", "Yes, in writing"),
            (NOT_YET, "Not yet, or they said no"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. Ask them first, if nobody has yet."},
    )
    agreed_on = PlainDateField(
        label="On which day did they say yes?", error_messages={"required": "Enter the day, such as 14 11 2026."}
    )
    who = forms.ChoiceField(
        label="Who are you?",
        choices=[
            ("prison", "I work in a prison"), ("probation", "I work in probation"),
            ("adviser", "I am their personal adviser"), ("liaison", "Police or court liaison"),
            ("family", "Family or a friend"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who you are."},
    )  # fmt: skip
    name = line("What is your own name?", needed="Enter your own name.", most=60)
    them = line("What do they like to be called?", needed="Enter the name they like to be called.", most=60)
    them_where = line("Which prison or town are they in?")
    them_reach = lines(
        "How can we reach them safely?", help_text="Leave it out if it is not safe, or if you do not know.", most=500,
        rows=2,
    )  # fmt: skip
    words = lines("What would help them?", help_text="In their words where you can. Never what they were convicted of.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = kwargs["now"].date()
        self.fields["reach"].label = "How can we reach you?"
        self.order_fields(["said_yes", "agreed_on", "them", "them_where", "them_reach", "words", "name", "who"])

    def clean_agreed_on(self) -> Any:
        day = self.cleaned_data["agreed_on"]
        if day > self.today:
            raise forms.ValidationError("The day they said yes cannot be in the future.")
        return day


class TrainingForm(HandOverForm):
    kind = Kind.TRAINING
    own = ("job", "where", "how_many", "words")
    job = line("What is your job?")
    where = line("Which prison is it for?", needed="Enter the name of the prison.")
    how_many = line("About how many people would learn?", most=40)
    words = lines("Is there anything you would like to ask?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "What is your name?"
        self.fields["reach"].choices = [  # type: ignore[attr-defined]
            (way, words) for way, words in WAYS.items() if way in ("phone", "email", "letter")
        ]
        for box in ("through", "prison", "prison_number"):
            del self.fields[box]


class FilesForm(HandOverForm):
    """No story: that somebody would like to know is enough."""

    kind = Kind.FILES
    own = ("council",)
    council = line("Which council looked after you, if you know?", help_text="More than one is fine. So is “not sure”.")


FORMS: dict[str, type[HandOverForm]] = {
    str(form.kind): form for form in (AskForm, MentorForm, ReferForm, FilesForm, TrainingForm)
}
