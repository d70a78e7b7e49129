"""Templates that this program made and nobody changed since: they may be made anew under other customs."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from generator.standard import LocalCustom, TemplateKind, read_data
from generator.word.maker import make_template

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.standard.rules import Custom


@cache
def is_as_made(content: bytes, kind: TemplateKind) -> bool:
    """Whether a template is, byte for byte, what `make_template` gives under any customs.

    A template is always made as the same bytes, so this needs no record of what was made when; one that
    Word has saved, or that another edition of this program made, is nobody's but the office's.
    """
    return any(make_template(kind, custom) == content for custom in every_custom(read_data().customs))


def every_custom(customs: Mapping[str, Custom]) -> Iterator[LocalCustom]:
    """All choices that can be combined; a seal shapes documents, not templates."""
    names = [name for name, rule in customs.items() if rule.values]
    for values in product(*(customs[name].values for name in names)):
        yield LocalCustom.model_validate(dict(zip(names, values, strict=True)))
