"""Sending files: every one leaves through here, so that none has an address that nobody guards."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404

# Opened on its own, a file may run nothing, load nothing and frame nothing.
ALONE = "default-src 'none'; sandbox"


def send(stored: str, *, content_type: str, cache: str, save_as: str = "") -> FileResponse:
    """The file kept under the name `stored`; with `save_as` it is saved and never shown. Http404 when it is gone."""
    try:
        opened = default_storage.open(stored)
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(opened, content_type=content_type, as_attachment=bool(save_as), filename=save_as)
    response["Content-Security-Policy"] = ALONE
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = cache
    return response
