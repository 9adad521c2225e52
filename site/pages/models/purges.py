"""From when on the pages that are kept for visitors may be given again."""

from django.db import models

from common.refs import new_ref


class PurgeMarkQuerySet(models.QuerySet["PurgeMark"]):
    def current(self) -> str:
        """The mark that a kept page must carry; "" where nothing was ever purged. One query by primary key."""
        found: str | None = self.filter(pk=PurgeMark.ONLY).values_list("mark", flat=True).first()
        return found or ""

    def renew(self) -> None:
        """In the transaction of the change: whoever sees the change sees the new mark, and nobody sees one alone."""
        self.update_or_create(pk=PurgeMark.ONLY, defaults={"mark": new_ref()})


class PurgeMark(models.Model):
    """One row, in the database: a cache forgets its marks, and then what was taken back would be given again."""

    ONLY = 1

    mark = models.CharField(max_length=12)

    objects = PurgeMarkQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.mark
