"""The .docx as such: the zip package and its XML, read with limits and written with fixed order and times."""
