"""Names in one article: people, organisations and places, what they are called, and which mentions mean one of them."""
