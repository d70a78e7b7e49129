"""The pages pen: records and trees as Markdown pages, and the site that is built from them."""

from generator.pages.public import public_view
from generator.pages.rendering import EarlierSite, Site, build_site, render_site
from generator.pages.shipped import shipped
from generator.pages.site import audience_of, is_public, site_name_of
from generator.pages.writing import WrittenPage, write_pages

__all__ = [
    "EarlierSite",
    "Site",
    "WrittenPage",
    "audience_of",
    "build_site",
    "is_public",
    "public_view",
    "render_site",
    "shipped",
    "site_name_of",
    "write_pages",
]
