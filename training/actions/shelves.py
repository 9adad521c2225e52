"""Putting up the shelf on which the courses stand, once."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import GroupPagePermission, Locale, Page

from audit import actions as audit
from training.models import ShelfPage

# As on the public site: editors write, managers publish (pages/permissions.py).
MAY = {"Editors": ("add_page", "change_page"), "Moderators": ("add_page", "change_page", "publish_page")}


@transaction.atomic
def put_up(*, by: Any, at: datetime) -> ShelfPage:
    """The shelf, made where there is none yet. It stands beside the public site, so no address leads to it."""
    root = Page.objects.select_for_update().get(depth=1)
    if standing := ShelfPage.objects.first():
        return standing
    locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
    shelf: ShelfPage = root.add_child(instance=ShelfPage(title="Courses", slug="courses-shelf", locale=locale))
    for name, permissions in MAY.items():
        group, _ = Group.objects.get_or_create(name=name)
        for permission in Permission.objects.filter(codename__in=permissions, content_type__app_label="wagtailcore"):
            GroupPagePermission.objects.get_or_create(group=group, page=shelf, permission=permission)
    audit.record(verb="training.shelf.put_up", by=by, at=at)
    return shelf
