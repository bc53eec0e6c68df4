"""Every sentence that the program itself says, in Chinese and English, and how Chinese lines are broken."""
