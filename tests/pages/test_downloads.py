import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Collection, CollectionViewRestriction

from pages.models import Download

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nhello"


@pytest.fixture
def send(client, evie):
    client.force_login(evie)

    def send(data: bytes = PDF, name: str = "plan.pdf"):
        file = SimpleUploadedFile(name, data, "application/pdf")
        return client.post(reverse("wagtaildocs:add"), {"title": "My plan, 2026", "file": file, "collection": 1})

    return send


def test_a_file_is_saved_and_never_shown(client, send):
    send()
    offered = Download.objects.get()
    client.logout()

    response = client.get(offered.url)

    assert response["Content-Disposition"] == 'attachment; filename="my-plan-2026.pdf"'
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert b"".join(response.streaming_content) == PDF


def test_its_address_cannot_be_counted_up(send):
    send()

    assert Download.objects.get().url == f"/downloads/{Download.objects.get().ref}/file.pdf"


@pytest.mark.parametrize("path", ["/documents/1/plan.pdf", "/media/documents/plan.pdf", "/downloads/1/file.pdf"])
def test_there_is_no_other_way_to_it(client, send, path):
    send()

    assert client.get(path).status_code == 404


def test_a_file_in_a_closed_collection_is_404_for_those_outside(client, send, rosa):
    send()
    offered = Download.objects.get()
    closed = Collection.get_first_root_node().add_child(name="For staff")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    Download.objects.update(collection=closed)

    client.logout()
    assert client.get(offered.url).status_code == 404
    client.force_login(rosa)
    assert b"".join(client.get(offered.url).streaming_content) == PDF


def test_a_part_of_a_file_is_sent_under_the_same_lock(client, send):
    send()
    offered = Download.objects.get()
    client.logout()

    part = client.get(offered.url, headers={"Range": "bytes=0-3"})

    assert (part.status_code, b"".join(part.streaming_content)) == (206, PDF[:4])
    assert part["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert part["X-Content-Type-Options"] == "nosniff"
    assert part["Cache-Control"] == "no-cache"
    CollectionViewRestriction.objects.create(collection=offered.collection, restriction_type="login")
    for headers in ({"Range": "bytes=0-3"}, {"If-None-Match": part["ETag"]}, {"Range": "bytes=999-"}):
        assert client.get(offered.url, headers=headers).status_code == 404
    assert client.head(offered.url).status_code == 404


def test_a_file_under_another_ending_is_404(client, send):
    send()

    assert client.get(f"/downloads/{Download.objects.get().ref}/file.html").status_code == 404


@pytest.mark.parametrize(("data", "name"), [(b"<html>", "plan.pdf"), (b"MZ", "plan.exe"), (b"PK\x03\x04", "plan.docx")])
def test_a_hostile_file_is_refused_in_words(send, data, name):
    response = send(data, name)

    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not Download.objects.exists()
