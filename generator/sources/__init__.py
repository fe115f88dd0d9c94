"""Sources: what is known of outlets, and which of them an article names as carrier or origin."""
