import io
import zipfile

import pytest

from pages.rules.downloads import Refused, check


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plan.pdf", b"%PDF-1.7 ..."),
        ("PLAN.PDF", b"%PDF-1.7 ..."),
        ("plan.docx", zipped(document=b"<w/>")),
        ("plan.odt", zipped(content=b"<o/>")),
        ("plan.txt", "Croeso â".encode()),
        ("talk.mp3", b"ID3\x04..."),
        ("film.mp4", b"\x00\x00\x00\x20ftypisom..."),
        ("film.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello"),
        ("film.vtt", b"\xef\xbb\xbfWEBVTT\n"),
    ],
)
def test_it_takes(name, data):
    assert check(name, data) == name.rpartition(".")[2].lower()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("plan.exe", b"MZ", "another kind of file"),
        ("page.html", b"<script>", "another kind of file"),
        ("drawing.svg", b"<svg/>", "another kind of file"),
        ("plan", b"%PDF-", "another kind of file"),
        ("", b"%PDF-", "another kind of file"),
        ("../../plan.pdf/", b"%PDF-", "another kind of file"),
        ("plan.pdf", b"<html>", "holds something else"),
        ("plan.docx", b"PK\x03\x04 not an archive", "damaged"),
        ("film.mp4", b"ftypisom", "holds something else"),
        ("film.vtt", b"1\n00:01.000 --> 00:02.000", "holds something else"),
        ("film.vtt", b"WEBVTT\x00", "not a text file"),
        ("plan.docx", zipped(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("plan.odt", zipped(content=b"\x00" * (61 * 1024 * 1024)), "unpacks to more"),
        ("plan.txt", b"\xff\xfe\x00", "UTF-8"),
        ("plan.txt", b"a\x00b", "not a text file"),
        ("plan.pdf", b"%PDF-" + b"\x00" * (10 * 1024 * 1024), "larger than 10 MB"),
    ],
)
def test_it_refuses(name, data, says):
    with pytest.raises(Refused, match=says):
        check(name, data)
