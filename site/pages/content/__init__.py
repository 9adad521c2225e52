"""The words that come with Alongside. Loading them is safe at any time: what editors did stays as they left it.

One file for each page, in the words of its readers (rules/prose.py says how they are typed): `pages/` has the English
pages, `easy/` the easy read ones and `cy/` the Welsh, each under the name of the page that it follows; `tools/` has the
tools, `news/` what is new. `sources.toml` says where facts come from, `contacts.toml` whom to ring,
`shared.toml` has what several pages say.
"""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from pages.actions import contacts, shipped
from pages.rules.shipped import Shipped, easy_read, news, standard, tool, welsh

HERE = Path(__file__).resolve().parent
# A page comes after the one it stands under; guides stand in this order in each list.
ORDER = """
    home help
    history adviser entitlements-england entitlements-wales categories pathway-plan
    prison first-days being-asked keeping-in-touch police-and-court
    release housing money
    learning health siblings parents lifelong-links unaccompanied
    file file-may-hurt identity criminal-records
    having-a-mentor becoming-a-mentor complaints over-25 families
    staff prison-staff probation councils
    asking mentoring words accessibility privacy contact
    tools news stories telling
""".split()
# Sheets to take along, as the list of tools has them.
TOOLS = """
    were-you-in-care planning-meeting consent-to-share who-does-what letter-to-a-council release-day wing-poster
""".split()
# What is new, the oldest first; each stands under the day on which it was put in place.
NEWS = "planning-sheets site-is-new".split()
# The ten that most people need; the five that a reader of Welsh needs first, under the two that hold them.
EASY = "history adviser prison first-days keeping-in-touch release housing file complaints having-a-mentor".split()
WELSH = "home help history adviser entitlements-wales prison complaints".split()


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _shipped() -> list[Shipped]:
    sources, shared = _read("sources.toml"), _read("shared.toml")
    english = [standard(key, _read(f"pages/{key}.toml"), sources=sources, shared=shared) for key in ORDER]
    by_key = {page.key: page for page in english}
    return [
        *english,
        *(tool(key, _read(f"tools/{key}.toml"), sources=sources, shared=shared) for key in TOOLS),
        *(news(key, _read(f"news/{key}.toml"), sources=sources, shared=shared) for key in NEWS),
        *(easy_read(by_key[key], _read(f"easy/{key}.toml"), shared=shared) for key in EASY),
        *(_in_welsh(by_key[key], key, sources) for key in WELSH),
    ]


def _in_welsh(page: Shipped, key: str, sources: Mapping[str, Any]) -> Shipped:
    told = _read("cy/sources.toml")
    names = _read(f"pages/{key}.toml").get("sources", [])
    own = [{**sources[name], **told.get(name, {})} for name in names]
    return welsh(page, _read(f"cy/{key}.toml"), sources=own, shared=_read("cy/shared.toml"))


SHIPPED = _shipped()
CONTACTS = _read("contacts.toml")


def load(at: datetime) -> list[str]:
    """Put in place and publish what is not there yet; returns the keys of the pages that are new."""
    contacts.place(contacts=CONTACTS, by=None, at=at)
    return shipped.place(pages=SHIPPED, by=None, at=at)
