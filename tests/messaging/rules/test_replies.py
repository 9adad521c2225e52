"""Every way in which people say stop, yes, no, and that we have the wrong person."""

import pytest

from messaging.rules.replies import RESTS, Meaning, meaning

SAID = {
    Meaning.STOP: ["STOP", "stop", " Stop. ", "StopAll", "UNSUBSCRIBE", "cancel", "End", "quit!", "REVOKE", "Stopio"],
    Meaning.START: ["START", "Unstop", "dechrau"],
    Meaning.HELP: ["HELP", "info", "Cymorth"],
    Meaning.YES: ["YES", "y", "Yes please!", "ok", "Okay.", "I’ll be there", "Ydw", "IAWN", "Ie, diolch"],
    Meaning.NO: ["No", "n", "No, sorry", "can't make it", "Sorry, I can’t make it.", "NA", "nac ydw"],
    Meaning.PLEASE_STOP: [
        "Please stop", "please stop texting me", "Stop texting me",
        "stop messaging", "don’t text me", "Do not contact me",
        "leave me alone", "take me off your list", "remove me", "not interested thanks", "Peidiwch â thecstio",
        "no more texts", "stop please", "stop it", "pls stop",
    ],
    Meaning.WRONG_NUMBER: [
        "Wrong number", "you have the wrong person mate", "this is not my phone", "I don't know any Sam",
        "Rhif anghywir",
        "not the right number", "no one here called Sam", "this is not his number", "Sorry wrong number please stop",
    ],
    Meaning.WHO: ["Who is this?", "who's this", "Who are you", "who dis", "how did you get my number", "Pwy yw hwn?"],
    Meaning.OTHER: [
        "", "??", "Running late", "Can we do 3pm instead", "The bus stop is shut", "yes but can we meet later", "👍",
        "Is it still on?", "I know who you mean", "no idea what bus to get", "start at 2?", "cancel tomorrow please",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("meant", "body"), [(meant, body) for meant, bodies in SAID.items() for body in bodies])
def test_what_people_mean(meant, body):
    assert meaning(body) == meant


def test_twilio_may_have_decided_already():
    assert meaning("no more of this", opt_out="STOP") == Meaning.STOP
    assert meaning("hello again", opt_out="START") == Meaning.START
    assert meaning("Yes", opt_out="") == Meaning.YES


def test_a_number_rests_for_those_who_refuse_in_their_own_words():
    assert {Meaning.PLEASE_STOP, Meaning.WRONG_NUMBER, Meaning.WHO} == RESTS
