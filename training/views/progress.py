"""Going through a module: its own page, its lessons page by page, on with a newer version, and what is new in one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from common.access import allow
from common.answers import UNPROCESSABLE
from common.transitions import NotAllowed
from training import loading
from training.actions import lessons
from training.actions import progress as actions
from training.models import ModuleVersion, Progress
from training.permissions.learning import can_learn
from training.reports.progress import news, standing_in
from training.rules.lessons import Part
from training.rules.reflections import TOLD
from training.showing import LessonSheet, errors_of

PAGE = "training/progress/page.html"
STOPPED = "Kept. You can go on whenever you like, from where you were."


@allow(can_learn)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    """Where they are in a module: what is read, what is left, and what comes next."""
    held = loading.progress(ref=ref, by=request.user)
    return render(request, "training/progress/detail.html", standing_in(held, at=timezone.now()))


@allow(can_learn)
def page(request: HttpRequest, ref: str, page: str) -> HttpResponse:
    """One page of a lesson. Whatever button is pressed, what was written on the page is kept."""
    held = loading.progress(ref=ref, by=request.user)
    pages = loading.pages(held)
    here = loading.page(pages, page)
    sheet = LessonSheet(held, here, request.POST if request.method == "POST" else None)
    if request.method == "POST" and not sheet.checking and not sheet.wrong:
        return _leave(request, sheet, pages)
    wrong = sheet.wrong
    context = {"progress": held, "page": here, "total": len(pages), "pieces": sheet.pieces}
    # base.html says “Error:” in the title for a form that will not do.
    context |= {"form": wrong[0] if wrong else None, "found": errors_of(wrong)}
    return render(request, PAGE, context, status=UNPROCESSABLE if wrong else 200)


def _leave(request: HttpRequest, sheet: LessonSheet, pages: list[Part]) -> HttpResponse:
    """On, on without the next part, stop for now; or only keep what was written."""
    held, here, chosen = sheet.held, sheet.page, request.POST.get("then")
    onward, read = here.number + 1, [] if chosen == "keep" else here.ids
    if chosen == "without" and here.ahead is not None:
        # Leaving something out costs nothing: it counts as read, and what was to be written as written.
        read = [*read, *(block["id"] for block in pages[here.number].blocks)]
        onward += 1
    told = lessons.leave(
        progress=held, read=read, words=sheet.words, sure=sheet.sure, by=request.user, at=timezone.now()
    )
    if told:
        messages.warning(request, TOLD)
    if chosen == "keep":
        messages.success(request, "Kept." if sheet.words else "There was nothing new to keep.")
        return redirect("training:progress-page", ref=held.ref, page=str(here.number))
    if chosen == "stop":
        messages.success(request, STOPPED)
        return redirect("training:learning-mine")
    if onward > len(pages):
        return redirect("training:progress-detail", ref=held.ref)
    return redirect("training:progress-page", ref=held.ref, page=str(onward))


@allow(can_learn)
def carry_over(request: HttpRequest, ref: str) -> HttpResponse:
    """There is a newer version: what is new in it, and the choice to go on with it or to finish what was begun."""
    held = loading.progress(ref=ref, by=request.user)
    version = loading.newest_for(held)
    if version is None or held.finished_at is not None:
        return redirect("training:progress-detail", ref=ref)
    reasons: list[str] = []
    if request.method == "POST":
        reasons = _carry(request, held, version)
        if not reasons:
            messages.success(request, "You go on with the newer version. What still says the same stays read.")
            return redirect("training:progress-detail", ref=ref)
    context = {"progress": held, "version": version, "news": news(held, version), "reasons": reasons}
    return render(request, "training/progress/carry_over.html", context, status=UNPROCESSABLE if reasons else 200)


def _carry(request: HttpRequest, held: Progress, version: ModuleVersion) -> list[str]:
    try:
        actions.carry_over(progress=held, version=version, by=request.user, at=timezone.now())
    except NotAllowed as refusal:
        return list(refusal.reasons)
    return []


@allow(can_learn)
def refresh(request: HttpRequest, ref: str) -> HttpResponse:
    """It was finished: read only what is new since, and take the test again."""
    held = loading.progress(ref=ref, by=request.user)
    if held.finished_at is None:
        return redirect("training:progress-detail", ref=ref)
    version = loading.newest_for(held) or held.version
    if request.method == "POST":
        again = actions.refresh(progress=held, version=version, by=request.user, at=timezone.now())
        return redirect("training:progress-detail", ref=again.ref)
    context = {"progress": held, "version": version, "news": news(held, version)}
    return render(request, "training/progress/refresh.html", context)
