"""What each form that anybody may send shares: sent twice it is one, and what a machine sent is asked for once more."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict

from common.forms import HouseForm
from common.refs import new_ref, ref_from
from pages import unwanted


class SiftedForm(HouseForm):
    """`website` is a box that nobody sees (pages/_never_seen.html) and `opened` the signed time of the page."""

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    opened = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    website = forms.CharField(label="Leave this empty", required=False, max_length=500)
    NOT_KEPT: tuple[str, ...] = ("key", "opened", "website")

    def __init__(self, data: QueryDict | None = None, *, now: datetime, **kwargs: Any) -> None:
        self.asked_again: list[str] = []
        if data is not None:
            data, self.asked_again = unwanted.sift(data, at=now)
        known = {"key": new_ref(), "opened": unwanted.stamp(now)} | kwargs.pop("initial", {})
        super().__init__(data, initial=known, **kwargs)

    def clean_key(self) -> str:
        return ref_from(self.cleaned_data["key"])

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or self.cleaned_data
        for sentence in self.asked_again:
            self.add_error(None, sentence)
        return typed
