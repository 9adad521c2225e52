"""A module as it was when it was published: never changed. Progress, answers and certificates are pinned to it."""

import json
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from training.models.modules import ModulePage


class VersionQuerySet(models.QuerySet["ModuleVersion"]):
    def newest(self) -> "VersionQuerySet":
        """The newest of each module and language."""
        later = self.model.objects.filter(
            module_key=models.OuterRef("module_key"),
            language=models.OuterRef("language"),
            number__gt=models.OuterRef("number"),
        )
        return self.filter(~models.Exists(later))

    def of(self, page: ModulePage) -> "VersionQuerySet":
        code = str(page.locale.language_code)
        return self.filter(module_key=page.translation_key, language=code).order_by("number")


class ModuleVersion(models.Model):
    """`content` is canonical JSON (rules/versions.py) and `sha256` its fingerprint. The page may be edited or deleted;
    this stays. Not a Wagtail revision: those can be written over.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    page = models.ForeignKey(ModulePage, null=True, blank=True, on_delete=models.SET_NULL, related_name="versions")
    module_key = models.UUIDField("the module, in every language", editable=False)
    course_key = models.UUIDField("its course", editable=False)
    language = models.CharField(max_length=10)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=255)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    change_note = models.CharField(max_length=300, blank=True)
    is_material = models.BooleanField(default=False)
    opens = models.CharField("the gate that it opens", max_length=40, blank=True)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["module_key", "language", "number"], name="one_version_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_count_from_one"),
            models.CheckConstraint(condition=~Q(content=""), name="version_holds_something"),
        ]
        indexes = [models.Index(fields=["course_key", "language"], name="version_by_course")]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    @cached_property
    def plain(self) -> dict[str, Any]:
        """The content as data."""
        found: dict[str, Any] = json.loads(self.content)
        return found
