"""Tools: cut at publication, kept at their address, made into files, and used by others."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from audit.models import Entry
from pages import content, unwanted
from pages.actions import adoptions, shipped
from pages.models import Adoption, ToolPage, ToolVersion
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
KEYS = {"home", "tools", "tool-who-does-what", "tool-consent-to-share"}
TOLD = {
    "organisation": "HMP Made Up",
    "kind": "prison",
    "change": "some",
    "how": "Shorter.",
    "email": "team@example.org",
}


@pytest.fixture
def tool(db):
    few = [page for page in content.SHIPPED if page.key in KEYS]
    shipped.place(pages=few, by=None, at=NOW)
    return ToolPage.objects.get(slug="who-does-what")


def publish(tool, words="Ask everyone, twice.", **changes):
    """The next version, as the workflow would publish it; nobody wrote it, so nobody need agree."""
    tool = ToolPage.objects.get(pk=tool.pk)
    tool.body = json.dumps([{"type": "paragraph", "value": f"<p>{words}</p>"}])
    for name, value in changes.items():
        setattr(tool, name, value)
    tool.save_revision().publish()
    return ToolVersion.objects.of(tool).newest_first().first()


@pytest.fixture
def told(tool):
    version = ToolVersion.objects.of(tool).get()
    return adoptions.tell(key="0abc", version=version, by=None, at=NOW, **TOLD, link="", is_public=True)


def test_it_is_put_in_place_with_its_first_version(client, tool):
    text = client.get("/tools/who-does-what/").content.decode()

    assert "Version 1" in text
    assert "Ask everyone whether they were in care" in text
    assert reverse("pages:tools-docx", args=["who-does-what", 1]) in text
    assert "Open Government Licence" in text
    assert "Ask before you rely on this" in text
    assert Entry.objects.filter(verb="pages.tool.cut").count() == 2


def test_new_words_make_a_version_and_the_old_one_stays_with_a_banner(client, tool):
    publish(tool, change_note="Ask twice.", is_material=True)
    old = client.get("/tools/who-does-what/1/").content.decode()
    new = client.get("/tools/who-does-what/2/").content.decode()

    assert "There is a newer version" in old
    assert 'href="/tools/who-does-what/2/"' in old
    assert 'content="noindex"' in old
    assert "Ask everyone whether they were in care" in old
    assert "There is a newer version" not in new
    assert "noindex" not in new
    assert "Ask everyone, twice." in new


def test_published_again_without_a_change_it_stays_what_it_was(tool):
    tool.save_revision().publish()
    assert ToolVersion.objects.of(tool).count() == 1


def test_new_words_need_a_note_of_their_own(tool):
    with pytest.raises(ValidationError, match="Say what is new"):
        publish(tool)
    publish(tool, change_note="Ask twice.")
    with pytest.raises(ValidationError, match="Say what is new"):
        publish(tool, words="Ask three times.")


def test_a_version_keeps_its_address_when_the_page_moves_and_goes_when_it_is_taken_down(client, tool):
    publish(tool, change_note="Another address.", slug="protocol")
    assert client.get("/tools/who-does-what/2/").status_code == 200
    assert client.get("/tools/protocol/").status_code == 200

    ToolPage.objects.get(pk=tool.pk).unpublish()
    assert client.get("/tools/who-does-what/1/?now").status_code == 404
    assert client.get("/tools/who-does-what/1.pdf").status_code == 404


@pytest.mark.parametrize("number", ["0", "3", "x", "-1", "99999999999"])
def test_a_number_that_there_is_not_is_nowhere(client, tool, number):
    assert client.get(f"/tools/who-does-what/{number}/").status_code == 404


def test_nobody_changes_a_version(tool):
    with pytest.raises(DatabaseError), transaction.atomic():
        ToolVersion.objects.update(content="{}")


def test_the_word_file_has_headings_lists_and_tables(client, tool):
    got = client.get("/tools/who-does-what/1.docx")
    made = Document(BytesIO(got.content))
    styles = [(one.style.name, one.text) for one in made.paragraphs]

    assert got["Cache-Control"] == "public, max-age=86400"
    assert len(got.content) < 100_000
    assert dict(got.cookies) == {}
    assert made.core_properties.title == "Who does what: a protocol for prison, probation and council"
    assert made.core_properties.language == "en-GB"
    assert ("Heading 2", "What the law says") in styles
    assert [text for name, text in styles if name == "Heading 1"] == [made.core_properties.title]
    assert any(name == "List Bullet" and "section 23CZB" in text for name, text in styles)
    assert made.tables[0].rows[0].cells[1].text == "Who"
    assert b"tblHeader" in made.tables[0]._tbl.xml.encode()
    assert made.styles.element.xpath("//w:rPrDefault//w:lang/@w:val") == ["en-GB"]
    assert any("has not been read by a lawyer" in text for _, text in styles)


def test_the_pdf_is_tagged_and_says_which_version_it_is(client, tool):
    got = client.get("/tools/consent-to-share/1.pdf")
    read = PdfReader(BytesIO(got.content))
    text = " ".join(" ".join(page.extract_text() for page in read.pages).split())

    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert read.metadata.title == "May we share this? A consent form"
    assert "Version 1" in text
    assert "You can take it back" in text
    assert "/tools/consent-to-share/1/" in text


def test_a_browser_that_has_the_file_need_not_fetch_it_again(client, tool):
    mark = client.get("/tools/who-does-what/1.docx")["ETag"]
    assert client.get("/tools/who-does-what/1.docx", headers={"If-None-Match": mark}).status_code == 304


def test_the_list_and_a_tool_cost_the_same_however_many_use_it(client, told, django_assert_max_num_queries):
    client.get("/tools/?once")
    with django_assert_max_num_queries(13):
        client.get("/tools/?twice")
    with django_assert_max_num_queries(17):
        client.get("/tools/who-does-what/?once")


WHERE = "/tools/who-does-what/1/used/"


def typed(**changes):
    """The form as somebody sends it who took a minute over it."""
    return {**TOLD, "opened": unwanted.stamp(timezone.now() - timedelta(minutes=1)), **changes}


def test_an_organisation_says_that_it_uses_a_tool_and_is_named_when_somebody_looked(client, tool, evie):
    got = client.post(WHERE, typed(is_public="on", key="0abd"))
    assert (got.status_code, dict(got.cookies)) == (302, {})
    told = Adoption.objects.get()
    assert told.status == "waiting"
    assert "HMP Made Up" not in client.get("/tools/who-does-what/?1").content.decode()

    client.force_login(evie)
    address = reverse("pages:adoptions-page", args=[told.ref])
    assert "team@example.org" in client.get(address).content.decode()
    assert client.post(address, {"step": "confirm"}).status_code == 302
    client.logout()
    text = client.get("/tools/who-does-what/?2").content.decode()
    assert "HMP Made Up" in text
    assert "team@example.org" not in text
    assert Entry.objects.filter(verb="pages.adoption.opened", kind="look").count() == 2
    assert Entry.objects.filter(verb="pages.adoption.confirmed").count() == 1


@pytest.mark.parametrize(("changes", "says"), [
    ({"organisation": ""}, "This needs an answer."),
    ({"kind": "x"}, "Choose one of the answers in the list."),
    ({"email": "x"}, "Enter an email address"),
])  # fmt: skip
def test_what_cannot_be_is_said_beside_the_question(client, tool, changes, says):
    got = client.post(WHERE, typed(**changes))

    assert got.status_code == 422
    assert says in got.content.decode()
    assert "Shorter." in got.content.decode()
    assert not Adoption.objects.exists()


def test_whoever_looks_like_a_machine_is_asked_once_more_and_loses_nothing(client, tool):
    asked = client.post(WHERE, typed(website="https://x.example"))

    assert asked.status_code == 422
    assert "press the button once more" in asked.text
    assert "HMP Made Up" in asked.text
    assert not Adoption.objects.exists()


def test_too_many_at_once_are_told_to_wait_and_keep_what_they_typed(client, tool, monkeypatch):
    monkeypatch.setattr(unwanted, "MOST_AN_HOUR", 0)
    assert "HMP Made Up" in (from_here := client.post(WHERE, typed())).text
    monkeypatch.undo()
    monkeypatch.setattr(adoptions, "MOST_A_DAY", 0)
    assert "HMP Made Up" in (from_all := client.post(WHERE, typed())).text

    assert (from_here.status_code, from_all.status_code) == (422, 422)
    assert not Adoption.objects.exists()


def test_the_same_form_sent_twice_is_one_record(client, tool):
    for _ in range(2):
        client.post(WHERE, typed(key="0abe"))
    assert Adoption.objects.count() == 1


def test_who_was_not_asked_is_not_named(client, told, evie):
    Adoption.objects.update(is_public=False)
    adoptions.decide(adoption=told, step="confirm", by=evie, at=NOW)
    assert "HMP Made Up" not in client.get("/tools/who-does-what/").content.decode()


def test_taken_back_it_is_off_the_list_and_nobody_can_be_reached(client, told, evie):
    for step in ("confirm", "withdraw"):
        adoptions.decide(adoption=told, step=step, by=evie, at=NOW)
    told.refresh_from_db()
    assert (told.status, told.email) == ("withdrawn", "")
    assert "HMP Made Up" not in client.get("/tools/who-does-what/").content.decode()


def test_what_was_declined_by_mistake_can_be_confirmed(told, evie):
    adoptions.decide(adoption=told, step="decline", by=evie, at=NOW)
    adoptions.decide(adoption=told, step="confirm", by=evie, at=NOW + timedelta(hours=1))
    assert Adoption.objects.named().count() == 1


def test_staff_see_who_is_behind_a_version_that_matters(client, told, tool, evie):
    client.force_login(evie)
    publish(tool, change_note="A comma.")
    assert "Yes: there is version" not in client.get(reverse("pages:adoptions-index")).content.decode()
    publish(tool, words="Never ask why.", change_note="Never ask why.", is_material=True)

    assert "Yes: there is version 3" in client.get(reverse("pages:adoptions-index")).content.decode()
    file = client.get(reverse("pages:adoptions-take-out")).getvalue().decode()
    assert "HMP Made Up,A prison," in file
    assert "team@example.org" not in file


def test_nobody_else_sees_who_told_us(client, told, max_):
    client.force_login(max_)
    for address in (reverse("pages:adoptions-index"), reverse("pages:adoptions-page", args=[told.ref])):
        assert client.get(address).status_code == 403


def test_the_address_to_answer_to_is_sealed(told):
    stored = Adoption.objects.values_list("email", flat=True).get()
    assert "team" not in str(stored)


def test_every_tool_can_be_used_as_it_is():
    tools = [page for page in content.SHIPPED if page.model == "ToolPage"]
    assert len(tools) >= 6
    for page in tools:
        kinds = {block["type"] for block in page.body}
        assert kinds & {"ticks", "blanks", "grid"}, page.key
