"""Records cut into provisions: what every search finds, links to and counts by."""
