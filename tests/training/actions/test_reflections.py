import pytest

from audit.models import Event
from common.transitions import NotAllowed
from people.models import Concern
from tests.conftest import NOW
from tests.training.finishing import LATER
from training import hearing
from training.actions import reflections
from training.models import Reflection
from training.rules.versions import blocks

pytestmark = pytest.mark.django_db
HARM = "After that week I wanted to die."


@pytest.fixture
def asked(begun):
    return next(name for name, one in blocks(begun.version.plain).items() if one["type"] == "reflection")


def test_what_they_think_is_kept_sealed_and_counts_as_read(begun, asked, dee):
    written = reflections.write(progress=begun, block_id=asked, words=" In the chapel. ", by=dee, at=NOW)

    assert Reflection.objects.get().words == "In the chapel."
    assert (written.read_by, written.told_at) == ("nobody", None)
    begun.refresh_from_db()
    assert begun.seen == [asked]
    assert not Concern.objects.exists()


def test_written_again_the_later_words_stand(begun, asked, dee):
    for words in ("In the chapel.", "In the chapel.", "In a quiet room."):
        reflections.write(progress=begun, block_id=asked, words=words, by=dee, at=LATER)

    assert Reflection.objects.get().words == "In a quiet room."


@pytest.mark.parametrize(("words", "why"), [("  ", "few words"), ("x" * 4_001, "at most 4,000")])
def test_it_refuses_nothing_and_too_much(begun, asked, dee, words, why):
    with pytest.raises(NotAllowed, match=why):
        reflections.write(progress=begun, block_id=asked, words=words, by=dee, at=NOW)


def test_it_refuses_what_was_not_asked(begun, dee):
    other = next(iter(blocks(begun.version.plain)))

    with pytest.raises(NotAllowed, match="asks nothing here"):
        reflections.write(progress=begun, block_id=other, words="In the chapel.", by=dee, at=NOW)


def test_what_may_mean_danger_reaches_our_safeguarding_lead_once(begun, asked, dee):
    for _ in range(2):
        written = reflections.write(progress=begun, block_id=asked, words=HARM, by=dee, at=NOW)

    concern = Concern.objects.get()
    assert written.told_at == NOW
    assert (concern.urgency, concern.raised_by) == ("today", dee)
    assert HARM in concern.worry
    assert "Dee Marsh wrote it" in concern.about_name


def test_other_words_about_danger_are_told_again(begun, asked, dee):
    for words in (HARM, "He hits me."):
        reflections.write(progress=begun, block_id=asked, words=words, by=dee, at=NOW)

    assert Concern.objects.count() == 2


def test_where_nobody_would_hear_of_it_nothing_is_kept(begun, asked, dee, monkeypatch):
    monkeypatch.setattr(hearing, "_on_harm", {})

    with pytest.raises(hearing.NobodyListens):
        reflections.write(progress=begun, block_id=asked, words=HARM, by=dee, at=NOW)
    assert not Reflection.objects.exists()


def test_the_trail_holds_none_of_the_words(begun, asked, dee):
    reflections.write(progress=begun, block_id=asked, words=HARM, by=dee, at=NOW)

    assert Event.objects.filter(verb="training.reflection.written").count() == 1
    assert not any("die" in str(vars(one)) for one in Event.objects.all())
