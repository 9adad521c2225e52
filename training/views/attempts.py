"""The test of a module: question by question or all on one page, looked over, handed in, and what came of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from common import answers
from common.access import allow
from training import loading, testing
from training.actions import attempts
from training.forms.learning import HelpForm
from training.models import Attempt
from training.permissions.learning import can_learn


@allow(can_learn)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    """What the test asks, how often it may be taken, and the help that somebody has in it."""
    now = timezone.now()
    held = loading.progress(ref=ref, by=request.user)
    if open_one := held.attempts.open().filter(mode=Attempt.Mode.ONLINE).first():
        return redirect("training:attempts-check", ref=open_one.ref)
    form = HelpForm(request.POST or None, initial={"adjustments": testing.help_of(held)})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["adjustments"]
        begun = answers.attempt(form, attempts.begin, progress=held, adjustments=given, by=request.user, at=now)
        if begun is not None and begun.mode == Attempt.Mode.ONLINE:
            return redirect(testing.way_in(begun, whole="whole" in request.POST))
    context = {"form": form, "progress": held, "test": testing.before(held, at=now)}
    return answers.page(request, "training/attempts/begin.html", context)


@never_cache
@allow(can_learn)
def question(request: HttpRequest, ref: str, block: str) -> HttpResponse:
    """One question on a page. What was answered is kept before the next one comes."""
    attempt = loading.attempt(ref=ref, by=request.user)
    if attempt.handed_in_at is not None:
        return redirect("training:attempts-result", ref=ref)
    if block not in attempt.test:
        raise Http404
    form = testing.form_of(attempt, block, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        attempts.keep(attempt=attempt, given={block: form.given}, by=request.user, at=timezone.now())
        return redirect(testing.after(attempt, block))
    context = {"form": form, **testing.place(attempt, block)}
    return answers.page(request, "training/attempts/question.html", context)


@never_cache
@allow(can_learn)
def whole(request: HttpRequest, ref: str) -> HttpResponse:
    """All questions on one page."""
    attempt = loading.attempt(ref=ref, by=request.user)
    if attempt.handed_in_at is not None:
        return redirect("training:attempts-result", ref=ref)
    sheet = testing.Sheet(attempt, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        attempts.keep(attempt=attempt, given=sheet.given, by=request.user, at=timezone.now())
        if not sheet.wrong:
            return redirect("training:attempts-check", ref=ref)
    context = {"attempt": attempt, "sheet": sheet}
    return render(request, "training/attempts/whole.html", context, status=422 if sheet.wrong else 200)


@never_cache
@allow(can_learn)
def check(request: HttpRequest, ref: str) -> HttpResponse:
    """What is answered and what is not, before it is handed in. Handing in twice is handing in once."""
    attempt = loading.attempt(ref=ref, by=request.user)
    if request.method == "POST":
        attempts.hand_in(attempt=attempt, given=attempt.kept, by=request.user, at=timezone.now())
    if request.method == "POST" or attempt.handed_in_at is not None:
        return redirect("training:attempts-result", ref=ref)
    return render(request, "training/attempts/check.html", {"attempt": attempt, **testing.look_over(attempt)})


@never_cache
@allow(can_learn)
def result(request: HttpRequest, ref: str) -> HttpResponse:
    """The mark, and what is said to each answer."""
    attempt = loading.attempt(ref=ref, by=request.user)
    if attempt.handed_in_at is None:
        return redirect("training:attempts-check", ref=ref)
    return render(request, "training/attempts/result.html", testing.outcome(attempt, at=timezone.now()))
