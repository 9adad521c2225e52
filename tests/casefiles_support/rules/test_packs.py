"""What a pack says: true about the dates, kind about the rest, and nothing on the outside or on a slip."""

from dataclasses import fields
from datetime import date
from string import Formatter

import pytest

from casefiles_support.rules import packs
from casefiles_support.rules.pack_words import days
from casefiles_support.rules.pack_words.english import ENGLISH
from casefiles_support.rules.pack_words.filled import standing
from casefiles_support.rules.pack_words.welsh import WELSH
from casefiles_support.rules.packs import Appointment, Asked, PackFacts, Promise
from law.access_clock import Fact, work_out

ON = date(2026, 11, 28)
OUTSIDE_WORDS = ("file", "council", "social", "care ", "record", "abuse", "mentor", "mewn gofal", "cyngor", "cofnod")


def asked(*facts, on=ON, status="running", holder="Leeds"):
    return Asked(holder, status, work_out(facts=list(facts), on=on))


def facts(**values):
    return PackFacts(**{"name": "Jo", "printed_on": ON, **values})


def all_words(blocks):
    """Every text of some blocks, one after the other."""
    if isinstance(blocks, str):
        return blocks
    if isinstance(blocks, dict):
        return " ".join(all_words(one) for key, one in blocks.items() if key not in ("kind", "lang"))
    return " ".join(all_words(one) for one in blocks) if isinstance(blocks, list | tuple) else ""


def test_a_pack_has_nine_pages_that_each_have_a_name():
    titles = [page["title"] for page in packs.pages(facts())]

    assert len(titles) == len(set(titles)) == 9
    assert titles[0] == "Where things are now"
    assert titles[-1] == "My notes"


def test_the_last_day_is_said_with_its_weekday_and_how_it_was_worked_out():
    one = asked(Fact("received", date(2026, 11, 25)))
    where, dates, *_ = packs.pages(facts(asked=(one,)))

    assert "They have until the end of Tuesday 29 December 2026." in all_words(where)
    assert "Leeds: answer by Tuesday 29 December 2026" in all_words(dates)
    assert "Christmas Day" in all_words(dates)


def test_the_two_clocks_stand_beside_each_other():
    promise = Promise("Alex comes to see you", date(2026, 12, 3))
    page = packs.pages(facts(asked=(asked(Fact("received", date(2026, 11, 25))),), promises=(promise,)))[1]
    columns = page["blocks"][0]

    assert columns["left"]["items"] == ["Leeds: answer by Tuesday 29 December 2026"]
    assert columns["right"]["items"] == ["Thursday 3 December 2026: Alex comes to see you"]


def test_days_are_marked_in_the_grid_by_letters():
    reading = Promise("You plan to read", date(2026, 12, 8), reading=True)
    page = packs.pages(facts(asked=(asked(Fact("received", date(2026, 11, 25))),), promises=(reading,)))[1]
    grids = next(block for block in page["blocks"] if block["kind"] == "months")["months"]
    marks = {cell["day"]: cell["marks"] for week in grids[1]["weeks"] for cell in week if cell["marks"]}

    assert [grid["title"] for grid in grids] == ["November 2026", "December 2026"]
    assert marks == {8: "R", 29: "C"}


def test_a_month_begins_on_its_own_weekday_and_holds_each_day_once():
    (grid,) = days.months({date(2026, 2, 3): "W"}, ENGLISH)
    cells = [cell["day"] for week in grid["weeks"] for cell in week]

    assert [len(week) for week in grid["weeks"]] == [7] * len(grid["weeks"])
    assert cells[:7] == [0, 0, 0, 0, 0, 0, 1]
    assert [day for day in cells if day] == list(range(1, 29))


def test_nobody_is_called_late_on_a_day_that_is_only_a_guess():
    told = " ".join(standing(asked(Fact("received", date(2026, 9, 1), basis="assumed")), ENGLISH))

    assert "They may be late" in told
    assert "They are late" not in told


def test_late_is_said_once_the_day_has_passed_for_certain():
    told = " ".join(standing(asked(Fact("received", date(2026, 9, 1))), ENGLISH))

    assert "They are late. That is not your fault." in told


def test_a_pause_has_no_last_day():
    question = (Fact("received", date(2026, 11, 10)), Fact("clarification_asked", date(2026, 11, 20)))
    told = " ".join(standing(asked(*question, status="paused"), ENGLISH))

    assert "Their time stands still" in told
    assert "until the end of" not in told


def test_what_is_answered_has_no_last_day_either():
    done = (Fact("received", date(2026, 11, 1)), Fact("full_reply", date(2026, 11, 20)))

    assert standing(asked(*done, status="answered"), ENGLISH) == ["Leeds: they have answered."]


def test_help_is_for_where_somebody_is():
    inside, outside = (all_words(packs.pages(facts(in_prison=prison))) for prison in (True, False))

    assert "Listener" in inside
    assert "cell bell" in inside
    assert "Listener" not in outside
    assert "999" in outside
    assert "116 123" in inside
    assert "116 123" in outside


def test_no_page_names_a_web_address():
    said = all_words(packs.pages(facts())) + all_words(packs.pages(facts(lang="cy", in_prison=False)))

    assert [word for word in said.split() if "www" in word or "://" in word or ".uk" in word or ".org" in word] == []


def test_slips_say_nothing_about_why():
    meet = Appointment(on=date(2027, 1, 12), time="1pm", where="Education", tonight=True)
    for lang in packs.LANGUAGES:
        made = packs.slips(facts(lang=lang, number="A1234BC", appointment=meet, ring="0113 496 0000"))

        assert len(made) == 2
        assert [word for word in OUTSIDE_WORDS if word in all_words(made).lower()] == []


def test_nobody_is_asked_to_look_in_unless_the_person_agreed():
    titles = [slip["title"] for slip in packs.slips(facts(appointment=Appointment(on=ON)))]

    assert titles == ["Private appointment"]


def test_there_is_no_slip_outside_a_prison():
    assert packs.slips(facts(in_prison=False, appointment=Appointment(on=ON, tonight=True))) == []


def test_the_outside_says_nothing():
    for words in packs.LANGUAGES.values():
        assert [word for word in OUTSIDE_WORDS if word in all_words(dict(words.cover)).lower()] == []


@pytest.mark.parametrize("part", [one.name for one in fields(WELSH) if isinstance(getattr(WELSH, one.name), dict)])
def test_welsh_has_the_same_words_with_the_same_gaps(part):
    english, welsh = getattr(ENGLISH, part), getattr(WELSH, part)

    assert set(english) == set(welsh)
    assert {key: gaps(words) for key, words in english.items()} == {key: gaps(words) for key, words in welsh.items()}


def gaps(words):
    return sorted(name for _, name, _, _ in Formatter().parse(words) if name)


def test_welsh_has_as_many_choices_days_and_months():
    for part in ("choices", "days", "short_days", "months"):
        assert len(getattr(WELSH, part)) == len(getattr(ENGLISH, part))


def test_welsh_says_so_while_nobody_fluent_has_read_it():
    assert WELSH.read_by == ""
    assert WELSH.not_read


def test_a_welsh_day_is_said_in_welsh():
    assert days.said(date(2026, 12, 29), WELSH) == "dydd Mawrth 29 Rhagfyr 2026"
