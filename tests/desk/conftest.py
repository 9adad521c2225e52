from tests.training.conftest import asking, officers  # noqa: F401
