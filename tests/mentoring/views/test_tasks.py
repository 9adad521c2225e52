import pytest
from django.urls import reverse

from mentoring.actions import tasks
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def task(yorkshire, jo, match):
    return tasks.raise_task(
        key="k", kind="match_after_move", team=yorkshire, person=jo, match=match, due_on=NOW.date(), by=None, at=NOW
    )


def test_the_desk_the_list_and_the_page_say_what_there_is_to_do(client, rosa, task):
    client.force_login(rosa)

    for url in (
        reverse("desk:home"),
        reverse("mentoring:tasks-index"),
        reverse("mentoring:tasks-detail", args=[task.ref]),
    ):
        assert "the person has moved" in client.get(url).content.decode()


def test_finishing_takes_it_off_the_list(client, rosa, task):
    client.force_login(rosa)

    assert client.post(reverse("mentoring:tasks-finish", args=[task.ref])).status_code == 302
    assert task.ref not in client.get(reverse("mentoring:tasks-index")).content.decode()
    assert task.ref in client.get(reverse("mentoring:tasks-index") + "?status=done").content.decode()


def test_finishing_twice_says_that_it_has_moved_on(client, rosa, task):
    client.force_login(rosa)
    url = reverse("mentoring:tasks-finish", args=[task.ref])
    client.post(url)

    again = client.post(url)
    assert again.status_code == 422
    assert "already moved on" in again.content.decode()
