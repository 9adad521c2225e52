"""What somebody learns: all of it on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.access import user_of
from common.access import allow
from training.permissions.learning import can_learn
from training.reports.learning import of_user


@allow(can_learn)
def mine(request: HttpRequest) -> HttpResponse:
    """What they may begin, go on with and have finished, and what is due again."""
    return render(request, "training/learning/mine.html", of_user(user_of(request), at=timezone.now()))
