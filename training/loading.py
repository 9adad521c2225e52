"""Loads what a learner opens: their own, or it does not exist."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from training.models import Attempt, ModuleVersion, Progress
from training.rules import lessons
from training.rules.lessons import Part
from training.rules.versions import difference


def progress(*, ref: str, by: Any) -> Progress:
    own = Progress.objects.visible_to(by).select_related("version", "enrolment__learner", "refreshes__version")
    return get_object_or_404(own, ref=ref)


def attempt(*, ref: str, by: Any) -> Attempt:
    own = Attempt.objects.filter(progress__in=Progress.objects.visible_to(by), mode=Attempt.Mode.ONLINE)
    return get_object_or_404(own.select_related("version", "progress__version"), ref=ref)


def version(*, ref: str) -> ModuleVersion:
    """One that may be begun: of a module that editors show."""
    return get_object_or_404(ModuleVersion.objects.newest().filter(page__live=True).select_related("page"), ref=ref)


def newest_for(held: Progress) -> ModuleVersion | None:
    """A newer version of the module in its language, or None."""
    newer = ModuleVersion.objects.newest().filter(
        module_key=held.module_key, language=held.version.language, number__gt=held.version.number
    )
    return newer.first()


def pages(held: Progress) -> list[Part]:
    """What there is to read: all of it, or, in a refresher, only what is new since it was finished."""
    if held.refreshes is None:
        return lessons.parts(held.version.plain)
    new = difference(held.refreshes.version.plain, held.version.plain).to_read
    return lessons.parts(held.version.plain, set(new))


def page(found: Sequence[Part], number: str) -> Part:
    """The page of this number, as an address has it. Http404 where there is none."""
    if not number.isascii() or not number.isdigit() or len(number) > 3 or not 1 <= int(number) <= len(found):
        raise Http404
    return found[int(number) - 1]


def page_with(found: Sequence[Part], block_id: str) -> Part:
    standing = lessons.page_of(found, block_id)
    if standing is None:
        raise Http404
    return standing
