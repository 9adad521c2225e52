"""A pack on paper: chosen pages in one tagged document, whole, with the numbers and days that paper needs."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse
from pypdf import PdfReader

from pages import papers
from pages.blocks import Body
from pages.forms.hand_overs import FORMS
from pages.models import GuidePage
from pages.rules.numbers import number_of
from places.actions import offers
from places.models import Establishment, LocalAuthority
from tests.conftest import NOW
from tests.places.test_offers import FACTS

pytestmark = pytest.mark.django_db
WHERE = "/packs/"


def text_of(answer) -> tuple[PdfReader, str]:
    read = PdfReader(BytesIO(b"".join(answer.streaming_content)))
    return read, " ".join(" ".join(page.extract_text() for page in read.pages).split())


def test_chosen_pages_become_one_tagged_document(client, site_pages):
    chosen = list(GuidePage.objects.live().order_by("title")[:2])
    answer = client.post(WHERE, {"guides": [page.pk for page in chosen], "size": "plain"})
    read, text = text_of(answer)

    assert (answer.status_code, dict(answer.cookies)) == (200, {})
    assert read.trailer["/Root"]["/MarkInfo"]["/Marked"]
    for page in chosen:
        assert page.title in text
        assert f"The number of this page is {number_of(page.pk)}." in text
        assert "Version 1 of this guide." in text
    assert f"This pack has {len(read.pages)} pages." in text


def test_a_council_tells_what_is_known_and_what_is_not(client, site_pages, leeds, rosa):
    offers.put(council=leeds.authority, topic="visits", seen=0, by=rosa, at=NOW, **FACTS)
    guide = GuidePage.objects.live().first()
    answer = client.post(WHERE, {"guides": [guide.pk], "council": leeds.authority.pk, "size": "large"})
    _, text = text_of(answer)

    assert "Pays for two visits a year. Looked up in March 2026." in text
    assert "We do not know. Ask the leaving care team." in text


@pytest.mark.parametrize(
    ("nation", "says"), [("E", "must look at what you need"), ("W", "The law of Wales on care in prison is its own")]
)
def test_the_last_page_for_a_prison_keeps_two_councils_apart(client, site_pages, leeds, nation, says):
    prison = Establishment.objects.first()
    LocalAuthority.objects.filter(pk=prison.authority_id).update(nation=nation)
    guide = GuidePage.objects.live().first()
    _, text = text_of(client.post(WHERE, {"guides": [guide.pk], "prison": prison.pk, "size": "plain"}))

    assert text.count(f"If you are at {prison.name}") == 2
    assert says in text
    assert "The council that last looked after you as a child stays the one to ask" in text


def test_a_closed_prison_gets_no_pack(client, site_pages, leeds):
    prison = Establishment.objects.first()
    Establishment.objects.filter(pk=prison.pk).update(status=Establishment.Status.CLOSED)
    guide = GuidePage.objects.live().first()

    assert client.post(WHERE, {"guides": [guide.pk], "prison": prison.pk, "size": "plain"}).status_code == 422


def test_the_guides_stand_under_their_topics(client, site_pages, make_guide):
    make_guide("Letters home", topic="custody")
    text = client.get(WHERE).content.decode()

    group = text[text.index("Police, court and prison</p>") :]
    assert "Letters home" in group[: group.index('role="group"')]


def test_whom_to_ring_comes_along_when_it_is_asked_for(client, site_pages):
    guide = GuidePage.objects.live().first()
    _, text = text_of(client.post(WHERE, {"guides": [guide.pk], "contacts": "on", "size": "plain"}))

    assert "Who to ring or write to" in text
    assert "Phone: 0800 1111 (zero eight zero zero, one one one one)" in text


def test_what_cannot_be_is_said_beside_the_question(client, site_pages, make_guide):
    assert "Choose a page or more." in client.post(WHERE, {"size": "plain"}).content.decode()
    draft = make_guide("Draft", live=False)
    answer = client.post(WHERE, {"guides": [draft.pk], "size": "plain"})

    assert answer.status_code == 422
    assert "Draft" not in answer.content.decode()


def test_too_many_packs_from_one_address_wait(client, site_pages, monkeypatch):
    monkeypatch.setattr("pages.views.packs.may_print", lambda request: False)
    guide = GuidePage.objects.live().first()
    answer = client.post(WHERE, {"guides": [guide.pk], "size": "plain"})

    assert answer.status_code == 422
    assert "your choices are still here" in answer.content.decode()
    assert "checked" in answer.content.decode()


def test_all_guides_go_along_without_a_network(client, site_pages):
    first, again = (client.get(reverse("pages:packs-take-along")).content for _ in range(2))
    packed = ZipFile(BytesIO(first))
    names = set(packed.namelist())

    assert first == again
    assert names == {
        "index.html",
        "style.css",
        "who-to-ring.html",
        *(f"{page.slug}.html" for page in GuidePage.objects.live()),
        *(f"form-{kind}{size}.pdf" for kind in FORMS for size in ("", "-large")),
    }
    for name in names:
        if name.endswith(".pdf"):
            assert PdfReader(BytesIO(packed.read(name))).trailer["/Root"]["/MarkInfo"]["/Marked"].value
    for name in (name for name in names if name.endswith(".html")):
        text = packed.read(name).decode()
        assert len(text.encode()) < 50_000
        assert "<script" not in text
        linked = set(re.findall(r'(?:href|src)="([^"]+)"', text))
        assert {link for link in linked if not link.startswith("#")} <= names, name


def test_every_kind_of_block_has_its_way_onto_paper():
    assert set(Body.base_blocks) - set(papers.WRITERS) == {"picture"}


def test_nothing_of_a_guide_is_left_behind(site_pages):
    """Every word that an editor typed into a shipped guide is on its paper."""
    for guide in GuidePage.objects.live():
        paper = str(papers.paper_of(guide))
        for block in guide.body:
            if block.block_type in {"heading", "what_to_say", "steps", "do_dont", "contact_point"}:
                for typed in strings(block.get_prep_value()["value"]):
                    assert all(line.strip() in paper for line in typed.splitlines()), (guide.title, typed)


def strings(value) -> list[str]:
    if isinstance(value, dict):
        return [
            found for name, one in value.items() if name not in {"id", "type", "from_prison"} for found in strings(one)
        ]
    if isinstance(value, list):
        return [found for one in value for found in strings(one)]
    return [value] if isinstance(value, str) else []


def test_the_page_offers_every_guide(client, site_pages):
    text = client.get(reverse("pages:packs-make")).content.decode()

    assert all(page.title in text for page in GuidePage.objects.live())
