"""What becomes a seed: texts, pages and documents from files and addresses, with where they come from."""
