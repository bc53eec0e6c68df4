"""The findings of a reviewer's commands, as lines and formats."""
