"""The nouns of a flow, its conditions, the walk, the plan and files of answers; nothing here prints or asks."""
