"""A text says a first name at most, fits, and gives nobody away: as a template, and again as it goes out."""

import pytest

from messaging import phrases, wording
from messaging.phrases import NotFit, Phrase, body_of, preview, problems, render, unfit
from tests.messaging.texting import PHRASE, promised

pytestmark = pytest.mark.django_db

FINE = {"name": "x", "version": 1, "english": "Hi {name}.", "welsh": "Helo {name}.", "longest": {"name": "Christopher"}}


@pytest.fixture
def places(monkeypatch):
    monkeypatch.setattr(wording, "_names", {})
    wording.names_from("tests", lambda: ["Leeds", "Send", "Stoke Heath", "  "])
    yield
    wording.forget_names()


def of(**changes) -> Phrase:
    return Phrase(**{**FINE, **changes})


def test_a_good_template_has_no_problems():
    assert problems(PHRASE) == []
    text, size = preview(PHRASE, "en")
    assert text.startswith("Hi Christopher-James, a reminder")
    assert (size.encoding, size.segments) == ("GSM-7", 1)
    assert preview(PHRASE, "cy")[1].encoding == "GSM-7"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"english": "See you at the prison."}, "English: A text must not say: prison."),
        ({"english": "Your case file is ready."}, "must not say: file"),
        ({"english": "Come to this address."}, "must not say: address"),
        ({"english": "Your mentor is late."}, "must not say: mentor"),
        ({"welsh": "Dewch i'r carchar."}, "Welsh: A text must not say: carchar."),
        ({"welsh": "Gofal i chi"}, "must not say: Gofal"),
        ({"welsh": "Eich ffeil"}, "must not say: ffeil"),
        ({"english": "It’s tomorrow"}, "English: These letters make a text cost twice: ’"),
        ({"welsh": "Dŵr"}, "cost twice: ŵ"),
        ({"english": "a" * 307}, "English: It is 3 texts long; 2 is the most."),
        ({"english": "{name}", "longest": {"name": "a" * 307}}, "3 texts long"),
        ({"english": "{time}"}, "English: Say how long time can be."),
        ({"english": "{name.ref}"}, "by its name alone"),
        ({"english": "{name!r}"}, "by its name alone"),
        ({"english": "{0}"}, "by its name alone"),
        ({"english": "{name"}, "by its name alone"),
        ({"welsh": " "}, "Welsh: It says nothing."),
    ],
)
def test_a_bad_template_is_refused_with_what_is_wrong(changes, says):
    assert says in " ".join(problems(of(**changes)))
    with pytest.raises(NotFit):
        phrases.declare(of(**changes))


def test_words_are_never_changed_under_the_same_version(monkeypatch):
    monkeypatch.setattr(phrases, "_phrases", {})
    monkeypatch.setattr(phrases, "_newest", {})
    phrases.declare(of())
    phrases.declare(of())
    with pytest.raises(NotFit, match="new version"):
        phrases.declare(of(english="Hello {name}."))
    phrases.declare(of(english="Hello {name}.", version=2))

    assert (phrases.phrase("x").version, phrases.phrase("x", 1).english) == (2, "Hi {name}.")


@pytest.mark.parametrize("values", [{}, {"name": ""}, {"name": "  "}])
def test_a_missing_value_is_never_sent_as_a_gap(values):
    with pytest.raises(NotFit, match="missing: name"):
        render(of(), "en", values)


@pytest.mark.parametrize(("name", "said"), [("Zoë", "Hi Zoe."), ("Llŷr", "Hi Llyr."), ("José", "Hi José.")])
def test_names_are_in_plain_letters_so_that_the_text_costs_once(name, said):
    assert render(of(), "en", {"name": name}) == said


def test_names_of_places_are_private_as_they_are_written(places):
    assert unfit("See you in Leeds") == ["A text must not say: Leeds."]
    assert unfit("See you at Stoke Heath") == ["A text must not say: Stoke Heath."]
    assert unfit("We will send it. Leedsy!") == []
    assert unfit("Hi Leeds", greeted="Leeds") == []


@pytest.mark.parametrize("name", ["Carey", "Courtney", "Harmony", "Prawfyn", "Tag"])
def test_nobody_is_kept_from_a_text_by_their_name(name):
    text = promised(values={"name": name, "time": "2pm"})

    assert f"Hi {name}," in body_of(text)


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"name": "Jo", "time": "2pm at the prison"}, "must not say: prison"),
        ({"name": "Jo", "time": "2pm, " + "later " * 60}, "texts long"),
        ({"name": "Jo"}, "missing: time"),
    ],
)
def test_words_are_looked_at_again_as_they_go_out(values, says):
    text = promised(values=values)

    with pytest.raises(NotFit, match=says):
        body_of(text)


def test_a_name_no_alphabet_of_phones_has_still_goes_if_it_fits():
    text = promised(template="tests.moved", values={"name": "日本", "time": "2pm"})

    assert body_of(text).startswith("Hi 日本,")


def test_welsh_is_said_to_those_who_want_it():
    assert body_of(promised(language="cy")).startswith("Helo Jo,")


def test_a_template_that_nobody_knows_any_more_is_not_sent():
    text = promised()
    text.template_version = 9
    with pytest.raises(NotFit, match="not known"):
        body_of(text)
