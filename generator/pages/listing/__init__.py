"""Lists of records: by region, field, year and so on, in pages of bounded size."""
