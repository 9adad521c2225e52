"""Which files may be offered to download, and how we know that they are what their names say."""

import io
import zipfile

LARGEST_FILE = 10 * 1024 * 1024  # bytes
LARGEST_UNPACKED = 60 * 1024 * 1024  # bytes; Word and OpenDocument files are zip archives
MOST_PARTS = 2000

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "txt": "text/plain; charset=utf-8",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "vtt": "text/vtt; charset=utf-8",
}
MAGIC = {
    "pdf": (b"%PDF-",),
    "docx": (b"PK\x03\x04",),
    "odt": (b"PK\x03\x04",),
    "mp3": (b"ID3", b"\xff\xfb", b"\xff\xf3"),
    "mp4": (b"ftyp",),
    "vtt": (b"WEBVTT", b"\xef\xbb\xbfWEBVTT"),
}
OFFSET = {"mp4": 4}  # the length of its first box stands before


class Refused(Exception):
    """The file may not be offered; the message is for the person who sent it."""


def check(name: str, data: bytes) -> str:
    """The extension of the file called `name` that holds `data`, once both agree. Raises Refused."""
    extension = name.rpartition(".")[2].lower()
    if extension not in TYPES:
        raise Refused(
            "We take PDF, Word (docx), OpenDocument (odt), plain text, MP3, MP4 and caption (vtt) files. "
            "This is another kind of file."
        )
    if len(data) > LARGEST_FILE:
        raise Refused("This file is larger than 10 MB. Make it smaller, then try again.")
    if extension in {"txt", "vtt"}:
        _must_be_text(data)
    if extension in MAGIC and not data[OFFSET.get(extension, 0) :].startswith(MAGIC[extension]):
        raise Refused(
            f"This file's name ends in .{extension}, but it holds something else. Save it again and try once more."
        )
    if extension in {"docx", "odt"}:
        _must_unpack(data)
    return extension


def _must_be_text(data: bytes) -> None:
    try:
        written = data.decode()
    except UnicodeDecodeError:
        raise Refused("This text file is not in UTF-8. Save it again as UTF-8, then try once more.") from None
    if "\x00" in written:
        raise Refused("This is not a text file.")


def _must_unpack(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refused("This document is damaged. Save it again, then try once more.") from None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise Refused("This document unpacks to more than we can open. Make it smaller, then try again.")
    if any(part.filename.endswith("vbaProject.bin") for part in parts):
        raise Refused("This document holds macros. Save it without macros, then try again.")
