"""The Windows registry, read only; everywhere else it is empty."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any


def registry_values(path: str) -> dict[str, str]:
    r"""The text values of a key under HKEY_CURRENT_USER and HKEY_LOCAL_MACHINE; the user's own win.

    Args:
        path: such as `SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts`.

    Returns:
        Values by name, the nameless default value under the empty name.
    """
    try:
        registry: Any = import_module("winreg")
    except ImportError:
        return {}
    found: dict[str, str] = {}
    for hive in (registry.HKEY_LOCAL_MACHINE, registry.HKEY_CURRENT_USER):
        try:
            with registry.OpenKey(hive, path) as key:
                found |= dict(values_of(registry, key))
        except OSError:
            continue
    return found


def values_of(registry: Any, key: Any) -> Iterator[tuple[str, str]]:
    """The text values of one open key."""
    for index in range(registry.QueryInfoKey(key)[1]):
        name, value, _ = registry.EnumValue(key, index)
        if isinstance(value, str):
            yield name, value
