"""Reading again what one wrote."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.access import allow
from training.permissions.learning import can_learn
from training.reports.progress import MOST_REFLECTIONS, written_by


@allow(can_learn)
def mine(request: HttpRequest) -> HttpResponse:
    """The newest first: theirs to read, copy and print."""
    context = {"written": written_by(request.user), "most": MOST_REFLECTIONS}
    return render(request, "training/reflections/mine.html", context)
