"""What the demonstration would have sent to phones. It is not there when DEBUG is off."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.access import allow
from messaging.rules.numbers import masked
from people import loading, texted
from people.permissions import can_see_texts
from people.showing_texts import words_of

MOST = 50


@allow(can_see_texts)
def show(request: HttpRequest) -> HttpResponse:
    """Newest first, of those whose texts the reader may see."""
    if not settings.DEBUG:
        raise Http404
    gone = texted.texts_of(request.user).filter(sending_at__isnull=False)
    found = list(texted.named(gone).order_by("-sending_at", "-pk")[:MOST])
    loading.listed(refs=[text.ref for text in found], verb="people.text.listed", by=request.user, at=timezone.now())
    said = [
        {
            "when": text.sending_at,
            "who": masked(text.number),
            "title": f"To {text.name or 'a number that we do not know'}",
            "text": words_of(text),
        }
        for text in found
    ]
    return render(request, "desk/screen.html", {"said": said})
