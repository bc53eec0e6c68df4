"""What a reviewer asks of a flow: checks, coverage, comparison, graph and book; a borrower never needs it."""
