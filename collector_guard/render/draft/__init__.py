"""Show drafts: `outline` says what stands in one and in what order, and each format writes its entries."""
