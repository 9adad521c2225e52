"""From a draft to readers: through somebody with care experience, then whoever publishes, and no other way."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, TaskState
from wagtail.test.utils.form_data import rich_text

from accounts.roles import Role
from audit.models import Event
from common.dates import in_full, local_day
from pages.models import GuidePage, Review
from pages.models.reviews import authors_of
from tests.pages.reviewing import agreed, answer, edit, form_of, signed_in, submit
from worker.tasks import publish_scheduled

pytestmark = pytest.mark.django_db


def is_live(page):
    return GuidePage.objects.get(pk=page.pk).live


def test_a_draft_goes_out_after_both_have_said_yes(desk, guide):
    assert submit(desk["evie"], guide).status_code == 302

    answer(desk["lee"], guide, "approve", "I wish I had known this.")
    assert not is_live(guide)
    answer(desk["marion"], guide, "approve")

    assert is_live(guide)
    assert "May I see what was written" in Client().get("/help/letters/").content.decode()
    assert agreed(guide) == [("lived", "approved"), ("publish", "approved")]
    assert Event.objects.filter(verb="pages.page.approved").count() == 2


def test_readers_are_told_that_somebody_who_was_in_care_read_these_very_words(desk, guide):
    told = "Somebody who was in care read this page and said yes to it on"
    submit(desk["evie"], guide)
    answer(desk["lee"], guide, "approve")
    answer(desk["marion"], guide, "approve")
    assert f"{told} {in_full(local_day(timezone.now()))}." in Client().get("/help/letters/").content.decode()

    GuidePage.objects.get(pk=guide.pk).save_revision(clean=False)
    Page.objects.filter(pk=guide.pk).update(live_revision=GuidePage.objects.get(pk=guide.pk).latest_revision)
    assert told not in Client().get("/help/letters/?again").content.decode()


def test_it_is_sent_back_with_a_word_and_read_again(desk, guide):
    submit(desk["evie"], guide)
    answer(desk["lee"], guide, "reject", "Say who reads it.")

    submit(desk["evie"], guide, summary="How to write to us, and who reads it.")
    answer(desk["lee"], guide, "approve")
    answer(desk["marion"], guide, "approve")

    assert is_live(guide)
    assert Review.objects.get(outcome="sent_back").comment == "Say who reads it."
    assert TaskState.objects.filter(comment="Say who reads it.").exists()


def test_a_change_after_the_first_yes_is_read_again_by_both(desk, guide):
    submit(desk["evie"], guide)
    answer(desk["lee"], guide, "approve")
    answer(desk["marion"], guide, "reject", "Shorter.")
    submit(desk["evie"], guide, summary="Write to us.")

    answer(desk["marion"], guide, "approve")

    assert not is_live(guide)
    answer(desk["lee"], guide, "approve")
    assert is_live(guide)


def refused(response):
    """Wagtail sends whoever may not to its first page."""
    return response.status_code in (302, 403) and response.get("Location", "/cms/") == "/cms/"


@pytest.mark.parametrize("wrote", ["evie", "marion"])
def test_nobody_takes_a_step_of_their_own_work(desk, guide, wrote):
    desk["evie"].post(edit(guide), form_of(guide))
    submit(desk[wrote], guide)
    answer(desk["lee"], guide, "approve")

    if wrote == "marion":
        assert refused(answer(desk["marion"], guide, "approve"))
        assert not is_live(guide)
    answer(desk["mo"], guide, "approve")

    assert is_live(guide)


def test_who_wrote_an_earlier_draft_of_it_wrote_it_too(desk, guide, marion):
    desk["marion"].post(edit(guide), form_of(guide, summary="A first go."))
    submit(desk["evie"], guide)
    answer(desk["lee"], guide, "approve")

    assert refused(answer(desk["marion"], guide, "approve"))
    guide.refresh_from_db()
    assert marion.pk in authors_of(guide, guide.get_latest_revision())


def test_what_was_published_since_is_nobodys_work_any_more(desk, guide):
    submit(desk["marion"], guide)
    answer(desk["lee"], guide, "approve")
    answer(desk["mo"], guide, "approve")

    submit(desk["evie"], guide, summary="Another summary.")
    answer(desk["lee"], guide, "approve")
    answer(desk["marion"], guide, "approve")

    assert GuidePage.objects.get(pk=guide.pk).summary == "Another summary."


@pytest.mark.parametrize("who", ["evie", "marion", "mo"])
def test_only_somebody_with_care_experience_takes_the_first_step(desk, guide, who):
    submit(desk["evie"], guide)

    assert refused(answer(desk[who], guide, "approve"))
    assert agreed(guide) == []


def test_one_person_in_both_roles_takes_one_step(desk, guide, make_user):
    both = signed_in(make_user("bo", Role.LIVED_EXPERIENCE, Role.PROGRAMME_MANAGER))
    submit(desk["evie"], guide)
    answer(both, guide, "approve")

    assert refused(answer(both, guide, "approve"))
    assert not is_live(guide)


def test_while_a_draft_waits_nobody_changes_it(desk, guide):
    submit(desk["evie"], guide)
    before = GuidePage.objects.get(pk=guide.pk).latest_revision_id

    for client in desk.values():
        client.post(edit(guide), form_of(guide, title="Another title"))

    assert GuidePage.objects.get(pk=guide.pk).latest_revision_id == before


# ---------------------------------------------------------------- No way round


@pytest.fixture
def powers(marion, make_user):
    """A programme manager, and one who is a superuser besides."""
    boss = make_user("boss", Role.PROGRAMME_MANAGER, is_superuser=True)
    return [(marion, signed_in(marion)), (boss, signed_in(boss))]


def test_there_is_no_publishing_from_the_editor(powers, guide):
    for user, client in powers:
        client.post(edit(guide), form_of(guide) | {"action-publish": "yes"})

        assert not is_live(guide)
        assert not guide.permissions_for_user(user).can_publish()
        with pytest.raises(ValidationError):
            GuidePage.objects.get(pk=guide.pk).get_latest_revision().publish(user=user)


def test_there_is_no_publishing_in_bulk(powers, desk, guide):
    desk["evie"].post(edit(guide), form_of(guide))
    for _, client in powers:
        client.post(f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'publish'])}?id={guide.pk}")
        client.post(
            f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'publish'])}?id={guide.get_parent().pk}",
            {"include_descendants": "on"},
        )

    assert not is_live(guide)


def test_there_is_no_publishing_by_the_clock(desk, guide):
    desk["evie"].post(edit(guide), form_of(guide))
    guide.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))

    with pytest.raises(ValidationError, match="not been approved"):
        call_command("publish_scheduled", verbosity=0)

    assert not is_live(guide)


def test_a_draft_that_may_not_go_out_keeps_no_other_one_back(desk, guide, make_guide):
    desk["evie"].post(edit(guide), form_of(guide))
    fine = make_guide(title="Money", live=False)
    fine.save_revision()
    for page, minutes in ((guide, 2), (fine, 1)):
        page.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=minutes))

    publish_scheduled.call()

    assert (is_live(guide), is_live(fine)) == (False, True)
    assert not guide.revisions.filter(approved_go_live_at__isnull=False).exists()


def test_there_is_no_publishing_through_the_api(powers, desk, guide):
    desk["evie"].post(edit(guide), form_of(guide))
    for _, client in powers:
        response = client.post(reverse("wagtailadmin_api:pages:action", args=[guide.pk, "publish"]), {})
        assert response.status_code == 403

    assert not is_live(guide)


def test_there_is_no_publishing_a_new_page(powers, guides):
    for _, client in powers:
        address = reverse("wagtailadmin_pages:add", args=["pages", "guidepage", guides.pk])
        client.post(address, form_of(GuidePage(title="New", slug="new")) | {"action-publish": "yes"})

    assert not GuidePage.objects.filter(title="New", live=True).exists()


def test_a_copy_is_a_draft(powers, make_guide):
    guide = make_guide()
    guide.save_revision().publish()
    for _, client in powers:
        client.post(
            reverse("wagtailadmin_pages:copy", args=[guide.pk]),
            {"new_title": "Copy", "new_slug": "copy", "new_parent_page": guide.get_parent().pk, "publish_copies": "on"},
        )

    assert not GuidePage.objects.filter(title="Copy", live=True).exists()


def test_going_back_to_what_was_is_a_draft_like_any_other(desk, powers, guide):
    submit(desk["evie"], guide)
    answer(desk["lee"], guide, "approve")
    answer(desk["mo"], guide, "approve")
    first = GuidePage.objects.get(pk=guide.pk).live_revision
    submit(desk["evie"], guide, summary="Another.")
    answer(desk["lee"], guide, "approve")
    answer(desk["mo"], guide, "approve")

    for _, client in powers:
        client.post(edit(guide), form_of(guide) | {"action-publish": "yes", "revision": first.pk})

    assert GuidePage.objects.get(pk=guide.pk).summary == "Another."


def test_a_draft_written_over_after_a_yes_is_not_what_was_agreed(desk, guide, evie):
    submit(desk["evie"], guide)
    answer(desk["lee"], guide, "approve")
    draft = GuidePage.objects.get(pk=guide.pk).latest_revision
    draft.content = draft.content | {"summary": "Something else."}
    draft.save()

    answer(desk["marion"], guide, "approve")

    assert not is_live(guide)


def test_what_was_saved_while_it_was_sent_on_is_not_what_is_read(desk, guide, evie):
    submit(desk["evie"], guide)
    GuidePage.objects.get(pk=guide.pk).get_latest_revision_as_object().save_revision(user=evie)

    assert refused(answer(desk["lee"], guide, "approve"))
    answer(desk["lee"], guide, "reject", "Send it again.")
    assert agreed(guide) == [("lived", "sent_back")]


def test_a_superuser_is_no_reviewer(powers, desk, guide):
    submit(desk["evie"], guide)
    _, boss = powers[1]

    assert refused(answer(boss, guide, "approve"))
    task = GuidePage.objects.get(pk=guide.pk).current_workflow_task
    with pytest.raises(PermissionDenied):
        task.on_action(guide.current_workflow_task_state, powers[1][0], "approve")


def test_the_day_that_was_set_is_kept(desk, guide):
    later = timezone.now() + timedelta(days=2)
    submit(desk["evie"], guide, go_live_at=later.strftime("%Y-%m-%d %H:%M"))
    answer(desk["lee"], guide, "approve")
    answer(desk["marion"], guide, "approve")
    assert not is_live(guide)

    with time_machine.travel(later + timedelta(minutes=1)):
        call_command("publish_scheduled", verbosity=0)

    assert is_live(guide)


def test_what_came_with_alongside_goes_out_as_it_is(site_pages):
    assert Page.objects.live().filter(slug="your-history").exists()
    assert not Review.objects.exists()


# ---------------------------------------------------------------- The checks


def test_a_draft_with_faults_is_not_sent_on(desk, guide):
    response = submit(desk["evie"], guide, body=[("heading", "Letters")])

    assert "Nothing stands under the heading “Letters”." in response.context["form"].non_field_errors()
    assert GuidePage.objects.get(pk=guide.pk).current_workflow_state is None


def test_a_fault_that_came_later_stops_it_at_the_last_step(desk, guide, make_guide):
    other = make_guide(title="Money")
    link = rich_text(f'<p><a linktype="page" id="{other.pk}">Money in prison</a></p>')
    submit(desk["evie"], guide, body=[("paragraph", link)])
    answer(desk["lee"], guide, "approve")

    other.unpublish()

    assert refused(answer(desk["marion"], guide, "approve"))
    address = reverse("pages:reviews-show", args=[guide.translation_key, "en-gb"])
    assert "A link leads to a page that readers cannot open." in desk["marion"].get(address).content.decode()
    assert not is_live(guide)


def test_the_page_about_a_draft_says_it_all(desk, guide, evie):
    desk["evie"].post(edit(guide), form_of(guide, body=[("heading", "Letters")]))
    address = reverse("pages:reviews-show", args=[guide.translation_key, "en-gb"])

    page = desk["evie"].get(address).content.decode()

    assert "Nothing stands under the heading “Letters”." in page
    assert re.search(rf"{edit(guide)}#block-[0-9a-f-]{{36}}-section", page)
    assert "Evie, since it was last published" in page
    assert address in desk["evie"].get(edit(guide)).content.decode()


def test_whoever_reviews_says_yes_on_that_page(desk, guide):
    submit(desk["evie"], guide)
    address = reverse("pages:reviews-show", args=[guide.translation_key, "en-gb"])

    page = desk["lee"].get(address)

    assert set(page.context["doors"]) == {"approve", "reject"}
    assert desk["evie"].get(address).context["doors"] == {}


def test_a_draft_of_another_is_not_there_for_who_may_not_edit(desk, guide, ada):
    address = reverse("pages:reviews-show", args=[guide.translation_key, "en-gb"])

    assert desk["lee"].get(address).status_code == 404
    assert signed_in(ada).get(address).status_code == 404


def test_what_was_said_cannot_be_changed(desk, guide):
    submit(desk["evie"], guide)
    answer(desk["lee"], guide, "reject", "Not yet.")

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Review.objects.update(outcome="approved")


def test_what_was_said_outlives_the_page(desk, guide):
    submit(desk["evie"], guide)
    answer(desk["lee"], guide, "reject", "Not yet.")
    guide.delete()

    assert Review.objects.get().comment == "Not yet."
    assert Review.objects.get().page_title == "Letters"


def test_a_reader_of_drafts_reads_it_as_readers_will(desk, guide):
    submit(desk["evie"], guide)

    assert desk["lee"].get(reverse("wagtailadmin_pages:view_draft", args=[guide.pk])).status_code == 200
    assert desk["lee"].get("/cms/").status_code == 200


def test_the_guide_for_editors_opens(desk):
    assert b"Nobody approves their own work" in desk["lee"].get(reverse("pages:guidance-show")).content
