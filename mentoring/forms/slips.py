"""Whom the wing may ring about a slip."""

from django import forms

from common.forms import HouseForm


class SlipsForm(HouseForm):
    ring = forms.CharField(
        label="Whom may the wing ring?",
        help_text="A name and a number at the programme.",
        max_length=100,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Say whom the wing may ring."},
    )
