from tests.matrix.doors import COORDINATORS, SIGNED_IN, WHOLE_PROGRAMME, Door

# For everyone else who is signed in there is no editor.
EDITORS = frozenset({"editor", "programme_manager", "administrator", "lived_experience"})
DECIDERS = frozenset({"editor", "programme_manager"})

# Whoever takes what came by the public forms; the safeguarding lead sees what is to be read today, and no other.
TAKES = COORDINATORS | {"programme_manager"}
MAY_CLOSE = frozenset({"coordinator", "programme_manager"})
LEAD = WHOLE_PROGRAMME - {"programme_manager"}


def inbox(verb, fixture="an_ask", opens=TAKES, hidden=frozenset(), **more):
    return Door(f"pages:inbox-{verb}", opens=opens, hidden=hidden, args={"ref": fixture}, **more)


DOORS = [
    Door("pages:hand_overs-index", public=True),
    Door("pages:hand_overs-send", public=True, args={"kind": "=refer"}),
    Door("pages:hand_overs-thanks", public=True, args={"ref": "an_ask"}),
    Door("pages:hand_overs-paper", public=True, args={"kind": "=files"}),
    Door("pages:inbox-index", opens=TAKES | LEAD),
    Door("pages:inbox-find", opens=TAKES),
    Door("pages:inbox-key_in", opens=TAKES, args={"kind": "=files"}),
    inbox("detail", hidden=LEAD),
    inbox("take", post_only=True),
    inbox("put_back", "a_taken_ask", MAY_CLOSE, post_only=True),
    inbox("answer", "a_taken_ask", MAY_CLOSE),
    inbox("turn_away", "a_taken_ask", MAY_CLOSE),
    inbox("letter", "one_not_for_us"),
    inbox("set_aside", post_only=True),
    inbox("bring_back", post_only=True),
    Door("pages:search-find", public=True),
    Door("pages:rights-ask", public=True),
    Door("pages:dates-ask", public=True),
    Door("pages:offers-index", public=True),
    Door("pages:offers-page", public=True, args={"code": "=E08000035"}, given=("lcc",)),
    Door("pages:story_consents-index", opens=DECIDERS),
    Door("pages:story_consents-detail", opens=DECIDERS, args={"ref": "a_yes"}),
    Door("pages:story_consents-renew", opens=DECIDERS, args={"ref": "a_yes", "language": "=en-gb"}),
    Door("pages:story_consents-narrow", opens=DECIDERS, args={"ref": "a_yes"}),
    Door("pages:story_consents-take_back", opens=DECIDERS, args={"ref": "a_yes"}),
    Door("pages:story_consents-paper", opens=DECIDERS, args={"ref": "a_yes"}),
    Door("pages:story_consents-give", opens=DECIDERS, args={"key": "a_story", "language": "=en-gb"}),
    Door("pages:stories-paper", public=True),
    Door("pages:stories-take_back", public=True),
    Door("pages:stories-taken_back", public=True),
    Door("pages:tools-version", public=True, args={"tool": "=who-does-what", "number": "=1"}, given=("a_tool",)),
    Door("pages:tools-pdf", public=True, args={"tool": "=who-does-what", "number": "=1"}, given=("a_tool",)),
    Door("pages:tools-docx", public=True, args={"tool": "=who-does-what", "number": "=1"}, given=("a_tool",)),
    Door("pages:adoptions-tell", public=True, args={"tool": "=who-does-what", "number": "=1"}, given=("a_tool",)),
    Door("pages:adoptions-thanks", public=True),
    Door("pages:adoptions-index", opens=DECIDERS),
    Door("pages:adoptions-take-out", opens=DECIDERS),
    Door("pages:adoptions-page", opens=DECIDERS, args={"ref": "an_adoption"}),
    Door("pages:ageing-index", opens=EDITORS),
    Door("pages:ageing-take-out", opens=EDITORS),
    # Who may change a page is asked in tests/pages/test_ageing.py.
    Door("pages:ageing-check_again", opens=EDITORS, answers=404,
         args={"key": "=5e1f0f54-7f5c-4d0f-8d7b-3a6f0a2b9c11", "language": "=en-gb"}),
    Door("pages:links-index", opens=EDITORS),
    Door("pages:links-outside", opens=EDITORS),
    Door("pages:links-take-out", opens=EDITORS),
    Door("pages:links-check", opens=EDITORS, answers=404, args={"key": "=0123456789abcdef"}),
    Door("pages:links-to", opens=EDITORS, answers=404,
         args={"key": "=5e1f0f54-7f5c-4d0f-8d7b-3a6f0a2b9c11", "language": "=en-gb"}),
    Door("pages:searches-index", opens=EDITORS),
    Door("pages:promotions-suggest", opens=DECIDERS),
    Door("pages:promotions-drop", opens=DECIDERS, args={"ref": "a_promotion"}, post_only=True),
    Door("pages:alerts-index", opens=EDITORS),
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
    Door("pages_reading", opens=EDITORS, hidden=SIGNED_IN - EDITORS),
    Door("pages_reading_results", opens=EDITORS, hidden=SIGNED_IN - EDITORS),
    Door("wagtail_serve", public=True, args={"": "="}),
]  # fmt: skip
