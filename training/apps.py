from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "training"

    def ready(self) -> None:
        from pages import before
        from training import arrivals, handing, impacts, receivers

        receivers.connect()
        arrivals.declare()
        handing.declare()
        before.declare("training.impact", impacts.of_draft)
