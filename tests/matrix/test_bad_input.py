"""Whatever is sent to any page of the house: a plain answer, never a server error, and nothing shown unescaped."""

import os
import random
from copy import deepcopy
from itertools import product

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse

from tests.house.survey import forbid
from tests.matrix.doors import BY_APP, SIGNED_IN
from tests.matrix.nasty import MARK, TEXTS, encoded, forms_of

pytestmark = pytest.mark.django_db
each_app = pytest.mark.parametrize("app", BY_APP)
URLENCODED = "application/x-www-form-urlencoded"
# What each form is fed: the worst texts in all fields at once, so many of the others, and so many single fields. Each
# form draws its own, so that every text meets dozens of forms. FUZZ=all feeds every text to every field.
FUZZ = os.environ.get("FUZZ", "6")
PARAMETERS = {"q", "page", "after", "before", "sort", "next", "per_page", "from", "until", "status", "about", "draft"}
ON_EVERY_PAGE = {reverse("leave"), reverse("account_logout")}  # forms of the frame; they have doors of their own
WORST = ("markup", "nul", "lone surrogate", "past 64 bits", "other digits", "year 10000")
FILES = {
    "nothing.csv": b"",
    "../../up.csv": b"name\r\nLeeds\r\n",
    "not-text.csv": b"\xff\xfe\x00n\x00a",
    "nul.csv": b"name,code\n\x00,\x00\n",
    "unclosed.csv": b'name,code\n"Leeds,1\n',
    "wide.csv": b"a," * 20_000,
    "picture.png": b"GIF89a<script>alert('let in')</script>",
}


@pytest.fixture
def asking(everybody, request):
    """For each door: its address, somebody whom it lets in, who sends a request, undoes what it did and notes what went
    wrong, and the page that they are shown, or None.
    """
    wrong = []

    def asking(door):
        role = "coordinator" if "coordinator" in door.opens else min(door.opens or SIGNED_IN)
        client, url = everybody[role], door.url(request)
        client.raise_request_exception = False
        signed_in = deepcopy(client.cookies)

        def ask(what, method="get", path=url, *args, then=False, **kwargs):
            with transaction.atomic():
                answer = getattr(client, method)(path, *args, **kwargs)
                if then and answer.has_header("Location"):
                    answer = client.get(answer["Location"])
                transaction.set_rollback(True)
            client.cookies = deepcopy(signed_in)
            if answer.status_code >= 500 and answer.status_code != door.answers:
                fault = (getattr(answer, "exc_info", None) or ["", ""])[1]
                wrong.append(f"{door.name} {what}: {answer.status_code} {fault!r:.200}")
            elif not answer.streaming and MARK.encode() in answer.content:
                wrong.append(f"{door.name} {what}: shown unescaped")
            return answer

        page = None if door.post_only else ask("as it is")
        assert page is None or page.status_code == door.answers, f"{role} cannot open {door.name}"
        return url, ask, page

    yield asking
    forbid(wrong, "bad input did harm")


@each_app
def test_bad_parameters_are_harmless(app, asking):
    for door in BY_APP[app]:
        url, ask, page = asking(door)
        asked = {name for form in forms(page) if form.method == "get" for name in form.fields}
        for what in texts_for(door.name) if asked else WORST:
            if len(TEXTS[what]) < 4_000:  # a server refuses longer addresses
                sent = encoded([(name, TEXTS[what]) for name in sorted(asked | PARAMETERS)])
                ask(f"?…={what}", "get", url.split("?")[0], QUERY_STRING=sent)


@each_app
def test_bad_forms_are_harmless(app, asking):
    for door in BY_APP[app]:
        url, ask, page = asking(door)
        for form in [form for form in forms(page) if form.method == "post" and form.action not in ON_EVERY_PAGE]:
            send_to(form, form.action if form.action.startswith("/") else url, ask)


def texts_for(name):
    """The worst texts and some of the others, which ones is the name's luck."""
    if FUZZ == "all":
        return list(TEXTS)
    others = [what for what in TEXTS if what not in WORST]
    return [*WORST, *random.Random(name).sample(others, int(FUZZ))]


def send_to(form, where, ask):
    name = f"{where.split('/')[1:3]} {sorted(form.fields)}"
    tries = [(f"all fields {what}", dict.fromkeys(form.fields, TEXTS[what])) for what in texts_for(name)]
    single = list(product(form.fields, TEXTS))
    if FUZZ != "all":
        single = random.Random(name).sample(single, min(len(single), int(FUZZ)))
    tries += [(f"{name} {what}", form.fields | {name: TEXTS[what]}) for name, what in single]
    tries += [(f"button {name} {what}", dict.fromkeys(form.fields, TEXTS[what]) | {name: value})
              for (name, value), what in product(form.buttons.items(), WORST)]  # fmt: skip
    bodies: dict[str, str] = {}
    for what, fields in tries:  # a form without fields would send the same nothing as often as there are texts
        bodies.setdefault(encoded(list(fields.items())), what)
    for body, what in bodies.items():
        then = "markup" in what  # what was kept is shown by the next page
        ask(f"POST {where} {what}", "post", where, body, content_type=URLENCODED, then=then)
    for name, what in product(form.files, FILES):
        upload = {name: SimpleUploadedFile(what, FILES[what])}
        ask(f"POST {where} file {what}", "post", where, {**form.fields, **upload})


@each_app
def test_bad_refs_are_harmless(app, asking, request):
    for door in BY_APP[app]:
        url, ask, _ = asking(door)
        for ref, other in product(door.refs(request), ("a" * 300, "0" * 12, "-", "%00", "null")):
            ask(f"ref {other:.12}", "get", url.replace(ref, other))
            ask(f"ref {other:.12}", "post", url.replace(ref, other), "a=1", content_type=URLENCODED)


@each_app
def test_bad_requests_are_harmless(app, asking):
    for door in BY_APP[app]:
        url, ask, _ = asking(door)
        for charset in ("utf-16", "utf-7", "cp037", "no-such-thing", '"'):
            raw = memoryview(b"a=1")  # the test client would write plain bytes anew in the character set that we name
            ask(f"charset {charset}", "post", url, raw, content_type=f"{URLENCODED}; charset={charset}")
        ask("broken parts", "post", url, b"--x\r\nnonsense", content_type="multipart/form-data; boundary=x")
        ask("no boundary", "post", url, b"a=1", content_type="multipart/form-data")
        ask("not json", "post", url, b"{", content_type="application/json")
        ask("many fields", "post", url, "&".join(f"a{n}=1" for n in range(12_000)), content_type=URLENCODED)
        ask("nul in the query", "get", url.split("?")[0], QUERY_STRING="q=a%00b")
        strange = {"QUERY_STRING": "q=%ff%fe&page=%c0%80", "HTTP_ACCEPT_LANGUAGE": "x" * 5_000 + ",*;q=nan"}
        ask("bad bytes in the query, and a strange language", "get", url.split("?")[0], **strange)
        ask("a method nobody uses", "options", url)


def forms(answer):
    is_page = answer is not None and answer.status_code < 400 and "html" in answer.headers.get("Content-Type", "")
    return forms_of(answer.content.decode()) if is_page and not answer.streaming else []
