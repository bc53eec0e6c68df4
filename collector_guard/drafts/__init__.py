"""What a plan writes for its reader: which drafts fit, what stands in them, and the last days for a calendar."""
