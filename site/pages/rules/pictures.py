"""Which pictures may come in, and what is taken out of them on the way.

A picture is decoded and written again, so that nothing but its pixels is kept: no place where it was taken, no camera,
no second file hidden behind the first.
"""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST_FILE = 10 * 1024 * 1024  # bytes
MOST_PIXELS = 40_000_000
WIDEST = 2000  # pixels; a larger picture is made smaller when it comes in
# What Pillow calls a format, and what its file is called here.
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
MAGIC = {"JPEG": (b"\xff\xd8\xff",), "PNG": (b"\x89PNG\r\n\x1a\n",), "WEBP": (b"RIFF",)}


class Refused(Exception):
    """The file is not a picture that we take; the message is for the person who sent it."""


NOT_A_PICTURE = "We could not read this as a picture. Save it again as a JPEG or PNG file, then try once more."
TOO_BIG = "This file is larger than 10 MB. Make the picture smaller, then try again."
TOO_MANY_PIXELS = (
    "This picture has too many pixels for us to open. Make it smaller than 6,000 by 6,000, then try again."
)


def rewritten(data: bytes) -> tuple[bytes, str]:
    """The picture in `data` written again from its pixels, and its extension (jpg, png or webp). Raises Refused."""
    if len(data) > LARGEST_FILE:
        raise Refused(TOO_BIG)
    name = next((name for name, starts in MAGIC.items() if data.startswith(starts)), None)
    if name is None:
        raise Refused(NOT_A_PICTURE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _again(data, name), FORMATS[name]
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, MemoryError):
        raise Refused(TOO_MANY_PIXELS) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError):
        # Pillow's decoders answer a damaged file with any of these.
        raise Refused(NOT_A_PICTURE) from None


def _again(data: bytes, name: str) -> bytes:
    with Image.open(io.BytesIO(data), formats=[name]) as first:
        if first.width * first.height > MOST_PIXELS:
            raise Image.DecompressionBombError
        first.verify()
    with Image.open(io.BytesIO(data), formats=[name]) as opened:
        opened.load()
        upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((WIDEST, WIDEST))
    pixels = upright.convert("RGBA" if upright.mode in {"RGBA", "LA", "P", "PA"} else "RGB")
    if name == "JPEG":
        pixels = pixels.convert("RGB")
    pixels.info = {}
    out = io.BytesIO()
    pixels.save(out, name, quality=82, optimize=name != "WEBP")
    return out.getvalue()
