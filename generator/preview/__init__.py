"""The editor's preview, `mkdocs serve`: an edit builds only what it changes, a mistake leaves the last good site up."""
