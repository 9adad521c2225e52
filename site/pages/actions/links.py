"""Writing down that somebody followed a link out of our site."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from pages.models.links import LinkCheck
from pages.rules.links import key_of


@transaction.atomic
def check(*, address: str, outcome: str, by: Any, at: datetime) -> LinkCheck:
    """Once a day for each person and outcome, however often it is sent."""
    made, is_new = LinkCheck.objects.get_or_create(
        key=key_of(address), on=local_day(at), by=by, outcome=outcome, defaults={"address": address, "at": at}
    )
    if is_new:
        audit.record(verb="pages.link.checked", by=by, at=at, subject=made, outcome=outcome)
    return made
