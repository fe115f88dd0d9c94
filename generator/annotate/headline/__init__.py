"""The headline set against the body, clause by clause."""
