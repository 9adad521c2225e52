"""The addresses of a list: the same filters, and one thing changed."""

from collections.abc import Mapping

from django.http import HttpRequest, QueryDict
from django.utils.http import escape_leading_slashes

# What belongs to one page or one answer, and must not follow a person to the next.
PASSING = frozenset({"after", "before", "format", "page", "per_page"})


def changed(request: HttpRequest, values: Mapping[str, str], *, without: frozenset[str] = frozenset()) -> str:
    """This address from the start of its list, without some parameters and with others."""
    query = request.GET.copy()
    for name in PASSING | without:
        query.pop(name, None)
    for name, value in values.items():
        query[name] = value
    return _address(request, query)


def only(request: HttpRequest, *names: str) -> str:
    """This address with no other parameters than these."""
    query = QueryDict(mutable=True)
    for name in names:
        if name in request.GET:
            query[name] = request.GET[name]
    return _address(request, query)


def _address(request: HttpRequest, query: QueryDict) -> str:
    path = escape_leading_slashes(request.path)  # `//elsewhere` would lead there
    return f"{path}?{query.urlencode()}" if query else path
