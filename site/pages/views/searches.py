"""For editors: what people look for, as numbers of words that are ours; and which pages are suggested first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common.access import allow
from common.dates import local_day
from pages import searched
from pages.models import Promotion
from pages.permissions import can_open_editor, can_suggest_pages


@require_safe
@allow(can_open_editor)
def index(request: HttpRequest) -> HttpResponse:
    promotions = Promotion.objects.select_related("page__locale").order_by("words", "order", "pk")
    context = {
        "months": searched.months(local_day(timezone.now())),
        "promotions": promotions,
        "may_suggest": can_suggest_pages(request.user),
    }
    return render(request, "pages/searches/index.html", context)
