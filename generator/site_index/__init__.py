"""The index behind the search box: small classic scripts, which also load where no server is."""
