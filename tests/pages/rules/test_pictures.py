"""Files that people send: what is made of a good one, and what is said about a bad one."""

import io
import struct
import zlib

import pytest
from PIL import Image

from pages.rules.pictures import NOT_A_PICTURE, TOO_BIG, TOO_MANY_PIXELS, WIDEST, Refused, rewritten


def drawn(form: str = "JPEG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, "purple" if mode != "P" else 3).save(out, form, **options)
    return out.getvalue()


def chunk(kind: bytes, data: bytes, crc: int | None = None) -> bytes:
    checked = zlib.crc32(kind + data) if crc is None else crc
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checked)


def png(width: int, height: int, pixels: bytes, crc: int | None = None) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels, crc) + chunk(b"IEND", b"")


def bomb() -> bytes:
    """A picture of 30,000 by 30,000 grey points that weighs next to nothing."""
    packer = zlib.compressobj(9)
    row = b"\x00" * 30_001
    return png(30_000, 30_000, b"".join(packer.compress(row) for _ in range(300)) + packer.flush())


HOSTILE = {
    "a bomb": (bomb(), TOO_MANY_PIXELS),
    "a drawing with a command in it": (
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        NOT_A_PICTURE,
    ),
    "a moving picture that is also a script": (b"GIF89a=1;alert(1)//" + b"\x00" * 40, NOT_A_PICTURE),
    "a damaged picture": (png(10, 10, zlib.compress(b"\x00" * 110), crc=1), NOT_A_PICTURE),
    "half a picture": (drawn()[: len(drawn()) // 2], NOT_A_PICTURE),
    "the start of a picture": (b"\x89PNG\r\n\x1a\n", NOT_A_PICTURE),
    "nothing": (b"", NOT_A_PICTURE),
    "another kind in disguise": (b"RIFF\x00\x00\x00\x00WAVEfmt ", NOT_A_PICTURE),
    "a very large file": (b"\xff\xd8\xff" + b"\x00" * (10 * 1024 * 1024), TOO_BIG),
}


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_picture_comes_through_as_the_same_kind(form):
    content, extension = rewritten(drawn(form))

    assert Image.open(io.BytesIO(content)).format == form
    assert extension == {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}[form]


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1"])
def test_pictures_of_every_colour_come_through(mode):
    form = "JPEG" if mode == "CMYK" else "PNG"

    assert rewritten(drawn(form, mode=mode))


def test_what_stands_beside_the_picture_is_left_behind():
    exif = Image.Exif()
    exif[0x010F] = "CANARY CAMERA"
    exif.get_ifd(0x8825)[2] = (53.0, 47.0, 58.0)  # where it was taken
    comment = drawn(exif=exif, comment=b"CANARY COMMENT") + b"<script>CANARY</script>"

    content, _ = rewritten(comment)

    assert b"CANARY" not in content
    assert not Image.open(io.BytesIO(content)).getexif()


def test_a_picture_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6

    content, _ = rewritten(drawn(size=(60, 40), exif=exif))

    assert Image.open(io.BytesIO(content)).size == (40, 60)


def test_a_large_picture_is_made_smaller():
    content, _ = rewritten(drawn(size=(4000, 1000)))

    assert Image.open(io.BytesIO(content)).size == (WIDEST, WIDEST // 4)


@pytest.mark.parametrize("name", HOSTILE)
def test_it_refuses(name):
    data, reason = HOSTILE[name]

    with pytest.raises(Refused) as refusal:
        rewritten(data)

    assert str(refusal.value) == reason
