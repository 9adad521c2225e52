"""What can be said of a post, and of who holds it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from accounts.models import User
from common.forms import HouseForm, PlainDateField
from places.forms.places import PlaceForm
from places.models import Post
from places.rules import sheets


class PostForm(PlaceForm):
    """The whole of a post."""

    class Meta:
        model = Post
        fields = ["title", "mailbox", "telephone", "is_contact_point", "is_shared"]

    def clean_telephone(self) -> str:
        """As in the spreadsheets, so that what is written here can go out and come back."""
        try:
            return sheets.telephone(self.cleaned_data["telephone"])
        except ValueError:
            raise ValidationError("Enter a telephone number, such as 0113 496 0000.") from None


class CorrectionForm(PostForm):
    """What whoever holds a post may correct."""

    class Meta(PostForm.Meta):
        fields = ["mailbox", "telephone"]


class AppointForm(HouseForm):
    """Who holds the post: by name, or by login for those who may give one what the place sees."""

    holder_name = forms.CharField(label="Their name", max_length=100, required=False)
    login = forms.CharField(
        label="Or: what they sign in with",
        help_text="Their email address or username. They will see people of this place, as their role allows.",
        max_length=254,
        required=False,
    )
    starts = PlainDateField(label="Since when?", help_text="For example, 14 11 2026. Today or earlier.")

    def __init__(self, *args: Any, by_login: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not by_login:
            del self.fields["login"]

    def clean_login(self) -> User | None:
        typed = self.cleaned_data["login"]
        if not typed:
            return None
        active = User.objects.filter(is_active=True)
        found = list(active.filter(username__iexact=typed)[:2]) or list(active.filter(email__iexact=typed)[:2])
        if len(found) != 1:
            raise ValidationError("Nobody here signs in with this. Check how it is spelt.")
        return found[0]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if "login" not in self.errors and bool(given.get("holder_name")) == bool(given.get("login")):
            self.add_error("holder_name", "Name one person: by name, or by what they sign in with.")
        return given

    @property
    def appointment(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"holder_name": given["holder_name"], "user": given.get("login"), "starts": given["starts"]}


class VacateForm(HouseForm):
    since = PlainDateField(label="Since when has nobody held it?", help_text="For example, 14 11 2026.")


class EndForm(HouseForm):
    ends = PlainDateField(label="What was their last day?", help_text="For example, 14 11 2026. Today or earlier.")
