"""Whether a condition can hold in a reachable situation, and the questions that this answers."""
