"""The pages pen: records and trees as Markdown pages, and the site that is built from them."""

from generator.pages.public import public_view
from generator.pages.shipped import shipped
from generator.pages.site import audience_of, build_site, is_public
from generator.pages.writing import WrittenPage, write_pages

__all__ = [
    "WrittenPage",
    "audience_of",
    "build_site",
    "is_public",
    "public_view",
    "shipped",
    "write_pages",
]
