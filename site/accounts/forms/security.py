"""Forms with which people change how they themselves sign in."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.forms import HiddenInput

from accounts.forms.sign_in import HINT, OurWords, TwoNewPasswords


class ChangePasswordForm(TwoNewPasswords, account.ChangePasswordForm):
    words = {
        "oldpassword": ("The password you use now", ""),
        "password1": ("New password", HINT),
        "password2": ("New password again", ""),
    }


class SetPasswordForm(TwoNewPasswords, account.SetPasswordForm):
    pass


class EmailForm(OurWords, account.AddEmailForm):
    words = {"email": ("New email address", "We send a message there. Your address changes when you open its link.")}


class SetUpCodesForm(OurWords, ActivateTOTPForm):
    words = {"code": ("Code from your app", "6 numbers. They change every half minute.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}


class AddPasskeyForm(OurWords, AddWebAuthnForm):
    words = {
        "name": ("A name for it", "So that you know which it is, such as “work laptop”."),
        "passwordless": ("I want to sign in with this alone, without my password", ""),
        "credential": ("What your device answered", ""),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"].widget = HiddenInput()
        self.fields["credential"].error_messages["required"] = (
            "Your device gave no answer. Press the button to try again."
        )

    def clean(self) -> Any:
        """allauth takes what a browser sends for well made. Whatever is not is a wrong answer, not a server error."""
        try:
            return super().clean()
        except (ValueError, KeyError, TypeError, AttributeError, LookupError):
            raise get_adapter().validation_error("bad_passkey") from None


class NamePasskeyForm(OurWords, EditWebAuthnForm):
    words = {"name": ("A name for it", "")}
