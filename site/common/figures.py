"""What every chart has: a caption, a picture, and a table that says the same."""

from collections.abc import Iterable, Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

Number = int | float


def figure(caption: str, drawing: SafeString, table: SafeString, kind: str) -> SafeString:
    return format_html(
        '<figure class="chart chart--{}"><figcaption>{}</figcaption>{}{}</figure>', kind, caption, drawing, table
    )


def as_table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> SafeString:
    """The same facts for those who would rather read, or hear, or copy them."""
    head = format_html_join("", '<th scope="col">{}</th>', ((heading,) for heading in headings))
    body = format_html_join(
        "",
        '<tr><th scope="row">{}</th>{}</tr>',
        ((row[0], format_html_join("", "<td>{}</td>", ((cell,) for cell in row[1:]))) for row in rows),
    )
    return format_html(
        '<details class="details"><summary>Read as a table</summary><table class="table">'
        '<caption class="vh">{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table></details>',
        caption,
        head,
        body,
    )


def nothing(caption: str, kind: str) -> SafeString:
    return figure(caption, format_html('<p class="muted">{}</p>', "Nothing to show yet."), SafeString(""), kind)


def plain(number: Number) -> str:
    """1234.0 as 1,234 and 2.5 as 2.5."""
    return f"{number:,.0f}" if number == int(number) else f"{number:,.1f}"
