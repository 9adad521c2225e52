"""The public form: no sign-in, so a few quiet guards against machines, and none of them a puzzle for a person."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core import signing

from mentoring.actions.referrals import Agreed
from mentoring.forms.referrals import QUIET, TOLD, AboutForm, PermissionForm
from mentoring.models.referral_choices import AgreedHow, Source

SALT = "mentoring.asking"
# Nobody reads and fills in the form faster than this; a page older than this may lie open on a shared computer.
FASTEST, OLDEST = timedelta(seconds=4), timedelta(hours=12)
AGAIN = "Part of this page did not reach us. Wait a moment, then send it again."
OTHERS = [(source.value, source.label) for source in Source if source != Source.SELF]


class PublicForm(AboutForm):
    """`website` is a box that no person sees: whoever fills it in is a machine. `opened`: when the page was made."""

    opened = forms.CharField(widget=forms.HiddenInput, max_length=200, error_messages={"required": AGAIN})
    website = forms.CharField(widget=forms.HiddenInput, required=False, max_length=500)

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        self.now = now
        kwargs["initial"] = {"opened": signing.dumps(now.timestamp(), salt=SALT)} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)

    def clean_opened(self) -> str:
        written: str = self.cleaned_data["opened"]
        try:
            opened = signing.loads(written, salt=SALT)
        except signing.BadSignature:
            raise forms.ValidationError(AGAIN) from None
        if not FASTEST.total_seconds() <= self.now.timestamp() - opened <= OLDEST.total_seconds():
            raise forms.ValidationError(AGAIN)
        return written

    @property
    def is_a_machine(self) -> bool:
        return bool(self.data.get("website"))


class AskForm(PublicForm):
    """For oneself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "preferred_name": "What do you like to be called?",
            "care": "Have you ever been in care?",
            "where": "Where are you now?",
            "reach": "How can we reach you safely?",
            "wishes": "What would help?",
        }
        for name, label in words.items():
            self.fields[name].label = label
        self.fields["care"].choices = [  # type: ignore[attr-defined]
            (value, "I would rather not say" if value == "not_said" else words)
            for value, words in self.fields["care"].choices  # type: ignore[attr-defined]
        ]
        self.fields["asked_for"].help_text = "Only what you want to tell. You never have to say why you were in prison."

    def agreed(self) -> Agreed:
        """Asking for oneself is agreeing."""
        return Agreed(how=AgreedHow.OWN, on=self.today)


class AskForForm(PublicForm):
    """For somebody else, who has said yes."""

    field_order = (
        "source", "referrer_name", "referrer_contact", "how", "agreed_on", "preferred_name", "family_name", "care",
        "where", "place_note", "reach", "wishes", "asked_for", "key", "opened", "website",
    )  # fmt: skip
    source = forms.ChoiceField(
        label="Who are you?",
        choices=OTHERS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who you are."},
    )
    referrer_name = forms.CharField(
        label="What is your name?",
        max_length=200,
        widget=forms.TextInput({"class": "w20"}),
        error_messages={"required": "Enter your name."},
    )
    referrer_contact = forms.CharField(
        label="How can we reach you?",
        help_text="A telephone number or an email address.",
        max_length=200,
        widget=forms.TextInput(QUIET),
        error_messages={"required": "Say how we can reach you."},
    )
    how = forms.ChoiceField(
        label="They know about this and said yes. How did they say so?",
        choices=TOLD,
        widget=forms.RadioSelect,
        error_messages={"required": "Ask them first. Then choose how they said yes."},
    )
    agreed_on = PermissionForm.base_fields["agreed_on"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        day = typed.get("agreed_on")
        if day and day > self.today:
            self.add_error("agreed_on", "The day they agreed cannot be in the future.")
        return typed

    def agreed(self) -> Agreed:
        typed = self.cleaned_data
        return Agreed(how=typed["how"], on=typed["agreed_on"], whom=typed["referrer_name"])
