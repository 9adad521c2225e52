"""Asking somebody in, and coming in."""

from typing import Any

from allauth.account.internal.userkit import get_user_by_username
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError

from accounts.forms.sign_in import HINT, LONGEST_PASSWORD
from accounts.models import Invitation, User
from accounts.permissions import roles_to_invite
from accounts.roles import ABOUT, Role
from accounts.rules.invitations import tidy
from common.forms import HouseForm
from common.refs import ALPHABET


def choices(roles: Any) -> list[tuple[str, str]]:
    return [(role.value, f"{role.label}. {ABOUT[role]}") for role in Role if role in roles]


class InviteForm(HouseForm):
    display_name = forms.CharField(label="Their name", max_length=100, help_text="What people here call them.")
    roles = forms.MultipleChoiceField(label="What they are here to do", widget=forms.CheckboxSelectMultiple)
    email = forms.EmailField(
        label="Email",
        required=False,
        help_text="We send them a link. Leave this empty to get a slip of paper for them instead.",
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = choices(roles_to_invite(by))  # type: ignore[attr-defined]


class CodeForm(HouseForm):
    code = forms.CharField(label="The code on your slip", max_length=60, help_text="Such as 7H2K-Q09V-XT4M.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
        }

    def clean_code(self) -> str:
        code = tidy(self.cleaned_data["code"])
        if not code or set(code) - set(ALPHABET):
            raise ValidationError("A code has letters and numbers only. Look at your slip again.")
        return code


class AcceptForm(HouseForm):
    display_name = forms.CharField(label="Your name", max_length=100, help_text="What people here will call you.")
    username = forms.CharField(
        label="Username",
        max_length=150,
        help_text="Letters and numbers, with no spaces. You type it each time you sign in.",
        validators=[UnicodeUsernameValidator()],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label="Password",
        help_text=HINT,
        strip=False,
        max_length=LONGEST_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password_again = forms.CharField(
        label="Password again",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, initial={"display_name": invitation.display_name}, **kwargs)
        self.invitation = invitation
        if invitation.for_user is not None:
            del self.fields["username"], self.fields["display_name"]
        elif invitation.email:
            self.fields["username"].required = False
            self.fields["username"].help_text = "If you leave this empty, you sign in with your email address."

    def clean_username(self) -> str:
        username = str(self.cleaned_data["username"])
        if "@" in username:
            raise ValidationError("A username has no @ in it. Choose another.")
        if username and get_user_by_username(username) is not None:
            raise ValidationError("Somebody already signs in with that name. Choose another.")
        return username

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        password, again = given.get("password"), given.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", "The two passwords are not the same.")
        if password:
            self._check(password, given)
        return given

    def _check(self, password: str, given: dict[str, Any]) -> None:
        user = self.invitation.for_user or User(
            username=given.get("username", ""),
            email=self.invitation.email,
            display_name=given.get("display_name", ""),
        )
        try:
            validate_password(password, user)
        except ValidationError as fault:
            self.add_error("password", fault)
