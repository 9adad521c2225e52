"""What editors wrote, as plain data: for paper, and for pages that are handed to others. No markup is passed on.

    nodes("<p>Ask <b>alone</b>.</p><ul><li>Say why</li></ul>") →
    [{"kind": "p", "runs": [{"text": "Ask "}, {"text": "alone", "bold": True}, {"text": "."}]},
     {"kind": "ul", "items": [[{"text": "Say why"}]]}]

A link keeps its words; one that leads out of this house keeps its address as well (`link`).
"""

from html.parser import HTMLParser
from typing import Any

Node = dict[str, Any]
Run = dict[str, Any]
MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
HEADINGS = ("h2", "h3", "h4", "h5")
LISTS = ("ul", "ol")


def nodes(html: str) -> list[Node]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.whole()


def lines(text: str) -> list[Node]:
    """Text as somebody typed it: each line a paragraph."""
    return [{"kind": "p", "runs": [{"text": line.strip()}]} for line in text.splitlines() if line.strip()]


def text_of(found: list[Node]) -> str:
    """The words alone, for measuring and for search."""
    lines = [item for node in found for item in node.get("items", [node.get("runs", [])])]
    return " ".join(" ".join("".join(run["text"] for run in line) for line in lines).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Node] = []
        self.runs: list[Run] = []
        self.marks: list[str] = []
        self.links: list[str] = []
        self.kind = "p"
        self.lists: list[Node] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in MARKS:
            self.marks.append(MARKS[tag])
        elif tag == "a":
            address = dict(attrs).get("href") or ""
            self.links.append(address if address.startswith(("https://", "http://", "mailto:", "tel:")) else "")
        elif tag == "br":
            self.runs.append({"text": "\n"})
        elif tag in LISTS:
            self._end()
            self.lists.append({"kind": tag, "items": []})
        elif tag == "p" or tag in HEADINGS:
            self._end()
            self.kind = "h" if tag in HEADINGS else "p"

    def handle_endtag(self, tag: str) -> None:
        if tag in MARKS and self.marks:
            self.marks.pop()
        elif tag == "a" and self.links:
            self.links.pop()
        elif tag == "li" or tag == "p" or tag in HEADINGS:
            self._end()
        elif tag in LISTS and self.lists:
            self._end()
            done = self.lists.pop()
            # A list within a list: its lines follow, for paper has no third level.
            into = self.lists[-1]["items"].extend if self.lists else None
            into(done["items"]) if into else self.found.append(done)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None or (not data.strip() and not self.runs):
            return  # a script, a style, or the space between two paragraphs
        run: Run = {"text": data}
        run |= dict.fromkeys(self.marks, True)
        if self.links and self.links[-1]:
            run["link"] = self.links[-1]
        self.runs.append(run)

    def _end(self) -> None:
        if self.runs:
            if self.lists:
                self.lists[-1]["items"].append(self.runs)
            else:
                self.found.append({"kind": self.kind, "runs": self.runs})
        self.runs, self.kind = [], "p"

    def whole(self) -> list[Node]:
        self._end()
        return self.found
