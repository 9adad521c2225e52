"""Files to download from the public site."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from wagtail.documents.models import AbstractDocument, Document

from common.refs import new_ref
from pages.rules.downloads import TYPES


class Download(AbstractDocument):
    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "download"
        verbose_name_plural = "downloads"

    @property
    def url(self) -> Any:
        return reverse("pages:downloads-fetch", args=[self.ref, self.file_extension])

    @property
    def content_type(self) -> str:
        return TYPES.get(self.file_extension.lower(), "application/octet-stream")

    def may_be_fetched(self, request: HttpRequest) -> bool:
        """Editors can close a collection to some visitors: its files are then closed to them too."""
        return all(rule.accept_request(request) for rule in self.collection.get_view_restrictions())
