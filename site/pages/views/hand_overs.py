"""Getting in touch: five doors to the programme, open to anybody, without a cookie. They know nobody."""

from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from accounts.limits import may_print
from common import answers, documents
from common.access import allow, anyone
from pages import unwanted
from pages.actions import hand_overs
from pages.answering import honest
from pages.doors import BY_KIND, DOORS
from pages.forms.hand_overs import FORMS, NOT_YET
from pages.models import HandOver
from pages.printing_forms import paper_of
from pages.views.packs import TOO_OFTEN


@require_safe
@allow(anyone)
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/hand_overs/index.html", {"doors": DOORS, **_contact()})


@csrf_exempt  # its cookie would be the only one that a reader gets; the signed time is asked for instead
@never_cache
@allow(anyone)
def send(request: HttpRequest, kind: str) -> HttpResponse:
    """One of the forms. Where nobody has said yes, nothing about them is read, and nothing is kept."""
    now = timezone.now()
    form = _form(kind)(request.POST if request.method == "POST" else None, now=now)
    if request.method == "POST" and request.POST.get("said_yes") == NOT_YET:
        return render(request, "pages/hand_overs/ask_first.html", _contact())
    if request.method == "POST" and form.is_valid():
        told = {"kind": kind, "said": form.said(), "key": form.cleaned_data["key"]}
        if not unwanted.may_send(request, at=now):
            form.add_error(None, unwanted.TOO_MANY)
        elif kept := answers.attempt(form, hand_overs.send, **told, by=None, at=now):
            return redirect("pages:hand_overs-thanks", kept.ref)
    context = {"form": form, "door": BY_KIND[kind], "honest": honest(kind, at=now), **_contact()}
    return answers.page(request, "pages/hand_overs/send.html", context)


@require_safe
@never_cache
@allow(anyone)
def thanks(request: HttpRequest, ref: str) -> HttpResponse:
    """Its code and what happens next. Nothing of what was written, and nothing of whoever wrote it."""
    sent = get_object_or_404(HandOver, ref=ref, way=HandOver.Way.WEB)
    context = {"sent": sent, "door": BY_KIND[sent.kind], "honest": honest(sent.kind, at=timezone.now()), **_contact()}
    return render(request, "pages/hand_overs/thanks.html", context)


@require_safe
@never_cache
@allow(anyone)
def paper(request: HttpRequest, kind: str) -> HttpResponse | FileResponse:
    """The same on paper: blank, to be printed by anybody."""
    now, large = timezone.now(), "large" in request.GET
    _form(kind)
    if not may_print(request):
        return HttpResponse(TOO_OFTEN, status=429, content_type="text/plain")
    return documents.respond(paper_of(kind, large=large, at=now), name=f"getting-in-touch-{kind}", at=now)


def _form(kind: str) -> Any:
    if kind not in FORMS:
        raise Http404
    return FORMS[kind]


def _contact() -> dict[str, Any]:
    """How else we can be reached, as far as the programme has said."""
    return {
        "telephone": settings.PROGRAMME_TELEPHONE,
        "address": settings.PROGRAMME_ADDRESS,
        "email": settings.PROGRAMME_EMAIL,
    }
