"""Which language an answer is in: the one that its address says, and nothing that a browser asks for.

Welsh stands under `/cy/`, English everywhere else. Words are Django's own translation (`config/locale/`); rules, which
know no Django, take a function `say` that gives the words of the reader's language for English ones.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language, get_language_from_path, override

Answer = Callable[[HttpRequest], HttpResponse]
Say = Callable[[str], str]


class LanguageOfTheAddress:
    """One address has one set of words, so that caches may keep it, and the thread is given back as it was. Django's
    own middleware says that answers vary by what the browser asks for, and leaves its language behind.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def is_english() -> bool:
    return get_language() in {None, settings.LANGUAGE_CODE}


def tag_of(language: str | None) -> str:
    """What stands in `lang`: `en-GB` for our English, the code itself for any other."""
    return "en-GB" if language in {None, settings.LANGUAGE_CODE} else str(language)
