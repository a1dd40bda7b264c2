"""The commands of the service, beside those that work on the graph alone.

`serving` has those that serve, `asking` those that ask as a service does, `configured` tells the
settings, `keeping` backs a store up and restores it, `operating` is for whoever runs the service.
Whoever imports this has them all.
"""

from server.commands import asking, configured, keeping, operating, serving

__all__ = ["asking", "configured", "keeping", "operating", "serving"]
