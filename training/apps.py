from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "training"

    def ready(self) -> None:
        from training import arrivals, receivers

        receivers.connect()
        arrivals.declare()
