"""My learning, a module before it is begun, and six weeks later."""

from datetime import timedelta

import pytest
from django.urls import reverse

from places.actions import posts
from tests.conftest import NOW
from tests.training.actions.test_progress import newer  # noqa: F401  # a fixture
from tests.training.finishing import read_all, take_test
from training.actions import completions, reflections
from training.models import Assessment, Certificate, Confidence, Learner, ModuleVersion, Progress
from training.rules.confidences import asked
from training.rules.versions import blocks

pytestmark = pytest.mark.django_db
MINE = reverse("training:learning-mine")


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def finished(begun, dee, now):
    """Seven weeks ago."""
    at = now - timedelta(weeks=7)
    read_all(begun, by=dee, at=at)
    take_test(begun, right=5, by=dee, at=at)
    begun.refresh_from_db()
    return begun


def test_it_shows_what_may_be_begun_and_what_it_asks(client_of_dee, asking, version):
    assert "Asking the question well" in text(client_of_dee.get(MINE))

    page = text(client_of_dee.get(reverse("training:modules-detail", args=[version.ref])))

    assert "About 20 minutes." in page
    assert "5 questions in a test at the end." in page
    assert "1 thing to think about" in page
    assert "our safeguarding lead is told" in page


def test_a_module_may_be_begun_in_another_language(client_of_dee, version, asking):
    welsh = ModuleVersion.objects.create(
        page=asking, module_key=version.module_key, course_key=version.course_key, language="cy", number=1,
        title="Gofyn yn dda", content=version.content, sha256=version.sha256, published_at=NOW,
    )  # fmt: skip
    english = reverse("training:modules-detail", args=[version.ref])
    assert reverse("training:modules-detail", args=[welsh.ref]) in text(client_of_dee.get(english))

    answer = client_of_dee.post(reverse("training:modules-begin", args=[welsh.ref]), follow=True)

    assert Progress.objects.get().version == welsh
    assert '<h1 lang="cy">' in text(answer)


def test_one_press_begins_it_where_they_work(client_of_dee, version, dee, leeds):
    posts.appoint(
        post=posts.add(place=leeds, title="Officer", by=None, at=NOW), user=dee, starts=NOW.date(), by=None, at=NOW
    )
    begin = reverse("training:modules-begin", args=[version.ref])
    client_of_dee.post(begin)
    answer = client_of_dee.post(begin)

    begun = Progress.objects.get()
    assert answer["Location"] == reverse("training:progress-page", args=[begun.ref, "1"])
    assert (begun.enrolment.establishment, Learner.objects.get().login) == (leeds, dee)
    assert client_of_dee.get(reverse("training:modules-detail", args=[version.ref])).status_code == 302


def test_a_course_is_not_shown_to_whom_it_is_not_for(client, sam, version):
    client.force_login(sam)
    assert "Asking the question well" not in text(client.get(MINE))

    answer = client.post(reverse("training:modules-begin", args=[version.ref]), follow=True)

    assert "people who work in prisons" in text(answer)
    assert not Progress.objects.exists()


def test_it_says_where_to_go_on(client_of_dee, begun):
    page = text(client_of_dee.get(MINE))

    assert "Page 1 of 1" in page
    assert reverse("training:progress-detail", args=[begun.ref]) in page


def test_it_shows_what_is_finished_and_what_staff_wrote_down(client_of_dee, finished, learner):
    completions.key_in(learner=learner, module="safeguarding", version="", completed_on=NOW.date(), by=None, at=NOW)
    page = text(client_of_dee.get(MINE))

    assert "Finished on" in page
    assert "1 of 1 finished" in page
    assert "Keeping people safe" in page
    assert "Listening, and what trauma does" not in page  # this module counts as it, and stands with its course


def test_what_runs_out_and_what_is_new_is_due_again(client_of_dee, finished, asking, newer, now):  # noqa: F811
    assert "Learn what is new" not in text(client_of_dee.get(MINE))  # an edit that nobody need hear of
    Certificate.objects.update(expires_on=(now - timedelta(days=2)).date())

    page = text(client_of_dee.get(MINE))

    assert "It has run out." in page
    assert reverse("training:progress-refresh", args=[finished.ref]) in page


def test_news_that_they_should_know_is_due_with_its_words(client_of_dee, finished, asking):
    asking.is_material, asking.change_note, asking.minutes = True, "The law changed in May.", 25
    asking.save_revision().publish()

    assert "There is news. The law changed in May." in text(client_of_dee.get(MINE))
    assert ModuleVersion.objects.count() == 2


def test_six_weeks_later_they_are_asked_once(client_of_dee, finished):
    later = reverse("training:confidences-later", args=[finished.ref])
    assert later in text(client_of_dee.get(MINE))
    assert next(iter(asked(finished.version.plain, "later")))

    sent = {"sure_0": "4", "differently": "I ask in private now."}
    assert client_of_dee.post(later, {"differently": "kept"}).status_code == 422
    assert "Thank you." in text(client_of_dee.post(later, sent, follow=True))
    client_of_dee.post(later, sent)

    said = Confidence.objects.get(moment="later")
    assert (said.sure, said.differently) == (4, "I ask in private now.")
    assert later not in text(client_of_dee.get(MINE))


def test_what_they_wrote_can_be_read_again_by_them_alone(client_of_dee, client, begun, dee, rosa):
    thought = next(name for name, one in blocks(begun.version.plain).items() if one["type"] == "reflection")
    reflections.write(progress=begun, block_id=thought, words="In the chapel.", by=dee, at=NOW)
    mine = reverse("training:reflections-mine")
    assert "In the chapel." in text(client_of_dee.get(mine))

    client.force_login(rosa)
    assert "In the chapel." not in text(client.get(mine))


def test_they_see_what_whoever_read_it_said_last(client_of_dee, begun, dee, rosa):
    thought = next(name for name, one in blocks(begun.version.plain).items() if one["type"] == "reflection")
    written = reflections.write(progress=begun, block_id=thought, words="In the chapel.", by=dee, at=NOW)
    for key, outcome, words in (("a", "more", "Say more of the chapel."), ("b", "met", "Thank you, that is it.")):
        Assessment.objects.create(
            key=key, progress=begun, block_id=thought, kind="reflection", reflection=written, written_at=NOW,
            outcome=outcome, words=words, on=NOW.date(), made_at=NOW, made_by=rosa,
        )  # fmt: skip

    for url in (reverse("training:reflections-mine"), reverse("training:progress-page", args=[begun.ref, "1"])):
        page = text(client_of_dee.get(url))
        assert "It is enough" in page
        assert "Thank you, that is it." in page
        assert "Say more of the chapel." not in page


def test_no_page_is_heavy(client_of_dee, finished):
    for name, more in (("progress-detail", ()), ("progress-page", ("1",)), ("attempts-begin", ())):
        page = client_of_dee.get(reverse(f"training:{name}", args=[finished.ref, *more]))
        assert len(page.content) < 50_000
