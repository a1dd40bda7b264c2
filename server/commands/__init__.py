"""The commands of the service, beside those that work on the graph alone.

`serving` has those that serve, `asking` those that ask as a service does, `settings` tells the
settings, `keeping` backs a store up and restores it, `operating` is for whoever runs the service.
Whoever imports this has them all, each to be imported when it is asked for.
"""

from kg.cli.commands import add
from server.commands import configured

__all__ = ["configured"]

add({
    "query": "server.commands.asking:query",
    "verify": "server.commands.asking:verify",
    "schema": "server.commands.asking:schema",
    "settings": "server.commands.settings:show_settings",
    "backup": "server.commands.keeping:backup",
    "restore": "server.commands.keeping:restore",
    "health": "server.commands.operating:health",
    "recipe": "server.commands.operating:recipe",
    "serve": "server.commands.serving:serve",
    "mcp": "server.commands.serving:mcp",
})  # fmt: skip
