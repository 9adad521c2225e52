"""The request that is being answered, by its number only, for logs, audit rows and error pages."""

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
