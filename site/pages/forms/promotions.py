"""Which page a search suggests first, and for which words."""

from typing import Any

from django import forms
from wagtail.models import Page

from common.forms import HouseForm
from pages.models.promotions import readable
from pages.rules.search import plain_words


class PageField(forms.ModelChoiceField):
    def label_from_instance(self, page: Any) -> str:
        return f"{page.title} ({page.locale.language_code})" if page.locale.language_code != "en-gb" else page.title


class PromotionForm(HouseForm):
    words = forms.CharField(
        label="Words that people type",
        help_text="Such as: birth certificate. Words that mean the same are thought of already.",
        max_length=120,
        error_messages={"required": "Write a word or two."},
    )
    page = PageField(
        label="The page that is suggested", queryset=Page.objects.none(),
        error_messages={"required": "Choose a page."},
    )  # fmt: skip
    order = forms.IntegerField(
        label="Place among the suggestions", help_text="1 stands first.", min_value=1, max_value=20, initial=1
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages = readable().select_related("locale").order_by("title", "pk")
        self.fields["page"].queryset = pages  # type: ignore[attr-defined]  # of a ModelChoiceField

    def clean_words(self) -> str:
        words = plain_words(self.cleaned_data["words"])
        if not words:
            raise forms.ValidationError("Write a word or two, in letters or numbers.")
        return words
