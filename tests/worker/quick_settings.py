"""The house with a quick heart, for processes that the tests start."""

import os

from config.settings import *  # noqa: F403
from config.settings import DATABASES

DATABASES["default"]["NAME"] = os.environ["OWN_DATABASE"]
WORKER = {"beat": 0.1, "dead_after": 1.0, "poll": 0.05, "backoff": 0.1, "grace": 4.0, "overtime": 0.3}
