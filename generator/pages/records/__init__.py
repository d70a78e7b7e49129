"""The pages of single records, one module per kind."""
