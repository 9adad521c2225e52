"""What goes into a pack for somebody who cannot come online."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.forms.models import ModelChoiceIterator
from django.utils.html import format_html

from common.forms import HouseForm
from common.languages import tag_of
from pages.models import GuidePage, NewsPage, StoryPage
from pages.rules.topics import by_topic
from places.models import Establishment, LocalAuthority

MOST = 12


class UnderTopics(ModelChoiceIterator):
    """The guides as the list of guides has them: under their topics; those in other languages under their language."""

    def __iter__(self) -> Iterator[Any]:
        here = settings.LANGUAGE_CODE
        guides = list(self.queryset)
        english = [(guide.topic, self.choice(guide)) for guide in guides if guide.locale.language_code == here]
        yield from by_topic(english)
        for code, name in settings.LANGUAGES:
            others = [self.choice(guide) for guide in guides if guide.locale.language_code == code != here]
            if others:
                yield name, others


class GuideChoice(forms.ModelMultipleChoiceField):
    iterator = UnderTopics

    def label_from_instance(self, obj: Any) -> str:
        """Its title; of a guide in Welsh, so that it is read out as Welsh."""
        code = str(obj.locale.language_code)
        if code == settings.LANGUAGE_CODE:
            return str(obj.title)
        return format_html('<span lang="{}">{}</span> ({})', code, obj.title, dict(settings.LANGUAGES).get(code, code))


class NewsChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return format_html('<span lang="{}">{}</span>', tag_of(str(obj.locale.language_code)), obj.title)


class PackForm(HouseForm):
    marks_optional = False
    guides = GuideChoice(
        label="Which pages?", queryset=GuidePage.objects.none(), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose a page or more."},
    )  # fmt: skip
    stories = GuideChoice(
        label="Stories of people who lived it", queryset=StoryPage.objects.none(), required=False,
        help_text="Each says first what it talks about.", widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    news = NewsChoice(
        label="Any news with them?", queryset=NewsPage.objects.none(), widget=forms.CheckboxSelectMultiple,
        required=False,
    )  # fmt: skip
    council = forms.ModelChoiceField(
        label="What does their council do?", queryset=LocalAuthority.objects.none(), required=False,
        empty_label="Leave it out", help_text="Choose the council that looked after them last, if you know it.",
    )  # fmt: skip
    prison = forms.ModelChoiceField(
        label="Which prison is it for?", queryset=Establishment.objects.none(), required=False,
        empty_label="Leave it out",
        help_text="It then says if something has changed there, and which council looks after health needs.",
    )  # fmt: skip
    contacts = forms.BooleanField(label="Add who to ring and write to", required=False)
    size = forms.ChoiceField(
        label="How large?", choices=[("plain", "Plain print"), ("large", "Large print")],
        widget=forms.RadioSelect, initial="plain",
    )  # fmt: skip

    def __init__(self, *args: Any, guides: Any, news: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["guides"].queryset = guides  # type: ignore[attr-defined]  # a choice of records
        stories = StoryPage.objects.for_paper().select_related("locale")
        self.fields["stories"].queryset = stories  # type: ignore[attr-defined]  # a choice of records
        if not stories.exists():
            del self.fields["stories"]
        if news:
            self.fields["news"].queryset = news  # type: ignore[attr-defined]  # and another
        else:
            del self.fields["news"]
        self.fields["council"].queryset = LocalAuthority.objects.order_by("name", "pk")  # type: ignore[attr-defined]
        prisons = Establishment.objects.open().order_by("name", "pk")
        self.fields["prison"].queryset = prisons  # type: ignore[attr-defined]

    def clean_guides(self) -> Any:
        chosen = self.cleaned_data["guides"]
        if len(chosen) > MOST:
            raise forms.ValidationError(f"That is more than {MOST} pages. Make two packs of them.")
        return chosen
