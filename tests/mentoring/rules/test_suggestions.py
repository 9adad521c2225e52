import pytest

from mentoring.rules.suggestions import Candidate, Wanted, band_of, weigh

SOMEBODY = {"people_now": 1, "capacity": 3}


def weighed(wanted=None, **candidate):
    return weigh(Wanted(**(wanted or {})), Candidate(**SOMEBODY | candidate))


def test_whoever_walked_with_them_before_comes_first():
    best_of_the_others = weighed(
        {"languages": frozenset({"welsh"}), "mentor_gender": "man", "age_band": "under_30",
         "interests": frozenset({"music", "art", "work"}), "place": "HMP Leeds"},
        people_now=0, languages=frozenset({"welsh"}), gender="man", age=25, goes_there=True, same_team=True,
        interests=frozenset({"music", "art", "work"}), days_since_somebody_new=300,
    )  # fmt: skip
    known = weighed(walked_until="2024", people_now=2)

    assert known.score > best_of_the_others.score
    assert known.good[0] == "They walked together before, until 2024."


def test_who_has_more_room_comes_before_who_has_less():
    assert weighed(people_now=0).score > weighed(people_now=2).score > weighed(people_now=3).score


def test_who_goes_there_already_comes_before_who_does_not():
    found = weighed({"place": "HMP Leeds"}, goes_there=True)

    assert "Goes to HMP Leeds already." in found.good


def test_a_language_they_share_counts_and_english_alone_does_not():
    assert "Both speak Welsh." in weighed({"languages": frozenset({"welsh"})}, languages=frozenset({"welsh"})).good
    both = frozenset({"english"})
    assert weighed({"languages": both}, languages=both).score == weighed().score


def test_no_language_in_common_is_a_doubt_only_where_both_are_known():
    wanted = {"languages": frozenset({"polish"})}

    assert "no language" in weighed(wanted, languages=frozenset({"english"})).doubts[0]
    assert weighed(wanted).doubts == []


@pytest.mark.parametrize(("gender", "good", "doubts"), [("woman", 1, 0), ("man", 0, 1), ("", 0, 0)])
def test_the_gender_asked_for_counts_where_it_is_known(gender, good, doubts):
    found = weighed({"mentor_gender": "woman"}, gender=gender)

    assert sum("asked for a woman" in reason for reason in found.good) == good
    assert len(found.doubts) == doubts


@pytest.mark.parametrize(("age", "band"), [(18, "under_30"), (29, "under_30"), (30, "30_to_44"), (45, "45_or_more")])
def test_an_age_belongs_to_a_band(age, band):
    assert band_of(age) == band


def test_the_age_asked_for_counts_and_another_is_no_doubt():
    assert "Is the age that was asked for." in weighed({"age_band": "under_30"}, age=22).good
    assert weighed({"age_band": "under_30"}, age=50).doubts == []


def test_what_both_like_is_named_and_counts_a_little():
    wanted = {"interests": frozenset({"music", "work"})}
    found = weigh(
        Wanted(**wanted), Candidate(**SOMEBODY, interests=frozenset({"music", "art"})), interest_words={"music": "song"}
    )

    assert "Both like: song." in found.good


def test_a_no_of_before_is_a_doubt():
    found = weighed(somebody_said_no=True)

    assert found.score < weighed().score
    assert "said no" in found.doubts[0]


def test_nobody_is_forgotten():
    assert weighed(days_since_somebody_new=200).score > weighed(days_since_somebody_new=10).score
