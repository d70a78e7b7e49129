"""What machines read of the site: a JSON file for every record with its schema, a sitemap, a feed."""
