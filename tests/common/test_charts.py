"""Charts say the truth twice, once as a picture and once as a table, and never run what they are given."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common.charts import Series, bars, line, nice_steps
from common.ecomaps import MOST_PEOPLE, Tie, ecomap

EVIL = '"><script>alert(1)</script>'


def all_three(words: str) -> list[str]:
    return [
        bars(words, [(words, 3)], words),
        line(words, [words, "Feb"], [Series(words, [1, 2])]),
        ecomap(words, words, [Tie(words, words, words, 3)]),
    ]


@pytest.mark.parametrize("chart", all_three(EVIL))
def test_nothing_it_is_given_is_run(chart):
    assert "<script" not in chart
    assert "&lt;script&gt;" in chart


@pytest.mark.parametrize("chart", all_three("Sessions"))
def test_it_brings_no_style_and_no_script_of_its_own(chart):
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", chart)


@pytest.mark.parametrize("chart", all_three("Sessions"))
def test_it_is_named_and_has_a_table(chart):
    assert 'role="img"' in chart
    assert "<figcaption>Sessions</figcaption>" in chart
    assert "<table" in chart
    assert '<th scope="row">' in chart


@pytest.mark.parametrize("chart", [bars("Sessions", []), line("Sessions", [], []), ecomap("People", "Jo", [])])
def test_nothing_to_show_says_so(chart):
    assert "Nothing to show yet." in chart
    assert "<svg" not in chart


def test_the_longest_bar_is_the_most_and_the_others_keep_its_measure():
    chart = bars("Sessions", [("A", 100), ("B", 50), ("C", 0)])

    assert re.findall(r'class="bar"[^>]*width="([\d.]+)%"', chart) == ["84.00", "42.00", "0.00"]


def test_bars_of_nothing_have_no_length():
    assert re.findall(r'class="bar"[^>]*width="([\d.]+)%"', bars("Sessions", [("A", 0)])) == ["0.00"]


def test_the_table_holds_every_number():
    chart = line("Sessions", ["Jan", "Feb"], [Series("Custody", [1200, 2]), Series("Community", [3, 4.5])])

    for cell in ("<td>1,200</td>", "<td>2</td>", "<td>3</td>", "<td>4.5</td>"):
        assert cell in chart


def test_a_line_needs_a_number_for_each_place():
    with pytest.raises(ValueError, match="one number for each place"):
        line("Sessions", ["Jan", "Feb"], [Series("Custody", [1])])


def test_one_place_is_a_line_too():
    assert 'cx="0.00%"' in line("Sessions", ["Jan"], [Series("Custody", [1])])


def test_lines_of_nothing_lie_at_the_bottom():
    assert 'cy="100.00%"' in line("Sessions", ["Jan", "Feb"], [Series("Custody", [0, 0])])


def test_a_hard_tie_is_said_in_words_as_well_as_drawn():
    chart = ecomap("People", "Jo", [Tie("Dad", "Father", "Family", 1, hard=True)])

    assert "tie--hard" in chart
    assert "not close yet, hard at times" in chart


def test_a_crowd_is_all_in_the_table_and_the_closest_in_the_picture():
    crowd = [Tie(f"Friend {i}", "Friend", "Friends", 3 if i == 39 else 1) for i in range(40)]
    chart = ecomap("People", "Jo", crowd)

    assert chart.count('class="who') == MOST_PEOPLE
    assert chart.count('<th scope="row">') == 40
    assert chart.count("Friend 39") == 3  # its title, its name and its row


@settings(deadline=None)
@given(st.floats(min_value=0, max_value=1e9))
def test_steps_reach_the_top_and_are_few(top):
    steps = nice_steps(top)

    assert steps[0] == 0
    assert steps[-1] >= top * 0.999999
    assert 2 <= len(steps) <= 7


def test_the_last_word_below_a_line_ends_inside_the_drawing():
    chart = line("Sessions", ["June 2026", "July 2026", "August 2026"], [Series("Came", [1, 2, 3])])

    assert re.findall(r'text-anchor="(\w+)">(\w+) 2026', chart) == [
        ("middle", "June"), ("middle", "July"), ("end", "August"),
    ]  # fmt: skip
