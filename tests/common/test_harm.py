import pytest

from common.harm import may_be_harm


@pytest.mark.parametrize(
    "text",
    [
        "Some nights I want to die",
        "he said he will kill her",
        "She has been self-harming again",
        "I do not feel safe on this wing",
        "I don’t feel safe at home",
        "My uncle abused me",
        "I took an  overdose last year",
        "her dad hits the kids",
        "I am afraid of him",
        "Roeddwn i eisiau marw",
        "meddyliais am ladd fy hun",
        "Mae hi’n hunan-niweidio eto",
        "Dydw i ddim yn teimlo'n ddiogel yma",
        "Cafodd ei gam-drin gan ei ewythr",
        "mae ofn arni hi",
    ],
)
def test_a_person_reads_what_may_be_harm(text):
    assert may_be_harm(text)


@pytest.mark.parametrize(
    "text",
    [
        "I asked the question in private, and waited",
        "The deadline is killing the plan",
        "I felt safe to say that I did not know",
        "We cut the meeting short",
        "Gofynnais y cwestiwn yn breifat, ac aros",
        "Roeddwn yn teimlo'n ddiogel yn dweud nad oeddwn yn gwybod",
        "",
    ],
)
def test_an_ordinary_day_is_nobodys_alarm(text):
    assert not may_be_harm(text)
