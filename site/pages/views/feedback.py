"""Was this page of use? Anybody may say so, without a cookie and without a word about themselves."""

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail.query import PageQuerySet

from common import answers
from common.access import allow, anyone
from pages import useful
from pages.actions import feedback
from pages.forms.feedback import FeedbackForm, NumberForm, WhyForm
from pages.permissions import can_open_editor
from pages.rules.numbers import key_of, number_of

THANKS = "pages:feedback-thanks"


@csrf_exempt  # its cookie would be the only one that a reader gets; what it keeps is worth no forgery
@allow(anyone)
def give(request: HttpRequest, number: str) -> HttpResponse:
    """Yes and no are kept at once. After a no we ask why: whoever leaves then has still said no."""
    page = _page(number)
    form: BaseForm = FeedbackForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        useful_to_them = form.cleaned_data["useful"] == "yes"
        kept = feedback.give(page=page, useful=useful_to_them, by=None, at=timezone.now())
        if useful_to_them or kept is None:
            return redirect(THANKS)
        form = WhyForm(initial={"ref": kept.ref})
        return render(request, "pages/feedback/say_why.html", {"form": form, "page": page, "number": number})
    return answers.page(request, "pages/feedback/give.html", {"form": form, "page": page, "number": number})


@csrf_exempt  # as above
@require_POST
@allow(anyone)
def say_why(request: HttpRequest, number: str) -> HttpResponse:
    page = _page(number)
    form = WhyForm(request.POST)
    if form.is_valid():
        feedback.say_why(page=page, by=None, at=timezone.now(), **form.cleaned_data)
        return redirect(THANKS)
    return answers.page(request, "pages/feedback/say_why.html", {"form": form, "page": page, "number": number})


@allow(anyone)
def find(request: HttpRequest) -> HttpResponse:
    """For whoever has a page on paper."""
    form = NumberForm(request.GET if "number" in request.GET else None)
    if form.is_bound and form.is_valid():
        if _readable().filter(pk=form.cleaned_data["number"]).exists():
            return redirect("pages:feedback-give", number_of(form.cleaned_data["number"]))
        form.add_error("number", "No page has this number. Check it against the paper.")
    return answers.page(request, "pages/feedback/find.html", {"form": form})


@allow(anyone)
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/feedback/thanks.html")


@allow(can_open_editor)
def index(request: HttpRequest) -> HttpResponse:
    """For editors: which pages were of use, as far as it can be said without saying anything of one reader."""
    return render(request, "pages/feedback/index.html", {"rows": useful.rows()})


def _readable() -> PageQuerySet:
    return Page.objects.live().public().filter(depth__gt=1)


def _page(number: str) -> Page:
    return get_object_or_404(_readable(), pk=key_of(number) or 0)
