"""How right the quotes are, measured against gold."""
