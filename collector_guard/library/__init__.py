"""Find flows/ and turn files, written or compiled, into flows and laws; no other room opens them."""
