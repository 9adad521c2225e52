"""Which version of its words a guide is at: what its easy read and its Welsh are measured by."""

from typing import Any

from django.db import models

from pages.rules import editions as rules


class EditionQuerySet(models.QuerySet["Edition"]):
    def current(self, guide: int) -> int | None:
        """The number of the version that readers of this guide have; None before it was ever published."""
        number: int | None = self.filter(guide=guide).aggregate(latest=models.Max("number"))["latest"]
        return number

    def add_if_new(self, guide: Any) -> None:
        """Note the words of this guide, as it stands published, unless they are those of its last version."""
        words = rules.fingerprint(
            words=[guide.title, guide.summary, guide.in_short], blocks=guide.body.get_prep_value()
        )
        last = self.filter(guide=guide).order_by("-number").first()
        if last is None or last.words != words:
            number = last.number + 1 if last else 1
            self.create(guide=guide, number=number, words=words, published_at=guide.last_published_at)


class Edition(models.Model):
    """`words` is a fingerprint. Nobody reads an old version here: Wagtail's history of the page has it."""

    guide = models.ForeignKey("pages.GuidePage", on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    words = models.CharField(max_length=64)
    published_at = models.DateTimeField()

    objects = EditionQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["guide", "number"], name="edition_once_for_each_number")]

    def __str__(self) -> str:
        return f"version {self.number}"
