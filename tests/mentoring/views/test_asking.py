"""The addresses of the public forms that stand on paper and in letters lead to where the forms are now."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/mentoring/ask/", "/getting-in-touch/ask/"),
        ("/mentoring/ask/somebody/", "/getting-in-touch/refer/"),
        ("/mentoring/ask/paper/", "/getting-in-touch/ask/paper/"),
        ("/mentoring/interest/", "/getting-in-touch/mentor/"),
        ("/mentoring/interest/paper/", "/getting-in-touch/mentor/paper/"),
    ],
)
def test_an_old_address_leads_to_the_new_one(client, old, new):
    answer = client.get(old)

    assert (answer.status_code, answer["Location"]) == (301, new)
