"""A page and itself in other languages. Each language has its own addresses."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from wagtail.models import Page


class Translated:
    """For a `Page`. `versions` is filled when the page is served; a preview does without."""

    versions: dict[str, Any] = {}

    def to_its_own_address(self) -> HttpResponse | None:
        """An English page asked for under /cy/ sends the reader to its own address."""
        self.versions = self.live_versions()
        return redirect(self.url) if get_language() != self.language_code else None  # type: ignore[attr-defined]

    def live_versions(self) -> dict[str, Page]:
        """This page in each language in which readers can have it, by language code: one query for all of them."""
        same = Page.objects.filter(translation_key=self.translation_key, live=True)  # type: ignore[attr-defined]
        return {page.locale.language_code: page for page in same.select_related("locale")}

    @property
    def language_code(self) -> str:
        for code, page in self.versions.items():
            if page.locale_id == self.locale_id:  # type: ignore[attr-defined]
                return code
        return str(self.locale.language_code)  # type: ignore[attr-defined]

    def open_versions(self) -> dict[str, str]:
        """The full address of each version that anybody may read, this one among them, by language code."""
        return {
            code: address_of(page)
            for code, page in self.versions.items()
            if page.pk == self.pk or not page.get_view_restrictions()  # type: ignore[attr-defined]
        }

    def other_languages(self) -> list[dict[str, str]]:
        """Where else to read this page: {"code", "name", "address"} for each language but its own."""
        names, own = dict(settings.LANGUAGES), self.language_code
        return [
            {"code": code, "name": names.get(code, code), "address": address}
            for code, address in self.open_versions().items()
            if code != own
        ]

    def public_address(self) -> str:
        return address_of(self)


def address_of(page: Any) -> str:
    """The page's full address, from the setting and not from whatever host name the visitor used."""
    return f"{settings.PUBLIC_BASE_URL}{page.url}"
