"""Tasks that end in every way there is. They write into files, where a test can see from outside what ran."""

import os
import time
from pathlib import Path

from django_tasks import task

from worker.limits import limited


def write(path: str, words: str) -> None:
    with Path(path).open("a") as file:
        file.write(f"{words} {os.getpid()}\n")


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


@task()
def answer(value):
    return value


@task(takes_context=True)
def count_tries(context):
    return context.attempt


@task()
def break_down(words):
    raise ValueError(words)


@task()
def take_all_day():
    time.sleep(86_400)


@task()
@limited(seconds=0.1, tries=1)
def take_too_long_with_its_own_limit():
    time.sleep(60)


@task()
@limited(seconds=0.1, tries=1)
def take_too_long_and_not_listen():
    try:
        time.sleep(60)
    except Exception:  # as careless code does
        return "never mind"


@task()
def work_slowly(path, seconds):
    write(path, "begun")
    time.sleep(seconds)
    write(path, "done")


@task()
@limited(seconds=0.2)
def be_deaf():
    """Not even a signal is heard: the alarm's handler runs only when the interpreter gets its turn."""
    import signal

    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    time.sleep(60)


@task()
def tick_once(path="tick"):
    write(os.environ["TICKS"], path)
