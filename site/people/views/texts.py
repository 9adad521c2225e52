"""What people texted back: those first that nobody has read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers, listing
from common.access import allow, demand
from common.transitions import NotAllowed
from messaging.actions import numbers, replies
from people import loading, loading_texts, permissions, texted
from people.forms.texts import ResumeForm
from people.showing_texts import MEANINGS, from_stranger, number_in_words, with_person
from people.tables.texts import InboundTable

MOST = 100  # that wait; when there are more, the oldest come first


@allow(permissions.can_see_texts)
def index(request: HttpRequest) -> HttpResponseBase:
    now, found = timezone.now(), texted.named(texted.inbound_of(request.user))
    waiting = list(found.filter(texted.waits()).order_by("received_at", "pk")[:MOST])
    rest = found.exclude(texted.waits())
    rows = listing.build(request, table=InboundTable, queryset=rest, name="texts")
    shown = [*(inbound.ref for inbound in waiting), *rows.refs]
    loading.listed(refs=shown, verb="people.text.listed", by=request.user, at=now)
    table = InboundTable(waiting)
    table.name, table.caption = "waiting", "To read, oldest first"
    return listing.respond(request, "people/texts/index.html", {"listing": rows, "waiting": table})


@allow(permissions.can_see_texts)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    inbound = loading_texts.inbound(ref=ref, by=request.user, at=timezone.now())
    person, number = loading_texts.person_of(inbound), loading_texts.number_of(inbound)
    context = {
        "inbound": inbound,
        "person": person,
        "meaning": MEANINGS[inbound.meaning],
        "said": with_person(person) if person else from_stranger(inbound),
        "number": number,
        "standing": number_in_words(number),
        "may_resume": bool(number and number.paused_at) and permissions.can_decide_for(request.user, person),
    }
    return render(request, "people/texts/detail.html", context)


@allow(permissions.can_see_texts)
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything that was said with somebody, with what became of each text and why."""
    whose = loading_texts.person(ref=ref, by=request.user, at=timezone.now())
    return render(request, "people/texts/person.html", {"person": whose, "said": with_person(whose)})


@require_POST
@allow(permissions.can_see_texts)
def handle(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    inbound = loading_texts.inbound(ref=ref, by=request.user, at=now)
    try:
        replies.handle(inbound=inbound, by=request.user, at=now)
    except NotAllowed as no:
        messages.info(request, str(no))
    else:
        messages.success(request, "Thank you. It is off the list.")
    return redirect("people:texts-index")


@allow(permissions.can_decide_on_texts)
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    """A number that rests may be used again."""
    now = timezone.now()
    inbound = loading_texts.inbound(ref=ref, by=request.user, at=now)
    demand(permissions.can_decide_for(request.user, loading_texts.person_of(inbound)))
    form, number = ResumeForm(request.POST or None), loading_texts.number_of(inbound)
    if request.method == "POST" and number and form.is_valid():
        answers.attempt(form, numbers.resume, number=number, **form.cleaned_data, by=request.user, at=now)
        if not form.errors:
            messages.success(request, "Texts may go to this number again.")
            return redirect("people:texts-detail", ref=ref)
    context = {"form": form, "ref": ref, "number": number, "standing": number_in_words(number)}
    return answers.page(request, "people/texts/resume.html", context)
