"""The modules that answer in readers.

The process that readers are forked from imports `HANDLERS`, before the service answers at all. A
module that is not among them, such as `server.documents.answer`, is loaded by each reader that it
is first asked of: what reads texts takes longer to load than most questions take to answer.
"""

HANDLERS = (
    "server.sparql.answer",
    "server.sparql.description",
    "server.sparql.contents",
    "server.sparql.document",
    "server.sparql.void",
    "server.graphql.answer",
    "server.graphql.subscriptions.differences",
    "server.graphql.transport.published",
    "server.rest.answer",
    "server.rest.became",
    "server.rest.crosswalk",
    "server.rest.reckoned",
    "server.pages.answer",
    "server.feeds.answer",
    "server.explore.answer",
    "server.explore.page",
    "server.mcp.answer",
)
