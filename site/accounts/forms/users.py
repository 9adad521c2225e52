"""Forms with which those who look after logins change other people's."""

from typing import Any

from django import forms

from accounts.forms.invitations import choices
from accounts.models import User
from accounts.roles import Role
from common.forms import HouseForm


class RolesForm(HouseForm):
    roles = forms.MultipleChoiceField(
        label="What they are here to do",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="A change counts from their next click.",
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, initial={"roles": sorted(user.roles)}, **kwargs)
        self.fields["roles"].choices = choices(frozenset(Role))  # type: ignore[attr-defined]


class ReasonForm(HouseForm):
    reason = forms.CharField(
        label="Why", max_length=300, help_text="This stays in the record of who did what. Write no private details."
    )


class NothingForm(HouseForm):
    """A question to be answered with a button."""
