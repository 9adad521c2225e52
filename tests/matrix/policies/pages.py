from tests.matrix.doors import SIGNED_IN, Door

# For everyone else who is signed in there is no editor.
EDITORS = frozenset({"editor", "programme_manager", "administrator", "lived_experience"})

DOORS = [
    Door("pages:search-find", public=True),
    Door("pages:rights-ask", public=True),
    Door("pages:dates-ask", public=True),
    Door("pages:offers-index", public=True),
    Door("pages:offers-page", public=True, args={"code": "=E08000035"}, given=("lcc",)),
    Door("pages:contacts-index", public=True),
    Door("pages:contacts-due", opens=EDITORS),
    Door("pages:contacts-take-out", opens=EDITORS),
    Door("pages:packs-make", public=True),
    Door("pages:packs-take-along", public=True),
    Door("pages:feedback-find", public=True),
    Door("pages:feedback-thanks", public=True),
    Door("pages:feedback-give", public=True, args={"number": "a_page"}),
    Door("pages:feedback-say-why", public=True, args={"number": "a_page"}, post_only=True),
    Door("pages:feedback-index", opens=EDITORS),
    Door("pages:pictures-show", public=True, answers=404, args={"name": "=none.jpg"}),
    Door("pages:downloads-fetch", public=True, answers=404, args={"ref": "=none", "extension": "=pdf"}),
    Door("pages:robots-read", public=True),
    Door("pages:robots-sitemap", public=True),
    Door("wagtailcore_login", public=True, answers=302),
    Door("editor_sign_in", public=True, opens=EDITORS, hidden=SIGNED_IN, answers=302),
    Door("editor_password_reset", public=True, opens=EDITORS, hidden=SIGNED_IN, answers=302),
    Door("editor_sign_out", public=True, opens=EDITORS, hidden=SIGNED_IN, answers=302),
    # A draft is there for those who may edit it; who may not is asked in tests/pages/test_reviews.py.
    Door("pages:reviews-show", opens=EDITORS, hidden=SIGNED_IN, answers=404,
         args={"key": "=5e1f0f54-7f5c-4d0f-8d7b-3a6f0a2b9c11", "language": "=en-gb"}),
    Door("pages:guidance-show", opens=EDITORS),
    Door("pages_behind", opens=EDITORS, hidden=SIGNED_IN - EDITORS),
    Door("pages_behind_results", opens=EDITORS, hidden=SIGNED_IN - EDITORS),
    Door("wagtail_serve", public=True, args={"": "="}),
]  # fmt: skip
