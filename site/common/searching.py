"""Words that somebody searches for are personal data: a name, a prison number.

They are posted, never in an address, and kept sealed in the session of the person who typed them. The address only says
`search=on`. Nothing here writes them anywhere else.
"""

from typing import Any

from django import forms
from django.http import HttpRequest

from common.forms import HouseForm
from common.sealed import CannotOpen, Sealed, seal, unseal
from common.text import clean

KEPT = "searches"  # in the session: the list's name to a sealed text
MOST = 100  # letters


class SearchForm(HouseForm):
    marks_optional = False
    words = forms.CharField(
        label="Search",
        max_length=MOST,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = help_text

    def clean_words(self) -> str:
        return clean(self.cleaned_data["words"], lines=False)


def take(request: HttpRequest, form: SearchForm, *, name: str) -> str:
    """Keep what was posted in a form that is valid, or nothing where the person asked to clear it; the words."""
    words = "" if "clear" in request.POST else form.cleaned_data["words"]
    keep(request, name=name, words=words)
    return words


def keep(request: HttpRequest, *, name: str, words: str) -> None:
    """Keep `words` for the list called `name`; empty words forget the ones before."""
    searches = dict(request.session.get(KEPT, {}))
    searches.pop(name, None)
    if words:
        if not request.session.session_key:
            request.session.create()
        searches[name] = seal(words, place=_place(request, name)).token
    request.session[KEPT] = searches


def kept(request: HttpRequest, *, name: str) -> str:
    """The words kept for this list and this person, or nothing."""
    token = request.session.get(KEPT, {}).get(name)
    if not token:
        return ""
    try:
        return unseal(Sealed(token), place=_place(request, name))
    except CannotOpen:
        return ""  # somebody else signed in since, or the key has gone


def _place(request: HttpRequest, name: str) -> str:
    owner = getattr(request.user, "ref", "") or request.session.session_key
    return f"search:{name}:{owner}"
