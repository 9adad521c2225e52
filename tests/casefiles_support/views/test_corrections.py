"""Having something put right; and a page of their own words, of which nothing stays."""

import logging
from io import BytesIO

import pytest
from django.core.cache import cache
from django.db import connection
from django.urls import reverse
from pypdf import PdfReader

from accounts import sessions as signed
from accounts.holding import SECRET
from audit.models import Event
from casefiles_support.forms.letters import PrintForm
from people.models import Person

pytestmark = pytest.mark.django_db
WORDS = "Quagmire: I was never called difficult by anybody who knew me"


@pytest.fixture
def url(correction):
    return reverse("casefiles_support:corrections-statement", args=[correction.ref])


@pytest.fixture
def as_finn(client, sign_in, finn):
    return sign_in(client, finn)


def everything_kept():
    """Everything that each table holds, as one text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found.append(str(cursor.fetchall()))
    return "\n".join(found)


def text_of(answer):
    pages = PdfReader(BytesIO(answer.getvalue())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_their_words_are_on_the_page_and_nowhere_else(as_finn, url, caplog):
    caplog.set_level(logging.DEBUG)
    answer = as_finn.post(url, {"unkept_words": f'{WORDS}\n\n#eval("1")'})

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "no-store"
    printed = text_of(answer)
    assert WORDS in printed and "Jo Canary" in printed and '#eval("1")' in printed
    assert "Quagmire" not in everything_kept()
    assert "Quagmire" not in caplog.text
    assert "Quagmire" not in str(dict(as_finn.session))
    assert "Quagmire" not in str(vars(cache))


def test_the_trail_says_that_something_was_printed_and_not_what(as_finn, url, correction):
    as_finn.post(url, {"unkept_words": WORDS})

    printed = Event.objects.get(verb="files.correction.statement_printed")
    assert (printed.subject_ref, printed.detail) == (correction.ref, {"request": correction.request.ref})


def test_what_will_not_do_is_shown_again_and_not_kept(as_finn, url):
    answer = as_finn.post(url, {"unkept_words": WORDS * 200})

    assert answer.status_code == 422
    assert answer["Cache-Control"] == "no-store"
    assert "too long" in answer.text
    assert "Quagmire" not in everything_kept()


def test_whoever_is_signed_out_while_they_write_leaves_nothing_here(as_finn, url):
    session = as_finn.session
    session[signed.SEEN] = session.get(signed.SEEN, 0) - 10**7
    session.save()

    answer = as_finn.post(url, {"unkept_words": WORDS, "large_print": "on"})

    assert answer.status_code == 302
    assert "Quagmire" not in everything_kept()


def test_an_empty_page_is_asked_for_words(as_finn, url):
    assert as_finn.post(url, {"unkept_words": ""}).status_code == 422


def test_the_person_prints_their_own(client, sign_in, url, jo, make_user):
    login = make_user("jo", name="Jo")
    Person.objects.filter(pk=jo.pk).update(login=login)

    answer = sign_in(client, login).post(url, {"unkept_words": WORDS, "large_print": "on"})

    assert WORDS in text_of(answer)


def test_what_they_may_choose_is_said_before_they_choose(as_finn, correction):
    text = as_finn.get(reverse("casefiles_support:corrections-of_request", args=[correction.request.ref])).text

    assert "Leave it" in text
    assert "A page in your own words" in text


def test_somebody_who_was_first_is_not_written_over(as_finn, correction):
    send = reverse("casefiles_support:corrections-send", args=[correction.ref])
    told = {"on_0": "22", "on_1": "11", "on_2": "2026", "version": "1"}
    receive = reverse("casefiles_support:corrections-receive", args=[correction.ref])

    assert as_finn.post(send, told).status_code == 302
    assert as_finn.post(receive, told).status_code == 409


def test_the_page_of_own_words_of_a_letter_is_as_little_kept():
    assert list(PrintForm(own_page=True).fields) == ["unkept_words"]
    assert any(word in "unkept_words" for word in SECRET)
