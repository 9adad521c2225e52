"""The code of an invitation on its way from a link, a slip or another page to the form that accepts it."""

from django.http import HttpRequest

CODE = "accounts.invitation_code"  # in the session, so that it is in no address while the form is filled in


def carry(request: HttpRequest, code: str) -> None:
    """The form at accounts:invitations-accept finds it there."""
    request.session[CODE] = code
