from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from common.access import allow, anyone
from pages.files import send
from pages.models import Picture, PictureSize

TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
A_YEAR = 31_536_000


@allow(anyone)
def show(request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture by the name of its file, which cannot be guessed and never changes what it holds."""
    kept = (
        PictureSize.objects.filter(file=f"images/{name}", image__is_closed=False).first()
        or Picture.objects.filter(file=f"original_images/{name}", is_closed=False).first()
    )
    content_type = TYPES.get(name.rpartition(".")[2])
    if kept is None or content_type is None:
        raise Http404
    return send(request, kept.file.name, content_type=content_type, cache=f"public, max-age={A_YEAR}, immutable")
