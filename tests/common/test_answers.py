"""How a view answers: with a page, with a form that says what is wrong, or with two versions."""

from datetime import date, time
from types import SimpleNamespace

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from common import answers
from common.forms import HouseForm, PlainDateField
from common.transitions import NotAllowed, Stale
from common.words import in_words

# The frame of a page asks the database for its footer.
pytestmark = pytest.mark.django_db

TEMPLATE = "400.html"  # any page will do


class Visit(HouseForm):
    place = forms.ChoiceField(label="Where did you meet?", choices=[("a", "HMP Wealstun"), ("b", "By phone")])
    on = PlainDateField(label="When?")
    note = forms.CharField(label="What happened?", required=False, widget=forms.Textarea)
    version = forms.IntegerField(widget=forms.HiddenInput)


GOOD = {"place": "b", "on_0": "14", "on_1": "11", "on_2": "2026", "note": "<b>We talked</b>", "version": "3"}


@pytest.fixture
def request_():
    request = RequestFactory().post("/anywhere/", GOOD)
    request.user = AnonymousUser()
    return request


def refuse(*, by):
    raise NotAllowed("You logged this already.", "It was on Tuesday.")


def test_a_page_without_a_form_is_ok(request_):
    assert answers.page(request_, TEMPLATE).status_code == 200


def test_a_form_that_was_not_sent_is_ok(request_):
    assert answers.page(request_, TEMPLATE, {"form": Visit()}).status_code == 200


def test_a_form_that_will_not_do_is_422(request_):
    assert answers.page(request_, TEMPLATE, {"form": Visit({})}).status_code == 422


def test_a_form_that_will_do_is_ok(request_):
    assert answers.page(request_, TEMPLATE, {"form": Visit(GOOD)}).status_code == 200


def test_an_action_that_is_allowed_gives_its_answer():
    assert answers.attempt(Visit(GOOD), lambda *, by: f"done by {by}", by="sam") == "done by sam"


def test_a_refusal_becomes_errors_of_the_form(request_):
    form = Visit(GOOD)
    assert form.is_valid()

    assert answers.attempt(form, refuse, by="sam") is None
    assert form.non_field_errors() == ["You logged this already.", "It was on Tuesday."]
    assert answers.page(request_, TEMPLATE, {"form": form}).status_code == 422


def test_a_refusal_never_speaks_html():
    form = Visit(GOOD)

    def refuse_loudly():
        raise NotAllowed("<script>alert(1)</script>")

    answers.attempt(form, refuse_loudly)
    assert "&lt;script&gt;" in form.render()
    assert "<script>" not in form.render()


def test_stale_is_not_swallowed():
    def stale():
        raise Stale(SimpleNamespace())

    with pytest.raises(Stale):
        answers.attempt(Visit(GOOD), stale)


@pytest.fixture
def two_versions(request_):
    form = Visit(request_.POST)
    assert form.is_valid()
    record = SimpleNamespace(place="a", on=date(2026, 11, 14), note="", version=7)
    return answers.conflict(request_, form, Stale(record), back="/back/")


def test_two_versions_are_409(two_versions):
    assert two_versions.status_code == 409


def test_both_versions_are_shown_in_words(two_versions):
    page = two_versions.content.decode()

    assert "HMP Wealstun" in page
    assert "By phone" in page
    assert "14 November 2026" in page
    assert "Nothing is lost" in page
    assert 'href="/back/"' in page


def test_what_was_typed_is_kept_and_escaped(two_versions):
    page = two_versions.content.decode()

    assert "&lt;b&gt;We talked&lt;/b&gt;" in page
    assert "<b>We talked" not in page


def test_saving_again_is_on_top_of_the_newer_version(two_versions):
    page = two_versions.content.decode()

    assert '<input type="hidden" name="version" value="7" id="id_version">' in page


def test_only_what_differs_is_marked(two_versions):
    assert two_versions.content.decode().count('class="differs"') == 2


def test_a_prefixed_form_keeps_its_prefix(request_):
    form = Visit({f"one-{name}": value for name, value in GOOD.items()}, prefix="one")
    assert form.is_valid(), form.errors

    page = answers.conflict(request_, form, Stale(SimpleNamespace(place="a", on=None, note="", version=9)))

    assert 'name="one-version" value="9"' in page.content.decode()


def test_columns_of_another_name_can_be_given(request_):
    form = Visit(request_.POST)
    form.is_valid()

    page = answers.conflict(request_, form, Stale(SimpleNamespace(version=2)), standing={"place": "a", "note": "Older"})

    assert "HMP Wealstun" in page.content.decode()
    assert "Older" in page.content.decode()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "Yes"),
        (False, "No"),
        (None, "Nothing"),
        ("", "Nothing"),
        ([], "Nothing"),
        (0, "0"),
        (date(2026, 11, 4), "4 November 2026"),
        (time(14, 5), "2.05pm"),
        (["a", "b"], "a, b"),
        ("<b>", "<b>"),
    ],
)
def test_a_value_is_said_in_words(value, words):
    assert in_words(value) == words


def test_choices_are_said_in_their_own_words():
    field = forms.MultipleChoiceField(choices=[("x", "Money"), ("Home", [("y", "Rent")])])

    assert in_words(["x", "y", "gone"], field) == "Money, Rent, gone"
