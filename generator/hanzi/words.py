"""Where Chinese words end: jieba with the terms of this field, loaded at the first need."""

from __future__ import annotations

import logging
import warnings
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def tokenizer() -> Any:
    """The tokenizer of jieba with our terms; its chatter and the warnings of its old syntax stay out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415 (half a second that most commands never need)
    jieba.setLogLevel(logging.ERROR)
    made = jieba.Tokenizer()
    with files("generator.hanzi").joinpath("words.txt").open(encoding="utf-8") as terms:
        made.load_userdict(terms)
    return made


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text in order; joined they give the text back."""
    return tuple(tokenizer().cut(text, HMM=False))
