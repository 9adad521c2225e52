"""How often people looked for words that we have ourselves. Nobody's own words, and nothing of when in the month."""

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import F, Q


class SearchTallyQuerySet(models.QuerySet["SearchTally"]):
    def add(self, month: date, counted: Iterable[tuple[str, str]]) -> None:
        """One more of each (kind, word): two queries, and nothing is lost where two people search at once."""
        pairs = sorted(set(counted))
        rows = [self.model(month=month, kind=kind, word=word) for kind, word in pairs]
        self.bulk_create(rows, ignore_conflicts=True)
        same = Q(pk__in=[])
        for kind, word in pairs:
            same |= Q(kind=kind, word=word)
        self.filter(same, month=month).update(count=F("count") + 1)


class SearchTally(models.Model):
    """`month` is its first day. `word` stands in rules/synonyms.py or in the title of a page; "" but for words."""

    class Kind(models.TextChoices):
        ALL = "all", "Searches"
        NOTHING = "nothing", "Searches that found nothing"
        WORD = "word", "Searches with a word"

    month = models.DateField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    word = models.CharField(max_length=60, blank=True)
    count = models.PositiveIntegerField(default=0)

    objects = SearchTallyQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name_plural = "search tallies"
        constraints = [
            models.UniqueConstraint(fields=["month", "kind", "word"], name="one_tally_of_a_word_a_month"),
            models.CheckConstraint(
                condition=(Q(kind="word") & ~Q(word="")) | (Q(kind__in=["all", "nothing"]) & Q(word="")),
                name="only_words_have_a_word",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.kind} {self.word}".rstrip()
