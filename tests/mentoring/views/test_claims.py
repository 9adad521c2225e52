import io
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from audit.models import Event, Look
from mentoring.actions import claims
from mentoring.actions.claims import Line
from mentoring.models import Batch, Claim, Receipt

pytestmark = pytest.mark.django_db
GPS = 0x8825
ORIENTATION = 0x0112


@pytest.fixture(autouse=True)
def somewhere_else(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


def typed(**changes):
    day = timezone.localdate()
    said = {
        "kind": "travel",
        "spent_on_0": day.day,
        "spent_on_1": day.month,
        "spent_on_2": day.year,
        "amount": "£4.80",
        "words": "Bus and back",
        "key": "abc",
    }
    return said | changes


def photo(size=(40, 20), name="receipt.jpg", kind="JPEG"):
    """A photograph that lies on its side and says where it was taken."""
    picture, out, exif = Image.new("RGB", size, "red"), io.BytesIO(), Image.Exif()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[1] = "N"
    picture.save(out, kind, exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


@pytest.fixture
def claim(as_sam, sam) -> Claim:
    as_sam.post(reverse("mentoring:claims-begin"), typed(receipt=photo()))
    return Claim.objects.get()


@pytest.fixture
def sent(claim, sam) -> Claim:
    return claims.submit(claim=claim, by=sam, at=timezone.now())


def test_a_mentor_claims_with_a_photo_and_sends_it(as_sam, claim):
    page = as_sam.post(reverse("mentoring:claims-submit", args=[claim.ref]), follow=True)

    claim.refresh_from_db()
    assert (claim.status, claim.total) == ("submitted", Decimal("4.80"))
    assert "Bus and back" in page.text and "The receipt" in page.text


def test_a_receipt_keeps_its_pixels_upright_and_nothing_else(as_sam, claim):
    answer = as_sam.get(reverse("mentoring:receipts-show", args=[Receipt.objects.get().ref]))

    kept = Image.open(io.BytesIO(b"".join(answer.streaming_content)))
    assert kept.size == (20, 40)
    assert not kept.getexif()
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]


def test_no_address_leads_to_the_file_itself(as_sam, claim):
    assert as_sam.get(f"/media/{Receipt.objects.get().stored}", follow=True).status_code == 404


@pytest.mark.parametrize("who", ["gwen", "dee", "nadia", "max_", "alex"])
def test_strangers_see_no_receipt(client, sign_in, sent, request, who):
    url = reverse("mentoring:receipts-show", args=[Receipt.objects.get().ref])

    assert sign_in(client, request.getfixturevalue(who)).get(url).status_code in (403, 404)


def test_staff_who_open_a_receipt_leave_a_look(client, sign_in, sent, rosa):
    sign_in(client, rosa).get(reverse("mentoring:receipts-show", args=[Receipt.objects.get().ref]))

    assert Look.objects.filter(actor_name="Rosa", verb="mentoring.receipt.opened").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7 a bill", "could not read this as a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "could not read this as a picture"),
        (b"\xff\xd8\xff cut short", "could not read this as a picture"),
        (b"GIF89a<script>", "could not read this as a picture"),
        (b"\xff\xd8\xff" + b"0" * (10 * 1024 * 1024), "larger than 10 MB"),
    ],
    ids=["pdf", "svg", "cut short", "polyglot", "too big"],
)
def test_what_is_no_picture_is_refused_in_plain_words(as_sam, sam, content, sentence):
    answer = as_sam.post(reverse("mentoring:claims-begin"), typed(receipt=SimpleUploadedFile("x.jpg", content)))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert not Claim.objects.exists()


def test_a_picture_with_far_too_many_pixels_is_refused(as_sam, sam):
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")

    answer = as_sam.post(reverse("mentoring:claims-begin"), typed(receipt=SimpleUploadedFile("x.png", out.getvalue())))

    assert answer.status_code == 422
    assert "too many pixels" in answer.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"kind": ""}, "Choose what you paid for"),
        ({"amount": ""}, "Enter how much it was"),
        ({"amount": "a lot"}, "in digits"),
        ({"amount": "NaN"}, "in digits"),
        ({"amount": "1e309"}, ""),
        ({"amount": "501"}, "up to £500.00"),
        ({"kind": "mileage"}, "Enter how many miles"),
        ({"words": ""}, "Say what it was for"),
        ({"spent_on_2": "2020"}, "three months ago"),
    ],
)
def test_a_line_says_what_is_wrong_and_keeps_what_was_typed(as_sam, sam, changes, sentence):
    answer = as_sam.post(reverse("mentoring:claims-begin"), typed(**({"words": "Kept!"} | changes)))

    assert answer.status_code == 422
    assert sentence in answer.text
    assert changes.get("words") == "" or "Kept!" in answer.text
    assert not Claim.objects.exists()


def test_miles_need_no_amount(as_sam, sam):
    as_sam.post(reverse("mentoring:claims-begin"), typed(kind="mileage", miles="10", amount="nonsense"))

    assert Claim.objects.get().lines.get().amount == Decimal("4.50")


def test_a_claim_sent_five_times_is_one(as_sam, sam):
    for _ in range(5):
        as_sam.post(reverse("mentoring:claims-begin"), typed())

    assert Claim.objects.count() == 1


def test_staff_answer_and_the_mentor_reads_why(client, sign_in, as_sam, sent, rosa):
    as_rosa = sign_in(client, rosa)
    assert "Sam" in as_rosa.get(reverse("mentoring:claims-index")).text

    as_rosa.post(reverse("mentoring:claims-send_back", args=[sent.ref]), {"because": "Which day was it?"})

    assert "Which day was it?" in as_sam.get(reverse("mentoring:claims-detail", args=[sent.ref])).text


def test_a_coordinator_approves_and_a_manager_pays(client, sign_in, sent, rosa, marion):
    page = sign_in(client, rosa).post(reverse("mentoring:claims-approve", args=[sent.ref]), follow=True)
    assert "Approved" in page.text
    as_marion = sign_in(client, marion)
    assert "1 claim, £4.80" in as_marion.get(reverse("mentoring:batches-index")).text

    as_marion.post(reverse("mentoring:batches-make"))
    batch = Batch.objects.get()
    file = as_marion.get(reverse("mentoring:batches-file", args=[batch.ref]))
    as_marion.post(reverse("mentoring:batches-pay", args=[batch.ref]))

    sent.refresh_from_db()
    assert sent.status == "paid"
    assert file["Content-Disposition"] == f'attachment; filename="payments-{batch.ref}.csv"'
    assert "4.80" in file.text
    assert Event.objects.filter(verb="mentoring.batch.downloaded", actor_name="Marion").count() == 1


def test_the_mentor_sees_no_way_to_approve_their_own(as_sam, sent):
    page = as_sam.get(reverse("mentoring:claims-detail", args=[sent.ref]))

    assert "Approve" not in page.text
    assert as_sam.post(reverse("mentoring:claims-approve", args=[sent.ref])).status_code == 403


def test_what_was_sent_cannot_be_changed_from_an_old_page(as_sam, sent):
    line = sent.lines.get()
    url = reverse("mentoring:claims-remove_line", args=[sent.ref, line.ref])

    assert as_sam.post(url).status_code == 403
    assert sent.lines.count() == 1


def test_line_of_another_claim_is_not_found(as_sam, claim, sam):
    other = claims.begin(
        mentor=claim.mentor, by=sam, key="z", at=timezone.now(),
        line=Line(kind="food", spent_on=timezone.localdate(), words="Lunch", amount=Decimal("3.00")),
    )  # fmt: skip

    url = reverse("mentoring:claims-remove_line", args=[claim.ref, other.lines.get().ref])

    assert as_sam.post(url).status_code == 404
