from django.apps import AppConfig


class WorkerConfig(AppConfig):
    name = "worker"

    def ready(self) -> None:
        # Each app says in its own schedules.py what the clock starts, and in health.py what can be wrong with it.
        from worker import health, schedules

        schedules.autodiscover()
        health.autodiscover()
