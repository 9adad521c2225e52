"""Tools: cut at publication, and kept at their address."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from audit.models import Entry
from pages import content
from pages.models import ToolPage, ToolVersion
from tests.pages.tools import publish

pytestmark = pytest.mark.django_db


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


def test_the_list_and_a_tool_cost_the_same_however_many_use_it(client, told, django_assert_max_num_queries):
    client.get("/tools/?once")
    with django_assert_max_num_queries(13):
        client.get("/tools/?twice")
    with django_assert_max_num_queries(17):
        client.get("/tools/who-does-what/?once")


def test_every_tool_can_be_used_as_it_is():
    tools = [page for page in content.SHIPPED if page.model == "ToolPage"]
    assert len(tools) >= 6
    for page in tools:
        kinds = {block["type"] for block in page.body}
        assert kinds & {"ticks", "blanks", "grid"}, page.key
