"""What in a dossier wants an editor's eye, worst first, each with the YAML that settles it."""
