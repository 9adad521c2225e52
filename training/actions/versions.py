"""Cutting a version of a module when it is published."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from training.models import ModulePage, ModuleVersion
from training.rules.versions import canonical, sha256


@transaction.atomic
def cut(*, page: ModulePage, by: Any, at: datetime) -> ModuleVersion:
    """The version that learners begin from now on. Published again without a change, the last one stays."""
    content = page.content()
    # Whoever publishes at the same moment waits here, and then finds this version.
    ModulePage.objects.select_for_update().get(pk=page.pk)
    last = ModuleVersion.objects.of(page).last()
    course = page.get_parent().translation_key
    if last is not None and (last.sha256, last.opens, last.course_key) == (sha256(content), page.opens, course):
        return last
    version = ModuleVersion.objects.create(
        page=page, module_key=page.translation_key, course_key=course,
        language=page.locale.language_code, number=last.number + 1 if last else 1, title=page.title,
        content=canonical(content), sha256=sha256(content), change_note=page.change_note,
        is_material=page.is_material and last is not None, opens=page.opens, published_at=at, published_by=by,
    )  # fmt: skip
    audit.record(verb="training.version.cut", by=by, at=at, subject=version, number=version.number)
    return version
