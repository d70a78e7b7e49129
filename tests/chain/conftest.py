"""Small libraries for the chain: the same writer of records as the checks have."""

from tests.checks.conftest import load, record

__all__ = ["load", "record"]
