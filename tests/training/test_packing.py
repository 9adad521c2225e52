"""Packages stand by themselves: no file from outside, small pages, and a manifest as SCORM 1.2 wants it.

The schemas of SCORM are others' and do not come with us: a package for developers brings them (site/DECISIONS.md). What
no schema can say, that a manifest names what is there, is asked beside them.
"""

import html
import io
import json
import re
from importlib.metadata import distribution
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.training.shipped import KEYS, version_of
from training import packing, printing_handouts

CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
MOST = 50_000
SCHEMAS = distribution("plct-bulder-for-sphinx").locate_file("plct_bulder_for_sphinx/scorm-templates")
SHIPPED = KEYS[0]


@pytest.fixture(params=KEYS)
def version(request):
    return version_of(request.param)


@pytest.fixture(scope="module")
def schema():
    """ADL's schema of SCORM 1.2, which draws in that of IMS content packaging 1.1.2."""
    return etree.XMLSchema(etree.parse(SCHEMAS / "adlcp_rootv1p2.xsd"))


def wrong_in(schema, manifest):
    """What the schema says against a manifest, as texts."""
    schema.validate(etree.fromstring(manifest.encode()))
    return [one.message for one in schema.error_log]


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


def test_pages_ask_all_that_is_for_practice_and_say_what_we_say_to_it(version):
    text = "".join(unpacked(packing.pages_zip(version)).values())

    said = [block["value"] for lesson in version.plain["lessons"] for block in lesson["blocks"]
            if block["type"] == "question" and block["value"]["when"] == "practice"]  # fmt: skip
    words = [word for one in said for word in (one["ask"], one["right"],
             *(option[name] for option in one["options"] for name in ("says", "goes_with", "then")))]  # fmt: skip
    assert words
    assert [word for word in words if word not in html.unescape(text)] == []


def test_a_manifest_is_valid_and_names_what_is_there(version, schema):
    files = unpacked(packing.scorm_zip(version))
    manifest = ElementTree.fromstring(files["imsmanifest.xml"])

    assert wrong_in(schema, files["imsmanifest.xml"]) == []
    assert manifest.findtext(f"{CP}metadata/{CP}schema") == "ADL SCORM"
    assert manifest.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
    organizations = manifest.find(f"{CP}organizations")
    (organization,) = organizations
    assert organizations.get("default") == organization.get("identifier")
    item = organization.find(f"{CP}item")
    assert item.findtext(f"{CP}title") == version.title
    assert item.findtext(f"{ADL}masteryscore") == str(version.plain["pass_mark"])
    (resource,) = manifest.find(f"{CP}resources")
    assert item.get("identifierref") == resource.get("identifier")
    assert (resource.get("type"), resource.get(f"{ADL}scormtype")) == ("webcontent", "sco")
    listed = [file.get("href") for file in resource]
    assert resource.get("href") in listed
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})


def test_a_manifest_stays_valid_whatever_a_module_is_called(schema):
    version = version_of(SHIPPED)
    version.title = "Prisons & councils “<both>” it's " * 7  # Wagtail takes 255 characters, SCORM 200

    manifest = packing.scorm(version)["imsmanifest.xml"]

    assert wrong_in(schema, manifest) == []
    title = ElementTree.fromstring(manifest).findtext(f".//{CP}item/{CP}title")
    assert title.startswith("Prisons & councils “<both>” it's Prisons")
    assert title.endswith("…")


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('identifier="organization"', 'identifier="1 organization"', "not a valid value of the atomic type 'xs:ID'"),
        ('scormtype="sco"', 'scormtype="lesson"', "not an element of the set {'asset', 'sco'}"),
        ("<resources>", "<resources><resource/>", "'type' is required"),
    ],
)
def test_the_schema_would_say_what_is_wrong(schema, was, becomes, said):
    manifest = packing.scorm(version_of(SHIPPED))["imsmanifest.xml"]
    assert was in manifest

    assert any(said in one for one in wrong_in(schema, manifest.replace(was, becomes)))


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
