"""What goes into a pack for somebody who cannot come online."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html

from common.forms import HouseForm
from pages.models import GuidePage
from places.models import LocalAuthority

MOST = 12


class GuideChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        """Its title; of a guide in Welsh, so that it is read out as Welsh."""
        code = str(obj.locale.language_code)
        if code == settings.LANGUAGE_CODE:
            return str(obj.title)
        return format_html('<span lang="{}">{}</span> ({})', code, obj.title, dict(settings.LANGUAGES).get(code, code))


class PackForm(HouseForm):
    marks_optional = False
    guides = GuideChoice(
        label="Which pages?", queryset=GuidePage.objects.none(), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose a page or more."},
    )  # fmt: skip
    council = forms.ModelChoiceField(
        label="What does their council do?", queryset=LocalAuthority.objects.none(), required=False,
        empty_label="Leave it out", help_text="Choose the council that looked after them last, if you know it.",
    )  # fmt: skip
    contacts = forms.BooleanField(label="Add who to ring and write to", required=False)
    size = forms.ChoiceField(
        label="How large?", choices=[("plain", "Plain print"), ("large", "Large print")],
        widget=forms.RadioSelect, initial="plain",
    )  # fmt: skip

    def __init__(self, *args: Any, guides: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["guides"].queryset = guides  # type: ignore[attr-defined]  # a choice of records
        self.fields["council"].queryset = LocalAuthority.objects.order_by("name", "pk")  # type: ignore[attr-defined]

    def clean_guides(self) -> Any:
        chosen = self.cleaned_data["guides"]
        if len(chosen) > MOST:
            raise forms.ValidationError(f"That is more than {MOST} pages. Make two packs of them.")
        return chosen
