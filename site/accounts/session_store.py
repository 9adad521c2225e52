"""Sessions whose contents are sealed.

What waits in a session (a second step being set up, a form suspended while somebody confirms their password, words
searched for) is as private as any record. Each is sealed to its own key: a row copied under another key opens nothing.
"""

import json
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from common.sealed import CannotOpen, Sealed, seal, unseal


class SessionStore(DatabaseStore):
    def encode(self, session_dict: dict[str, Any]) -> str:
        return seal(json.dumps(session_dict, separators=(",", ":")), place=self._place()).token

    def decode(self, session_data: str | bytes) -> dict[str, Any]:
        """Whatever cannot be opened is an empty session: the person signs in again."""
        try:
            return json.loads(unseal(Sealed(str(session_data)), place=self._place()))
        except (CannotOpen, ValueError):
            return {}

    def _place(self) -> str:
        return f"accounts.session:{self.session_key}"
