"""Helps for tests of drafts on their way to readers, through the editor's own pages."""

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from pages.actions import editors
from pages.models import GuidePage, Review
from tests.conftest import NOW

SAID = {"to": "Your council", "say": "May I see what was written about me?"}
LAW = {"statute": "Children Act 1989", "section": "", "nation": "england", "says": "", "address": ""}


def signed_in(user: Any) -> Client:
    editors.regroup(user=user, by=None, at=NOW)
    client = Client()
    client.force_login(user)
    return client


def edit(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_of(guide: GuidePage, **changes: Any) -> dict[str, Any]:
    """What the editor's form sends for a guide that may be published, but for `changes`."""
    body = changes.pop("body", [("what_to_say", SAID)])
    whole = {
        "title": guide.title, "slug": guide.slug, "seo_title": "", "summary": "How to write to us.",
        "nation": "england", "in_short": "", "checked_on": "2026-11-01", "review_by": "2027-05-01",
        "go_live_at": "", "expire_at": "", "body": streamfield(body), "sources": streamfield([("law", LAW)]),
        "comments": {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""},
    }  # fmt: skip
    found: dict[str, Any] = nested_form_data(whole | changes)
    return found


def submit(client: Client, guide: GuidePage, **changes: Any) -> Any:
    return client.post(edit(guide), form_of(guide, **changes) | {"action-submit": "yes"})


def answer(client: Client, page: Any, action: str, comment: str = "") -> Any:
    """Say yes ("approve") to a draft at the step where it waits, or send it back ("reject")."""
    state = type(page).objects.get(pk=page.pk).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    return client.post(address, {"comment": comment})


def agreed(page: Any) -> list[tuple[str, str]]:
    return list(Review.objects.filter(page=page.pk).order_by("pk").values_list("step", "outcome"))
