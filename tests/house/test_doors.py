"""No door without a lock: every page of ours says who may open it."""

from tests.house.survey import APPS, doors, forbid, is_ours

# Pages that a framework brings, and where it is tested that what we do not want of them is closed.
FRAMEWORKS = {
    "allauth": "tests/accounts",
    "wagtail": "tests/pages",
    "django": "tests/accounts",
}


def test_every_page_of_ours_says_who_may_open_it():
    unlocked = [
        f"/{path} ({view.__module__})" for _, path, view in doors() if is_ours(view) and not hasattr(view, "allowed_by")
    ]

    forbid(unlocked, "decorate the view with @allow(rule)")


def test_every_rule_is_said_in_words():
    wordless = {
        f"{view.allowed_by.__module__}.{view.allowed_by.__qualname__}"
        for _, _, view in doors()
        if is_ours(view) and hasattr(view, "allowed_by") and not view.allowed_by.__doc__
    }

    forbid(wordless, "the docstring of a rule is the policy, in plain English")


def test_every_page_of_ours_has_a_name():
    forbid([path for name, path, view in doors() if is_ours(view) and not name], "give the path a name")


def test_no_page_comes_from_a_stranger():
    known = {*APPS, *FRAMEWORKS}
    strangers = {view.__module__ for _, _, view in doors() if view.__module__.split(".")[0] not in known}

    forbid(strangers, "a framework brings new pages: say here where they are tested")


def test_no_page_takes_a_number_that_can_be_counted_up():
    countable = [path for _, path, view in doors() if is_ours(view) and ("<int:" in path or "\\d+" in path)]

    forbid(countable, "a record is named by its ref")
