"""Is the house up? For people, for whoever runs it, and for machines that restart it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from common.access import allow, anyone
from common.request_log import back_soon
from worker import health

TONES = {"ok": "go", "look": "wait", "down": "stop", "unknown": "wait"}


@allow(anyone)
@never_cache
def live(request: HttpRequest) -> HttpResponse:
    """This process answers. It asks nothing of the database: a restart of the web would not mend that."""
    return HttpResponse("ok", content_type="text/plain")


@allow(anyone)
@never_cache
def report(request: HttpRequest) -> HttpResponse:
    """Everything, as a page or as JSON; 503 when something is down, with which one."""
    found = health.examine(at=timezone.now())
    well = health.all_well(found)
    if wants_json(request):
        said = {name: {"state": f.state, "seconds": round_age(f.seconds)} for name, f in found.items()}
        return JsonResponse({"state": "ok" if well else "down", "checks": said}, status=200 if well else 503)
    if found["database"].state == health.State.DOWN:
        return back_soon()
    rows = [{"name": name.capitalize(), "tone": TONES[f.state], **vars(f)} for name, f in found.items()]
    return render(request, "worker/health.html", {"well": well, "rows": rows}, status=200 if well else 503)


def wants_json(request: HttpRequest) -> bool:
    return request.GET.get("format") == "json" or request.get_preferred_type(["text/html", "application/json"]) == (
        "application/json"
    )


def round_age(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)
