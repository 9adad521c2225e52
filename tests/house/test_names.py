"""One noun, one name, on every floor: what is called matches in models is called matches everywhere."""

import pytest

from tests.house.survey import APPS, doors, forbid, home, is_ours, python_files

FLOORS = ("rules", "actions", "forms", "tables", "filters", "views")
# What an app has beside its nouns: things people do here that leave no row of their own.
ALSO = {
    "accounts": {"security", "sign_in"},
    "casefiles_support": {
        "alongside",
        "by_letter",
        "checkpoint_words",
        "clocks",
        "figures",
        "hand_overs",
        "letter_texts",
        "letter_words",
        "mine",
        "offers",
        "pauses",
        "posting",
        "preflight",
        "steps",
        "stops",
        "today",
        "watching",
    },
    "mentoring": {
        "asking",
        "attendance",
        "calendar",
        "decisions",
        "gates",
        "guests",
        "hand_overs",
        "histories",
        "interests",
        "lapses",
        "offline",
        "offline_registers",
        "paths",
        "pauses",
        "registers",
        "slips",
        "stacks",
        "suggestions",
        "triage",
        "uncleared",
    },
    "messaging": {
        "answers",
        "caps",
        "claims",
        "delivery",
        "drains",
        "endings",
        "evidence",
        "holds",
        "last_gate",
        "outbox",
        "receipts",
        "reminders",
        "replies",
        "segments",
        "sending",
        "spoken",
        "sweeps",
        "times",
        "withdrawals",
    },
    "pages": {
        "agreed",
        "ageing",
        "contacts",
        "hours",
        "childhood",
        "contents",
        "dates",
        "editors",
        "guidance",
        "inbox",
        "numbers",
        "offers",
        "packs",
        "prose",
        "reaching",
        "read_aloud",
        "rights",
        "robots",
        "search",
        "symbols",
        "synonyms",
        "topics",
    },
    "training": {
        "impacts",
        "languages",
        "paths",
        "attempts",
        "badges",
        "certificates",
        "contents",
        "coverage",
        "credentials",
        "hand_overs",
        "handouts",
        "harm",
        "items",
        "learning",
        "matrix",
        "prose",
        "questions",
        "regrades",
        "shelves",
        "shipped",
    },
    "people": {"alerts", "held_texts", "sent_texts", "texting", "texts"},
}
WITH_NOUNS = [app for app in APPS if (home(app) / "models").is_dir()]


def nouns(app):
    return {path.stem for path in python_files(app, "models")} | ALSO.get(app, set())


@pytest.mark.parametrize("app", WITH_NOUNS)
def test_every_floor_uses_the_names_of_the_models(app):
    strays = [
        f"{app}/{floor}/{path.name}"
        for floor in FLOORS
        for path in python_files(app, floor)
        if path.parent.name == floor and path.stem not in nouns(app)
    ]

    forbid(strays, f"the nouns of {app} are {sorted(nouns(app))}")


@pytest.mark.parametrize("app", WITH_NOUNS)
def test_every_page_is_named_after_its_noun_and_its_verb(app):
    """The view `people.views.persons.edit` is the URL name `people:persons-edit`, whose path begins with /people/."""
    wrong = []
    for name, path, view in doors():
        if view.__module__.startswith(f"{app}.views."):
            noun = view.__module__.rsplit(".", 1)[1]
            expected = f"{app}:{noun}-{view.__name__.rstrip('_')}".replace("_", "-")
            if name.replace("_", "-") != expected:
                wrong.append(f"/{path} is named {name}, not {expected}")

    forbid(wrong, "one noun, one name")


def test_every_page_of_ours_stands_in_its_own_part_of_the_house():
    homes = {"common": "components/", "worker": "health/", "accounts": "account/", "messaging": "hooks/", "pages": ""}
    strays = [
        f"/{path} comes from {view.__module__}"
        for _, path, view in doors()
        if is_ours(view) and (app := view.__module__.split(".")[0]) != "config"
        if not path.startswith(homes.get(app, f"{app}/".replace("casefiles_support", "files")))
    ]

    forbid(strays, "a page's address begins with its app's")


def test_tests_stand_where_the_thing_they_test_stands():
    rooms = {path.name for path in (home("config").parents[1] / "tests").iterdir() if path.is_dir()}
    own = {"factories", "house", "matrix", "races", "browser", "benchmarks", "__pycache__"}

    assert rooms - own <= set(APPS)
