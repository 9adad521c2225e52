"""All that there is to know of a draft before it goes to readers, and the place to say yes or to send it back."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from wagtail.models import Page, Revision

from accounts.models import User
from common.access import allow
from pages import before
from pages.models import Review
from pages.models.base import BasePage
from pages.models.reviews import authors_of
from pages.permissions import can_open_editor
from pages.rules.contents import Finding


@allow(can_open_editor)
@never_cache
def show(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    page, draft = _draft(request.user, key, language)
    names = dict(User.objects.filter(pk__in=authors_of(page, draft)).values_list("pk", "display_name"))
    return render(
        request,
        "pages/reviews/show.html",
        {
            "page": page,
            "draft": draft,
            "authors": sorted(names.values()),
            "findings": [(one.sentence, _place(page, one)) for one in page.findings_in(draft)],
            "sections": list(before.sections(page, draft)),
            "reviews": Review.objects.filter(page=page.pk).select_related("by").order_by("-at", "-pk")[:50],
            **_step(page, request.user),
        },
    )


def _draft(user: Any, key: UUID, language: str) -> tuple[Any, Revision]:
    """The page and its newest draft, for those who may open it in the editor."""
    found = Page.objects.filter(translation_key=key, locale__language_code=language).first()
    page = found.specific if found else None
    if not isinstance(page, BasePage) or not page.permissions_for_user(user).can_edit():
        raise Http404
    draft = page.get_latest_revision()
    if draft is None:
        raise Http404
    return page, draft


def _place(page: Any, finding: Finding) -> str:
    edit = reverse("wagtailadmin_pages:edit", args=[finding.page or page.pk])
    return f"{edit}#block-{finding.block}-section" if finding.block else edit


def _step(page: Any, user: Any) -> dict[str, Any]:
    """Where the draft is in its review, and what this user may do there."""
    task, state = page.current_workflow_task, page.current_workflow_task_state
    if task is None:
        return {"task": None}
    may = {name for name, _, _ in task.get_actions(page, user)}
    doors = {
        name: reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])
        for name in ("approve", "reject") if name in may
    }  # fmt: skip
    return {"task": task, "doors": doors, "reasons": task.why_not(page, user) if may else []}
