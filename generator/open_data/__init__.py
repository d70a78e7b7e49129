"""The library for machines: JSON of every public record with its schema, a sitemap, a feed."""

from generator.open_data.writing import DATA, write_data, write_sitemap

__all__ = ["DATA", "write_data", "write_sitemap"]
