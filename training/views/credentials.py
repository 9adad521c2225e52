"""What other systems need to verify a credential: who signed it, with which keys, and whether it was withdrawn."""

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

from accounts.limits import may_verify
from common.access import allow, anyone
from training import proving
from training.models import Certificate

LD = "application/ld+json"


@allow(anyone)
def issuer(request: HttpRequest) -> JsonResponse:
    """Kept as a file, it is all that `manage.py verify_credential` needs."""
    return JsonResponse(proving.profile(), content_type=LD, json_dumps_params={"ensure_ascii": False})


@never_cache
@allow(anyone)
def status(request: HttpRequest, code: str) -> JsonResponse:
    """Whether this one was withdrawn: a list that names no other."""
    certificate = Certificate.objects.coded(code).first() if may_verify(request) else None
    if certificate is None:
        raise Http404
    answer = JsonResponse(proving.revocations(certificate), content_type=LD)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer
