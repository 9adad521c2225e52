"""A photograph of a receipt, for those who may see the claim."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from common.access import allow
from common.locked_files import Gone, Locked, open_again
from mentoring import loading_care as loading
from mentoring.permissions.claims import can_see_claims

# Opened on its own, the picture may run nothing, load nothing and frame nothing.
ALONE = "default-src 'none'; sandbox"


@allow(can_see_claims)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    receipt = loading.receipt(ref=ref, by=request.user, at=timezone.now())
    try:
        content = open_again(Locked(receipt.stored, receipt.key))
    except Gone:
        raise Http404 from None
    return HttpResponse(
        content,
        content_type=receipt.get_kind_display(),
        headers={
            "Content-Disposition": f'attachment; filename="receipt-{receipt.ref}.{receipt.kind}"',
            "Content-Security-Policy": ALONE,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )
