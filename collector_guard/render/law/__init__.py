"""What a look-up, a search or a check of a text found, as lines and formats."""
