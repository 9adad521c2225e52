"""Some of the pages that come with Alongside: enough for a reader's way through them, and quick to load."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.test import override_settings

from pages import content
from pages.actions import contacts, shipped
from tests.conftest import NOW

FEW = "home help history adviser prison staff asking mentoring accessibility privacy contact".split()
SHIPPED = [page for page in content.SHIPPED if page.key in FEW]
AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
IN_MEMORY = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "few pages"}}


def load_few(at: datetime = NOW) -> list[str]:
    contacts.place(contacts=content.CONTACTS, by=None, at=at)
    return shipped.place(pages=SHIPPED, by=None, at=at)


class FewPages:
    """The few, loaded once for all tests in a row that ask for them: in a transaction around theirs, so that each test
    finds them untouched. It begins with the second such test of a process, when there is a database.
    """

    def __init__(self) -> None:
        self.blocker: Any = None  # pytest-django's, from the first test on
        self.around: transaction.Atomic | None = None

    def stand(self) -> None:
        if self.around is None and self.blocker is not None:
            with self.blocker.unblock():
                self.around = transaction.atomic()
                self.around.__enter__()
                with override_settings(TASKS=AT_ONCE, CACHES=IN_MEMORY):
                    load_few()

    def go(self) -> None:
        if self.around is not None:
            with self.blocker.unblock():
                transaction.set_rollback(True)
                self.around.__exit__(None, None, None)
            self.around = None
