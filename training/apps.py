from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "training"

    def ready(self) -> None:
        from pages import before
        from training import arrivals, impacts, receivers

        receivers.connect()
        arrivals.declare()
        before.declare("training.impact", impacts.of_draft)
