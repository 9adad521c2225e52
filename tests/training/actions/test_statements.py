"""A record store hears what happened: once, without a name, and only where one is set."""

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import call_command
from django.utils import timezone

from tests.conftest import NOW
from tests.training.courses import question, whole_body
from tests.training.finishing import LATER, answers, read_all, take_test
from training import health, record_store, tasks
from training.actions import answer_sheets, attempts, enrolments, learners, progress, regrades, statements
from training.models import LessonPage, ModuleVersion, Progress, Statement
from training.rules.versions import questions

# A store of our own listens on this machine; nothing leaves it.
pytestmark = [pytest.mark.django_db, pytest.mark.enable_socket]


class Store:
    """A store that keeps one statement of an id, as the specification asks, and answers as it is told to."""

    def __init__(self):
        self.kept, self.asked, self.answers = {}, [], []
        store = self

        class Handler(BaseHTTPRequestHandler):
            def do_PUT(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                store.asked.append((self.path, self.headers, body))
                status = store.answers.pop(0) if store.answers else 204
                if status == 204:
                    name = parse_qs(urlsplit(self.path).query)["statementId"][0]
                    status = 204 if store.kept.setdefault(name, body) == body else 409
                self.send_response(status)
                if status == 307:
                    self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                self.end_headers()

            def log_message(self, *args):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/xapi"
        threading.Thread(target=self.server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()


@pytest.fixture
def store(settings):
    made = Store()
    settings.XAPI_ENDPOINT, settings.XAPI_USER, settings.XAPI_PASSWORD = made.address, "us", "secret"
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def finished(store, begun, dee):
    """Dee tried twice, and finished."""
    read_all(begun, by=dee)
    take_test(begun, right=1, by=dee)
    take_test(begun, right=5, by=dee)
    return begun


def told():
    return [json.loads(one.content) for one in Statement.objects.order_by("pk")]


def verbs(some):
    return [one["verb"]["id"].rpartition("/")[2] for one in some]


def test_without_a_store_nothing_is_kept(begun, dee):
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)
    tasks.tell_record_store.call()

    assert not Statement.objects.exists()


def test_what_happens_is_promised_with_it(finished):
    said = told()

    assert verbs(said) == ["initialized", "failed", "passed", "completed"]
    assert said[2]["result"] == {
        "success": True, "score": {"scaled": 1.0, "raw": 100, "min": 0, "max": 100},
    }  # fmt: skip
    assert {one["context"]["registration"] for one in said} == {said[0]["context"]["registration"]}
    assert said[0]["object"]["definition"]["name"] == {"en-GB": "Asking the question well"}
    assert said[0]["context"]["revision"] == "1"
    assert said[1]["timestamp"] == "2026-11-22T10:00:00.000Z"


def test_nobody_is_named(finished, learner, dee):
    text = json.dumps(told())

    for word in ("Dee", "Marsh", "Leeds", learner.ref, dee.ref, f'"{dee.username}"'):
        assert word not in text
    assert len({one["actor"]["account"]["name"] for one in told()}) == 1


def test_which_help_somebody_has_is_not_told(store, begun, dee):
    attempt = attempts.begin(progress=begun, adjustments=["scribe"], by=dee, at=NOW)
    attempts.hand_in(attempt=attempt, given={}, by=dee, at=LATER)

    assert "scribe" not in json.dumps(told())


def test_what_came_from_paper_says_so(store, version, rosa):
    whose = answer_sheets.Whose(name="Kit")
    sheet = answer_sheets.give(whose=whose, version=version, key="k", by=rosa, at=NOW)
    written = answer_sheets.Written(on=NOW.date(), has_read=False, given={})
    answer_sheets.key_in(sheet=sheet, written=written, by=rosa, at=LATER)

    assert list(told()[1]["context"]["extensions"].values()) == ["paper"]


def test_what_is_undone_is_not_told(store, asking, version, learner, dee):
    enrolment = enrolments.enrol(learner=learner, course=asking.get_parent().specific, source="self", by=dee, at=NOW)
    with pytest.raises(RuntimeError), statements.transaction.atomic():
        progress.begin(enrolment=enrolment, version=version, by=dee, at=NOW)
        raise RuntimeError

    assert not Progress.objects.exists()
    assert not Statement.objects.exists()


def test_the_store_gets_each_once(store, finished):
    for _ in range(2):
        tasks.tell_record_store.call()

    assert [body for _, _, body in store.asked] == told()
    path, headers, body = store.asked[0]
    assert path == f"/xapi/statements?statementId={body['id']}"
    assert headers["X-Experience-API-Version"] == "1.0.3"
    assert headers["Authorization"] == "Basic dXM6c2VjcmV0"
    assert not Statement.objects.filter(sent_at=None).exists()


def test_sent_again_after_an_answer_that_was_lost_the_store_has_one(store, finished):
    tasks.tell_record_store.call()
    Statement.objects.update(sent_at=None, next_try_at=NOW)
    tasks.tell_record_store.call()

    assert len(store.asked) == 8
    assert len(store.kept) == 4
    assert not Statement.objects.filter(sent_at=None).exists()


@pytest.mark.parametrize("status", [500, 503, 401, 429, 307])
def test_a_store_that_is_away_is_asked_again_and_nothing_is_lost(store, finished, status):
    store.answers = [status]
    tasks.tell_record_store.call()
    assert len(store.asked) == 1
    assert Statement.objects.filter(sent_at=None).count() == 4

    Statement.objects.update(next_try_at=NOW)
    tasks.tell_record_store.call()
    assert len(store.kept) == 4


def test_what_is_refused_waits_for_a_person(store, finished, capsys):
    store.answers = [400]
    tasks.tell_record_store.call()
    assert Statement.objects.exclude(refused_at=None).count() == 1
    assert len(store.kept) == 3
    assert health.store(timezone.now()).state == "look"

    call_command("tell_record_store", refused=True)
    assert capsys.readouterr().out == "Everything is sent.\n"
    assert len(store.kept) == 4
    assert health.store(timezone.now()).state == "ok"


def test_a_store_that_is_away_for_long_is_looked_at_and_nothing_is_down(finished):
    assert health.store(LATER).state == "ok"
    assert health.store(LATER + timedelta(days=1)).state == "look"


def test_of_two_who_take_at_once_one_has_it(finished):
    first, second = statements.take(by=None, at=LATER), statements.take(by=None, at=LATER)

    assert (len(first), second) == (4, [])
    assert len(statements.take(by=None, at=LATER + timedelta(minutes=3))) == 4


def test_the_pauses_grow_to_a_day_and_never_end(finished):
    one = Statement.objects.first()
    for tries, wait in [(0, timedelta(minutes=1)), (3, timedelta(minutes=8)), (40, timedelta(days=1))]:
        Statement.objects.filter(pk=one.pk).update(tries=tries)
        one.refresh_from_db()
        statements.settle(statement=one, status=record_store.NO_ANSWER, by=None, at=LATER)
        one.refresh_from_db()
        assert one.next_try_at == LATER + wait


def test_nobody_there_is_no_answer(settings):
    settings.XAPI_ENDPOINT = "http://127.0.0.1:9/xapi"

    assert record_store.tell({"id": "x"}) == record_store.NO_ANSWER


def test_one_learner_is_one_actor_and_two_are_two(store, asking, version, dee):
    for name in ("Kit", "Bo"):
        someone = learners.add(name=name, place="", login=None, by=None, at=NOW)
        on_it = enrolments.enrol(learner=someone, course=asking.get_parent().specific, source="staff", by=dee, at=NOW)
        progress.begin(enrolment=on_it, version=version, by=dee, at=NOW)

    assert len({one["actor"]["account"]["name"] for one in told()}) == 2


@pytest.fixture
def wrong_key(asking, version):
    """A version in which the right answer to the first question of the test is b, and not a; and that question's id."""
    page, body = LessonPage.objects.get(), whole_body()
    body[4] = question("q1", right="b")
    page.body = json.dumps(body)
    page.save_revision().publish()
    asking.save_revision().publish()
    return ModuleVersion.objects.of(asking).last(), body[4]["id"]


def mark_again(version, wrong_key, rosa):
    corrected, block_id = wrong_key
    said = {"block_id": block_id, "rule": "rekey", "reason": "The key was wrong", "by": rosa, "at": LATER}
    return regrades.regrade(version=version, corrected=corrected, **said)


def chose_b(begun, dee, *, right):
    """A test in which so many answers are right by the old key, not the first, where they chose b."""
    attempt = attempts.begin(progress=begun, by=dee, at=NOW)
    given = answers(begun, right=right)
    first = next(iter(given))
    asked = questions(begun.version.plain)[first]["value"]["options"]
    return attempts.hand_in(attempt=attempt, given=given | {first: asked[1]["id"]}, by=dee, at=NOW)


def test_a_mark_that_rises_later_is_told_and_so_is_that_they_pass_by_it(store, begun, version, wrong_key, dee, rosa):
    read_all(begun, by=dee)
    attempt = chose_b(begun, dee, right=4)

    mark_again(version, wrong_key, rosa)

    said = told()
    assert verbs(said) == ["initialized", "failed", "passed", "completed"]
    assert said[2]["result"] == {"success": True, "score": {"scaled": 0.8, "raw": 80, "min": 0, "max": 100}}
    assert said[2]["timestamp"] == "2026-11-22T10:00:00.000Z"
    assert said[2]["id"] not in {one["id"] for one in (said[0], said[1])}
    assert attempt.ref not in json.dumps(said)


def test_a_mark_that_rises_without_a_pass_is_told_as_a_score(store, begun, version, wrong_key, dee, rosa):
    chose_b(begun, dee, right=2)

    mark_again(version, wrong_key, rosa)

    assert verbs(told()) == ["initialized", "failed", "scored"]
    assert told()[2]["result"]["success"] is False
    assert told()[2]["result"]["score"]["raw"] == 40


def test_a_mark_that_stays_is_not_told_again(store, begun, version, wrong_key, dee, rosa):
    take_test(begun, right=5, by=dee, at=NOW)

    mark_again(version, wrong_key, rosa)

    assert verbs(told()) == ["initialized", "passed"]


def test_a_refresher_is_begun_as_well_and_says_what_it_refreshes(finished, version, dee):
    before = told()

    for _ in range(2):
        again = progress.refresh(progress=finished, version=version, by=dee, at=LATER)
    take_test(again, right=5, by=dee)

    said = told()[len(before) :]
    assert verbs(said) == ["initialized", "passed", "completed"]
    (registration,) = {one["context"]["registration"] for one in said}
    assert registration != before[0]["context"]["registration"]
    for one in said:
        extensions = one["context"]["extensions"]
        assert extensions["http://localhost:8000/training/xapi/refreshes"] == before[0]["context"]["registration"]
    assert not any("refreshes" in json.dumps(one["context"]) for one in before)
