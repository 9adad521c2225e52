"""What a person lets a new mentor read of earlier times."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow
from common.forms import HouseForm
from mentoring import loading_plans as loading
from mentoring.actions import note_releases
from mentoring.forms.note_releases import NoteReleaseForm
from mentoring.permissions.note_releases import can_release_notes
from mentoring.sending import send


@allow(can_release_notes)
def give(request: HttpRequest, ref: str) -> HttpResponse:
    """To the mentor of the match of this ref."""
    now = timezone.now()
    match = loading.match(ref=ref, by=request.user, at=now)
    form = NoteReleaseForm(request.POST or None)
    if send(request, form, note_releases.give, match=match, at=now):
        messages.success(request, "Written down. They can take it back on any day.")
        return redirect("mentoring:matches-detail", ref=ref)
    return answers.page(request, "mentoring/note_releases/give.html", {"form": form, "match": match})


@allow(can_release_notes)
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    release = loading.note_release(ref=ref, by=request.user, at=now)
    form = HouseForm(request.POST if request.method == "POST" else None)
    if send(request, form, note_releases.take_back, release=release, at=now):
        messages.success(request, "Taken back. The mentor reads none of it any more.")
        return redirect("mentoring:matches-detail", ref=release.to_match.ref)
    return answers.page(request, "mentoring/note_releases/take_back.html", {"form": form, "release": release})
