"""The contact points that come with Alongside."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from pages.models.contacts import ContactPoint
from pages.models.shipped import ShippedPage


@transaction.atomic
def place(*, contacts: Mapping[str, Mapping[str, Any]], by: Any, at: datetime) -> list[str]:
    """Put in place those that never were, by key; returns their keys. What editors did with others stays."""
    names = {f"contact-{key}": key for key in contacts}
    done = set(ShippedPage.objects.filter(key__in=names).values_list("key", flat=True))
    new = [key for name, key in names.items() if name not in done]
    for key in new:
        made = ContactPoint(key=key, live=False, **contacts[key])
        made.full_clean()
        made.save()
        made.save_revision().publish()
        ShippedPage.objects.create(key=f"contact-{key}", loaded_at=at)
    if new:
        audit.record(verb="pages.contact.loaded", by=by, at=at, contacts=sorted(new))
    return sorted(new)
