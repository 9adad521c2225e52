"""A film in a lesson: with its captions and words to read, fetched only when somebody presses play."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from pages.models import Download
from tests.training.courses import block, course, module, whole_body
from training.actions import learners, progress
from training.models import ModuleVersion

pytestmark = pytest.mark.django_db
FILM = b"\x00\x00\x00\x20ftypisom"
CAPTIONS = b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello"


@pytest.fixture
def offer(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    def offer(name: str, data: bytes) -> Download:
        made = Download(title=name)
        made.file.save(name, ContentFile(data))
        return made

    return offer


@pytest.fixture
def lesson(offer, dee):
    """Answers where the lesson stands, and the film and the captions in it."""
    film, captions = offer("talk.mp4", FILM), offer("talk.vtt", CAPTIONS)
    said = {"kind": "film", "title": "A talk", "file": film.pk, "captions": captions.pk,
            "transcript": "<p>Hello.</p>", "minutes": 2}  # fmt: skip
    module(course(), body=[*whole_body(), block("talk", "media", said)])
    version = ModuleVersion.objects.get()
    at = version.published_at
    learners.add(name="Dee", place="", login=dee, by=dee, at=at)
    begun = progress.take_up(version=version, name="Dee", establishment=None, roles={"prison_staff"}, by=dee, at=at)
    return reverse("training:progress-page", args=[begun.ref, "1"]), film, captions


def test_a_film_plays_with_captions_and_can_be_read_instead(client_of_dee, lesson):
    where, film, captions = lesson
    text = client_of_dee.get(where).content.decode()

    assert f'<video controls preload="none" src="{film.url}">' in text
    assert captions.url in text
    assert "Read it instead" in text


@pytest.mark.parametrize("which", [1, 2])
def test_what_plays_comes_from_us_as_what_it_is(client_of_dee, lesson, which):
    answer = client_of_dee.get(lesson[which].url)

    assert answer["Content-Type"] == ("video/mp4", "text/vtt; charset=utf-8")[which - 1]
    assert b"".join(answer.streaming_content) == (FILM, CAPTIONS)[which - 1]


def test_a_player_may_ask_for_a_part_of_a_film(client_of_dee, lesson):
    answer = client_of_dee.get(lesson[1].url, headers={"Range": "bytes=4-7"})

    assert (answer.status_code, answer["Content-Range"]) == (206, f"bytes 4-7/{len(FILM)}")
    assert b"".join(answer.streaming_content) == b"ftyp"


def test_a_film_whose_file_was_thrown_away_leaves_its_words(client_of_dee, lesson):
    where, film, _ = lesson
    film.delete()
    text = client_of_dee.get(where).content.decode()

    assert "<video" not in text
    assert "Read it instead" in text
