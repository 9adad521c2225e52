from tests.worker.processes import own_database, transactional_db

__all__ = ["own_database", "transactional_db"]
