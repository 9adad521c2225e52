"""Statute as plain Python, used by more than one app: entitlement, access clock, working days."""
