"""The drafts of a plan: which of them fit, what stands in them, and the last days for a calendar."""
