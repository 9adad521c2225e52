"""How to write here: what happens to a draft, and what the checks look for. For editors, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.access import allow
from pages.models.base import READING_AGE
from pages.permissions import can_open_editor
from pages.rules.contents import MOST_WITHOUT_HEADING


@allow(can_open_editor)
def show(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/guidance/show.html", {"reading_age": READING_AGE, "most_words": MOST_WITHOUT_HEADING})
