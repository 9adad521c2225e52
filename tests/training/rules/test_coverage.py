from hypothesis import given
from hypothesis import strategies as st

from training.rules.coverage import SMALL, Group, shown


def figures(*groups):
    return {one.name: one.current for one in shown([Group(*group) for group in groups])}


def test_those_who_hold_a_certificate_are_counted_against_those_in_post():
    found = shown([Group("Officers", 40, 30)])[0]

    assert (found.current, found.percent) == (30, 75)


def test_an_old_head_count_never_makes_more_than_all():
    assert shown([Group("Officers", 40, 46)])[0].percent == 100


def test_a_figure_about_few_is_hidden():
    assert figures(("Officers", 40, 4)) == {"Officers": None}
    assert figures(("Officers", 3, 0)) == {"Officers": None}


def test_a_figure_that_shows_how_few_have_not_is_hidden():
    assert figures(("Officers", 40, 38)) == {"Officers": None}


def test_all_and_none_are_about_everybody():
    assert figures(("Officers", 40, 0), ("Teachers", 20, 20)) == {"Officers": 0, "Teachers": 20}


def test_one_hidden_figure_hides_another_that_would_give_it_away():
    assert figures(("Officers", 40, 4), ("Teachers", 40, 12), ("Nurses", 40, 20)) == {
        "Officers": None,
        "Teachers": None,
        "Nurses": 20,
    }


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=6))
def test_no_figure_about_few_is_ever_shown_and_none_is_hidden_alone(numbers):
    found = shown([Group(f"g{n}", max(all_, some), some) for n, (all_, some) in enumerate(numbers)])

    assert not any(one.current is not None and 0 < one.current < SMALL for one in found)
    assert sum(one.current is None for one in found) != 1
