"""A version of a tool as a Word file that others can make their own, with real headings, lists and tables."""

import io
from collections.abc import Callable
from datetime import UTC
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from common.dates import local_day
from pages.models import ToolVersion
from pages.rules.tools import OWNER, Part, licence

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BOX = "\u2610"
LINE = "_" * 40


def tool_docx(version: ToolVersion, *, address: str) -> bytes:
    told, known = version.plain, licence(version.plain["licence"])
    document = _begun(version)
    document.add_paragraph(told["purpose"])
    _labelled(document, "Who it is for: ", told["for_whom"])
    _labelled(document, "How to use it: ", told["how"])
    if told["unread"]:
        _labelled(document, "Before you rely on it: ", told["unread"])
    for part in told["parts"]:
        WRITERS[part["kind"]](document, part)
    if told["sources"]:
        document.add_heading("Where the law in it stands", level=2)
        for source in told["sources"]:
            document.add_paragraph(source, style="List Bullet")
    document.add_heading("About this tool", level=2)
    cut = f"Version {version.number}, {local_day(version.published_at):%-d %B %Y}. {address}"
    document.add_paragraph(f"{OWNER}. {cut}")
    document.add_paragraph(f"{known.name} ({known.address}). {known.says}")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _begun(version: ToolVersion) -> Doc:
    document = Document()
    about = document.core_properties
    about.title, about.author, about.language = version.title, OWNER, "en-GB"
    about.comments = ""
    about.created = about.modified = version.published_at.astimezone(UTC).replace(tzinfo=None)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(12)  # type: ignore[attr-defined]  # a paragraph style has a font
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    for style in document.styles.element.iter(qn("w:rPrDefault")):
        runs = style.find(qn("w:rPr"))
        for old in runs.findall(qn("w:lang")):
            runs.remove(old)
        runs.append(language)
    document.add_heading(version.title, level=1)
    return document


def _labelled(document: Doc, label: str, words: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(label).bold = True
    paragraph.add_run(words)


def _heading(document: Doc, part: Part) -> None:
    document.add_heading(part["words"], level=2)


def _prose(document: Doc, part: Part) -> None:
    for node in part["nodes"]:
        _node(document, node)


def _box(document: Doc, part: Part) -> None:
    if part["title"]:
        document.add_heading(part["title"], level=3)
    _prose(document, part)


def _node(document: Doc, node: dict[str, Any]) -> None:
    if node["kind"] == "ul":
        for item in node["items"]:
            _runs(document.add_paragraph(style="List Bullet"), item)
    elif node["kind"] == "ol":
        numbers = _new_numbers(document)
        for item in node["items"]:
            paragraph = document.add_paragraph(style="List Number")
            paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = numbers
            _runs(paragraph, item)
    elif node["kind"] == "h":
        _runs(document.add_heading(level=3), node["runs"])
    else:
        _runs(document.add_paragraph(), node["runs"])


def _runs(paragraph: Paragraph, runs: list[dict[str, Any]]) -> None:
    for one in runs:
        run = paragraph.add_run(one["text"] + (f" ({one['link']})" if "link" in one else ""))
        run.bold, run.italic = one.get("bold"), one.get("italic")


def _new_numbers(document: Doc) -> int:
    """Numbers that begin at 1 again: Word goes on counting from the last list otherwise."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    kind = next(one for one in numbering.num_lst if one.numId == used).abstractNumId.val
    made = numbering.add_num(kind)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(made.numId)


def _ticks(document: Doc, part: Part) -> None:
    for line in part["lines"]:
        document.add_paragraph(f"{BOX} {line}")


def _blanks(document: Doc, part: Part) -> None:
    for label in part["labels"]:
        document.add_paragraph(f"{label}: {LINE}")


def _room(document: Doc, part: Part) -> None:
    document.add_heading(part["title"], level=3)
    for _ in range(part["lines"]):
        document.add_paragraph(LINE * 2)


def _table(document: Doc, part: Part) -> None:
    if part["title"]:
        document.add_heading(part["title"], level=3)
    table = document.add_table(rows=1, cols=len(part["headings"]), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, part["headings"], strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    head = OxmlElement("w:tblHeader")  # it comes again on each page, and is read out as the head
    head.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(head)
    for row in part["rows"]:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph()


WRITERS: dict[str, Callable[[Doc, Part], None]] = {
    "heading": _heading,
    "prose": _prose,
    "box": _box,
    "ticks": _ticks,
    "blanks": _blanks,
    "room": _room,
    "table": _table,
}
