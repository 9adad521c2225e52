"""Nothing about anybody stands in a log, whatever went wrong and whoever wrote the message."""

import io
import json
import logging

import pytest
from django.core.exceptions import SuspiciousOperation
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.urls import path

from common import logs
from common.access import allow, anyone
from common.requests import request_id
from config.urls import urlpatterns as house

NAME, PHONE, EMAIL = "Zebedee Quillfeather", "07700 900123", "zebedee@quill.example"
CANARIES = (NAME, "Quillfeather", "Zebedee", PHONE, "900123", EMAIL, "quill.example")
log = logging.getLogger("tests.logs")


class Lines:
    """What a formatter made of everything that was logged."""

    def __init__(self, formatter):
        self.stream = io.StringIO()
        self.handler = logging.StreamHandler(self.stream)
        self.handler.setFormatter(formatter)

    @property
    def text(self):
        return self.stream.getvalue()

    def parsed(self):
        return [json.loads(line) for line in self.text.splitlines()]


@pytest.fixture(params=[logs.JsonLines, logs.ShortLines])
def written(request):
    lines = Lines(request.param())
    root = logging.getLogger()
    before = root.level
    root.addHandler(lines.handler)
    root.setLevel(logging.DEBUG)
    yield lines
    root.removeHandler(lines.handler)
    root.setLevel(before)


@pytest.fixture
def json_lines():
    lines = Lines(logs.JsonLines())
    logging.getLogger().addHandler(lines.handler)
    yield lines
    logging.getLogger().removeHandler(lines.handler)


def clean(text):
    return not [canary for canary in CANARIES if canary in text]


def test_a_message_that_stands_in_the_code_is_written(written):
    log.info("A thing happened")

    assert "A thing happened" in written.text


def test_arguments_are_never_filled_in(written):
    log.warning("Told %s at %s", NAME, PHONE)

    assert "Told %s at %s" in written.text
    assert clean(written.text)


def test_a_message_made_up_at_run_time_is_withheld(written):
    log.warning(f"Told {NAME} at {PHONE}")
    log.warning("Told " + EMAIL)
    log.warning({"name": NAME})
    log.warning(ValueError(NAME))

    assert written.text.count("(withheld) at test_logs.py") == 4
    assert clean(written.text)


def test_a_made_up_template_with_arguments_is_masked(written):
    log.warning(f"Told '{NAME}' {EMAIL} {PHONE} %s", 1)

    assert clean(written.text)


def test_wrong_arguments_do_not_spill(capsys):
    lines = Lines(logs.JsonLines())
    lines.handler.handle(log.makeRecord("x", logging.ERROR, __file__, 1, "Count %d and %d", (NAME,), None))

    assert "Count %d and %d" in lines.text
    assert clean(lines.text + capsys.readouterr().err)


def test_extras_are_written_only_under_known_names_and_in_the_shape_of_names(written):
    log.info(
        "Extras", extra={"route": "people/<ref>/", "status": 200, "task": NAME, "surname": NAME, "user_ref": EMAIL}
    )

    assert "people/<ref>/" in written.text
    assert "200" in written.text
    assert clean(written.text)


def test_an_exception_gives_its_class_and_its_places_but_not_its_words_or_values(written):
    secret = NAME
    try:
        try:
            raise KeyError(secret)
        except KeyError as first:
            raise ValueError(f"{PHONE} {EMAIL}") from first
    except ValueError:
        log.exception("It broke")

    assert "ValueError" in written.text
    assert "KeyError" in written.text
    assert "test_logs.py" in written.text
    assert clean(written.text)


def test_an_exception_that_is_its_own_cause_ends(written):
    try:
        raise ValueError
    except ValueError as fault:
        other = KeyError()
        fault.__context__, other.__context__ = other, fault
        log.exception("Round and round")

    assert "KeyError" in written.text


@pytest.mark.django_db
def test_the_database_does_not_quote_what_it_refused(written, rosa):
    table = type(rosa)._meta.db_table
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"CREATE TABLE canary (email varchar(99) UNIQUE, who varchar(99)); -- {table}")
            for _ in range(2):
                cursor.execute("INSERT INTO canary VALUES (%s, %s)", [EMAIL, NAME])
    except IntegrityError as fault:
        assert connection.vendor == "sqlite" or EMAIL in str(fault)  # PostgreSQL does quote it
        log.exception("It was there already")

    assert "IntegrityError" in written.text
    assert clean(written.text)
    if connection.vendor == "postgresql":
        assert "canary_email_key" in written.text
        assert "23505" in written.text


@pytest.mark.parametrize("nasty", ["a\r\nb", "a\u2028b", "\u202egnp.exe", "a\x1b[31mb", "\x00"])
def test_one_line_stays_one_line(written, nasty):
    log.warning(nasty)
    log.info("Route", extra={"route": nasty, "task": nasty})

    assert len(written.text.splitlines()) == 2
    assert written.text.isascii()


def test_each_line_is_an_object_with_the_number_of_its_request(json_lines):
    token = request_id.set("7h2kq09vxt4m")
    log.warning("Numbered", extra={"ms": 12.3456})
    request_id.reset(token)

    [line] = json_lines.parsed()
    assert line["request"] == "7h2kq09vxt4m"
    assert (line["level"], line["logger"], line["message"], line["ms"]) == ("WARNING", "tests.logs", "Numbered", 12.3)
    assert line["time"].endswith("+00:00")


def test_the_settings_send_no_log_by_email_and_write_no_query():
    config = logs.config(short=False)

    assert set(config["handlers"]) == {"stderr"}
    assert logging.getLogger("django").handlers == []
    assert logging.getLogger("django.db.backends").level >= logging.INFO


# ---------------------------------------------------------------- Through a whole request


@allow(anyone)
def breaks(request, ref):
    """Anyone."""
    secret = request.POST["name"]
    raise RuntimeError(f"{secret} {request.POST['phone']}")


@allow(anyone)
def suspects(request, ref):
    """Anyone."""
    raise SuspiciousOperation(request.POST["email"])


@allow(anyone)
def fine(request, ref):
    """Anyone."""
    return HttpResponse(request.user.display_name)


urlpatterns = [
    path("tests/<ref>/breaks/", breaks, name="breaks"),
    path("tests/<ref>/suspects/", suspects, name="suspects"),
    path("tests/<ref>/fine/", fine, name="fine"),
    *house,
]
FORM = {"name": NAME, "phone": PHONE, "email": EMAIL}


@pytest.mark.django_db
@pytest.mark.urls(__name__)
class TestARequest:
    def send(self, client, verb, query=f"?q={NAME}"):
        client.raise_request_exception = False
        return client.post(f"/tests/{NAME}/{verb}/{query}", FORM, headers={"user-agent": NAME, "referer": EMAIL})

    def test_that_breaks_is_logged_without_what_was_sent(self, client, json_lines):
        answer = self.send(client, "breaks")

        assert answer.status_code == 500
        assert clean(json_lines.text)
        [fault] = [line for line in json_lines.parsed() if "fault" in line]
        assert fault["fault"] == ["RuntimeError"]
        assert any("breaks" in frame for frame in fault["frames"])
        assert fault["request"] == answer["X-Request-Id"]

    def test_that_is_suspicious_is_logged_without_what_was_sent(self, client, json_lines):
        assert self.send(client, "suspects").status_code == 400
        assert any(line["logger"].startswith("django.security") for line in json_lines.parsed())
        assert clean(json_lines.text)

    def test_from_a_wrong_host_is_logged_without_it(self, client, json_lines, settings):
        settings.ALLOWED_HOSTS = ["testserver"]
        client.get("/health/live", HTTP_HOST="quill.example")

        assert clean(json_lines.text)

    def test_that_is_refused_is_logged_by_its_route_and_the_users_ref(self, client, rosa, json_lines):
        client.force_login(rosa)
        answer = self.send(client, "fine")

        line = json_lines.parsed()[-1]
        assert line["logger"] == "alongside.requests"
        assert (line["method"], line["route"], line["status"]) == ("POST", "tests/<ref>/fine/", 200)
        assert line["user_ref"] == rosa.ref
        assert line["request"] == answer["X-Request-Id"]
        assert line["ms"] > 0
        assert clean(json_lines.text)
        assert "Rosa" not in json_lines.text

    def test_for_what_does_not_exist_says_no_address(self, client, json_lines):
        client.get(f"/tests/nothing/{NAME}")

        assert json_lines.parsed()[-1]["status"] == 404
        assert clean(json_lines.text)

    def test_with_an_odd_method_is_not_quoted(self, client, json_lines):
        client.generic("ZEBEDEE\nX", "/health/live")

        assert "ZEBEDEE" not in json_lines.text
