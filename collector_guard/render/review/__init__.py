"""What a reviewer's commands found, as lines and formats."""
