"""Questions are read the way people answer them, and nonsense gets a sentence, never an error page."""

from datetime import date, time

import pytest
from django import forms
from django.http import QueryDict
from hypothesis import given, settings
from hypothesis import strategies as st

from common.forms import HouseForm, MinutesField, PlainDateField, PlainTimeField

LONG = "9" * 400
# What people and their enemies type: other scripts' digits, exponents, signs, markup, control characters.
NONSENSE = [
    "９",
    "٣",
    "²",
    "1e3",
    "0x10",
    "-1",
    "+1",
    "1.0",
    " ",
    "\x00",
    "\x1b[31m",
    "\ud800",
    "<b>",
    "NaN",
    "1_0",
    LONG,
    "½",
]
anything = st.one_of(st.sampled_from(NONSENSE), st.text(max_size=30), st.integers().map(str), st.none())


class Questions(HouseForm):
    who = forms.CharField(label="Who did you meet?", max_length=10, error_messages={"required": "Enter who you met."})
    what = forms.CharField(label="What happened?", required=False, max_length=20, widget=forms.Textarea)
    on = PlainDateField(label="When?", help_text="For example, 14 11 2026.")
    at = PlainTimeField(label="What time?")
    minutes = MinutesField(label="How long?", most=600)
    kind = forms.ChoiceField(
        label="What kind?", choices=[("a", "One to one"), ("b", "Group")], widget=forms.RadioSelect
    )
    topics = forms.MultipleChoiceField(
        label="Topics", choices=[("x", "Money"), ("y", "Work")], widget=forms.CheckboxSelectMultiple, required=False
    )
    worried = forms.BooleanField(label="I am worried", required=False, help_text="We will ring.")
    email = forms.EmailField(label="Email", required=False)
    secret = forms.CharField(label="Password", required=False, strip=False, widget=forms.PasswordInput)
    version = forms.IntegerField(widget=forms.HiddenInput)


GOOD = {
    "who": "Jo", "on_0": "14", "on_1": "11", "on_2": "2026", "at": "2.30pm", "minutes": "45", "kind": "a",
    "version": "3",
}  # fmt: skip


def asked(**changes: object) -> Questions:
    return Questions({**GOOD, **changes})


def read(field: forms.Field, typed: object) -> object:
    return field.clean(typed)


# ---------------------------------------------------------------- It works


def test_good_answers_are_read():
    form = asked()

    assert form.is_valid(), form.errors
    assert form.cleaned_data["on"] == date(2026, 11, 14)
    assert form.cleaned_data["at"] == time(14, 30)
    assert form.cleaned_data["minutes"] == 45


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("1430", time(14, 30)),
        ("2.30pm", time(14, 30)),
        ("2:30 PM", time(14, 30)),
        ("2pm", time(14)),
        ("2 p.m.", time(14)),
        ("9", time(9)),
        ("09:05", time(9, 5)),
        ("02:30", time(2, 30)),
        ("0230", time(2, 30)),
        ("14.30pm", time(14, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("midday", time(12)),
        ("Midnight", time(0)),
        ("0:05", time(0, 5)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read_however_people_say_it(typed, means):
    assert read(PlainTimeField(), typed) == means


@pytest.mark.parametrize("typed", ["2.30", "7", "1:15"])
def test_a_time_that_could_be_morning_or_afternoon_is_asked_about(typed):
    with pytest.raises(forms.ValidationError, match="am or pm"):
        read(PlainTimeField(), typed)


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("45", 45),
        ("45 minutes", 45),
        ("45mins", 45),
        ("1h", 60),
        ("1 hour", 60),
        ("1h30", 90),
        ("1 hour and 30 minutes", 90),
        ("2 hrs 5 min", 125),
        ("1:30", 90),
    ],
)
def test_a_length_of_time_is_read_however_people_say_it(typed, means):
    assert read(MinutesField(), typed) == means


@pytest.mark.parametrize("month", ["11", "Nov", "november", "NOVEMBER"])
def test_a_month_may_be_a_word(month):
    assert read(PlainDateField(), ["1", month, "2026"]) == date(2026, 11, 1)


def test_a_leap_day_is_a_day():
    assert read(PlainDateField(), ["29", "2", "2028"]) == date(2028, 2, 29)


# ---------------------------------------------------------------- It refuses, and says why


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("31", "2", "2026"), "That date does not exist. Check the day and the month."),
        (("29", "2", "2027"), "That date does not exist. Check the day and the month."),
        (("0", "1", "2026"), "That date does not exist. Check the day and the month."),
        (("1", "13", "2026"), "The month must be between 1 and 12."),
        (("1", "1", "1899"), "The year must be between 1900 and 2100."),
        (("1", "1", "2101"), "The year must be between 1900 and 2100."),
        (("1", "1", "26"), "Write the year with four numbers, such as 2026."),
        (("1", "1", ""), "The date needs a year."),
        (("1", "", "2026"), "The date needs a month."),
        (("", "1", "2026"), "The date needs a day."),
        (("９", "1", "2026"), "Write the date in numbers, such as 14 11 2026."),
        (("1e3", "1", "2026"), "Write the date in numbers, such as 14 11 2026."),
        ((LONG, LONG, LONG), "Write the date in numbers, such as 14 11 2026."),
        (("1", "1", LONG), "Write the date in numbers, such as 14 11 2026."),
        (("", "", ""), "Enter the date."),
    ],
)
def test_a_date_that_will_not_do_says_what_is_wrong(typed, sentence):
    day, month, year = typed
    form = asked(on_0=day, on_1=month, on_2=year)

    assert form.errors["on"] == [sentence]


@pytest.mark.parametrize("typed", ["25:00", "14:60", "14:30am", "0pm", "１４:30", "noonish", LONG, "2.3", "2 p"])
def test_a_time_that_will_not_do_says_what_is_wrong(typed):
    assert asked(at=typed).errors["at"] == ["Enter a time, such as 2.30pm or 14:30."]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("ages", "Enter how long in minutes, such as 45."),
        ("-5", "Enter how long in minutes, such as 45."),
        ("４５", "Enter how long in minutes, such as 45."),
        ("1e3", "Enter how long in minutes, such as 45."),
        (LONG, "Enter how long in minutes, such as 45."),
        ("0", "This must be 1 minute or more."),
        ("601", "This must be 600 minutes or less. Check the number."),
        ("", "Enter how long, in minutes."),
    ],
)
def test_a_length_that_will_not_do_says_what_is_wrong(typed, sentence):
    assert asked(minutes=typed).errors["minutes"] == [sentence]


def test_too_many_characters_are_counted_for_the_writer():
    assert asked(who="Somebody long").errors["who"] == [
        "This is 3 characters too long. Make it 10 characters or fewer."
    ]
    assert asked(who="Somebody lo").errors["who"] == ["This is 1 character too long. Make it 10 characters or fewer."]


def test_a_forms_own_words_win_over_the_houses():
    assert asked(who="").errors["who"] == ["Enter who you met."]


@pytest.mark.parametrize(
    ("changes", "name", "sentence"),
    [
        ({"kind": ""}, "kind", "This needs an answer."),
        ({"kind": "zebra"}, "kind", "Choose one of the answers in the list."),
        ({"topics": ["zebra"]}, "topics", "Choose one of the answers in the list."),
        ({"email": "nobody"}, "email", "Enter an email address, such as name@example.org."),
        ({"version": "three"}, "version", "Enter a whole number, in digits."),
    ],
)
def test_djangos_own_refusals_are_in_plain_words(changes, name, sentence):
    assert asked(**changes).errors[name] == [sentence]


def test_no_message_speaks_of_values():
    """Django's own say "Ensure this value…" and "This field is required." """
    kinds = [
        forms.CharField, forms.IntegerField, forms.DecimalField, forms.DateField, forms.TimeField, forms.EmailField,
        forms.FileField, forms.ChoiceField, forms.MultipleChoiceField, PlainDateField,
    ]  # fmt: skip
    fields = {kind.__name__.lower(): kind() for kind in kinds}
    form = type("All", (HouseForm,), {**fields, "address": forms.URLField(assume_scheme="https")})()
    said = [str(message) for field in form.fields.values() for message in field.error_messages.values()]

    assert [message for message in said if "ensure" in message.lower() or "field" in message.lower()] == []


def test_limits_of_numbers_are_in_plain_words():
    class One(HouseForm):
        visits = forms.IntegerField(min_value=1, max_value=5)

    assert One({"visits": "9"}).errors["visits"] == ["This must be 5 or less."]
    assert One({"visits": "0"}).errors["visits"] == ["This must be 1 or more."]


# ---------------------------------------------------------------- Nonsense


@settings(deadline=None)
@given(day=anything, month=anything, year=anything)
def test_no_date_breaks_the_form(day, month, year):
    form = asked(on_0=day, on_1=month, on_2=year)

    assert form.is_valid() or len(form.errors["on"]) == 1
    assert str(form["on"])


@settings(deadline=None)
@given(at=anything, minutes=anything)
def test_no_time_breaks_the_form(at, minutes):
    form = asked(at=at, minutes=minutes)

    assert form.is_valid() or set(form.errors) <= {"at", "minutes"}
    assert str(form["at"])
    if form.is_valid():
        assert 1 <= form.cleaned_data["minutes"] <= 600


@settings(deadline=None)
@given(data=st.dictionaries(st.sampled_from(sorted(Questions.base_fields) + ["on_0", "on_1", "on_2"]), anything))
def test_no_answers_at_all_break_the_form(data):
    form = Questions({name: value for name, value in data.items() if value is not None})

    form.is_valid()
    assert form.render()


@settings(deadline=None)
@given(at=st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_every_time_reads_back_as_itself(at):
    assert read(PlainTimeField(), f"{at:%H:%M}") == at


@settings(deadline=None)
@given(on=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_every_date_reads_back_as_itself(on):
    assert read(PlainDateField(), [str(on.day), str(on.month), str(on.year)]) == on


# ---------------------------------------------------------------- What was typed


def test_control_characters_and_turned_text_are_cleaned_away():
    form = asked(who="Jo\x07\u202e", what="one\r\ntwo\x00")

    assert form.is_valid(), form.errors
    assert form.cleaned_data["who"] == "Jo"
    assert form.cleaned_data["what"] == "one\ntwo"


def test_a_box_of_one_line_keeps_one_line():
    form = asked(who="Jo \n  B")
    form.is_valid()

    assert form.cleaned_data["who"] == "Jo B"


def test_a_password_is_left_alone():
    form = asked(secret="  two\u200e spaces ")
    form.is_valid()

    assert form.cleaned_data["secret"] == "  two\u200e spaces "


def test_what_was_typed_is_kept_when_it_will_not_do():
    drawn = asked(on_0="31", on_1="2", on_2="twenty", at="ages", minutes="<b>").render()

    assert 'value="31"' in drawn
    assert 'value="twenty"' in drawn
    assert 'value="ages"' in drawn
    assert 'value="&lt;b&gt;"' in drawn


# ---------------------------------------------------------------- How it is drawn


def test_help_and_errors_belong_to_their_box():
    drawn = asked(on_0="31", on_1="2", who="").render()

    assert 'aria-describedby="id_on_helptext id_on_error"' in drawn
    assert 'id="id_on_helptext"' in drawn
    assert 'id="id_on_error"' in drawn
    assert 'aria-describedby="id_who_error"' in drawn


def test_groups_have_a_legend_and_single_boxes_a_label():
    drawn = Questions().render()

    assert "<legend>What kind?</legend>" in drawn
    assert "<legend>When?</legend>" in drawn
    assert '<label for="id_who">Who did you meet?</label>' in drawn


def test_the_list_of_errors_leads_to_the_right_box():
    drawn = Questions({"on_0": "1", "on_1": "1", "on_2": "26"}).render()

    for place in ("id_who", "id_on_2", "id_at", "id_minutes", "id_kind_0"):
        assert f'<a href="#{place}">' in drawn
        assert f'id="{place}"' in drawn


def test_errors_of_hidden_boxes_are_shown():
    assert "Part of this page did not reach us" in asked(version="").render()


def test_only_questions_that_need_no_answer_are_marked():
    drawn = Questions().render()

    assert 'What happened? <span class="field__optional">(optional)</span>' in drawn
    assert "I am worried</label>" in drawn
    assert "Who did you meet?</label>" in drawn


def test_the_browser_neither_cuts_nor_complains():
    drawn = Questions().render()

    assert "maxlength" not in drawn
    assert "required" not in drawn


def test_a_form_that_was_not_sent_shows_no_errors():
    assert "Please check these answers" not in Questions().render()


def test_a_form_says_whether_a_date_was_changed():
    class One(HouseForm):
        on = PlainDateField()

    same = One(QueryDict("on_0=14&on_1=11&on_2=2026"), initial={"on": date(2026, 11, 14)})
    other = One(QueryDict("on_0=31&on_1=2&on_2=2026"), initial={"on": date(2026, 11, 14)})

    assert not same.has_changed()
    assert other.has_changed()
