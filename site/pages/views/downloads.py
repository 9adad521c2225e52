from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.text import slugify

from common.access import allow, anyone
from pages.files import send
from pages.models import Download


@allow(anyone)
def fetch(request: HttpRequest, ref: str, extension: str) -> HttpResponseBase:
    """A file that editors offer. It is saved and never shown: a page inside it must not run as one of ours."""
    offered = get_object_or_404(Download.objects.select_related("collection"), ref=ref)
    if offered.file_extension != extension or not offered.may_be_fetched(request):
        raise Http404
    name = f"{slugify(offered.title) or 'download'}.{extension}"
    return send(request, offered.file.name, content_type=offered.content_type, cache="no-cache", save_as=name)
