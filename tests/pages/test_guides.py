import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Locale

from pages.models import GuidePage
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def form_of(guide: GuidePage, **changes) -> dict[str, str]:
    """What the editor's form sends for a guide without blocks."""
    return {
        "title": guide.title,
        "slug": guide.slug or "letters",
        "seo_title": "",
        "summary": "",
        "nation": "",
        "in_short": "",
        "checked_on": "",
        "review_by": "",
        "body-count": "0",
        "sources-count": "0",
        "go_live_at": "",
        "expire_at": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        **changes,
    }


def edit(guide: GuidePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[guide.pk])


def test_a_reader_sees_a_guide_with_its_sources_and_the_day_it_was_checked(client, make_guide):
    make_guide().save_revision().publish()

    page = client.get("/help/letters/").content.decode()

    assert "Ask the council that looked after you." in page
    assert "Children Act 1989, section 23C" in page
    assert "We checked this page on 1 November 2026." in page
    assert '<html lang="en-GB">' in page


def test_an_old_guide_warns_at_its_top(client, make_guide):
    make_guide(checked_on=NOW.date().replace(year=2024), review_by=None, live=False)
    GuidePage.objects.filter(slug="letters").update(live=True)

    page = client.get("/help/letters/").content.decode()

    assert page.index("This page may be out of date") < page.index("Ask the council")


@pytest.mark.parametrize("field", ["nation", "checked_on", "review_by", "body", "sources"])
def test_a_guide_without_its_facts_is_not_published(make_guide, field):
    guide = make_guide(live=False)
    setattr(guide, field, None if field in {"checked_on", "review_by"} else "")

    with pytest.raises(ValidationError) as refusal:
        guide.save_revision().publish()

    assert set(refusal.value.message_dict) == {field}


def test_a_review_comes_after_the_check(make_guide):
    with pytest.raises(ValidationError, match="later day"):
        make_guide(review_by=NOW.date().replace(year=2025))


@pytest.mark.parametrize("changes", [{}, {"title": "Letters home"}])
def test_a_draft_may_be_half_empty(client, evie, make_guide, changes):
    guide = make_guide(live=False)
    client.force_login(evie)

    response = client.post(edit(guide), form_of(guide, **changes))

    assert response.status_code == 302, response.context and response.context["form"].errors
    draft = GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object()
    assert (draft.summary, draft.checked_on, len(draft.sources)) == ("", None, 0)


def test_a_draft_of_a_published_guide_may_be_half_empty_too(client, evie, make_guide):
    guide = make_guide()
    guide.save_revision().publish()
    client.force_login(evie)

    response = client.post(edit(guide), form_of(guide))

    assert response.status_code == 302
    assert GuidePage.objects.get(pk=guide.pk).summary == "How to write to us."


def test_sending_on_a_half_empty_guide_says_what_is_missing_beside_each_field(client, evie, make_guide):
    guide = make_guide(live=False)
    client.force_login(evie)

    response = client.post(edit(guide), form_of(guide, summary="How.", **{"action-submit": "yes"}))

    errors = response.context["form"].errors
    assert set(errors) == {"nation", "checked_on", "review_by", "body", "sources"}
    assert errors["checked_on"] == ["Say on which day somebody checked these facts."]
    assert not GuidePage.objects.get(pk=guide.pk).live


@pytest.mark.parametrize(
    "body",
    [
        [{"type": kind, "value": {}}]
        for kind in ("steps", "do_dont", "care_card", "what_to_say", "quote", "custody_note", "unsure", "contact_point")
    ]
    + [
        [{"type": "heading", "value": ""}],
        [{"type": "paragraph", "value": ""}],
        [{"type": "picture", "value": None}],
        [{"type": "doors", "value": [{"page": None, "says": ""}]}],
        [{"type": "steps", "value": {"title": "", "steps": ["", "Ring."]}}],
        [{"type": "a block that was taken away", "value": "x"}],
    ],
)
def test_every_block_may_be_empty_in_a_preview(rf, make_guide, body):
    guide = make_guide(live=False, body=json.dumps(body), sources=json.dumps([{"type": "law", "value": {}}]))

    response = guide.make_preview_request()

    assert response.status_code == 200


def test_a_guide_not_saved_yet_can_be_previewed(db):
    response = GuidePage(title="", locale=Locale.objects.get(language_code="en-gb")).make_preview_request()

    assert response.status_code == 200
    assert b"No title yet" in response.content


def test_a_draft_is_nobody_elses(client, make_guide):
    make_guide(live=False)

    assert client.get("/help/letters/").status_code == 404


def test_the_tab_says_nothing_that_gives_a_reader_away(client, make_guide):
    make_guide(seo_title="Letters").save_revision().publish()

    assert "<title>Letters – Alongside</title>" in client.get("/help/letters/").content.decode()
