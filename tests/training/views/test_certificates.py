"""A certificate on the page, on paper, as a file, and for whoever checks it."""

import io
import json
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from audit.models import Look
from common.dates import local_day
from tests.conftest import NOW
from tests.training.fixtures_certificates import certificate  # noqa: F401
from training.actions import certificates
from training.models import Certificate, Learner, ModulePage
from training.rules import credentials

pytestmark = pytest.mark.django_db


@pytest.fixture
def urls(certificate):  # noqa: F811
    def named(what, **more):
        return reverse(f"training:certificates-{what}", kwargs={"ref": certificate.ref} | more)

    return named


@pytest.fixture
def as_dee(client, sign_in, dee):
    return sign_in(client, dee)


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


def checked(client, code):
    return client.get(reverse("training:certificates-verify", args=[code]))


def test_its_holder_sees_it_and_takes_it_along(as_dee, urls, certificate):  # noqa: F811
    assert "Asking the question well" in as_dee.get(reverse("training:certificates-mine")).text
    page = as_dee.get(urls("detail")).text

    assert "Dee Marsh" in page
    assert certificate.code_in_groups in page
    assert urls("paper") in page
    assert urls("credential") in page
    assert "Withdraw" not in page
    assert not Look.objects.filter(subject_ref=certificate.ref).exists()


@pytest.mark.parametrize("query", ["", "?large"])
def test_on_paper_it_has_all_that_somebody_needs_to_check_it(as_dee, urls, certificate, query):  # noqa: F811
    answer = as_dee.get(urls("paper") + query)
    reader = PdfReader(io.BytesIO(b"".join(answer.streaming_content)))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    assert "Dee Marsh" in text
    assert "Ask in private" in text
    assert certificate.code_in_groups in text
    assert "/training/verify/" in text.replace(" ", "")
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert len(reader.pages) <= 2


def test_anybody_with_the_code_sees_what_was_learned_and_no_name(client, certificate, dee):  # noqa: F811
    answer = checked(client, certificate.code)

    assert "Ask in private" in answer.text
    assert "20 minutes" in answer.text
    assert "D. M." in answer.text
    assert "Marsh" not in answer.text
    assert not answer.cookies
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    certificates.show_name(certificate=certificate, show=True, by=dee, at=NOW)
    assert "Dee Marsh" in checked(client, certificate.code).text


def test_the_certificate_of_last_year_verifies_tomorrow(client, certificate, asking):  # noqa: F811
    """Whatever became of the module: renamed, published again, and its page thrown away."""
    asking.title = "Another title"
    asking.save_revision().publish()
    asking.get_parent().delete()
    assert not ModulePage.objects.exists()
    a_year_ago = NOW - timedelta(days=340)
    Certificate.objects.update(issued_at=a_year_ago, expires_on=local_day(timezone.now()) + timedelta(days=1))

    answer = checked(client, certificate.code)
    assert "Asking the question well" in answer.text
    assert "This certificate is current. A refresher is due soon." in answer.text


def test_its_file_of_last_year_is_genuine_tomorrow(as_dee, urls, asking, learner, settings, tmp_path, capsys):
    """Whatever became of the key, the module and the learner's name."""
    last_year, issuer = tmp_path / "last_year.json", tmp_path / "issuer.json"
    last_year.write_bytes(as_dee.get(urls("credential")).content)
    settings.CREDENTIAL_KEYS = {"new": bytes(32), **settings.CREDENTIAL_KEYS}
    Learner.objects.filter(pk=learner.pk).update(name="Dee Married")
    asking.get_parent().delete()
    today = tmp_path / "today.json"
    today.write_bytes(as_dee.get(urls("credential")).content)
    issuer.write_bytes(as_dee.get(reverse("training:credentials-issuer")).content)

    for file in (last_year, today):
        call_command("verify_credential", str(file), issuer=issuer)
        assert "Genuine: “Asking the question well”, version 1" in capsys.readouterr().out
    assert json.loads(last_year.read_text())["proof"] != json.loads(today.read_text())["proof"]
    assert "D. M." in checked(as_dee, Certificate.objects.get().code).text
    assert "Dee Marsh" in as_dee.get(urls("detail")).text


@pytest.mark.parametrize("typed", ["{0} {1} {2}", "{low}", " {0}{1} {2}. "])
def test_a_code_is_found_however_it_is_typed(client, certificate, typed):  # noqa: F811
    parts = certificate.code_in_groups.split()
    typed = typed.format(*parts, low=certificate.code.lower().replace("0", "o").replace("1", "l"))

    answer = client.get(reverse("training:certificates-check"), {"code": typed}, follow=True)
    assert "Asking the question well" in answer.text


@pytest.mark.parametrize("code", ["4F7K2M9QXW3", "nothing", "?", "0" * 400])
def test_what_is_no_code_and_what_is_not_there_look_the_same(client, db, code):
    answer = client.get(reverse("training:certificates-check"), {"code": code})
    assert answer.status_code == 422
    assert not answer.cookies

    answer = checked(client, code[:60])
    assert answer.status_code == 404
    assert "We know no certificate with this code" in answer.text


def test_codes_cannot_be_tried_without_end(client, certificate, monkeypatch):  # noqa: F811
    monkeypatch.setattr("accounts.limits.CERTIFICATES", "2/m/ip")
    answers = [checked(client, certificate.code).status_code for _ in range(3)]

    assert answers == [200, 200, 429]


def test_only_its_holder_decides_about_the_name(as_rosa, urls, certificate):  # noqa: F811
    assert as_rosa.post(urls("show_name"), {"show": "yes"}).status_code == 404

    certificate.refresh_from_db()
    assert not certificate.may_show_name


def test_its_holder_shows_the_name_and_hides_it_again(as_dee, urls, certificate):  # noqa: F811
    for show in (True, False):
        as_dee.post(urls("show_name"), {"show": "yes" if show else "no"})
        certificate.refresh_from_db()
        assert certificate.may_show_name == show


def test_staff_find_it_by_its_code_and_that_is_written_down(as_rosa, urls, certificate):  # noqa: F811
    found = as_rosa.post(reverse("training:certificates-find"), {"code": certificate.code_in_groups})
    assert found["Location"] == urls("detail")

    assert "Dee Marsh" in as_rosa.get(urls("detail")).text
    assert Look.objects.filter(subject_ref=certificate.ref, verb="training.certificate.opened").exists()


def test_staff_withdraw_it_with_a_reason(as_rosa, urls, certificate):  # noqa: F811
    assert as_rosa.post(urls("withdraw"), {"reason": ""}).status_code == 422
    as_rosa.post(urls("withdraw"), {"reason": "Given to the wrong person"})

    answer = checked(as_rosa, certificate.code)
    assert "This certificate was withdrawn." in answer.text
    assert "wrong person" not in answer.text
    assert as_rosa.get(urls("paper")).status_code == 404
    status = as_rosa.get(reverse("training:credentials-status", args=[certificate.code])).json()
    assert status["revokedCredential"][0]["id"].endswith(f"/training/verify/{certificate.code}/")


def test_staff_put_a_name_right(as_rosa, urls, certificate):  # noqa: F811
    assert as_rosa.post(urls("put_right"), {"name": "Dee Marsh", "reason": "Misspelt"}).status_code == 422
    answer = as_rosa.post(urls("put_right"), {"name": "Dee March", "reason": "Misspelt"}, follow=True)

    assert "Dee March" in answer.text
    assert "A newer certificate has taken the place" in checked(as_rosa, certificate.code).text


def test_a_stranger_sees_none(client, sign_in, max_, urls):
    as_max = sign_in(client, max_)

    assert {as_max.get(urls(what)).status_code for what in ("detail", "paper", "credential")} == {404}
    assert as_max.get(urls("withdraw")).status_code == 403


def test_its_file_is_verified_without_a_network(as_dee, urls, tmp_path, capsys):
    file, issuer = tmp_path / "credential.json", tmp_path / "issuer.json"
    file.write_bytes(as_dee.get(urls("credential")).content)
    issuer.write_bytes(as_dee.get(reverse("training:credentials-issuer")).content)

    for options in ({}, {"issuer": issuer}):
        call_command("verify_credential", str(file), **options)
        assert "Genuine: “Asking the question well”, version 1" in capsys.readouterr().out


def test_a_forged_file_fails(as_dee, urls, tmp_path):
    said = as_dee.get(urls("credential")).json()
    said["name"] = "Something else"
    file = tmp_path / "credential.json"
    file.write_text(json.dumps(said))

    with pytest.raises(CommandError, match="forgery"):
        call_command("verify_credential", str(file))
    file.write_text("{")
    with pytest.raises(CommandError, match="cannot read|that we can read"):
        call_command("verify_credential", str(file))


def test_an_older_key_still_verifies(as_dee, urls, settings):
    said = as_dee.get(urls("credential")).json()
    settings.CREDENTIAL_KEYS = {"new": bytes(32), **settings.CREDENTIAL_KEYS}
    profile = as_dee.get(reverse("training:credentials-issuer")).json()

    keys = [method["publicKeyMultibase"] for method in profile["verificationMethod"]]
    assert keys[0] == credentials.public_key(bytes(32))
    assert credentials.why_not_genuine(said, keys=keys) == []


def test_without_a_key_no_file_is_offered(as_dee, urls, settings):
    settings.CREDENTIAL_KEYS = {}

    assert as_dee.get(urls("credential")).status_code == 404
    assert urls("credential") not in as_dee.get(urls("detail")).text
