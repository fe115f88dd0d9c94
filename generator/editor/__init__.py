"""What an editor writes beside the seeds, read and carried out: facts, corrections, and where they point."""
