"""Which alerts stand, come or have ended, and who answers for each: for editors."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from common.access import allow
from pages.models import Alert
from pages.permissions import can_open_editor, can_write_alerts


@require_safe
@allow(can_open_editor)
def index(request: HttpRequest) -> HttpResponse:
    context = {"alerts": Alert.objects.told(timezone.now()), "may_write": can_write_alerts(request.user)}
    return render(request, "pages/alerts/index.html", context)
