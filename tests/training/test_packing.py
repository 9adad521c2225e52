"""Packages stand by themselves: no file from outside, small pages, and a manifest as SCORM 1.2 wants it.

The schemas of SCORM are others' and do not come with us, nor with any package that we install: what they demand of a
manifest like ours is written out here.
"""

import io
import json
import re
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests.training.shipped import KEYS, version_of
from training import packing, printing_handouts

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
MOST = 50_000
NAME = re.compile(r"[A-Za-z_][\w.\-]*")  # an xs:ID


@pytest.fixture(params=KEYS)
def version(request):
    return version_of(request.param)


def unpacked(made):
    with ZipFile(io.BytesIO(made)) as packed:
        assert packed.testzip() is None
        return {name: packed.read(name).decode() for name in packed.namelist()}


def asked_for(page):
    """Every file that a page names."""
    return {name.partition("#")[0] for name in re.findall(r'(?:href|src|action)="([^"]+)"', page)} - {""}


def test_pages_ask_for_nothing_from_outside_and_for_no_script(version):
    files = unpacked(packing.pages_zip(version))

    assert files["index.html"].count("lesson-") == len(version.plain["lessons"])
    for name, text in files.items():
        assert len(text.encode()) < MOST, name
        assert "<script" not in text
        assert "url(" not in text
        assert asked_for(text) <= set(files), name


def test_pages_give_no_answer_of_the_test_away(version):
    text = "".join(unpacked(packing.pages_zip(version)).values())

    said = [block["value"]["ask"] for lesson in version.plain["lessons"] for block in lesson["blocks"]
            if block["type"] == "question" and block["value"]["when"] == "test"]  # fmt: skip
    assert said
    assert [ask for ask in said if ask in text] == []


def test_a_scorm_package_is_as_its_schema_wants_it(version):
    files = unpacked(packing.scorm_zip(version))
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])

    assert manifest.tag == f"{CP}manifest"
    assert NAME.fullmatch(manifest.get("identifier"))
    assert [child.tag.removeprefix(CP) for child in manifest] == ["metadata", "organizations", "resources"]
    assert manifest.findtext(f"{CP}metadata/{CP}schema") == "ADL SCORM"
    assert manifest.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
    organizations = manifest.find(f"{CP}organizations")
    (organization,) = organizations
    assert organizations.get("default") == organization.get("identifier")
    assert [child.tag for child in organization] == [f"{CP}title", f"{CP}item"]
    item = organization.find(f"{CP}item")
    assert [child.tag for child in item] == [f"{CP}title", f"{ADL}masteryscore"]
    assert item.findtext(f"{CP}title") == version.title
    assert 0 <= int(item.findtext(f"{ADL}masteryscore")) <= 100
    (resource,) = manifest.find(f"{CP}resources")
    assert item.get("identifierref") == resource.get("identifier")
    assert (resource.get("type"), resource.get(f"{ADL}scormtype")) == ("webcontent", "sco")
    listed = [file.get("href") for file in resource]
    assert resource.get("href") in listed
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
    names = [one.get("identifier") for one in manifest.iter() if one.get("identifier")]
    assert len(names) == len(set(names))
    assert all(NAME.fullmatch(name) for name in names)


def test_a_scorm_page_stands_by_itself_and_holds_the_whole_test(version):
    files = unpacked(packing.scorm_zip(version))
    page = files["index.html"]

    assert len(page.encode()) < MOST
    assert asked_for(page) <= set(files)
    assert "http" not in files["scorm.js"]
    marks = json.loads(re.search(r'<script id="marks" type="application/json">(.*?)</script>', page, re.S).group(1))
    assert marks["passMark"] == 70
    assert len(marks["questions"]) == page.count("<fieldset") >= 5
    assert all(one["right"] for one in marks["questions"])


def test_two_copies_are_the_same():
    version = version_of(KEYS[0])

    assert packing.scorm_zip(version) == packing.scorm_zip(version_of(KEYS[0]))
    assert packing.pages_zip(version) == packing.pages_zip(version_of(KEYS[0]))


def test_what_editors_write_is_words_and_never_markup():
    version = version_of(KEYS[0])
    spoilt = version.plain | {"summary": "<script>alert(1)</script>"}
    spoilt["lessons"][0]["blocks"].insert(
        0, {"id": "x", "type": "paragraph", "value": "<p>&lt;img src=x onerror=alert(1)&gt; <b>bold</b></p>"}
    )
    version.__dict__["plain"] = spoilt
    for made in (packing.pages_zip(version), packing.scorm_zip(version)):
        text = "".join(text for name, text in unpacked(made).items() if name.endswith(".html"))

        assert "<script>alert" not in text
        assert "<img" not in text
        assert "<strong>bold</strong>" in text


@pytest.mark.parametrize("large", [False, True])
def test_every_module_can_be_printed(large):
    """Tagged (PDF/UA): what has no shape, or no reading order, stops Typst."""
    for key in (KEYS[0], KEYS[-1]):
        version = version_of(key)
        for made in (printing_handouts.workbook_pdf, printing_handouts.summary_pdf):
            assert made(version, large=large, at=version.published_at).startswith(b"%PDF")
