"""What councils do for care leavers: a line for each question, from a page or a file, and “not known” said aloud."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import Event
from common.transitions import Stale
from places import offering
from places.actions import offers
from places.models import LocalAuthority, Offer
from places.rules.offers import standing_of
from tests.conftest import NOW
from tests.places.test_loading import apply, bring, out, planned

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
FACTS = {
    "says": "Pays for two visits a year.", "source": "The letter of 3 March", "confidence": "told",
    "checked_on": date(2026, 3, 3),
}  # fmt: skip


@pytest.fixture
def council(leeds) -> LocalAuthority:
    return leeds.authority


def put(council, by, seen=0, topic="visits", **changes) -> Offer:
    return offers.put(council=council, topic=topic, seen=seen, by=by, at=NOW, **FACTS | changes)


def test_a_line_is_written_once_and_then_changed(council, rosa):
    first = put(council, rosa)
    second = put(council, rosa, seen=1, says="Pays for three.")

    assert (first.pk, Offer.objects.get().says, second.version) == (second.pk, "Pays for three.", 2)
    assert Event.objects.filter(verb="places.offer.put", subject_ref=first.ref).count() == 2


@pytest.mark.parametrize("seen", [0, 1])
def test_of_two_who_write_at_once_the_slower_is_told(council, rosa, seen):
    put(council, rosa)
    put(council, rosa, seen=1)

    with pytest.raises(Stale):
        put(council, rosa, seen=seen, says="Something else.")


def test_what_does_not_hold_any_more_is_not_known_again(council, rosa):
    offer = put(council, rosa)
    for _ in range(2):
        offers.take_away(offer=offer, by=rosa, at=NOW)

    assert [line.topic for line in offering.lines_of(council, on=TODAY) if line.offer] == []
    assert Event.objects.filter(verb="places.offer.taken_away").count() == 1


def test_the_gaps_are_counted_in_one_query(council, rosa, django_assert_num_queries):
    put(council, rosa)
    put(council, rosa, topic="money", checked_on=date(2025, 1, 1))
    with django_assert_num_queries(1):
        [found] = offering.councils(on=TODAY)

    assert (found.known, found.old) == (2, 1)


def test_an_old_line_says_how_old():
    assert standing_of(date(2026, 3, 3), TODAY).sentence == "Looked up in March 2026."
    old = standing_of(date(2025, 9, 22), TODAY)
    assert old.is_old and old.sentence.endswith("That is 14 months ago. Ask whether it still holds.")


class TestFiles:
    HEADINGS = "gss_code,council,topic,says,source,confidence,checked_on"

    def test_a_file_adds_and_changes_and_comes_back_unchanged(self, council, marion):
        put(council, marion)
        raw = (f"{self.HEADINGS}\nE08000035,Leeds,visits,Pays for three.,,published,2026-10-01\n"
               "E08000035,,Money while you are inside,£10 a month,,used,01/10/2026\n")  # fmt: skip
        done = apply(bring("offers", raw, marion), marion)

        assert (done.counts["new"], done.counts["changed"], done.rows) == (1, 1, [])
        assert Offer.objects.get(topic="visits").version == 2
        again = planned(bring("offers", out("offers"), marion))
        assert {outcome.status for outcome in again.outcomes} == {"same"}

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ("E06000001,,money,Yes,,told,2026-10-01", "gss_code names no council that we know."),
            ("E08000035,York,money,Yes,,told,2026-10-01", "This gss_code is Leeds’s. Correct one of the two."),
            ("E08000035,,money,,,told,2026-10-01", "says is empty."),
            ("E08000035,,holidays,Yes,,told,2026-10-01", "topic must be one of"),
            ("E08000035,,money,Yes,,told,soon", "checked_on must be a day"),
        ],
    )
    def test_a_bad_row_says_why(self, council, marion, line, says):
        [outcome] = planned(bring("offers", f"{self.HEADINGS}\n{line}\n", marion)).outcomes

        assert says in " ".join(outcome.row.problems)


class TestPages:
    def test_the_public_page_tells_what_is_known_and_what_is_not(self, client, council, rosa):
        put(council, rosa)
        text = client.get(reverse("pages:offers-page", args=["E08000035"])).content.decode()

        assert "Pays for two visits a year." in text
        assert "The council told us. Looked up in March 2026." in text
        assert text.count("We do not know. Ask the leaving care team.") == len(Offer.Topic) - 1

    def test_a_council_is_found_by_a_part_of_its_name_without_a_cookie(self, client, council):
        found = client.get(reverse("pages:offers-index"), {"q": "lee"})

        assert "E08000035" in found.content.decode()
        assert dict(found.cookies) == {}
        assert "We know no council of that name" in client.get("/councils/?q=atlantis").content.decode()

    def test_somebody_writes_a_line_down(self, client, council, rosa):
        client.force_login(rosa)
        where = reverse("places:offers-edit", args=[council.ref, "money"])
        said = {"says": "£10 a month", "source": "", "confidence": "published", "version": "0",
                "checked_on_0": "1", "checked_on_1": "10", "checked_on_2": "2026"}  # fmt: skip

        assert client.post(where, said | {"says": ""}).status_code == 422
        assert client.post(where, said).status_code == 302
        assert client.post(where, said).status_code == 409  # sent again: both versions, and one line
        assert Offer.objects.get().says == "£10 a month"

    def test_a_topic_that_nobody_asks_about_is_no_page(self, client, council, rosa):
        client.force_login(rosa)
        assert client.get(reverse("places:offers-edit", args=[council.ref, "holidays"])).status_code == 404
