"""Counting searches, and letting go of the numbers."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Locale

from common.dates import local_day
from pages.models.promotions import readable
from pages.models.searches import SearchTally
from pages.rules import searches as rules

Kind = SearchTally.Kind


@transaction.atomic
def count(*, words: str, found: bool, by: None, at: datetime) -> None:
    """One more search of this month, and of each of its words that is ours. What else was typed is kept nowhere.

    Not in the trail: `by` is nobody, always, and a line with a moment would say more than the number does.
    """
    titles = readable().filter(locale=Locale.get_active()).values_list("title", flat=True)
    ours = rules.counted(words, ours=rules.vocabulary(titles))
    counted = [(Kind.ALL.value, ""), *((Kind.WORD.value, word) for word in ours)]
    if not found:
        counted.append((Kind.NOTHING.value, ""))
    SearchTally.objects.add(rules.month_of(local_day(at)), counted)


@transaction.atomic
def forget(*, by: None, at: datetime) -> int:
    """Let go of what is older than twelve months; answers how many numbers."""
    return SearchTally.objects.filter(month__lt=rules.oldest_kept(local_day(at))).delete()[0]
