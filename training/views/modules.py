"""A module before it is begun: what it covers, how long it takes, what may be hard, and who reads what is written."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import user_of
from common.access import allow
from common.transitions import NotAllowed
from training import loading
from training.actions import progress
from training.models import Progress
from training.permissions.learning import can_learn
from training.reports.learning import works_at
from training.reports.progress import in_other_languages, in_words


@allow(can_learn)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    version = loading.version(ref=ref)
    begun = Progress.objects.visible_to(request.user).first_time().filter(module_key=version.module_key)
    if own := begun.filter(enrolment__withdrawn_at=None).first():
        return redirect("training:progress-detail", ref=own.ref)
    context = {"version": version, "said": in_words(version), "others": in_other_languages(version)}
    return render(request, "training/modules/detail.html", context)


@require_POST
@allow(can_learn)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    """One press: they learn here, on its course, and have begun it."""
    version, user = loading.version(ref=ref), user_of(request)
    try:
        begun = progress.take_up(
            version=version, name=user.display_name, establishment=works_at(user), roles=user.roles, by=user,
            at=timezone.now(),
        )  # fmt: skip
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
        return redirect("training:modules-detail", ref=ref)
    return redirect("training:progress-page", ref=begun.ref, page="1")
