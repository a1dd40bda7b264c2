"""The modules that answer in readers; the process that readers are forked from imports them."""

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
    "server.explore.answer",
    "server.explore.page",
    "server.documents.answer",
    "server.mcp.answer",
)
