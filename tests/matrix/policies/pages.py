from tests.matrix.doors import SIGNED_IN, Door

# For everyone else who is signed in there is no editor.
EDITORS = frozenset({"editor", "programme_manager", "administrator", "lived_experience"})

DOORS = [
    Door("pages:search-find", public=True),
    Door("pages:rights-ask", public=True),
    Door("pages:dates-ask", public=True),
    Door("pages:pictures-show", public=True, answers=404, args={"name": "=none.jpg"}),
    Door("pages:downloads-fetch", public=True, answers=404, args={"ref": "=none", "extension": "=pdf"}),
    Door("pages:robots-read", public=True),
    Door("pages:robots-sitemap", public=True),
    Door("wagtailcore_login", public=True, answers=302),
    Door("editor_sign_in", public=True, opens=EDITORS, hidden=SIGNED_IN, answers=302),
    Door("editor_password_reset", public=True, opens=EDITORS, hidden=SIGNED_IN, answers=302),
    Door("editor_sign_out", public=True, opens=EDITORS, hidden=SIGNED_IN, answers=302),
    Door("wagtail_serve", public=True, args={"": "="}),
]
