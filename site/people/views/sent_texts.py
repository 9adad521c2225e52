"""Every text that was written to people, how far it has come and why; and how many, at a glance."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from common import listing
from common.access import allow
from people import counting_texts, loading, permissions, texted
from people.filters.sent_texts import SentTextFilter
from people.tables.sent_texts import FigureTable, SentTextTable


@allow(permissions.can_see_texts)
def index(request: HttpRequest) -> HttpResponseBase:
    now, visible = timezone.now(), texted.texts_of(request.user)
    rows = listing.build(
        request, table=SentTextTable, queryset=texted.named(visible), filterset=SentTextFilter, name="sent-texts"
    )
    loading.listed(refs=rows.refs, verb="people.text.listed", by=request.user, at=now)
    figures = FigureTable(counting_texts.figures(visible, at=now))
    figures.name, figures.caption = "figures", "How many, by the day they were written"
    return listing.respond(request, "people/sent_texts/index.html", {"listing": rows, "figures": figures})
