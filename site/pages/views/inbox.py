"""What came by the public forms, for those who answer: taken by one, made into a record or answered, and let go."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from audit import actions as audit
from common import answers, documents, listing
from common.access import allow, demand
from common.dates import local_day
from common.forms import HouseForm
from pages import opening, taking
from pages.actions import hand_overs
from pages.doors import rows
from pages.filters.inbox import InboxFilter
from pages.forms.hand_overs import FORMS
from pages.forms.inbox import AnswerForm, KindForm, TurnAwayForm, paper_form
from pages.models import HandOver
from pages.permissions import can_close, can_open_inbox, can_take_from_inbox
from pages.printing_forms import letter_pdf
from pages.tables.inbox import InboxTable

PAGE = "pages:inbox-detail"


@allow(can_open_inbox)
def index(request: HttpRequest) -> HttpResponseBase:
    now = timezone.now()
    visible = HandOver.objects.visible_to(request.user).with_pressing(local_day(now))
    found = listing.build(request, table=InboxTable, queryset=visible, filterset=InboxFilter, name="inbox")
    audit.looked(verb="pages.hand_over.listed", by=request.user, at=now, shown=found.refs)
    return listing.respond(request, "pages/inbox/index.html", {"listing": found})


@require_safe
@allow(can_open_inbox)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    return _page(request, opening.hand_over(ref=ref, by=request.user, at=timezone.now()))


def _page(request: HttpRequest, found: HandOver, form: Any = None) -> HttpResponse:
    now = timezone.now()
    may_take = found.kind in taking.kinds_of(request.user)
    context = {
        "record": found,
        "rows": rows(found.said, FORMS[found.kind](now=now)),
        "taker": taking.taker_of(found.kind),
        "may_take": may_take,
        "may_close": may_take and can_close(request.user, found),
        "is_mine": found.taken_by_id == request.user.pk,
        "late": found.is_late(local_day(now)),
        "form": form,
    }
    return answers.page(request, "pages/inbox/detail.html", context)


@require_POST
@allow(can_take_from_inbox)
def take(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, hand_overs.take, "It is yours now. Nobody else answers it.")


@require_POST
@allow(can_take_from_inbox)
def put_back(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, hand_overs.put_back, "It waits for somebody else now.", own=True)


@require_POST
@allow(can_take_from_inbox)
def set_aside(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, hand_overs.set_aside, "It is with the spam, and goes after thirty days.")


@require_POST
@allow(can_take_from_inbox)
def bring_back(request: HttpRequest, ref: str) -> HttpResponse:
    return _step(request, ref, hand_overs.bring_back, "It waits for an answer again.")


@allow(can_take_from_inbox)
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    return _close(request, ref, AnswerForm, hand_overs.answer, "It was answered in another way")


@allow(can_take_from_inbox)
def turn_away(request: HttpRequest, ref: str) -> HttpResponse:
    return _close(request, ref, TurnAwayForm, hand_overs.turn_away, "It is not for us")


@require_safe
@allow(can_take_from_inbox)
def letter(request: HttpRequest, ref: str) -> FileResponse:
    """To somebody whom we cannot help: that we read it, and who else may."""
    now = timezone.now()
    found = _theirs(request, ref, now)
    if found.status != HandOver.Status.NOT_OURS or found.emptied_at:
        raise Http404
    return documents.respond(letter_pdf(found, at=now), name="letter", at=now)


@allow(can_take_from_inbox)
def find(request: HttpRequest) -> HttpResponse:
    """Which paper form it is."""
    form = KindForm(request.POST if request.method == "POST" else None)
    form.fields["kind"].choices = _typed_in_here(request.user)  # type: ignore[attr-defined]
    if form.is_bound and form.is_valid():
        return redirect("pages:inbox-key_in", form.cleaned_data["kind"])
    return answers.page(request, "pages/inbox/find.html", {"form": form})


@allow(can_take_from_inbox)
def key_in(request: HttpRequest, kind: str) -> HttpResponse:
    """Type in what came on paper: the same questions as on the screen, and who, when and from which sheet."""
    if kind not in dict(_typed_in_here(request.user)):
        raise Http404
    now = timezone.now()
    form = paper_form(kind)(request.POST if request.method == "POST" else None, now=now)
    if form.is_bound and form.is_valid():
        told = {"kind": kind, "said": form.said(), **{n: form.cleaned_data[n] for n in ("key", "code", "written_on")}}
        if kept := answers.attempt(form, hand_overs.key_in, **told, by=request.user, at=now):
            messages.success(request, "Typed in. It waits for an answer like any other.")
            return redirect(PAGE, kept.ref)
    return answers.page(request, "pages/inbox/key_in.html", {"form": form, "title": FORMS[kind].kind.label})


def _typed_in_here(user: Any) -> list[tuple[str, str]]:
    """The kinds whose paper has no sheet in the app that takes them, and which somebody may take."""
    mine = set(taking.kinds_of(user))
    with_sheets = {kind for kind in mine if (taker := taking.taker_of(kind)) and taker.paper}
    return [(value, str(label)) for value, label in HandOver.Kind.choices if value in mine - with_sheets]


def _theirs(request: HttpRequest, ref: str, now: Any, *, own: bool = False) -> HandOver:
    """One that they may take; with `own`, that they have taken."""
    found = opening.hand_over(ref=ref, by=request.user, at=now)
    demand(found.kind in taking.kinds_of(request.user) and (not own or can_close(request.user, found)))
    return found


def _step(request: HttpRequest, ref: str, action: Callable[..., Any], done: str, *, own: bool = False) -> HttpResponse:
    now = timezone.now()
    found, form = _theirs(request, ref, now, own=own), HouseForm(request.POST)
    if form.is_valid() and answers.attempt(form, action, hand_over=found, by=request.user, at=now):
        messages.success(request, done)
        return redirect(PAGE, ref)
    return _page(request, found, form)


def _close(request: HttpRequest, ref: str, form_class: Any, action: Callable[..., Any], title: str) -> HttpResponse:
    now = timezone.now()
    found = _theirs(request, ref, now, own=True)
    form = form_class(request.POST if request.method == "POST" else None)
    told = form.cleaned_data if form.is_bound and form.is_valid() else None
    if told and answers.attempt(form, action, hand_over=found, **told, by=request.user, at=now):
        messages.success(request, "Written down.")
        return redirect(PAGE, ref)
    return answers.page(request, "pages/inbox/close.html", {"form": form, "record": found, "title": title})
