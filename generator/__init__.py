"""Official documents and typical cases: plain records in, red-header Word files and a static site out."""

__version__ = "0.4.1"
