"""The findings of a look-up, a search or a check of a text, as lines and formats."""
