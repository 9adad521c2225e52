import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pages.models import Picture
from pages.tasks import make_missing_sizes
from tests.pages.rules.test_pictures import HOSTILE, drawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, evie):
    """Send a file as an editor does, several at a time or alone; answers the response."""
    client.force_login(evie)

    def send(data: bytes, name: str = "wing.jpg", alone: bool = False):
        file = SimpleUploadedFile("x.jpg", data, "image/jpeg")
        file._name = name
        if alone:
            return client.post(reverse("wagtailimages:add"), {"title": "A wing", "file": file, "collection": 1})
        return client.post(reverse("wagtailimages:add_multiple"), {"files[]": file, "collection": 1})

    return send


def test_a_picture_comes_in_and_its_sizes_are_made(send):
    answer = send(drawn(size=(1200, 900))).json()

    picture = Picture.objects.get(pk=answer["image_id"])
    assert [size.width for size in picture.ready_sizes()] == []
    make_missing_sizes.call()
    assert [size.width for size in picture.ready_sizes()] == [480, 960]


def test_making_sizes_twice_makes_nothing_new(send):
    send(drawn(size=(1200, 900)))

    assert make_missing_sizes.call() == 1
    assert make_missing_sizes.call() == 0


def test_a_picture_whose_file_has_gone_holds_nobody_else_up(send, media):
    send(drawn())
    lost = Picture.objects.get()
    (media / lost.file.name).unlink()
    send(drawn(size=(1200, 900)))

    assert make_missing_sizes.call() == 1


def test_its_name_says_nothing_of_who_took_it(send):
    send(drawn(), name="Jo Canary in cell 4.jpg")

    assert "canary" not in Picture.objects.get().file.name.lower()


def test_a_visitor_gets_it_through_our_door(client, send):
    send(drawn())
    picture = Picture.objects.get()
    client.logout()

    response = client.get(picture.address)

    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response["Cache-Control"]
    assert b"".join(response.streaming_content)[:3] == b"\xff\xd8\xff"


def test_no_file_has_an_address_of_its_own(client, send):
    send(drawn())

    assert client.get(f"/media/{Picture.objects.get().file.name}").status_code == 404


@pytest.mark.parametrize("name", ["nothing.jpg", "..%2F..%2Fetc%2Fpasswd", "%2e%2e", "x.svg", "a" * 300 + ".png"])
def test_a_name_that_we_did_not_give_is_404(client, db, name):
    assert client.get(f"/pictures/{name}").status_code == 404


def test_a_file_that_has_gone_is_404(client, send, media):
    send(drawn())
    picture = Picture.objects.get()
    (media / picture.file.name).unlink()

    assert client.get(picture.address).status_code == 404


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_words(send, kind, alone):
    data, reason = HOSTILE[kind]

    response = send(data, name="wing.png", alone=alone)

    assert response.status_code == 200
    assert not Picture.objects.exists()
    if data:  # of an empty file Django says so itself
        said = response.context["form"].errors["file"] if alone else [response.json()["error_message"]]
        assert said == [reason]


@pytest.mark.parametrize(
    "name", ["../../../etc/cron.d/x.jpg", "..\\..\\x.jpg", "x\x00.jpg", ".jpg", "", "a" * 300 + ".jpg"]
)
def test_a_hostile_name_does_no_harm(send, media, name):
    response = send(drawn(), name=name)

    assert response.status_code in {200, 400}
    assert all(media in path.parents for path in media.rglob("*"))
    assert all(picture.file.name.startswith("original_images/") for picture in Picture.objects.all())


def test_a_page_shows_the_sizes_that_are_there_and_makes_none(client, send, make_guide, django_assert_max_num_queries):
    send(drawn(size=(1200, 900)))
    picture = Picture.objects.get()
    body = [{"type": "picture", "value": {"image": picture.pk, "alt_text": "A yard", "decorative": False}}]
    make_guide(body=body).save_revision().publish()
    client.logout()

    first = client.get("/help/letters/?1").content.decode()
    make_missing_sizes.call()
    later = client.get("/help/letters/?2").content.decode()

    assert picture.address in first
    assert 'alt="A yard"' in first
    assert "960w" in later
    assert picture.address not in later


def test_io_is_only_ours(send):
    """What was sent is read to its end once, and what is kept is what we wrote."""
    sent = drawn() + b"<?php CANARY"
    send(sent)

    with Picture.objects.get().file.open() as kept:
        assert b"CANARY" not in io.BytesIO(kept.read()).getvalue()


def test_whoever_saves_data_gets_a_link_instead(client, send, make_guide):
    send(drawn(size=(1200, 900)))
    picture = Picture.objects.get()
    body = [{"type": "picture", "value": {"image": picture.pk, "alt_text": "A yard", "decorative": False}}]
    make_guide(body=body).save_revision().publish()
    make_missing_sizes.call()
    client.logout()

    whole, saved = client.get("/help/letters/"), client.get("/help/letters/", headers={"save-data": "on"})
    assert "<img" in whole.content.decode()
    assert "<img" not in saved.content.decode()
    assert "Show the picture: A yard" in saved.content.decode()
    assert "Save-Data" in whole["Vary"]
    assert "Save-Data" in saved["Vary"]
