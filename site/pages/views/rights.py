"""What somebody may be owed by a council. Asked by POST, so that no address tells; kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from common import answers
from common.access import allow, anyone
from common.dates import local_day
from pages.forms.rights import RightsForm
from pages.rules.childhood import answer


@csrf_exempt  # it changes nothing, and its cookie would be the only one that a reader gets
@allow(anyone)
@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    today = local_day(timezone.now())
    form = RightsForm(request.POST if request.method == "POST" else None, today=today)
    found = answer(form.childhood(), on=today) if form.is_bound and form.is_valid() else None
    return answers.page(request, "pages/rights/ask.html", {"form": form, "found": found, "today": today})
