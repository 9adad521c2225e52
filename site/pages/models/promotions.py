"""Pages that a search suggests first: chosen by editors for words that people type."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from common.refs import new_ref
from pages.models.home import HomePage


def readable() -> PageQuerySet:
    """Pages of the public site, in every language, that anybody may read. Courses stand beside it."""
    within = Q(pk__in=[])
    for path in HomePage.objects.live().values_list("path", flat=True):
        within |= Q(path__startswith=path)
    return Page.objects.live().public().filter(within)


class PromotionQuerySet(models.QuerySet["Promotion"]):
    def for_readers(self, locale: Locale) -> "PromotionQuerySet":
        """Of pages that anybody may read, in this language."""
        return self.filter(page__in=readable().filter(locale=locale)).order_by("order", "pk")


class Promotion(models.Model):
    """`words` as a search has them (rules/search.py). The page shows its own summary, to which two have agreed."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    words = models.CharField(max_length=200)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    objects = PromotionQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["words", "page"], name="a_page_is_suggested_once_for_words")]

    def __str__(self) -> str:
        return f"{self.words}: {self.page}"
