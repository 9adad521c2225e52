"""Small drawings, 24 by 24, in lines. Each is the inside of an `<svg>`; the words beside it carry the meaning."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

DRAWINGS = {
    "home": '<path d="M3 11 12 4l9 7v9h-6v-6H9v6H3z"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "people": (
        '<circle cx="9" cy="8" r="4"/><path d="M2 21c0-4 3-7 7-7s7 3 7 7M17 4a4 4 0 0 1 0 8M22 21c0-3-2-6-5-6.6"/>'
    ),
    "person": '<circle cx="12" cy="8" r="4"/><path d="M5 21c0-4 3-7 7-7s7 3 7 7"/>',
    "message": '<path d="M4 5a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10l-6 4z"/>',
    "calendar": '<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 3v4M16 3v4"/>',
    "place": '<path d="M12 21s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12z"/><circle cx="12" cy="9" r="2.5"/>',
    "shield": '<path d="M12 3 4 6v6c0 5 3.5 8 8 9 4.5-1 8-4 8-9V6z"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 3"/>',
    "print": '<path d="M7 9V3h10v6M7 18H4v-8h16v8h-3"/><path d="M7 14h10v7H7z"/>',
    "check": '<path d="m5 12 5 5L20 7"/>',
    "warning": '<path d="M12 3 2 20h20z"/><path d="M12 10v4M12 17v.5"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m20 20-4.8-4.8"/>',
    "file": '<path d="M6 3h8l5 5v13H6z"/><path d="M14 3v5h5"/>',
    "chart": '<path d="M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6"/>',
    "phone": '<path d="M6 3h4l2 5-3 2c1 2.5 2.5 4 5 5l2-3 5 2v4c0 2-2 3-3 3C10 20 4 14 3 6c0-1 1-3 3-3z"/>',
    "exit": '<path d="M10 4H4v16h6M15 8l4 4-4 4M19 12H9"/>',
    "left": '<path d="m14 6-6 6 6 6"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 7.5v.5"/>',
    "book": '<path d="M4 4h6a2 2 0 0 1 2 2v14a2 2 0 0 0-2-2H4zM20 4h-6a2 2 0 0 0-2 2v14a2 2 0 0 1 2-2h6z"/>',
    "letter": '<path d="M3 6h18v12H3z"/><path d="m3 7 9 7 9-7"/>',
    "money": '<circle cx="12" cy="12" r="9"/><path d="M15 8.5A3 3 0 0 0 10 10v5.5H8.5M8.5 12.5H13M8.5 16H15.5"/>',
    "heart": '<path d="M12 20S3 14.5 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5C21 14.5 12 20 12 20z"/>',
    "question": (
        '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 16.5v.5"/>'
    ),
    "no": '<circle cx="12" cy="12" r="9"/><path d="m6 6 12 12"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "settings": (
        '<path d="M4 7h10M18 7h2M4 17h2M10 17h10"/><circle cx="16" cy="7" r="2"/><circle cx="8" cy="17" r="2"/>'
    ),
}


def draw(name: str) -> SafeString:
    """The drawing called `name` as an `<svg>` that screen readers pass over; KeyError names what there is."""
    if name not in DRAWINGS:
        raise KeyError(f"no icon is called {name!r}; there are {', '.join(sorted(DRAWINGS))}")
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(DRAWINGS[name]),  # our own drawing, from the list above
    )
