"""Where Twilio reports what became of our texts."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from common.access import allow, anyone
from messaging.actions import receipts
from messaging.posted import code_of, ref_of, word
from messaging.signatures import from_twilio


@csrf_exempt
@require_POST
@allow(anyone)
@from_twilio
def report(request: HttpRequest) -> HttpResponse:
    """Written down at once and settled afterwards: Twilio waits for the answer. What names no text is let be."""
    sid, status = word(request, "MessageSid", 34), word(request, "MessageStatus", 20)
    if sid and status:
        receipts.note(sid=sid, status=status, code=code_of(request), text_ref=ref_of(request), at=timezone.now())
    return HttpResponse(status=204)
