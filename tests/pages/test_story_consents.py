"""A yes to a story: written down, given again, narrowed, taken back and run out; and everything that goes with it."""

import zipfile
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from wagtail.models import Locale, Revision
from wagtail.search.models import IndexEntry

from audit.models import Entry
from common.sheet_codes import new_code
from common.transitions import NotAllowed
from messaging.models import Message
from messaging.wording import private_words
from pages import tasks, unwanted
from pages.actions import story_consents
from pages.models import ConsentEvent, Picture, PictureSize, StoryConsent, StoryPage
from pages.views import stories as views
from tests.conftest import NOW
from tests.factories import stories
from tests.pages.test_stories import WHERE, a_picture

pytestmark = pytest.mark.django_db
BACK = "/stories/take-back/"


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(views, "SECONDS", 0)


@pytest.fixture
def story(site_pages):
    return stories.a_story()


@pytest.fixture
def consent(story, evie):
    consent = stories.say_yes(story, evie)
    stories.publish(story)
    return consent


def fresh(consent):
    return StoryConsent.objects.get(pk=consent.pk)


def happened():
    return list(ConsentEvent.objects.order_by("pk").values_list("kind", "how"))


def sent(code, **changes):
    return {"code": code, "opened": unwanted.stamp(timezone.now() - timedelta(minutes=1)), **changes}


def written(**changes):
    """What staff send by the form."""
    return {
        "places": ["on_site", "in_packs"], "named": "own", "name": "Wren", "given_on_0": "20", "given_on_1": "11",
        "given_on_2": "2026", "how": "paper", "reach": "wren@example.org", **changes,
    }  # fmt: skip


def test_an_editor_writes_down_a_yes_and_the_code_of_the_form(client, story, evie):
    client.force_login(evie)
    where = reverse("pages:story_consents-give", args=[story.translation_key, "en-gb"])
    code = new_code(lambda letters: letters[3])
    said = written(seen=story.words(), witness=evie.pk, code=code.lower())
    got = client.post(where, said)
    consent = StoryConsent.objects.get()

    assert got.status_code == 302
    assert (consent.name, consent.code, consent.places) == ("Wren", code, ["on_site", "in_packs"])
    assert consent.expires_on == date(2028, 11, 20)
    assert "wren@" not in str(StoryConsent.objects.values_list("reach", flat=True).get())
    assert happened() == [("given", "paper")]
    assert Entry.objects.filter(verb="pages.story_consent.given").count() == 1
    page = client.get(got.url).text
    assert "wren@example.org" in page
    assert Entry.objects.filter(verb="pages.story_consent.opened", kind="look").exists()


@pytest.mark.parametrize(("changes", "says"), [
    ({"places": []}, "Tick each place"),
    ({"name": ""}, "Write the name"),
    ({"reach": "07700 900123"}, "Do not write a telephone"),
    ({"given_on_2": "2030"}, "cannot be in the future"),
    ({"seen": "other"}, "has changed since"),
    ({"code": "7H2K-Q9VY"}, "not right"),
])  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(client, story, evie, changes, says):
    client.force_login(evie)
    where = reverse("pages:story_consents-give", args=[story.translation_key, "en-gb"])
    got = client.post(where, written(seen=story.words(), witness=evie.pk) | changes)

    assert got.status_code == 422
    assert says in got.text
    assert 'value="paper"' in got.text
    assert not StoryConsent.objects.exists()


def test_the_same_form_sent_twice_is_one_yes_and_another_is_refused(story, evie):
    one, two = (stories.say_yes(story, evie, key="0abc") for _ in range(2))
    assert one == two
    with pytest.raises(NotAllowed, match="already"):
        stories.say_yes(story, evie)


def test_the_code_of_one_form_is_for_one_story(consent, evie):
    with pytest.raises(NotAllowed, match="written down already"):
        stories.say_yes(stories.a_story("Two", slug="two"), evie, code=consent.code)


def test_nobody_changes_what_happened(consent):
    with pytest.raises(DatabaseError), transaction.atomic():
        ConsentEvent.objects.update(kind="renewed")


def test_whoever_has_the_code_takes_it_back_without_a_word_or_a_cookie(client, consent):
    assert client.get(WHERE)["Cache-Control"] == "no-cache"  # no copy is shown again without asking
    got = client.post(BACK, sent(consent.code_in_fours.lower()))

    assert (got.status_code, got.url, dict(got.cookies)) == (302, "/stories/taken-back/", {})
    gone = client.get(WHERE)
    assert gone.status_code == 410
    assert "taken back by the person who told it" in gone.text
    for told in ("Every letter", "Wren", stories.SAID):
        assert told not in gone.text
        assert told not in client.get("/stories/").text
        assert told not in client.get("/search/?q=letter").text
    assert WHERE not in client.get("/sitemap.xml").text
    assert (fresh(consent).status, fresh(consent).name, fresh(consent).reach) == ("taken_back", "", "")
    assert happened()[-1] == ("taken_back", "code")


def test_an_unknown_code_is_answered_in_the_same_words(client, consent):
    unknown = new_code(lambda letters: letters[5])
    one, two = (client.post(BACK, sent(code), follow=True) for code in (unknown, consent.code))

    assert one.redirect_chain == two.redirect_chain
    assert one.content == two.content
    assert len(happened()) == 2


def test_it_takes_as_long_whether_there_is_such_a_code_or_not(client, consent, monkeypatch):
    slept = []
    monkeypatch.setattr(views, "SECONDS", 1)
    monkeypatch.setattr(unwanted, "sleep", slept.append)
    client.post(BACK, sent(new_code(lambda letters: letters[5])))
    client.post(BACK, sent(consent.code))

    assert len(slept) == 2
    assert 0 < slept[1] < slept[0] <= 1


@pytest.mark.parametrize(("typed", "says"), [("", "Enter the code"), ("7H2K", "8 letters"), ("7H2KQ9VY", "not right")])
def test_what_can_be_no_code_is_said_beside_it(client, db, typed, says):
    got = client.post(BACK, sent(typed))
    assert (got.status_code, says in got.text) == (422, True)


def test_too_many_from_one_place_are_told_to_wait(client, consent, monkeypatch):
    monkeypatch.setattr(unwanted, "MOST_AN_HOUR", 0)
    assert client.post(BACK, sent(consent.code)).status_code == 422
    assert fresh(consent).status == "standing"


def test_taken_back_twice_is_once_and_a_new_yes_needs_a_new_code(client, consent, evie):
    for _ in range(2):
        assert client.post(BACK, sent(consent.code)).status_code == 302
    assert [kind for kind, _ in happened()] == ["given", "taken_back"]
    with pytest.raises(NotAllowed):
        story_consents.take_back(consent=fresh(consent), how="letter", by=evie, at=NOW)

    page = StoryPage.objects.get()
    assert stories.say_yes(page, evie).code != consent.code
    assert stories.publish(page).live


def test_staff_take_it_back_for_whoever_wrote(client, consent, evie):
    client.force_login(evie)
    got = client.post(reverse("pages:story_consents-take_back", args=[consent.ref]), {"how": "letter"})

    assert got.status_code == 302
    assert happened()[-1] == ("taken_back", "letter")
    assert Entry.objects.get(verb="pages.story_consent.taken_back").actor_name == "Evie"


def test_every_language_every_draft_and_every_planned_day_goes_with_it(consent, evie):
    page = StoryPage.objects.get()
    welsh = page.copy_for_translation(Locale.objects.get(language_code="cy"), copy_parents=True)
    welsh.save_revision(clean=False)
    later = welsh.get_latest_revision()
    later.approved_go_live_at = NOW + timedelta(days=900)
    later.save()
    changed = stories.change(page, "Another draft.")
    changed.get_workflow().start(changed, evie)
    story_consents.take_back(consent=consent, how="letter", by=evie, at=NOW)

    assert not StoryPage.objects.filter(live=True).exists()
    for one in StoryPage.objects.all():
        assert one.current_workflow_state is None
        assert not one.revisions.exclude(approved_go_live_at=None).exists()


def test_it_stands_in_no_search_index_afterwards(consent, evie):
    entries = IndexEntry.objects.filter(object_id=str(StoryPage.objects.get().pk))
    assert entries.exists()
    story_consents.take_back(consent=consent, how="letter", by=evie, at=NOW)
    assert not entries.exists()


def test_its_pictures_are_shown_to_nobody_and_their_sizes_are_gone(client, site_pages, evie, media):
    picture = a_picture(client, evie)
    block = {"type": "picture", "value": {"image": picture.pk, "decorative": False, "alt_text": "A letter"}}
    page = stories.a_story(body=[*stories.text(), block])
    consent = stories.say_yes(page, evie)
    stories.publish(page)
    addresses = [size.url for size in picture.ready_sizes()] + [picture.address]
    assert [_status(client, one) for one in addresses] == [200, 200, 200]

    story_consents.take_back(consent=consent, how="letter", by=evie, at=NOW)
    assert [_status(client, one) for one in addresses] == [404, 404, 404]
    assert not PictureSize.objects.filter(image=picture).exists()
    tasks.make_missing_sizes.call()
    assert not PictureSize.objects.filter(image=picture, filter_spec="width-480|format-webp").exists()
    stories.say_yes(page, evie)
    assert _status(client, Picture.objects.get().address) == 200


def taken_back_long_ago(consent, evie, days=31):
    story_consents.take_back(consent=consent, how="letter", by=evie, at=timezone.now() - timedelta(days=days))


def test_a_month_later_its_words_drafts_and_pictures_are_deleted(client, site_pages, evie, media):
    picture = a_picture(client, evie)
    block = {"type": "picture", "value": {"image": picture.pk, "decorative": False, "alt_text": "A letter"}}
    page = stories.a_story(body=[*stories.text(), block])
    consent = stories.say_yes(page, evie)
    stories.publish(page)
    stories.change(page, "Another draft.")
    where = page.get_url()
    taken_back_long_ago(consent, evie)

    assert [tasks.delete_taken_back.call() for _ in range(2)] == [1, 0]
    assert not StoryPage.objects.exists()
    assert not Revision.objects.filter(object_id=str(page.pk), content_type__model="storypage").exists()
    assert not Picture.objects.exists()
    assert client.get(where).status_code == 404
    assert happened()[-1] == ("taken_back", "letter")
    assert Entry.objects.filter(verb="pages.story_consent.words_deleted").count() == 1


def test_before_the_month_is_over_nothing_is_deleted(consent, evie):
    taken_back_long_ago(consent, evie, days=29)
    assert tasks.delete_taken_back.call() == 0
    assert StoryPage.objects.exists()


def test_a_story_with_a_new_yes_is_not_deleted(consent, evie):
    taken_back_long_ago(consent, evie)
    stories.say_yes(StoryPage.objects.get(), evie)
    assert tasks.delete_taken_back.call() == 0
    assert StoryPage.objects.exists()


def test_the_month_begins_anew_where_a_second_yes_was_taken_back(consent, evie):
    taken_back_long_ago(consent, evie)
    taken_back_long_ago(stories.say_yes(StoryPage.objects.get(), evie), evie, days=3)
    assert tasks.delete_taken_back.call() == 0
    assert StoryPage.objects.exists()


def test_one_whose_time_only_ran_out_is_not_deleted(consent):
    story_consents.expire(consent=consent, by=None, at=timezone.now() - timedelta(days=31))
    assert tasks.delete_taken_back.call() == 0
    assert StoryPage.objects.exists()


def _status(client, address):
    got = client.get(address)
    if got.streaming:
        for _ in got.streaming_content:
            pass
        for closes in got._resource_closers:
            closes()
    return got.status_code


def test_packs_and_the_zip_have_it_while_they_said_yes_to_paper(client, consent, evie):
    guide = str(StoryPage.objects.get().pk)
    ask = {"guides": [_a_guide()], "stories": [guide], "size": "plain"}
    pack = b"".join(client.post("/packs/", ask).streaming_content)
    assert stories.SAID in " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pack)).pages).split())
    assert stories.SAID in _zip(client)["story-every-letter.html"]

    story_consents.narrow(
        consent=consent, places=["on_site"], pictures=False, named="none", name="", how="phone", by=evie, at=NOW
    )
    assert client.post("/packs/", ask).status_code == 200  # the box is gone, so nothing of it is chosen
    assert "story-every-letter.html" not in _zip(client)
    assert client.get(WHERE).status_code == 200
    assert "Wren" not in client.get(WHERE).text


def _a_guide():
    from pages.models import GuidePage

    return str(GuidePage.objects.live().filter(locale__language_code="en-gb").first().pk)


def _zip(client):
    made = zipfile.ZipFile(BytesIO(client.get("/packs/help-and-rights.zip").content))
    return {name: made.read(name).decode() for name in made.namelist() if name.endswith(".html")}


def test_less_than_this_site_takes_the_page_down(client, consent, evie):
    less = {"pictures": False, "named": "none", "name": "", "how": "phone", "by": evie, "at": NOW}
    with pytest.raises(NotAllowed, match="leaves nothing"):
        story_consents.narrow(consent=consent, places=[], **less)
    story_consents.narrow(consent=consent, places=["in_leaflets"], **less)

    assert client.get(WHERE).status_code == 410
    with pytest.raises(NotAllowed, match="more than"):
        story_consents.narrow(consent=consent, places=["on_site"], **less)


def test_the_clock_takes_it_down_on_the_day_after_the_last(client, consent, settings, monkeypatch):
    monkeypatch.setattr(tasks.timezone, "now", lambda: NOW.replace(year=2028, month=11, day=20))
    assert tasks.end_old_consents.call() == 0
    assert client.get(WHERE).status_code == 200

    monkeypatch.setattr(tasks.timezone, "now", lambda: NOW.replace(year=2028, month=11, day=21))
    assert (tasks.end_old_consents.call(), tasks.end_old_consents.call()) == (1, 0)
    assert happened()[-1] == ("expired", "clock")
    monkeypatch.undo()
    assert "That time is over" in client.get(WHERE).text


def test_editors_are_told_once_that_it_runs_out_and_once_that_it_is_gone(consent, evie, monkeypatch):
    evie.email = "evie@example.org"
    evie.save()
    monkeypatch.setattr(tasks.timezone, "now", lambda: NOW.replace(year=2028, month=10, day=1))
    for _ in range(2):
        tasks.end_old_consents.call()
    story_consents.take_back(consent=fresh(consent), how="letter", by=evie, at=NOW)

    told = list(Message.objects.filter(about_ref=consent.ref).order_by("pk"))
    assert [one.template.rpartition("/")[2] for one in told] == ["yes_runs_out.txt", "yes_ended.txt"]
    for one in told:
        assert "Every letter" not in one.subject + one.text
        assert "Wren" not in one.subject + one.text
        assert private_words(one.subject + one.text) == []


def test_the_list_says_what_runs_out_soon_and_leaves_as_a_file(client, consent, evie):
    client.force_login(evie)
    where = reverse("pages:story_consents-index")
    assert "Every letter" in client.get(where).text
    assert "Every letter" not in client.get(f"{where}?status=soon").text
    file = client.get(f"{where}?format=csv").getvalue().decode()
    assert "Every letter" in file
    assert "wren@example.org" not in file
    assert Entry.objects.filter(verb="pages.story_consent.taken_out").count() == 1


def test_nobody_else_sees_who_said_yes(client, consent, max_):
    client.force_login(max_)
    for name in ("detail", "narrow", "take_back", "paper"):
        assert client.get(reverse(f"pages:story_consents-{name}", args=[consent.ref])).status_code == 403


@pytest.mark.parametrize("large", ["", "?large"])
def test_the_form_on_paper_is_tagged_and_says_that_no_is_fine(client, db, large):
    read = PdfReader(BytesIO(b"".join(client.get(f"/stories/paper/{large}").streaming_content)))
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())

    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Saying no changes nothing about the help you get" in text
    assert "/stories/take-back/" in text.replace(" ", "")


def test_their_own_sheet_has_their_code(client, consent, evie):
    client.force_login(evie)
    got = client.get(reverse("pages:story_consents-paper", args=[consent.ref]))
    read = PdfReader(BytesIO(b"".join(got.streaming_content)))
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())

    assert consent.code_in_fours in text
    assert "on this website" in text
    assert Entry.objects.filter(verb="pages.story_consent.printed").exists()
