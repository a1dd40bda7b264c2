"""The package as it is given away: its metadata, the same bytes twice, a bare environment."""
