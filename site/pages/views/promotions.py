"""For editors: suggesting a page first for words that people type."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import user_of
from common import answers
from common.access import allow
from pages.actions import promotions
from pages.forms.promotions import PromotionForm
from pages.models import Promotion
from pages.permissions import can_suggest_pages

LIST = "pages:searches-index"


@allow(can_suggest_pages)
def suggest(request: HttpRequest) -> HttpResponse:
    form = PromotionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        told = {**form.cleaned_data, "by": user_of(request), "at": timezone.now()}
        if answers.attempt(form, promotions.suggest, **told):
            messages.success(request, "A search for these words suggests it from now on.")
            return redirect(LIST)
    return answers.page(request, "pages/promotions/suggest.html", {"form": form})


@require_POST
@allow(can_suggest_pages)
def drop(request: HttpRequest, ref: str) -> HttpResponse:
    promotion = get_object_or_404(Promotion, ref=ref)
    promotions.drop(promotion=promotion, by=user_of(request), at=timezone.now())
    messages.success(request, "It is suggested no longer.")
    return redirect(LIST)
