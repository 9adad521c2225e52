"""Keeps the web and a worker alive: whichever stops is started again, and both stop together."""

import ctypes
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

from common.refs import new_ref

log = logging.getLogger(__name__)

LOOK_EVERY = 0.2  # seconds
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
LIVED_WELL = 10.0  # whoever lived this long died by accident; whoever did not waits longer each time
STOP_WITHIN = 40.0  # more than the grace of gunicorn and of a task
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG, from Linux's <sys/prctl.h>


@dataclass
class Child:
    """A process to keep. `command` is made anew for each start; it is given the id of the one before, or ""."""

    name: str
    command: Callable[[str, str], list[str]]
    keep_open: tuple[int, ...] = ()
    process: subprocess.Popen | None = None
    id: str = ""
    began: float = 0.0
    pause: float = FIRST_PAUSE
    start_at: float = field(default=0.0)

    def start(self) -> None:
        before, self.id = self.id, new_ref()
        self.process = subprocess.Popen(  # noqa: S603 our own commands
            self.command(self.id, before),
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            pass_fds=self.keep_open,
            start_new_session=True,  # Ctrl+C is for us; we tell them
            preexec_fn=_die_with_parent,
        )
        self.began = time.monotonic()

    def look(self) -> None:
        """Start it when it is due; when it has stopped, say when to start it again."""
        now = time.monotonic()
        if self.process is not None and self.process.poll() is not None:
            lived = now - self.began
            self.pause = FIRST_PAUSE if lived > LIVED_WELL else min(self.pause * 2, LONGEST_PAUSE)
            log.warning("A process stopped and is started again", extra={"task": self.name, "seconds": self.pause})
            self.process, self.start_at = None, now + self.pause
        if self.process is None and now >= self.start_at:
            self.start()

    def ask_to_stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(seconds, 0.1))
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)  # it leads a group of its own
            self.process.wait()


class Keeper:
    def __init__(self, children: list[Child]) -> None:
        self.children = children
        self.stopping = False

    def run(self) -> None:
        """Keep the children alive until a signal says stop."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.ask_to_stop)
        try:
            while not self.stopping:
                for child in self.children:
                    child.look()
                time.sleep(LOOK_EVERY)
        finally:
            self.stop()

    def ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def stop(self) -> None:
        """All at once, and none is left behind."""
        end = time.monotonic() + STOP_WITHIN
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.wait(end - time.monotonic())


def listen(host: str, port: int) -> socket.socket:
    """The socket that the web answers on. We hold it, so that while the web is started again people wait, and are not
    turned away. Port 0 takes any that is free. Raises OSError when it is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    listening.listen(512)
    listening.set_inheritable(True)
    return listening


def web(listening: socket.socket, *, workers: int, threads: int) -> Child:
    number = listening.fileno()
    command = [sys.executable, "-m", "gunicorn", "-c", "python:worker.gunicorn_settings", "config.wsgi"]
    command += ["--bind", f"fd://{number}", "--workers", str(workers), "--threads", str(threads)]
    return Child("web", lambda own, before: command, keep_open=(number,))


def background() -> Child:
    """A worker. The next one is told which one it comes instead of, so that nobody waits to be sure that it is dead."""
    command = [sys.executable, "-m", "django", "work"]
    return Child("worker", lambda own, before: [*command, "--id", own, *(["--instead-of", before] if before else [])])


def _die_with_parent() -> None:
    """Should we be killed so hard that we cannot tell our children, the kernel does (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
