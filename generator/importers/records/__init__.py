"""From recognised texts to the records that they become: one module per kind of record."""
