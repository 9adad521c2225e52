"""Where Twilio brings texts that people send us."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from common.access import allow, anyone
from messaging.actions import replies
from messaging.posted import word
from messaging.signatures import from_twilio

# An answer written here would go out at once, past the last gate: to a phone in custody, too. Answers are promised.
SAY_NOTHING = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'


@csrf_exempt
@require_POST
@allow(anyone)
@from_twilio
def receive(request: HttpRequest) -> HttpResponse:
    """STOP is obeyed before Twilio has its answer; everything else is passed on afterwards."""
    sid, number = word(request, "MessageSid", 34), word(request, "From", 40)
    if sid and number:
        body, opt_out = request.POST.get("Body", ""), word(request, "OptOutType", 10)
        replies.receive(sid=sid, number=number, body=body, opt_out=opt_out, at=timezone.now())
    return HttpResponse(SAY_NOTHING, content_type="text/xml")
