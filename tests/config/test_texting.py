"""An account for texts is whole or refused, and outside production it reaches nobody by mistake."""

import os
import subprocess
import sys

import pytest

from config import texting

WHOLE = {
    "TWILIO_ACCOUNT_SID": "AC1",
    "TWILIO_AUTH_TOKEN": "secret-token",
    "TWILIO_FROM": "+447700900000",
    "TWILIO_MESSAGING_SERVICE_SID": "",
    "TWILIO_API_BASE_URL": "",
    "TEXT_ONLY_TO": [],
}


@pytest.fixture
def account(monkeypatch):
    def set_to(**changes):
        for name, value in {**WHOLE, **changes}.items():
            monkeypatch.setattr(texting, name, value)

    return set_to


def test_a_whole_account_may_start_for_real_people(account):
    account()
    assert texting.problems(debug=False) == {}


def test_no_account_is_no_problem(account):
    account(TWILIO_ACCOUNT_SID="")
    assert texting.problems(debug=True) == texting.problems(debug=False) == {}


@pytest.mark.parametrize(
    "changes", [{"TEXT_ONLY_TO": ["+447700900123"]}, {"TWILIO_API_BASE_URL": "http://127.0.0.1:4010"}]
)
def test_outside_production_it_needs_a_list_or_a_stand_in(account, changes):
    account()
    assert list(texting.problems(debug=True)) == ["TEXT_ONLY_TO"]
    account(**changes)
    assert texting.problems(debug=True) == {}


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"TWILIO_AUTH_TOKEN": ""}, "TWILIO_AUTH_TOKEN"),
        ({"TWILIO_FROM": ""}, "TWILIO_FROM"),
        ({"TWILIO_MESSAGING_SERVICE_SID": "MG1"}, "TWILIO_FROM"),
    ],
)
def test_what_is_missing_is_named(account, changes, names):
    account(**changes)
    assert list(texting.problems(debug=False)) == [names]


def test_the_house_does_not_start_and_says_why_without_the_token():
    env = {**os.environ, **{name: value for name, value in WHOLE.items() if isinstance(value, str)}, "DEBUG": "on"}
    run = subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        env={**env, "PYTHONPATH": "site"},
        capture_output=True,
        text=True,
    )

    assert run.returncode != 0
    assert "TEXT_ONLY_TO: name the numbers" in run.stderr
    assert "secret-token" not in run.stderr
