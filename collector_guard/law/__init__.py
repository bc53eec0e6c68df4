"""The nouns of the law, citations, look-up by day, search and the check of a text; laws know nothing of flows."""
