"""When an answer must come, with the working. Asked by POST, so that no address tells; kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from common import answers
from common.access import allow, anyone
from common.dates import local_day
from law.access_clock import work_out
from pages.forms.dates import DatesForm


@csrf_exempt  # it changes nothing, and its cookie would be the only one that a reader gets
@allow(anyone)
@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    today = local_day(timezone.now())
    form = DatesForm(request.POST if request.method == "POST" else None, today=today)
    clock = None
    if form.is_bound and form.is_valid():
        clock = work_out(facts=form.facts(), on=today, regime=form.cleaned_data["holder"])
    return answers.page(request, "pages/dates/ask.html", {"form": form, "clock": clock, "today": today})
