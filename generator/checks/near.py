"""The word that was probably meant, among thousands, without comparing with each of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

RAREST_PAIRS = 6
LONGEST_LIST = 500
MOST_CANDIDATES = 60
CLOSENESS = 0.6


class NearWords:
    """A list of words that can be asked for the one nearest to a misspelt one.

    Candidates share the word's rarest pairs of characters, and long lists are cut, so that a
    question costs the same in a library of a thousand records and of a hundred thousand.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.by_pair: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for pair in pairs_of(word):
                self.by_pair[pair].append(word)

    def find(self, word: str) -> str | None:
        """The nearest word, or None where no word is near."""
        return next(iter(get_close_matches(word, self.candidates(word), n=1, cutoff=CLOSENESS)), None)

    def find_slip(self, word: str) -> str | None:
        """The one word of which this is a slip of the hand, or None where there is none or are several.

        Names of bodies end alike: that 火星市财政局 is near to 郑州市财政局 tells nothing.
        """
        found = [known for known in self.candidates(word) if is_slip(word, known)]
        return found[0] if len(found) == 1 else None

    def candidates(self, word: str) -> list[str]:
        """Words that share rare pairs, those that share most of them first."""
        known = (pair for pair in pairs_of(word) if pair in self.by_pair)
        rarest = sorted(known, key=lambda pair: len(self.by_pair[pair]))[:RAREST_PAIRS]
        shared = Counter(found for pair in rarest for found in self.by_pair[pair][:LONGEST_LIST])
        return [found for found, _ in shared.most_common(MOST_CANDIDATES)]


def is_slip(word: str, meant: str) -> bool:
    """Whether a word becomes another by one character for another, or by characters left out or added."""
    matcher = SequenceMatcher(None, word, meant, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    kinds = {kind for kind, *_ in changes}
    if kinds == {"replace"}:
        (_, start, end, start_meant, end_meant), *others = changes
        return not others and end - start == end_meant - start_meant == 1
    return len(kinds) == 1 and matcher.ratio() >= CLOSENESS


def pairs_of(word: str) -> tuple[str, ...]:
    """The neighbouring characters of a word, its ends included, each pair once."""
    framed = f"^{word}$"
    return tuple(dict.fromkeys(framed[start : start + 2] for start in range(len(framed) - 1)))


def asked(near: str | None, otherwise: str) -> str:
    """A hint: the near word as a question, or what else to do."""
    return f"是不是“{near}”？" if near else otherwise
