"""Pages into HTML, in batches of bounded size; what an earlier build made of the same page serves again."""

from generator.pages.rendering.building import Site, build_site, render_site
from generator.pages.rendering.reuse import EarlierSite

__all__ = ["EarlierSite", "Site", "build_site", "render_site"]
