"""Parts of files, as RFC 9110 has them, and as Safari asks for them."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.signals import request_finished
from django.db import close_old_connections
from django.test import RequestFactory

from common.ranges import CannotBeMet, send, wanted

FILM = bytes(range(100)) * 100
SIZE = len(FILM)


@pytest.fixture
def film(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return default_storage.save("films/talk.mp4", ContentFile(FILM))


@pytest.fixture
def asked(film):
    """Asks for the film, or for another file, with these headers; closes each answer in the end."""
    answers = []

    def asked(stored=film, *, method="get", **headers):
        sent = {name.replace("_", "-"): said for name, said in headers.items()}
        request = getattr(RequestFactory(), method)("/", headers=sent)
        answers.append(send(request, stored, content_type="video/mp4", save_as="talk.mp4"))
        return answers[-1]

    yield asked
    # An answer that ends lets go of the database too, which nobody here has.
    request_finished.disconnect(close_old_connections)
    for answer in answers:
        answer.close()
    request_finished.connect(close_old_connections)


def whole(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("said", "part"),
    [
        ("bytes=0-1", range(2)),  # what Safari asks first
        ("bytes=0-", range(10)),
        ("bytes=4-4", range(4, 5)),
        ("bytes=4-99", range(4, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-99", range(10)),
        ("Bytes= 2-3 ", range(2, 4)),
    ],
)
def test_a_range_names_its_first_and_its_last_byte(said, part):
    assert wanted(said, 10) == part


@pytest.mark.parametrize(
    "said",
    ["", "bytes", "bytes=", "bytes=-", "bytes=4-2", "bytes=a-b", "lines=0-1", "bytes=0-1,4-5", "bytes=٠-١", "bytes=--1",
     f"bytes={'9' * 5000}-"],
)  # fmt: skip
def test_what_we_do_not_read_means_all(said):
    assert wanted(said, 10) is None


@pytest.mark.parametrize(("said", "size"), [("bytes=10-", 10), ("bytes=10-12", 10), ("bytes=-0", 10), ("bytes=0-", 0)])
def test_a_part_behind_the_end_cannot_be_met(said, size):
    with pytest.raises(CannotBeMet):
        wanted(said, size)


@pytest.mark.parametrize(
    ("said", "part", "content_range"),
    [
        ("bytes=0-1", FILM[:2], f"bytes 0-1/{SIZE}"),
        ("bytes=5000-9998", FILM[5000:9999], f"bytes 5000-9998/{SIZE}"),
        ("bytes=-100", FILM[-100:], f"bytes 9900-9999/{SIZE}"),
    ],
)
def test_a_part_is_sent_alone(asked, said, part, content_range):
    response = asked(range=said)

    assert response.status_code == 206
    assert response["Content-Range"] == content_range
    assert response["Content-Length"] == str(len(part))
    assert response["Content-Type"] == "video/mp4"
    assert response["Content-Disposition"] == 'attachment; filename="talk.mp4"'
    assert whole(response) == part


def test_a_long_part_is_read_in_pieces(asked):
    pieces = list(asked(range="bytes=0-9000").streaming_content)

    assert len(pieces) > 2
    assert b"".join(pieces) == FILM[:9001]


@pytest.mark.parametrize("said", ["", "bytes=0-1,4-5", "bytes=4-2"])
def test_without_one_range_all_is_sent_and_says_that_parts_may_be_had(asked, said):
    response = asked(range=said)

    assert response.status_code == 200
    assert response["Accept-Ranges"] == "bytes"
    assert "Content-Range" not in response
    assert whole(response) == FILM


def test_head_says_how_long_it_is_and_heeds_no_range(asked):
    response = asked(method="head", range="bytes=0-1")

    assert response.status_code == 200
    assert (response["Content-Length"], response["Accept-Ranges"]) == (str(SIZE), "bytes")


def test_a_part_behind_the_end_is_416_and_says_how_long_the_file_is(asked):
    response = asked(range=f"bytes={SIZE}-")

    assert (response.status_code, response["Content-Range"]) == (416, f"bytes */{SIZE}")
    assert response.content == b""


@pytest.mark.parametrize("tag", ["ETag", "Last-Modified"])
def test_a_part_of_the_same_file_goes_with_the_part_before(asked, tag):
    known = asked(method="head")[tag]

    assert asked(range="bytes=2-3", if_range=known).status_code == 206


@pytest.mark.parametrize("known", ['"another"', "Wed, 21 Oct 2015 07:28:00 GMT", "nonsense"])
def test_a_part_of_another_file_is_not_put_behind_the_part_before(asked, known):
    response = asked(range="bytes=2-3", if_range=known)

    assert response.status_code == 200
    assert whole(response) == FILM


def test_a_weak_tag_is_no_proof_that_it_is_the_same_file(asked):
    weak = f"W/{asked(method='head')['ETag']}"

    assert asked(range="bytes=2-3", if_range=weak).status_code == 200


def test_what_the_reader_has_already_is_not_sent_again(asked):
    known = asked(method="head")["ETag"]

    response = asked(if_none_match=known, range="bytes=2-3")

    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == known


def test_two_files_have_two_tags(asked):
    other = default_storage.save("films/talk.mp4", ContentFile(FILM))

    assert asked(method="head")["ETag"] != asked(other, method="head")["ETag"]


def test_a_file_is_closed_at_once_when_nothing_of_it_is_sent(asked, monkeypatch):
    kept = []
    opens = default_storage.open
    monkeypatch.setattr(default_storage, "open", lambda name: kept.append(opens(name)) or kept[-1])

    asked(range="bytes=-0")
    asked(if_none_match="*")

    assert [one.closed for one in kept] == [True, True]
