"""A piece of work: `job` from its arrival to its end, `caller` who asks, `endings` how it ends."""
