"""Only what proves that nothing was sent allows another try."""

import pytest

from messaging.rules.answers import Outcome, Then, outcome, then


@pytest.mark.parametrize(
    ("http", "never_left", "proves"),
    [
        (429, False, Outcome.NOT_SENT),
        (None, True, Outcome.NOT_SENT),
        *[(status, False, Outcome.REFUSED) for status in (400, 401, 403, 404, 409, 422)],
        *[(status, False, Outcome.UNKNOWN) for status in (None, 201, 301, 408, 425, 500, 502, 503, 504)],
    ],
)
def test_what_an_answer_proves(http, never_left, proves):
    assert outcome(http=http, never_left=never_left) == proves


@pytest.mark.parametrize(
    ("code", "asks"),
    [
        *[(code, Then.STOP_SENDING) for code in (63038, 20003, 30002, 21606, 21408, 21701)],
        *[(code, Then.BAD_NUMBER) for code in (21211, 21614, 21635, 30005, 30006)],
        (21610, Then.OPTED_OUT),
        *[(code, Then.TRY_ONCE_MORE) for code in (30003, 30008)],
        *[(code, Then.BLOCKED) for code in (30004, 30007)],
        *[(code, Then.WAIT) for code in (20429, 21611)],
        *[(code, Then.TELL) for code in (None, 0, 30036, 21608, 21612, 99999)],
    ],
)
def test_what_a_code_asks_for(code, asks):
    assert then(code) == asks
