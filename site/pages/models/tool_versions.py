"""A tool as it was when it was published: never changed. It stays at its address when a newer one has come."""

import json
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from common.refs import new_ref


class ToolVersionQuerySet(models.QuerySet["ToolVersion"]):
    def of(self, page: Any) -> "ToolVersionQuerySet":
        """Of the tool that this page holds."""
        return self.filter(page=page)

    def newest_first(self) -> "ToolVersionQuerySet":
        return self.order_by("-number")

    def for_readers(self) -> "ToolVersionQuerySet":
        """While their page is live: one that was taken down is gone, with all its versions."""
        return self.filter(page__live=True, page__view_restrictions=None).select_related("page")


class ToolVersion(models.Model):
    """`tool` is the first part of its address, fixed with the first version. `content` is canonical JSON
    (tool_sheets.py says what is in it), from which the page, the PDF and the Word file are made; `sha256` its
    fingerprint, `words` that of what is read in it.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    page = models.ForeignKey("pages.ToolPage", null=True, on_delete=models.SET_NULL, related_name="versions_of_it")
    tool = models.SlugField(max_length=255, editable=False)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=255)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    words = models.CharField(max_length=64)
    change_note = models.CharField(max_length=300, blank=True)
    is_material = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ToolVersionQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tool", "number"], name="one_tool_version_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="tool_versions_count_from_one"),
            models.CheckConstraint(condition=~Q(content=""), name="tool_version_holds_something"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("pages:tools-version", args=[self.tool, self.number])

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The content as data."""
        found: dict[str, Any] = json.loads(self.content)
        return found
