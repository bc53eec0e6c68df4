"""A plan as pages, as a whole, as Markdown and as JSON, all from one outline; nothing here decides what is in it."""
