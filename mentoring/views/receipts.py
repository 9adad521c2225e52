"""A photograph of a receipt, for those who may see the claim."""

import io

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone

from common.access import allow
from common.locked_files import Gone, Locked, open_again
from mentoring import loading_care as loading
from mentoring.permissions.claims import can_see_claims

# Opened on its own, the picture may run nothing, load nothing and frame nothing.
ALONE = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; sandbox"


@allow(can_see_claims)
def show(request: HttpRequest, ref: str) -> FileResponse:
    receipt = loading.receipt(ref=ref, by=request.user, at=timezone.now())
    try:
        content = open_again(Locked(receipt.stored, receipt.key))
    except Gone:
        raise Http404 from None
    response = FileResponse(
        io.BytesIO(content),
        as_attachment=True,
        filename=f"receipt-{receipt.ref}.{receipt.kind}",
        content_type=receipt.get_kind_display(),
    )
    response["Content-Security-Policy"] = ALONE
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
