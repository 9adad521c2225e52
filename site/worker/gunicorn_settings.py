"""How gunicorn serves the site, alone (`gunicorn -c python:worker.gunicorn_settings config.wsgi`) or under `serve`.

Any of it can be changed on the command line, or with GUNICORN_CMD_ARGS.
"""

import logging.config
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from gunicorn.glogging import Logger

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


class HouseLogger(Logger):
    """Gunicorn's own messages, through the house's formatters. Requests are logged by common.request_log."""

    def setup(self, cfg: Any) -> None:
        self.cfg = cfg
        logging.config.dictConfig(settings.LOGGING)
        self.error_log.propagate = True
        self.error_log.setLevel(self.LOG_LEVELS.get(cfg.loglevel, logging.INFO))

    @property
    def access_log_enabled(self) -> bool:
        return False

    def reopen_files(self) -> None:
        """There are none: everything goes to standard error."""


bind = "127.0.0.1:8000"
worker_class = "gthread"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 25
keepalive = 5
# A process that grew makes room for a fresh one; not all at the same moment.
max_requests = 20_000
max_requests_jitter = 2_000
accesslog = None
logger_class = HouseLogger
control_socket_disable = True
# Heartbeat files on a disk can stall a worker; memory cannot.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
