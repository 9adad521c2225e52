"""The forms at the door, in our words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as passkeys
from django import forms

from accounts.models import User
from accounts.second_step import belongs, first_use
from common.forms import HouseStyle

HINT = "At least 12 characters. Three or four words that only you would put together are easy to keep in mind."
LONGEST_PASSWORD = 128


class OurWords(HouseStyle):
    """A form of allauth's with labels and hints of ours: {field: (label, hint)}."""

    marks_optional = False
    words: dict[str, tuple[str, str]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label, field.help_text = self.words.get(name, (field.label, ""))


class TwoNewPasswords(OurWords, forms.Form):
    words = {"password1": ("New password", HINT), "password2": ("New password again", "")}

    def clean(self) -> Any:
        if len(self.cleaned_data.get("password1") or "") > LONGEST_PASSWORD:
            self.add_error("password1", f"Use {LONGEST_PASSWORD} characters or fewer.")
        return super().clean()


class LoginForm(OurWords, account.LoginForm):
    words = {"login": ("Username or email", ""), "password": ("Password", "")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }


class ConfirmForm(OurWords, account.ReauthenticateForm):
    words = {"password": ("Your password", "")}


class ForgottenForm(OurWords, account.ResetPasswordForm):
    words = {"email": ("Email", "The one you sign in with.")}


class NewPasswordForm(TwoNewPasswords, account.ResetPasswordKeyForm):
    pass


class CodeOnce(OurWords):
    """A code from an app, or a spare one: read from this user's own sealed secrets only, and good for one use."""

    words = {
        "code": (
            "Code",
            "The 6 numbers that your app shows now. If you do not have your phone, type one of your spare codes.",
        )
    }
    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}

    def clean_code(self) -> str:
        moved = [one for one in Authenticator.objects.filter(user=self.user) if not belongs(one, self.user)]
        code: str = "" if moved else super().clean_code()  # type: ignore[misc]  # the allauth form beside it has one
        if moved or not first_use(self.user, "".join(code.split())):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(CodeOnce, mfa.AuthenticateForm):
    pass


class SecondStepAgainForm(CodeOnce, mfa.ReauthenticateForm):
    pass


class SoundPasskey(OurWords):
    """allauth takes what a browser sends for well made. Whatever is not is a wrong answer here, not a server error."""

    words = {"credential": ("What your device answered", "")}

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]  # the allauth form beside it has one
        except (ValueError, KeyError, TypeError, AttributeError, LookupError):
            raise get_adapter().validation_error("bad_passkey") from None


class PasskeySecondStepForm(SoundPasskey, passkeys.AuthenticateWebAuthnForm):
    pass


class PasskeyAgainForm(SoundPasskey, passkeys.ReauthenticateWebAuthnForm):
    pass


class PasskeyLoginForm(SoundPasskey, passkeys.LoginWebAuthnForm):
    pass
