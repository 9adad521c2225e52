"""The occasions for which a letter or an answer makes the programme owe something: the keys of duties."""

from casefiles_support.models import AccessRequest, Fact, Letter


def check(letter: Letter) -> str:
    """A second person looks at an address."""
    return f"letter:{letter.ref}:check"


def receipt(request: AccessRequest) -> str:
    """Somebody asks whether the request came."""
    return f"receipt:{request.ref}"


def question(request: AccessRequest) -> str:
    """The question of a holder that was asked last, which somebody answers."""
    asked = request.facts.standing().filter(kind=Fact.Kind.CLARIFICATION_ASKED).order_by("on", "pk").last()
    return f"question:{request.ref}:{asked.on if asked else ''}"
