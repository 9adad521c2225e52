from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "desk"

    def ready(self) -> None:
        # These need the models, which are only there now.
        from desk import texting
        from messaging import hearing

        hearing.on_alarm("desk.alarm", texting.tell)
