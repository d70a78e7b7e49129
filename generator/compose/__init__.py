"""Record → document: head, body and imprint by 文种 and 版式, and the parts that they share."""

from generator.compose.audience import Audience
from generator.compose.case import compose_case, compose_practice, summary_of
from generator.compose.collection import compose_collection
from generator.compose.composer import Composer
from generator.compose.documents import compose_document
from generator.compose.official import compose_policy
from generator.compose.trees import Trees, compose_all, compose_chosen, composed_each

__all__ = [
    "Audience",
    "Composer",
    "Trees",
    "compose_all",
    "compose_case",
    "compose_chosen",
    "compose_collection",
    "compose_document",
    "compose_policy",
    "compose_practice",
    "composed_each",
    "summary_of",
]
