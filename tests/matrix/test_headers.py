"""Every page, to every role, carries the headers that keep it private and its scripts at home."""

import re

import pytest

from tests.house.survey import forbid
from tests.matrix.doors import BY_APP

pytestmark = [pytest.mark.django_db, pytest.mark.once]
# Wagtail's text editor writes style sheets as it goes; on its own pages alone, and never a script.
EDITORS_STYLE = "style-src-elem 'self' 'unsafe-inline'"
UNSAFE = re.compile(r"'unsafe-(inline|eval|hashes)'|(?<![\w-])(https?:|\*)(?![\w.])")


def faults(answer, role, url):
    headers = answer.headers
    policy = headers.get("Content-Security-Policy", "")
    if url.startswith("/cms/"):
        policy = policy.replace(EDITORS_STYLE, "").replace("blob:", "")
    wanted = {
        "a content security policy": "default-src 'self'" in policy or "default-src 'none'" in policy,
        "no unsafe source in it": not UNSAFE.search(policy),
        "no plug-ins, no other base, forms only to us": all(
            part in policy for part in ("object-src 'none'", "base-uri 'none'", "form-action 'self'")
        ),
        "nosniff": headers.get("X-Content-Type-Options") == "nosniff",
        "no address in the referrer": headers.get("Referrer-Policy") in {"same-origin", "no-referrer"},
        "its own window": headers.get("Cross-Origin-Opener-Policy") == "same-origin",
        "no use by other sites": headers.get("Cross-Origin-Resource-Policy") == "same-origin",
        "no frame of others": headers.get("X-Frame-Options") in {"SAMEORIGIN", "DENY"},
        "a request number": re.fullmatch(r"[0-9a-z]{12}", headers.get("X-Request-Id", "")),
        "kept by no cache": role == "anonymous" or "no-store" in headers.get("Cache-Control", ""),
    }
    return [what for what, there in wanted.items() if not there]


@pytest.mark.parametrize("app", BY_APP)
def test_every_answer_is_guarded_by_its_headers(app, everybody, request):
    lacking = []
    for door in BY_APP[app]:
        url = door.url(request)
        for role in ["anonymous", "stranger", *sorted(door.opens)[:2]]:
            answer = everybody[role].get(url)
            lacking += [f"{door.name} {role} ({answer.status_code}): {fault}" for fault in faults(answer, role, url)]

    forbid(lacking, "a header is missing or too weak")


@pytest.mark.parametrize("app", BY_APP)
def test_neither_title_nor_address_gives_a_person_away(app, everybody, request):
    told = []
    for door in filter(lambda door: door.about, BY_APP[app]):
        url, person = door.url(request), request.getfixturevalue(door.about)
        answer = everybody[min(door.opens)].get(url)
        # A file's name is its title.
        page = answer["Content-Disposition"] if answer.streaming else answer.content.decode()
        title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
        seen = f"{url} {title.group(1) if title else page if answer.streaming else ''}"
        told += [door.name for name in (person.preferred_name, person.family_name)
                 if name and re.search(rf"\b{re.escape(name)}\b", seen)]  # fmt: skip

    forbid(told, "a title or an address tells a name")
